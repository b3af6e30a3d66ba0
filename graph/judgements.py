"""Judgements in Neo4j: kept beside the data, and left alone by every load."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import neo4j

from graph import statements
from graph.errors import DatabaseError
from graph.judgement import Alias, Judgement, Judgements
from graph.loads.journal import now
from graph.present import Transaction
from graph.progress import SILENT
from graph.store import Store

_SAME, _DIFFERENT = "SAME_AS", "DIFFERENT_FROM"


class NothingDecided(DatabaseError):
    """There is no such judgement to be taken back."""


def read_judgements(store: Store) -> Judgements:
    """Return all judgements, the newest first."""
    return store.reading(_read)


def add_judgements(store: Store, judgements: Iterable[Judgement]) -> None:
    """Keep judgements, in one transaction; a newer one of the same pair takes the place of the older."""
    rows = [_row(judgement) for judgement in judgements]
    if rows:
        store.transact(lambda run: _add(run, rows), SILENT)


def undo_judgements(store: Store, numbers: Sequence[int], by: str) -> list[Judgement]:
    """Take judgements back, and return them.

    What a person decided is forgotten. What the rules decided by themselves they would decide again: in its place it is
    kept that the two are different, in the name of who undoes it.

    Parameters
    ----------
    numbers
        Of the judgements as `read_judgements` lists them, from 1 for the newest.
    by
        Who undoes them.

    Raises
    ------
    NothingDecided
        When there is no judgement of a number.
    """
    return store.transact(lambda run: _undo(run, numbers, by), SILENT)


def _read(transaction: Transaction) -> Judgements:
    return Judgements.of(map(_judgement, transaction.run(statements.statement("judgements"))))


def _add(transaction: Transaction, rows: list[dict[str, object]]) -> None:
    transaction.run(statements.statement("add_judgements"), rows=rows).consume()


def _undo(transaction: Transaction, numbers: Sequence[int], by: str) -> list[Judgement]:
    found = _read(transaction).found
    missing = [number for number in numbers if not 1 <= number <= len(found)]
    if missing or not numbers:
        raise NothingDecided("judgement_unknown", number=next(iter(missing), 1), count=len(found))
    undone = [found[number - 1] for number in sorted(set(numbers))]
    pairs = [[judgement.alias.id, judgement.entity.id] for judgement in undone]
    transaction.run(statements.statement("delete_judgements"), pairs=pairs).consume()
    refuted = [replace(each, same=False, decided_by=by, decided_on=now()) for each in undone if each.automatic]
    _add(transaction, [_row(judgement) for judgement in refuted])
    return undone


def _judgement(record: neo4j.Record) -> Judgement:
    properties: dict[str, Any] = record["properties"]
    return Judgement(
        alias=Alias(**record["alias"]),
        entity=Alias(**record["entity"]),
        same=record["type"] == _SAME,
        decided_by=properties["decidedBy"],
        decided_on=properties["decidedOn"].to_native(),
        reasons=tuple(properties.get("reasons", ())),
        score=properties.get("score", 0.0),
    )


def _row(judgement: Judgement) -> dict[str, object]:
    return {
        "alias": vars(judgement.alias),
        "entity": vars(judgement.entity),
        "type": _SAME if judgement.same else _DIFFERENT,
        "properties": {
            "decidedBy": judgement.decided_by,
            "decidedOn": judgement.decided_on,
            "reasons": [str(reason) for reason in judgement.reasons],
            "score": judgement.score,
        },
    }
