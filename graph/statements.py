"""Cypher statements, filled with labels and types of the schema and with nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import LiteralString, cast

from graph.schema import Schema

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
JOURNAL = ("Journal", "Load", "LoadPart", "Alias")
"""Labels of nodes that the program keeps beside the schema."""
JOURNAL_TYPES = ("HOLDS", "SAME_AS", "DIFFERENT_FROM")
"""Types of relationships between them."""
_IDENTITY = {"Journal": "id", "Load": "number", "Alias": "id"}
_SEARCHED = ("name", "nameKana", "nameEn")


def constraints(schema: Schema) -> Iterator[LiteralString]:
    """Yield the statements that make ids unique, and names and codes quick to find."""
    for label in schema.labels.values():
        yield _unique(label.key, "id")
    for key, identity in _IDENTITY.items():
        yield _unique(key, identity)
    for label in schema.labels.values():
        for key in label.indexes:
            yield _fill("index", LABEL=_safe(label.key), PROPERTY=_safe(key), NAME=_safe(f"{label.key}_{key}"))
    yield _fill("fulltext", LABELS=_any(schema.labels), PROPERTIES=", ".join(f"node.{key}" for key in _SEARCHED))


def statement(name: str) -> LiteralString:
    """Return a statement of ``graph/cypher`` that has nothing to fill in."""
    return _fill(name)


def count_labels(schema: Schema) -> LiteralString:
    """Return the statement that counts the nodes of each label."""
    return "\nUNION ALL\n".join(_fill("count_label", LABEL=_safe(key)) for key in schema.labels)


def count_others() -> LiteralString:
    """Return the statement that counts the nodes that are not among those named."""
    return _fill("count_others", JOURNAL_LABELS=f"({_any(JOURNAL)})")


def known_nodes(labels: Iterable[str]) -> LiteralString:
    """Return the statement that finds nodes of some labels by id."""
    return _fill("known_nodes", LABELS=_any(labels))


def all_nodes(schema: Schema) -> LiteralString:
    """Return the statement that finds all nodes of the schema."""
    return _fill("all_nodes", LABELS=_any(schema.labels))


def state(schema: Schema) -> LiteralString:
    """Return the statement that says how new the data are."""
    return _fill("state", TYPES=_any(schema.relationships))


def known_relationships(schema: Schema) -> LiteralString:
    """Return the statement that finds relationships by the nodes they begin at."""
    return _fill("known_relationships", TYPES=_any(schema.relationships))


def ties_of(schema: Schema) -> LiteralString:
    """Return the statement that finds the relationships at nodes, in either direction."""
    return _fill("ties_of", TYPES=_any(schema.relationships))


def read_nodes(schema: Schema) -> LiteralString:
    """Return the statement that reads all nodes of the schema."""
    return _fill("read_nodes", LABELS=_any(schema.labels))


def read_relationships(schema: Schema) -> LiteralString:
    """Return the statement that reads all relationships of the schema."""
    return _fill("read_relationships", LABELS=_any(schema.labels), TYPES=_any(schema.relationships))


def about(name: str, key: str) -> LiteralString:
    """Return a statement about a label or type that the database names, whatever characters are in it."""
    return _fill(name, QUOTED=_quoted(key))


def value_named(label: str, key: str) -> LiteralString:
    """Return the statement that finds a property of nodes of one label by id, name or that property."""
    return _fill("value_named", LABEL=_safe(label), PROPERTY=_safe(key))


def names_of(label: str) -> LiteralString:
    """Return the statement that lists the names of the nodes of one label."""
    return _fill("names_of", LABEL=_safe(label))


def _unique(label: str, key: str) -> LiteralString:
    return _fill("unique", LABEL=_safe(label), KEY=_safe(key), NAME=_safe(f"{label}_{key}"))


def _fill(name: str, **texts: str) -> LiteralString:
    statement = _template(name)
    for place, text in texts.items():
        statement = re.sub(rf"\b{place}\b", text.replace("\\", r"\\"), statement)
    # Every text filled in is made of names of the schema, which `_safe` let through, or quoted.
    return cast("LiteralString", statement)  # type: ignore[redundant-cast] # mypy takes it for str


def _any(names: Iterable[str]) -> str:
    return "|".join(map(_safe, names))


def _safe(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} cannot be a name in Cypher")
    return name


def _quoted(name: str) -> str:
    # Neo4j reads \u0060 as a backtick before it looks for quotes, so that a backslash is written as such a code, too.
    escaped = name.replace("\\", "\\u005c").replace("`", "``")
    return f"`{escaped}`"


@cache
def _template(name: str) -> str:
    """Return a statement without its comment, which is for readers of the file."""
    text = (resources.files("graph") / "cypher" / f"{name}.cypher").read_text(encoding="utf-8")
    return "\n".join(line for line in text.splitlines() if not line.startswith("//"))
