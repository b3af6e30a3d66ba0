"""The schema: labels, properties and relationship types, read from ``schema.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

import yaml

from graph.language import Text

PropertyType = Literal["string", "integer", "float", "boolean", "date", "strings"]

START = "start"
END = "end"


@dataclass(frozen=True)
class Property:
    """One property of a node or relationship.

    Attributes
    ----------
    choices
        The enumeration's values with their names, or None when any value goes.
    format
        Name of a check in `graph.formats`, or None.
    end
        Whether a date is a last day, so that of a month or year alone the last day stands for it.
    internal
        Whether the program keeps it beside what people write, so that it has no column in a spreadsheet.
    """

    key: str
    type: PropertyType
    name: Text
    description: Text
    required: bool = False
    choices: Mapping[str, Text] | None = None
    minimum: float | None = None
    maximum: float | None = None
    format: str | None = None
    end: bool = False
    internal: bool = False


Span = tuple[str, str]
"""The properties with the first and the last day of what begins and ends."""


@dataclass(frozen=True)
class Label:
    """A node label, with its look in pictures."""

    key: str
    name: Text
    description: Text
    properties: Mapping[str, Property]
    colour: str
    shape: str
    indexes: tuple[str, ...] = ()
    span: Span | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """Columns of its table."""
        return tuple(self.properties)

    @property
    def written(self) -> tuple[str, ...]:
        """Columns that people write."""
        return tuple(key for key, described in self.properties.items() if not described.internal)

    @property
    def identity(self) -> tuple[str, ...]:
        """Columns that tell its rows apart."""
        return ("id",)


@dataclass(frozen=True)
class RelationshipType:
    """A relationship type, from any of `starts` to any of `ends`."""

    key: str
    name: Text
    description: Text
    properties: Mapping[str, Property]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    distinguishing: tuple[str, ...] = ()
    symmetric: bool = False
    span: Span | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """Columns of its table: the two ends, then the properties."""
        return (START, END, *self.properties)

    @property
    def written(self) -> tuple[str, ...]:
        """Columns that people write."""
        return (START, END, *(key for key, described in self.properties.items() if not described.internal))

    @property
    def identity(self) -> tuple[str, ...]:
        """Columns that tell its rows apart."""
        return (START, END, *self.distinguishing)


Table = Label | RelationshipType


@dataclass(frozen=True)
class Schema:
    """All labels and relationship types, by key, in the order in which they are written."""

    version: int
    labels: Mapping[str, Label]
    relationships: Mapping[str, RelationshipType]
    enumerations: Mapping[str, Mapping[str, Text]]

    @property
    def tables(self) -> tuple[Table, ...]:
        """Labels, then relationship types."""
        return (*self.labels.values(), *self.relationships.values())

    def table(self, key: str) -> Table:
        """Return the label or relationship type `key`.

        Raises
        ------
        KeyError
            When the schema has neither.
        """
        return self.labels[key] if key in self.labels else self.relationships[key]

    def has(self, key: str) -> bool:
        """Tell whether there is a label or relationship type `key`."""
        return key in self.labels or key in self.relationships


@cache
def schema() -> Schema:
    """Return the schema that ships with the program.

    Examples
    --------
    >>> schema().labels["Organisation"].name.to("ja")
    '組織'
    """
    file = resources.files("graph") / "schema.yaml"
    return _read(yaml.safe_load(file.read_text(encoding="utf-8")))


def _read(tree: dict[str, Any]) -> Schema:
    enumerations = {
        name: {key: Text(**text) for key, text in values.items()} for name, values in tree["enumerations"].items()
    }
    shared_node = _properties(tree["nodeProperties"], enumerations)
    shared_relationship = _properties(tree["relationshipProperties"], enumerations)
    return Schema(
        version=tree["version"],
        labels={
            key: Label(
                key=key,
                name=Text(entry["ja"], entry["en"]),
                description=Text(**entry["description"]),
                properties=_ordered(shared_node, _properties(entry["properties"], enumerations)),
                colour=entry["colour"],
                shape=entry["shape"],
                indexes=tuple(entry.get("indexes", ())),
                span=_span(entry),
            )
            for key, entry in tree["nodes"].items()
        },
        relationships={
            key: RelationshipType(
                key=key,
                name=Text(entry["ja"], entry["en"]),
                description=Text(**entry["description"]),
                properties=_properties(entry.get("properties", {}), enumerations) | shared_relationship,
                starts=tuple(entry["from"]),
                ends=tuple(entry["to"]),
                distinguishing=tuple(entry.get("key", ())),
                symmetric=entry.get("symmetric", False),
                span=_span(entry),
            )
            for key, entry in tree["relationships"].items()
        },
        enumerations=enumerations,
    )


def _span(entry: dict[str, Any]) -> Span | None:
    return (entry["span"][0], entry["span"][1]) if "span" in entry else None


def _ordered(shared: dict[str, Property], own: dict[str, Property]) -> dict[str, Property]:
    """Put the identifier and names first, then the label's own, then where it is said."""
    first = {key: shared[key] for key in ("id", "name", "nameEn")}
    return first | own | {key: value for key, value in shared.items() if key not in first}


def _properties(
    entries: dict[str, dict[str, Any]], enumerations: Mapping[str, Mapping[str, Text]]
) -> dict[str, Property]:
    return {
        key: Property(
            key=key,
            type=entry["type"],
            name=Text(entry["ja"], entry["en"]),
            description=Text(**entry["description"]),
            required=entry.get("required", False),
            choices=enumerations[entry["values"]] if "values" in entry else None,
            minimum=entry.get("minimum"),
            maximum=entry.get("maximum"),
            format=entry.get("format"),
            end=entry.get("end", False),
            internal=entry.get("internal", False),
        )
        for key, entry in entries.items()
    }
