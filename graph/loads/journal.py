"""The journal of loads, kept in the database beside the data."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from graph import statements
from graph.keys import Key, Row, Rows, key_of
from graph.loads.packing import packed, unpacked
from graph.present import Transaction
from graph.schema import schema
from graph.writing import Change, Changes

LoadState = Literal["started", "done", "failed", "undone"]
Kind = Literal["edition", "before"]


@dataclass(frozen=True)
class ReadFile:
    """A file that a load read."""

    name: str
    sha256: str


@dataclass(frozen=True)
class Load:
    """One load.

    Attributes
    ----------
    number
        Counted from 1; 0 for a dry run.
    state
        ``started``: it runs, or was interrupted and changed nothing; ``done``; ``failed``: it changed nothing;
        ``undone``: it was taken back.
    sources
        Ids of the sources of which it brought an edition.
    rows, loaded, refused
        Rows of the files.
    editions
        The sources of which it holds an edition: those whose edition differs from the one before.
    first
        The sources that come before others where two say different things.
    """

    number: int
    state: LoadState
    by: str
    started: dt.datetime
    finished: dt.datetime | None = None
    sources: tuple[str, ...] = ()
    files: tuple[ReadFile, ...] = ()
    rows: int = 0
    loaded: int = 0
    refused: int = 0
    changes: Changes = field(default_factory=Changes)
    undone_by: str | None = None
    undone: dt.datetime | None = None
    editions: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()


def now() -> dt.datetime:
    """Return the time, with its zone, in whole seconds."""
    return dt.datetime.now().astimezone().replace(microsecond=0)


def begin(transaction: Transaction, properties: Mapping[str, object]) -> int:
    """Note a load that begins, and return its number."""
    given = {**properties, "state": "started", "startedAt": now()}
    found = transaction.run(statements.statement("begin_load"), properties=given)
    return int(found.single(strict=True)["number"])


def finish(transaction: Transaction, number: int, properties: Mapping[str, object]) -> None:
    """Note how a load ended."""
    given = {"finishedAt": now(), **properties}
    transaction.run(statements.statement("finish_load"), number=number, properties=given).consume()


def read(transaction: Transaction) -> list[Load]:
    """Return all loads, the newest first."""
    return [_load(record["load"], record["editions"]) for record in transaction.run(statements.statement("loads"))]


def keep_edition(transaction: Transaction, number: int, source: str, rows: Rows) -> None:
    """Keep what a source says, as an edition of a load."""
    records = ([key[0], row] for key, row in rows.items())
    _keep(transaction, number, "edition", source, records)


def edition(transaction: Transaction, number: int, source: str) -> Rows:
    """Return the edition of a source that a load brought."""
    described = schema()
    records = _records(transaction, number, "edition", source)
    return {key_of(described.table(table), row): row for table, row in records if described.has(table)}


def keep_before(transaction: Transaction, number: int, changes: Iterable[Change]) -> None:
    """Keep how rows were before a load, and which of their properties it changed."""
    records = (
        [change.key, change.before, change.properties if change.before is not None else []] for change in changes
    )
    _keep(transaction, number, "before", "", records)


def before(transaction: Transaction, number: int) -> Iterator[tuple[Key, Row | None, list[str]]]:
    """Yield each row that a load changed: its key, how it was, and the properties that were changed."""
    for key, row, properties in _records(transaction, number, "before", ""):
        yield tuple(key), row, properties


def _keep(transaction: Transaction, number: int, kind: Kind, source: str, records: Iterable[object]) -> None:
    for part, content in enumerate(packed(records)):
        statement = statements.statement("keep_part")
        transaction.run(statement, number=number, kind=kind, source=source, part=part, content=content).consume()


def _records(transaction: Transaction, number: int, kind: Kind, source: str) -> Iterator[Any]:
    found = transaction.run(statements.statement("load_parts"), number=number, kind=kind, source=source)
    parts = [bytes(record["content"]) for record in found]
    return unpacked(parts) if parts else iter(())


def _load(properties: Mapping[str, Any], editions: Iterable[str]) -> Load:
    files = zip(properties.get("files", ()), properties.get("sha256", ()), strict=False)
    return Load(
        number=properties["number"],
        state=properties["state"],
        by=properties["by"],
        started=properties["startedAt"].to_native(),
        finished=_native(properties.get("finishedAt")),
        sources=tuple(properties.get("sources", ())),
        files=tuple(ReadFile(name, sha256) for name, sha256 in files),
        rows=properties.get("rows", 0),
        loaded=properties.get("loaded", 0),
        refused=properties.get("refused", 0),
        changes=Changes(**{name: properties.get(name, 0) for name in Changes.__dataclass_fields__}),
        undone_by=properties.get("undoneBy"),
        undone=_native(properties.get("undoneAt")),
        editions=frozenset(editions),
        first=frozenset(properties.get("first", ())),
    )


def _native(value: Any) -> dt.datetime | None:
    return None if value is None else value.to_native()
