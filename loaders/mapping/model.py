"""What a mapping file says, read and checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from graph.language import Text
from loaders.dates import Part


@dataclass(frozen=True)
class Field:
    """A ``{column|transform}`` in a template."""

    column: str
    transforms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Template:
    """Text with columns in it; it gives nothing for a row in which one of them is empty."""

    parts: tuple[str | Field, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it needs."""
        return tuple(part.column for part in self.parts if isinstance(part, Field))


@dataclass(frozen=True)
class Year:
    """Where the year of dates without one stands: a column, a constant, or the name of the file or sheet."""

    column: str | None = None
    constant: str | None = None
    origin: Literal["file", "sheet"] | None = None


@dataclass(frozen=True)
class Rule:
    """How a value comes about: from where, then through transforms, replacements and a table of values.

    Attributes
    ----------
    columns
        The first that is filled counts.
    part
        Of a range of dates, the end to take.
    year
        Where the year of dates without one stands.
    fill
        Column whose equal values share a value: an empty one takes that of the other rows when these agree.
    minimum, maximum
        Bounds of a number.
    """

    columns: tuple[str, ...] = ()
    template: Template | None = None
    constant: str | None = None
    transforms: tuple[str, ...] = ()
    replacements: tuple[tuple[re.Pattern[str], str], ...] = ()
    values: Mapping[str, str] | None = None
    matches: tuple[tuple[re.Pattern[str], str], ...] | None = None
    default: str | None = None
    split: str | None = None
    date_format: str | None = None
    part: Part | None = None
    year: Year | None = None
    fill: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    optional: bool = False

    @property
    def needs(self) -> tuple[str, ...]:
        """The columns it needs."""
        further = [self.fill, self.year.column if self.year else None]
        template = self.template.columns if self.template else ()
        return (*self.columns, *template, *(column for column in further if column))


@dataclass(frozen=True)
class Condition:
    """What has to hold of a row's column."""

    column: str
    filled: bool | None = None
    equals: tuple[str, ...] | None = None
    matches: re.Pattern[str] | None = None


@dataclass(frozen=True)
class Join:
    """How a row names a municipality of the reference: the first of code, name and address that tells it counts.

    Attributes
    ----------
    prefecture
        Where a name or address without prefecture lies.
    """

    code: Template | None = None
    name: Template | None = None
    address: Template | None = None
    prefecture: Template | None = None

    def templates(self) -> Iterator[tuple[str, Template]]:
        """Yield the templates that are given, by key."""
        yield from ((key, template) for key, template in vars(self).items() if template is not None)


@dataclass(frozen=True)
class NodeEntry:
    """A node that each row states; with `join`, a municipality of the reference.

    Attributes
    ----------
    distinct
        Whether rows that the first of `ids` does not tell apart are told apart by the others.
    """

    name: str
    label: str
    ids: tuple[Template, ...] = ()
    join: Join | None = None
    properties: Mapping[str, Rule] = field(default_factory=dict)
    combine: Mapping[str, str] = field(default_factory=dict)
    when: tuple[Condition, ...] = ()
    distinct: bool = False
    optional: bool = False


@dataclass(frozen=True)
class End:
    """An end of a relationship: a node of the same table of the mapping, an id, or a name.

    Attributes
    ----------
    label
        With it, `ids` give the name of a node of this label that stands in any file.
    """

    node: str | None = None
    ids: tuple[Template, ...] = ()
    label: str | None = None


@dataclass(frozen=True)
class RelationshipEntry:
    """A relationship that each row states."""

    type: str
    start: End
    end: End
    properties: Mapping[str, Rule] = field(default_factory=dict)
    combine: Mapping[str, str] = field(default_factory=dict)
    when: tuple[Condition, ...] = ()
    optional: bool = False


@dataclass(frozen=True)
class Recognition:
    """What makes a mapping that ships a format, and the headers by which files of it are known.

    Attributes
    ----------
    headers, some, none
        Headers that must all be there; of which one must be there; of which none may be there.
    """

    key: str
    name: Text
    description: Text
    headers: tuple[str, ...]
    some: tuple[str, ...] = ()
    none: tuple[str, ...] = ()


@dataclass(frozen=True)
class TableEntry:
    """One table of a mapping: which files and sheet, where the header is, what the rows state.

    Attributes
    ----------
    aliases
        Further headers under which a column is found.
    optional
        Patterns of columns that may be missing and then count as empty.
    each
        Columns that list several things, with what parts them: a row is read once for each.
    source
        Properties of the source that the table is of, where it is not that of the whole mapping.
    """

    file: str
    place: str
    sheet: str | None = None
    header: int | None = None
    headers: tuple[str, ...] | None = None
    skip: tuple[str, ...] = ()
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    optional: tuple[str, ...] = ()
    each: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    recognise: Recognition | None = None
    source: Mapping[str, tuple[Template, ...]] = field(default_factory=dict)
    derive: Mapping[str, Rule] = field(default_factory=dict)
    nodes: tuple[NodeEntry, ...] = ()
    relationships: tuple[RelationshipEntry, ...] = ()

    def needs(self) -> Iterator[tuple[str, str]]:
        """Yield each column it needs, with the part of the mapping that needs it."""
        yield from ((name, "each") for name in self.each)
        for key, templates in self.source.items():
            yield from ((column, f"source › {key}") for template in templates for column in template.columns)
        for name, rule in self.derive.items():
            yield from ((column, f"derive › {name}") for column in rule.needs)
        for number, node in enumerate(self.nodes, start=1):
            yield from ((column, f"nodes {number}{part}") for column, part in _needs(node))
        for number, relationship in enumerate(self.relationships, start=1):
            yield from ((column, f"relationships {number}{part}") for column, part in _needs(relationship))


@dataclass(frozen=True)
class MappingFile:
    """A mapping file."""

    path: Path
    tables: tuple[TableEntry, ...]
    source: Mapping[str, object] | None = None


def _needs(entry: NodeEntry | RelationshipEntry) -> Iterator[tuple[str, str]]:
    for condition in entry.when:
        yield condition.column, " › when"
    for name, rule in entry.properties.items():
        yield from ((column, f" › properties › {name}") for column in rule.needs)
    if isinstance(entry, NodeEntry):
        templates = [(template, " › id") for template in entry.ids]
        templates += [(template, f" › {key}") for key, template in entry.join.templates()] if entry.join else []
    else:
        ends = (("start", entry.start), ("end", entry.end))
        templates = [(template, f" › {name}") for name, end in ends for template in end.ids]
    for template, part in templates:
        yield from ((column, part) for column in template.columns)
