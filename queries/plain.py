"""Values of Neo4j as plain Python, and as text."""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Iterable, Mapping
from typing import Any

import neo4j.spatial
import neo4j.time
from neo4j import graph

_TEMPORAL = neo4j.time.Date | neo4j.time.DateTime | neo4j.time.Time
_NAMES = ("name", "title", "id")


def plain(value: object) -> object:
    """Return what the driver gives as Python's own types, such as a DataFrame and JSON hold.

    Dates and times become those of `datetime`, a duration its text in ISO 8601, a point a mapping as in GeoJSON with
    its ``srid``, a node a mapping of its ``labels`` and properties, a relationship one of its ``type`` and properties,
    and a path the list of its nodes and relationships, in turn.
    """
    found = value
    if isinstance(value, Mapping):
        found = _head(value) | {key: plain(item) for key, item in value.items()}
    elif isinstance(value, graph.Path):
        found = [plain(part) for part in _parts(value)]
    elif isinstance(value, _TEMPORAL):
        found = value.to_native()
    elif isinstance(value, neo4j.time.Duration):
        found = value.iso_format()
    elif isinstance(value, neo4j.spatial.Point):
        found = {"type": "Point", "coordinates": list(value), "srid": value.srid}
    elif isinstance(value, bytes | bytearray):
        found = value.hex()
    elif isinstance(value, list | tuple):
        found = [plain(item) for item in value]
    return found


def as_json(value: object) -> str:
    """Return a value as JSON, which knows neither infinity nor what is no number: both are null.

    Examples
    --------
    >>> as_json({"place": "横浜市", "share": float("nan")})
    '{"place": "横浜市", "share": null}'
    """
    return json.dumps(_finite(plain(value)), ensure_ascii=False, default=_written)


def cell(value: object) -> object:
    """Return a value as a cell of a CSV file holds it.

    A list of simple values is joined by ``;``, a point is WKT, and what CSV has no form for is JSON.

    Examples
    --------
    >>> cell(["a", None, 2]), cell([["a"]]), cell({"a": 1})
    ('a;;2', '[["a"]]', '{"a": 1}')
    """
    if isinstance(value, neo4j.spatial.Point):
        return _wkt(value)
    given = plain(value)
    if isinstance(given, list):
        simple = not any(isinstance(item, list | dict) for item in given)
        return ";".join("" if item is None else str(cell(item)) for item in given) if simple else as_json(given)
    return as_json(given) if isinstance(given, dict) else iso(given)


def legible(value: object) -> object:
    """Return a value as people read it.

    A node is shown by its name and labels, a relationship by its type, both as in Cypher's patterns; numbers, truth
    values, dates, texts and lists of them stay what they are.
    """
    if isinstance(value, graph.Node):
        return f"({_name(value)}{''.join(f':{label}' for label in sorted(value.labels))})"
    if isinstance(value, graph.Relationship):
        return f"[:{value.type}]"
    if isinstance(value, graph.Path):
        return _pattern(value)
    if isinstance(value, neo4j.spatial.Point):
        return _wkt(value)
    given = plain(value)
    if isinstance(given, list):
        return [_flat(legible(item)) for item in value]  # type: ignore[attr-defined]
    return as_json(given) if isinstance(given, dict) else given


def _flat(value: object) -> object:
    return f"[{', '.join(map(str, value))}]" if isinstance(value, list) else value


def _head(mapping: Mapping[str, Any]) -> dict[str, object]:
    """Return what a node or relationship is beside its properties."""
    if isinstance(mapping, graph.Node):
        return {"labels": sorted(mapping.labels)}
    return {"type": mapping.type} if isinstance(mapping, graph.Relationship) else {}


def _parts(path: graph.Path) -> Iterable[graph.Entity]:
    nodes = path.nodes
    for node, tie in zip(nodes, path.relationships, strict=False):
        yield from (node, tie)
    yield from nodes[-1:]


def _pattern(path: graph.Path) -> str:
    """Return a path as Cypher draws one, its arrows as its relationships lead."""
    drawn = [str(legible(path.nodes[0]))]
    for before, tie, after in zip(path.nodes, path.relationships, path.nodes[1:], strict=False):
        forward = tie.start_node is not None and tie.start_node.element_id == before.element_id
        drawn += [f"-[:{tie.type}]->" if forward else f"<-[:{tie.type}]-", str(legible(after))]
    return "".join(drawn)


def _name(node: graph.Node) -> str:
    return next((str(node[key]) for key in _NAMES if node.get(key) is not None), "")


def _wkt(point: neo4j.spatial.Point) -> str:
    """Return a point as well-known text, as GIS programs read it."""
    return f"POINT{' Z' if len(point) > 2 else ''} ({' '.join(map(str, point))})"  # noqa: PLR2004 - dimensions


def _finite(value: object) -> object:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    return [_finite(item) for item in value] if isinstance(value, list) else value


def iso(value: object) -> object:
    """Return a day or time as ISO 8601 writes it, and any other value as it is."""
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


def _written(value: object) -> str:
    return str(iso(value))
