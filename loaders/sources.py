"""What was read, by the source that says it: an edition for the journal of loads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graph.keys import Row, Rows, is_node, keyed
from graph.loads import Request
from loaders.read import Loaded

SOURCES = "sources"
PREFIX = "SRC-"
_SOURCE = "Source"


def edition(loaded: Loaded, by: str, source: str | None = None, *, everything: bool = False) -> Request:
    """Return what the rows of files say, by source.

    A row belongs to the sources that it names. One that names none belongs to `source`; else to the source that a
    mapping or format names, when all files are of that one; else to a source named after the files. When rows were
    refused, nothing that was said before is taken for gone.

    Parameters
    ----------
    by
        Who loads.
    source
        Id of the source of rows that name none.
    everything
        Whether all that these files do not hold is to go, whoever said it.
    """
    says: dict[str, Rows] = defaultdict(dict)
    unsourced: Rows = {}
    for key, row in keyed(loaded.dataset).items():
        if is_node(key) and key[1] in loaded.borrowed:
            continue
        named = _named(row) or ([key[1]] if key[0] == _SOURCE else [])
        for each in named:
            says[each][key] = row
        if not named:
            unsourced[key] = row
    default = _default(loaded, says, source) if unsourced else None
    own = {each for each in (*says, *([str(default["id"])] if default else [])) if each not in loaded.published}
    return Request(
        says=dict(says),
        by=by,
        unsourced=unsourced,
        default=default,
        files=loaded.digests,
        rows=loaded.rows,
        loaded=loaded.loaded,
        refused=loaded.refused,
        tables=dict.fromkeys(own, loaded.tables) if loaded.tables else {},
        first=frozenset(own),
        everything=everything,
        partial=not loaded.whole,
    )


def _default(loaded: Loaded, says: Mapping[str, Rows], source: str | None) -> Row:
    if source is None and not loaded.tables and len(loaded.published) == 1:
        source = next(iter(loaded.published))
    names = [file.name for file in loaded.digests]
    identifier = source or PREFIX + "+".join(names)
    known = says.get(identifier, {}).get((_SOURCE, identifier))
    return dict(known) if known is not None else _record(identifier, source, names, loaded)


def _record(identifier: str, source: str | None, names: Sequence[str], loaded: Loaded) -> Row:
    record: Row = {"id": identifier, "name": source or ", ".join(names), "file": ", ".join(names)}
    if len(names) == 1 and loaded.digests[0].sha256:
        record["sha256"] = loaded.digests[0].sha256
    return record


def _named(row: Row) -> list[str]:
    found = row.get(SOURCES)
    return found if isinstance(found, list) else []
