"""What the server has to say about a query that it ran all the same."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import neo4j

from graph.language import Catalogue, Text
from graph.schema import Property, Table, schema
from loaders.names import fold

Kind = Literal["label", "type", "property"]

_UNKNOWN: Mapping[str, Kind] = {"01N50": "label", "01N51": "type", "01N52": "property"}
"""Kinds of names that the database does not have, by GQL status."""
_QUOTED = re.compile("`((?:[^`]|``)+)`")
_NEAR = 0.6


@dataclass(frozen=True)
class Notice:
    """One thing that the server said.

    Attributes
    ----------
    known
        Whether it is about a name that the schema has and the database does not have yet.
    """

    text: Text
    known: bool = False


def of(summary: neo4j.ResultSummary) -> list[Notice]:
    """Return what the server said, each thing once."""
    said = {}
    for status in summary.gql_status_objects:
        if status.is_notification:
            notice = _notice(status.gql_status, status.status_description)
            said[notice.text] = notice
    return list(said.values())


def _notice(status: str, description: str) -> Notice:
    catalogue = Catalogue("queries")
    quoted = _QUOTED.search(description)
    kind = _UNKNOWN.get(status)
    if kind is None or quoted is None:
        return Notice(catalogue.text("notices.other", reason=description))
    name = quoted[1]
    said = catalogue.text(f"notices.kinds.{kind}")
    known = {entry.key: entry.name for entry in _entries(kind)}
    if name in known:
        return Notice(catalogue.text("notices.unfilled", kind=said, name=_explained(name, known[name])), known=True)
    nearest = near(kind, name)
    if nearest is None:
        return Notice(catalogue.text("notices.unknown", kind=said, name=name))
    return Notice(catalogue.text("notices.near", kind=said, name=name, near=_explained(nearest, known[nearest])))


def near(kind: Kind, name: str) -> str | None:
    """Return the schema's label, type or property that is nearest to `name`, in either language; None when none is.

    Examples
    --------
    >>> near("label", "Organization"), near("label", "組織"), near("type", "WORKS_IN"), near("property", "xyz")
    ('Organisation', 'Organisation', 'WORKS_ON', None)
    """
    written: dict[str, str] = {}
    for entry in _entries(kind):
        for text in (entry.key, entry.name.ja, entry.name.en):
            written.setdefault(fold(text), entry.key)
    found = difflib.get_close_matches(fold(name), written, n=1, cutoff=_NEAR)
    return written[found[0]] if found else None


def _entries(kind: Kind) -> Iterable[Table | Property]:
    described = schema()
    if kind == "property":
        return (entry for table in described.tables for entry in table.properties.values())
    return described.labels.values() if kind == "label" else described.relationships.values()


def _explained(key: str, name: Text) -> Text:
    """Return a key of the schema with what people call it, where that is something else."""
    english = key if fold(key) == fold(name.en) else f"{key} ({name.en})"
    return Text(f"{key}({name.ja})", english)
