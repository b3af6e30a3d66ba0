"""Cypher statements made from the schema: the only way by which a label or type gets into query text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import LiteralString, cast

from graph.schema import Label, RelationshipType, Schema

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_INDEXED = ("name", "code", "corporateNumber")
_SEARCHED = ("name", "nameKana", "nameEn")


def constraints(schema: Schema) -> Iterator[LiteralString]:
    """Yield the statements that make ids unique, and names and codes quick to find."""
    for label in schema.labels.values():
        yield _fill("unique", LABEL=label.key, NAME=f"{label.key}_id")
    for label in schema.labels.values():
        for key in _INDEXED:
            if key in label.properties:
                yield _fill("index", LABEL=label.key, PROPERTY=key, NAME=f"{label.key}_{key}")
    labels = "|".join(_safe(label) for label in schema.labels)
    yield _fill_raw("fulltext", LABELS=labels, PROPERTIES=", ".join(f"node.{key}" for key in _SEARCHED))


def write_nodes(label: Label) -> LiteralString:
    """Return the statement that writes nodes of `label`."""
    return _fill("write_nodes", LABEL=label.key)


def write_relationships(kind: RelationshipType, start: str, end: str) -> LiteralString:
    """Return the statement that writes relationships of `kind` from label `start` to label `end`."""
    inner = ", ".join(f"{_safe(key)}: row.properties.{_safe(key)}" for key in kind.distinguishing)
    ends = {"TYPE": _safe(kind.key), "STARTLABEL": _safe(start), "ENDLABEL": _safe(end)}
    return _fill_raw("write_relationships", **ends, KEY=f"{{{inner}}}")


def delete_nodes(label: Label) -> LiteralString:
    """Return the statement that deletes all nodes of `label` but those named."""
    return _fill("delete_nodes", LABEL=label.key)


def delete_relationships(kind: RelationshipType) -> LiteralString:
    """Return the statement that deletes all relationships of `kind` but those named."""
    values = ", ".join(f"tie.{_safe(key)}" for key in kind.distinguishing)
    return _fill_raw("delete_relationships", TYPE=_safe(kind.key), KEYVALUES=f"[{values}]")


def read_nodes(label: Label) -> LiteralString:
    """Return the statement that reads all nodes of `label`."""
    return _fill("read_nodes", LABEL=label.key)


def read_relationships(kind: RelationshipType) -> LiteralString:
    """Return the statement that reads all relationships of `kind`."""
    starts, ends = ("|".join(map(_safe, labels)) for labels in (kind.starts, kind.ends))
    return _fill_raw("read_relationships", TYPE=_safe(kind.key), STARTLABEL=starts, ENDLABEL=ends)


def count_others() -> LiteralString:
    """Return the statement that counts the nodes that are not among those named."""
    return _fill_raw("count_others")


def _fill(name: str, **names: str) -> LiteralString:
    return _fill_raw(name, **{place: _safe(value) for place, value in names.items()})


def _fill_raw(name: str, **texts: str) -> LiteralString:
    statement = _template(name)
    for place, text in texts.items():
        statement = re.sub(rf"\b{place}\b", text.replace("\\", r"\\"), statement)
    # Every text filled in is a name of the schema, which `_safe` let through.
    return cast("LiteralString", statement)  # type: ignore[redundant-cast] # mypy takes it for str


def _safe(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} cannot be a name in Cypher")
    return name


@cache
def _template(name: str) -> str:
    """Return a statement without its comment, which is for readers of the file."""
    text = (resources.files("graph") / "cypher" / f"{name}.cypher").read_text(encoding="utf-8")
    return "\n".join(line for line in text.splitlines() if not line.startswith("//"))
