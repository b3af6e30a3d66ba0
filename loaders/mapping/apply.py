"""A mapping and the rows of a file, made statements."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.schema import END, START, schema
from loaders.cells import Column, Marks, Remark, Unreadable
from loaders.issues import sentences, shown
from loaders.layout import note_unused
from loaders.ledger import Ledger
from loaders.mapping.columns import Columns
from loaders.mapping.distinct import told_apart
from loaders.mapping.headers import is_matched
from loaders.mapping.join import asked
from loaders.mapping.model import End, Join, NodeEntry, RelationshipEntry, Rule, TableEntry, Template
from loaders.mapping.named_ends import by_name
from loaders.mapping.source import source_record
from loaders.names import values_of
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
        Id of the source that is put on everything, unless the table names its own.

    Raises
    ------
    MappingError
        When the mapping names a column that is not in the file.
    """
    rows: Sequence[int] = ledger.enter(grid)
    whole = Columns(grid, entry, file)
    _tell_unused(whole, entry, ledger)
    for name, (by, count) in whole.filled.items():
        if count:
            ledger.tell("note", "filled", grid, name, count=count, by=by)
    if not grid.rows and not grid.misfits:
        ledger.tell("note", "no_rows", grid)
    record = source_record(whole, entry.source)
    columns, rows = (whole, rows) if not entry.each else _parted(whole, rows, entry, file)
    stated = _Application(columns, rows, ledger, str(record["id"]) if record else source).run(entry)
    stated.sources.extend([record] if record else [])
    return stated


def _tell_unused(columns: Columns, entry: TableEntry, ledger: Ledger) -> None:
    grid = columns.grid
    skipped = {index for index, header in enumerate(grid.headers) if is_matched(header, entry.skip)}
    used = columns.used(entry) | skipped
    if entry.recognise is None:
        note_unused(grid, ledger, used, [])
        return
    counts = {
        header or f"#{index + 1}": sum(map(bool, map(str.strip, grid.column(index))))
        for index, header in enumerate(grid.headers)
        if index not in used
    }
    listed = [f"{header} ({count:,})" for header, count in counts.items() if count]
    if listed:
        ledger.tell("note", "columns_without_place", grid, count=len(listed), columns=", ".join(listed))


def _parted(columns: Columns, rows: Sequence[int], entry: TableEntry, file: str) -> tuple[Columns, list[int]]:
    """Return the columns with a row for each of the things that a row lists, and the ledger's row of each."""
    grid, numbers = columns.grid, list(rows)
    for name, mark in entry.each.items():
        position = columns.position(name)
        if position is None:
            continue
        parts = [list(filter(None, map(str.strip, mark.split(row[position])))) or [""] for row in grid.rows]
        cells = [
            [*row[:position], item, *row[position + 1 :]]
            for row, items in zip(grid.rows, parts, strict=True)
            for item in items
        ]
        numbers = [number for number, items in zip(numbers, parts, strict=True) for _ in items]
        grid = replace(grid, rows=cells, _columns={})
    return Columns(grid, entry, file), numbers


class _Application:
    def __init__(self, columns: Columns, rows: Sequence[int], ledger: Ledger, source: str | None) -> None:
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
        found = told_apart(self.columns, node, active, self.rows, self.ledger) if node.distinct else None
        found = self.columns.first(node.ids) if found is None else found
        self._require(node.optional, active, found, "no_id", node.ids[-1], found)
        self.ids[node.name] = [i if on else "" for i, on in zip(found, active, strict=True)]
        self._state(node.label, {"id": self.ids[node.name]}, node, {"id": self._header(node.ids)})

    def _relationship(self, entry: RelationshipEntry) -> None:
        active = self.columns.holding(entry.when)
        ends: dict[str, list[str]] = {}
        for column, end in ((START, entry.start), (END, entry.end)):
            ends[column] = self.ids[end.node] if end.node is not None else self.columns.first(end.ids)
            if end.node is None and end.label is None:
                self._require(entry.optional, active, ends[column], "no_id", end.ids[-1], ends[column])
        # A part that a condition left out leaves out its relationships.
        pairs = list(zip(active, ends[START], ends[END], strict=True))
        given = {
            START: [start if on and end else "" for on, start, end in pairs],
            END: [end if on and start else "" for on, start, end in pairs],
        }
        headers = {START: self._end_header(entry.start), END: self._end_header(entry.end)}
        self._state(entry.type, given, entry, headers)
        if entry.end.label is not None:
            named = self.stated.statements.pop()
            self.stated.later.append(by_name(named, entry.end.label, self.columns.grid, self.ledger))

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
                optional=_optional(entry),
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
        outside = [index for index, value in enumerate(read.values) if value is not None and _is_outside(value, rule)]
        failures = {
            **read.failures,
            **dict.fromkeys(read.ends, Unreadable("date_range")),
            **dict.fromkeys(outside, Unreadable("outside")),
        }
        for index, failure in failures.items():
            self._fail(self.rows[kept[index]], failure, header, cells[index], optional=rule.optional)
        for index, remarks in read.remarks.items():
            for remark in remarks if index not in failures else ():
                self._remark(self.rows[kept[index]], remark, header, cells[index])
        left = {*read.ends, *outside}
        return replace(read, values=_without(read.values, left)) if left else read

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


def _optional(entry: NodeEntry | RelationshipEntry) -> frozenset[str]:
    """Return the columns that may be left out; without an end there is no relationship, but the row stands."""
    ends = (START, END) if isinstance(entry, RelationshipEntry) and entry.optional else ()
    return frozenset((*ends, *(name for name, rule in entry.properties.items() if rule.optional)))


def _is_outside(value: float, rule: Rule) -> bool:
    return (rule.minimum is not None and value < rule.minimum) or (rule.maximum is not None and value > rule.maximum)
