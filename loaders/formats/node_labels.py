"""Which label of the schema each node of a graph tool has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.schema import Label, schema
from loaders.formats.attributes import Attributes
from loaders.ledger import Ledger
from loaders.names import columns_of, fold, table_named
from loaders.sheets import Grid
from loaders.statements import Statements

LABEL_HEADER = "nodeLabel"
"""Header under which the program writes a node's label."""

_BY_DEFAULT = "Organisation"
_UNSAID = "nodes_organisations"
_KINDS = ("nodelabel", "labels", "elementtype", "type", "ノードの種類", "種類")
# These are also headers of names and of properties: they count only when every cell names a label.
_KINDS_OR_ELSE = ("label", "kind", "ラベル", "種別")
_MOST_TEXTS = 20
_SEPARATORS = re.compile(r"[:;,|\[\]\"'\s]+")


@dataclass(frozen=True)
class Nodes:
    """A sheet of nodes.

    Attributes
    ----------
    id
        Position of the column of ids.
    label
        Position of the column of what the tool shows, which is the name where no column is one.
    looks
        Positions of columns that say how a node is drawn, and the like.
    """

    grid: Grid
    id: int
    label: int | None = None
    looks: frozenset[int] = frozenset()


def label_named(text: str) -> str | None:
    """Return the key of the label that a text names; the first where it is a list of labels.

    Examples
    --------
    >>> label_named("組織"), label_named(":Organisation:Member"), label_named("Person")
    ('Organisation', 'Organisation', None)
    """
    for name in (text, *_SEPARATORS.split(text)):
        table = table_named(name) if name else None
        if isinstance(table, Label):
            return table.key
    return None


def nodes_stated(nodes: Nodes, ledger: Ledger) -> list[Statements]:
    """Return what the rows of a sheet of nodes state, a table a label."""
    grid = nodes.grid
    rows = ledger.enter(grid)
    kind, labels = _labels(nodes)
    attributes = Attributes(grid, rows, ledger, {nodes.id, *nodes.looks, *([] if kind is None else [kind])})
    _tell_labels(grid, kind, labels, ledger)
    _refuse_nameless(nodes, rows, ledger)
    found = [_stated(nodes, label, places, attributes) for label, places in _grouped(labels).items()]
    attributes.tell_unused()
    return found


def label_column(grid: Grid, looks: frozenset[int] = frozenset()) -> int | None:
    """Return the position of the column that says what each node is, or None."""
    for names, every in ((_KINDS, False), (_KINDS_OR_ELSE, True)):
        for name in names:
            for index, header in enumerate(grid.headers):
                if index not in looks and fold(header) == name and _names_labels(grid.column(index), every=every):
                    return index
    return None


def _names_labels(cells: Sequence[str], *, every: bool) -> bool:
    distinct = {cell.strip() for cell in cells} - {""}
    known = sum(label_named(cell) is not None for cell in distinct)
    return bool(known) and (known == len(distinct) or not every)


def _labels(nodes: Nodes) -> tuple[int | None, list[str | None]]:
    grid = nodes.grid
    kind = label_column(grid, nodes.looks)
    if kind is None:
        return None, [None] * len(grid.rows)
    cells = grid.column(kind)
    known = {cell: label_named(cell) for cell in set(cells)}
    return kind, [known[cell] for cell in cells]


def _grouped(labels: Sequence[str | None]) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, label in enumerate(labels):
        found.setdefault(label or _BY_DEFAULT, []).append(place)
    return found


def _tell_labels(grid: Grid, kind: int | None, labels: Sequence[str | None], ledger: Ledger) -> None:
    if kind is None:
        if labels:
            ledger.tell("note", _UNSAID, grid, count=len(labels))
        return
    unknown = Counter(cell.strip() for cell, label in zip(grid.column(kind), labels, strict=True) if label is None)
    for text, count in most(unknown):
        ledger.tell("note", "node_label_unknown" if text else _UNSAID, grid, grid.headers[kind], text, count=count)


def most(counts: Counter[str]) -> list[tuple[str, int]]:
    """Return the most frequent texts with their counts, and all others as one."""
    first = counts.most_common(_MOST_TEXTS)
    rest = counts.total() - sum(count for _, count in first)
    return [*first, *([("…", rest)] if rest else [])]


def _refuse_nameless(nodes: Nodes, rows: range, ledger: Ledger) -> None:
    for place, identifier in enumerate(nodes.grid.column(nodes.id)):
        if not identifier.strip():
            ledger.refuse(rows[place], "no_id", nodes.grid.headers[nodes.id], identifier)


def _stated(nodes: Nodes, label: str, places: Sequence[int], attributes: Attributes) -> Statements:
    table = schema().labels[label]
    found = attributes.columns(table)
    ids = nodes.grid.column(nodes.id)
    kept = [place for place in places if ids[place].strip()]
    identifiers = [ids[place].strip() for place in kept]
    columns: dict[str, list[Any]] = {"id": identifiers, **attributes.properties(table, found, kept)}
    columns["name"] = list(_names(nodes, columns.get("name"), kept, attributes))
    headers = {key: nodes.grid.headers[index] for key, index in found.items()}
    return Statements(
        table=label,
        columns=columns,
        rows=[attributes.rows[place] for place in kept],
        headers={"id": nodes.grid.headers[nodes.id], **headers},
        combinable=True,
        optional=frozenset(key for key in found if not table.properties[key].required),
    )


def _names(
    nodes: Nodes, named: Sequence[str | None] | None, kept: Sequence[int], attributes: Attributes
) -> Iterator[str]:
    """Yield the name of each node: its own, else what the tool shows, else its id."""
    grid, ids = nodes.grid, nodes.grid.column(nodes.id)
    # A column whose header is a name of the property has been read as such.
    shown = None if nodes.label is None else grid.column(nodes.label)
    own = nodes.label is not None and columns_of(_BY_DEFAULT).get(fold(grid.headers[nodes.label])) == "name"
    used, unnamed = 0, 0
    for position, place in enumerate(kept):
        name = named[position] if named is not None else None
        label = "" if shown is None else shown[place].strip()
        used += bool(label) and name in (None, label)
        unnamed += name is None and not label
        yield name or label or ids[place].strip()
    if nodes.label is not None and not own:
        attributes.use(nodes.label, used)
    if unnamed:
        attributes.ledger.tell("note", "nodes_unnamed", grid, count=unnamed)
