"""Rows by what tells them apart over the whole graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.dataset import Dataset
from graph.frames import rows
from graph.schema import END, START, RelationshipType, Table, schema

Row = dict[str, object]
Key = tuple[str, ...]
"""Table, then the id of a node, or start, end and distinguishing values of a relationship."""
Rows = dict[Key, Row]


def key_of(table: Table, row: Mapping[str, object]) -> Key:
    """Return the key of a row; both directions of a symmetric relationship have one key.

    Examples
    --------
    >>> from graph.schema import schema
    >>> key_of(schema().table("ADJACENT_TO"), {"start": "b", "end": "a"})
    ('ADJACENT_TO', 'a', 'b')
    """
    values = [str(row.get(column, "")) for column in table.identity]
    if isinstance(table, RelationshipType) and table.symmetric:
        values[:2] = sorted(values[:2])
    return (table.key, *values)


def keyed(dataset: Dataset) -> Rows:
    """Return all rows of a Dataset by key."""
    return dict(_keyed(dataset))


def is_node(key: Key) -> bool:
    """Tell whether the key is a node's."""
    return key[0] in schema().labels


def ends_of(row: Mapping[str, object]) -> tuple[str, str]:
    """Return the ids at the ends of a relationship."""
    return str(row[START]), str(row[END])


def _keyed(dataset: Dataset) -> Iterator[tuple[Key, Row]]:
    for name, frame in dataset.tables.items():
        table = schema().table(name)
        for row in rows(frame):
            yield key_of(table, row), row
