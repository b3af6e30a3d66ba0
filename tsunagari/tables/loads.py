"""What loads changed, and the journal of them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from graph.keys import Row
from graph.language import language
from graph.loads import Load
from graph.schema import END, START, schema
from graph.writing import Change, Difference

_LOAD = [
    *("number", "loadState", "startedAt", "by", "sources", "files", "rows", "refused"),
    *("created", "updated", "deleted", "closed", "unchanged", "undoneBy", "sha256"),
]


def difference(found: Difference) -> pd.DataFrame:
    """Return a row for each node or relationship that is created, closed or deleted, and each property that differs."""
    described = schema()
    rows = [
        {
            "change": _kind(change),
            "table": described.table(change.key[0]).name.to(language()),
            "id": " → ".join(change.key[1:3]),
            "name": (change.after or change.before or {}).get("name"),
            "property": name,
            "before": before,
            "after": after,
        }
        for change in found.changes
        for name, before, after in _values(change)
    ]
    return pd.DataFrame(rows, columns=["change", "table", "id", "name", "property", "before", "after"], dtype="object")


def loads(found: Sequence[Load]) -> pd.DataFrame:
    """Return the journal of loads, the newest first."""
    rows = [
        {
            "number": load.number,
            "loadState": load.state,
            "startedAt": f"{load.started:%Y-%m-%d %H:%M}",
            "by": load.by,
            "sources": load.sources,
            "files": tuple(file.name for file in load.files),
            "rows": load.rows,
            "refused": load.refused,
            "created": load.changes.created,
            "updated": load.changes.updated,
            "deleted": load.changes.deleted,
            "closed": load.changes.closed,
            "unchanged": load.changes.unchanged,
            "undoneBy": load.undone_by,
            "sha256": tuple(file.sha256 for file in load.files),
        }
        for load in found
    ]
    return pd.DataFrame(rows, columns=_LOAD, dtype="object")


def _kind(change: Change) -> str:
    if change.closed:
        return "closed"
    return "created" if change.before is None else "deleted" if change.after is None else "updated"


def _values(change: Change) -> list[tuple[str, object, object]]:
    """Return the properties that differ; all in one where a row comes or goes."""
    if change.before is not None and change.after is not None:
        before, after = change.before, change.after
        return [(_property(change, name), before.get(name), after.get(name)) for name in change.properties]
    return [("", _summary(change, change.before), _summary(change, change.after))]


def _summary(change: Change, row: Row | None) -> str | None:
    if row is None:
        return None
    names = [name for name in change.properties if name not in ("id", START, END)]
    values = [(_property(change, name), row[name]) for name in names]
    return ", ".join(f"{name}={'、'.join(value) if isinstance(value, list) else value}" for name, value in values)


def _property(change: Change, name: str) -> str:
    described = schema().table(change.key[0]).properties.get(name)
    return name if described is None else described.name.to(language())
