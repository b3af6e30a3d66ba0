"""A mapping and the rows of a file, made statements."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Any

from graph.schema import END, START, schema
from loaders.cells import Column, Marks, Remark, Unreadable
from loaders.issues import sentences, shown
from loaders.layout import note_unused
from loaders.ledger import Ledger
from loaders.mapping.columns import Columns
from loaders.mapping.join import asked
from loaders.mapping.model import End, Join, NodeEntry, RelationshipEntry, Rule, TableEntry, Template
from loaders.names import fold, values_of
from loaders.sheets import Grid
from loaders.statements import Joins, Stated, Statements
from loaders.values import parsed

SOURCES = "sources"


def applied(grid: Grid, entry: TableEntry, ledger: Ledger, file: str, source: str | None) -> Stated:
    """Return what the rows of `grid` state.

    A row is refused when any part that it has to give (a node's id, a property that is not optional) cannot be
    given; nothing that it states is loaded then.

    Parameters
    ----------
    file
        Name of the mapping, for its errors.
    source
        Id of the source that is put on everything.

    Raises
    ------
    MappingError
        When the mapping names a column that is not in the file.
    """
    columns = Columns(grid, entry, file)
    rows = ledger.enter(grid)
    skipped = {i for i, header in enumerate(grid.headers) if _skipped(header, entry.skip)}
    note_unused(grid, ledger, columns.used(entry) | skipped, [])
    for name, count in columns.filled.items():
        if count:
            ledger.tell("note", "filled", grid, name, count=count)
    if not grid.rows and not grid.misfits:
        ledger.tell("note", "no_rows", grid)
    return _Application(columns, rows, ledger, source).run(entry)


def _skipped(header: str, patterns: Sequence[str]) -> bool:
    return any(fnmatchcase(fold(header), fold(pattern)) for pattern in patterns)


class _Application:
    def __init__(self, columns: Columns, rows: range, ledger: Ledger, source: str | None) -> None:
        self.columns = columns
        self.rows = rows
        self.ledger = ledger
        self.source = source
        self.ids: dict[str, list[str]] = {}
        self.said: set[tuple[int | str, ...]] = set()
        self.stated = Stated()

    def run(self, entry: TableEntry) -> Stated:
        for node in entry.nodes:
            self._join(node, node.join) if node.join else self._node(node)
        for relationship in entry.relationships:
            self._relationship(relationship)
        return self.stated

    def _join(self, node: NodeEntry, join: Join) -> None:
        active = self.columns.holding(node.when)
        places = asked(join, self.columns)
        for row, on, place in zip(self.rows, active, places, strict=True):
            if on and place.found.problem is not None:
                self._fail(row, place.found.problem, place.header, place.text, optional=node.optional)
            elif on and place.found.remark is not None:
                self._remark(row, place.found.remark, place.header, place.text)
        found = [place.found.municipality.id if place.found.municipality else "" for place in places]
        self.ids[node.name] = [i if on else "" for i, on in zip(found, active, strict=True)]
        self.stated.joins.append(Joins(self.ids[node.name], self.rows))

    def _node(self, node: NodeEntry) -> None:
        active = self.columns.holding(node.when)
        found = self.columns.first(node.ids)
        self._require(node.optional, active, found, "no_id", node.ids[-1], found)
        self.ids[node.name] = [i if on else "" for i, on in zip(found, active, strict=True)]
        self._state(node.label, {"id": self.ids[node.name]}, node, {"id": self._header(node.ids)})

    def _relationship(self, entry: RelationshipEntry) -> None:
        active = self.columns.holding(entry.when)
        ends: dict[str, list[str]] = {}
        for column, end in ((START, entry.start), (END, entry.end)):
            ends[column] = self.ids[end.node] if end.node is not None else self.columns.first(end.ids)
            if end.node is None:
                self._require(entry.optional, active, ends[column], "no_id", end.ids[-1], ends[column])
        # A part that a condition left out leaves out its relationships.
        pairs = list(zip(active, ends[START], ends[END], strict=True))
        given = {
            START: [start if on and end else "" for on, start, end in pairs],
            END: [end if on and start else "" for on, start, end in pairs],
        }
        headers = {START: self._end_header(entry.start), END: self._end_header(entry.end)}
        self._state(entry.type, given, entry, headers)

    def _require(
        self,
        optional: bool,  # noqa: FBT001 - as the mapping says it
        active: Sequence[bool],
        found: Sequence[str],
        kind: str,
        template: Template,
        texts: Sequence[str],
    ) -> None:
        header = self.columns.header(template.columns)
        for position, (on, identifier) in enumerate(zip(active, found, strict=True)):
            if on and not identifier:
                tell = self.ledger.mend if optional else self.ledger.refuse
                tell(self.rows[position], f"{kind}_optional" if optional else kind, header, texts[position])

    def _state(
        self,
        table: str,
        identity: Mapping[str, list[str]],
        entry: NodeEntry | RelationshipEntry,
        headers: dict[str, str],
    ) -> None:
        kept = [position for position, texts in enumerate(zip(*identity.values(), strict=True)) if all(texts)]
        values: dict[str, list[Any]] = {
            column: [texts[position] for position in kept] for column, texts in identity.items()
        }
        marks = Marks(len(kept))
        for name, rule in entry.properties.items():
            read = self._property(table, name, rule, kept)
            values[name] = read.values
            headers[name] = self.columns.header(rule.needs)
            marks.add(name, read.precisions)
        marks.put(values)
        if self.source is not None:
            given = values.get(SOURCES, [None] * len(kept))
            values[SOURCES] = [tuple(dict.fromkeys((self.source, *(own or ())))) for own in given]
        self.stated.statements.append(
            Statements(
                table=table,
                columns=values,
                rows=[self.rows[position] for position in kept],
                headers=headers,
                combinable=True,
                combine=entry.combine,
                optional=frozenset(name for name, rule in entry.properties.items() if rule.optional),
            )
        )

    def _property(self, table: str, name: str, rule: Rule, kept: Sequence[int]) -> Column:
        described = schema().table(table).properties[name]
        texts = self.columns.values(rule)
        cells = [texts[position] for position in kept]
        years = self.columns.years(rule.year)
        read = parsed(
            cells,
            described,
            choices=values_of(table, name) if described.choices is not None else None,
            date_format=rule.date_format,
            part=rule.part,
            years=None if years is None else [years[position] for position in kept],
            split=rule.split,
        )
        header = self.columns.header(rule.needs)
        failures = {**read.failures, **{index: Unreadable("date_range") for index in read.ends}}
        for index, failure in failures.items():
            self._fail(self.rows[kept[index]], failure, header, cells[index], optional=rule.optional)
        for index, remarks in read.remarks.items():
            for remark in remarks if index not in failures else ():
                self._remark(self.rows[kept[index]], remark, header, cells[index])
        return replace(read, values=_without(read.values, read.ends)) if read.ends else read

    def _fail(self, row: int, failure: Unreadable, header: str, value: str, *, optional: bool) -> None:
        """Refuse a row for what cannot be read, or leave that out."""
        if self._said(row, "mended" if optional else "refused", failure.kind, header):
            return
        if not optional:
            self.ledger.refuse(row, failure.kind, header, value, **failure.details)
            return
        problem, action = sentences(failure.kind, value=shown(value), column=header, **failure.details)
        self.ledger.mend_because(row, problem, action, header, value, kind=failure.kind)

    def _remark(self, row: int, remark: Remark, header: str, value: str) -> None:
        if not self._said(row, "mended", remark.kind, header):
            self.ledger.mend(row, remark.kind, header, value, **remark.details)

    def _said(self, *words: int | str) -> bool:
        """Tell whether the same was said of a cell already, which two properties may come from."""
        before = words in self.said
        self.said.add(words)
        return before

    def _header(self, templates: Sequence[Template]) -> str:
        return next((self.columns.header(template.columns) for template in templates if template.columns), "")

    def _end_header(self, end: End) -> str:
        return self._header(end.ids)


def _without(values: Sequence[Any], rows: Container[int]) -> list[Any]:
    return [None if row in rows else value for row, value in enumerate(values)]
