"""A Dataset as nodes and links with attributes, the way graph tools hold one."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.dataset import Dataset
from graph.dates import as_written
from graph.frames import rows
from graph.schema import END, START, PropertyType, schema
from loaders.values import parsed

_STRENGTH = "strength"


@dataclass(frozen=True)
class Node:
    """A node, its label and its properties without id and name."""

    id: str
    name: str
    label: str
    properties: Mapping[str, object]


@dataclass(frozen=True)
class Link:
    """A relationship, its type and its properties; `id` numbers those of a Dataset."""

    id: str
    start: str
    end: str
    type: str
    symmetric: bool
    weight: float | None
    properties: Mapping[str, object]


def nodes(dataset: Dataset) -> Iterator[Node]:
    """Yield every node, label by label and by id."""
    for label, frame in dataset.nodes.items():
        for row in rows(as_written(frame, schema().labels[label])):
            yield Node(str(row.pop("id")), str(row.pop("name")), label, row)


def links(dataset: Dataset) -> Iterator[Link]:
    """Yield every relationship, type by type and by its ends; a strength is the weight that tools draw."""
    number = 0
    for key, frame in dataset.relationships.items():
        table = schema().relationships[key]
        for row in rows(as_written(frame, table)):
            number += 1
            start, end = str(row.pop(START)), str(row.pop(END))
            given = row.pop(_STRENGTH, None)
            weight = given if isinstance(given, float) else None
            yield Link(f"e{number}", start, end, key, table.symmetric, weight, row)


def property_types(*, relationships: bool) -> dict[str, PropertyType]:
    """Return the type of each property of nodes or relationships; text where labels differ in it."""
    tables = schema().relationships if relationships else schema().labels
    found: dict[str, PropertyType] = {}
    for table in tables.values():
        for key, described in table.properties.items():
            if described.internal:
                continue
            same = found.setdefault(key, described.type) == described.type
            found[key] = described.type if same else "string"
    return found


def text(value: object, mark: str = ";") -> str:
    """Return a property as text that reads back as the same; a list whose items hold marks becomes JSON.

    Examples
    --------
    >>> text(("a", "b")), text(["a;b"]), text(2.0)
    ('a;b', '["a;b"]', '2.0')
    """
    if isinstance(value, list | tuple):
        items = tuple(map(str, value))
        joined = mark.join(items)
        return joined if _reads_back(joined, items) else json.dumps(items, ensure_ascii=False)
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def plain(value: object) -> object:
    """Return a property as JSON holds it."""
    return value.isoformat() if isinstance(value, dt.date) else value


def _reads_back(joined: str, items: tuple[str, ...]) -> bool:
    described = schema().labels["Source"].properties["sources"]
    return not joined.startswith("[") and tuple(parsed([joined], described).values[0] or ()) == items
