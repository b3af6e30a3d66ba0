"""What people are asked about organisations that may be one, and what they decide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from graph import statements
from graph.dataset import Dataset
from graph.frames import rows
from graph.judgement import PROGRAM, Alias, Judgement, Judgements
from graph.judgements import add_judgements, read_judgements, undo_judgements
from graph.progress import SILENT, Progress
from graph.store import Store
from loaders.resolution import Reason, Resolution, resolve
from loaders.resolution.decisions import Decision, Obstacle
from loaders.resolution.organisations import aliases, name_history, organisations


@dataclass(frozen=True)
class Undone:
    """A judgement that was taken back, and whether its two organisations still are one node."""

    judgement: Judgement
    merged: bool


def open_pairs(store: Store, progress: Progress = SILENT) -> pd.DataFrame:
    """Return the organisations of the database that may be one, a row a pair, the surest first.

    Columns `pair` (from 1), `leftName`, `leftMunicipality`, `rightName`, `rightMunicipality`, `score`, `reasons`
    (keys), `left`, `right` (ids).
    """
    dataset = store.read(progress)
    records = organisations(dataset)
    found = _resolved(dataset, records, read_judgements(store), progress)
    known = aliases(records)
    places = {str(row["id"]): str(row["name"]) for row in rows(dataset["Municipality"])}
    # What the rules would make one by themselves is two nodes until the next load: a person can decide it before.
    waiting = [(merge.id, merge.entity, merge.score, merge.reasons) for merge in found.merges]
    asked = [(pair.left, pair.right, pair.score, pair.reasons) for pair in found.asked]
    shown = [
        (*_shown(known[left], places), *_shown(known[right], places), score, reasons, left, right)
        for left, right, score, reasons in (*waiting, *asked)
        if left in known and right in known
    ]
    columns = ["leftName", "leftMunicipality", "rightName", "rightMunicipality", "score", "reasons", "left", "right"]
    table = pd.DataFrame(shown, columns=columns)
    table.insert(0, "pair", range(1, len(table) + 1))
    return table


def _shown(alias: Alias, places: Mapping[str, str]) -> tuple[str, str | None]:
    return alias.name, places.get(alias.municipality or "")


def decide(store: Store, decision: Decision, by: str, progress: Progress = SILENT) -> Obstacle | None:
    """Keep a decision, and make two organisations that are the same one node at once.

    That is a load of its own, so that it can be taken back.

    Returns
    -------
    Obstacle or None
        What forbids it: ``pair_gone`` when an organisation is not in the database, ``pair_apart`` when
        the two have different 法人番号 or were judged different, be it through others.
    """
    dataset = store.read(progress)
    records = organisations(dataset)
    known = aliases(records)
    if not {decision.left, decision.right} <= known.keys():
        return "pair_gone"
    judgements = read_judgements(store)
    made = _judgement(known[decision.left], known[decision.right], decision, by)
    found = _resolved(dataset, records, Judgements.of([*judgements, made]), progress)
    entity = {each.id: each.entity for each in found.decided}
    if decision.same and entity[decision.left] != entity[decision.right]:
        return "pair_apart"
    add_judgements(store, [made])
    moved = {end: entity[end] for end in (decision.left, decision.right) if entity[end] != end} if decision.same else {}
    if moved:
        store.merge(moved, by, progress)
    return None


def undo(store: Store, numbers: Sequence[int], by: str, progress: Progress = SILENT) -> list[Undone]:
    """Take judgements back, and with each the load that made one of the two where it is the newest load."""
    undone = []
    for judgement in undo_judgements(store, numbers, by):
        number = _newest_merge(store, judgement) if judgement.same else None
        if number is not None:
            store.undo(number, by, progress)
        undone.append(Undone(judgement, merged=judgement.same and _is_one(store, judgement)))
    return undone


def _resolved(dataset: Dataset, records: pd.DataFrame, judgements: Judgements, progress: Progress) -> Resolution:
    return resolve(records, judgements=judgements, history=name_history(dataset), progress=progress)


def _judgement(left: Alias, right: Alias, decision: Decision, by: str) -> Judgement:
    # The one with a 法人番号 stays, else the first.
    goes, stays = (left, right) if right.corporateNumber and not left.corporateNumber else (right, left)
    return Judgement(goes, stays, decision.same, by, dt.datetime.now().astimezone(), (), 0.0)


def _newest_merge(store: Store, judgement: Judgement) -> int | None:
    """Return the newest load, when it is the one that made one of the two of a judgement."""
    found = store.reading(lambda run: run.run(statements.statement("newest_merge")).single())
    merged = (found["merged"] or ()) if found else ()
    gone = {each.partition(" → ")[0] for each in merged}
    return int(found["number"]) if found and gone and gone <= judgement.pair else None


def _is_one(store: Store, judgement: Judgement) -> bool:
    """Tell whether only one of the two is a node."""
    return sum(map(len, store.nodes(judgement.pair).values())) == 1


def judged(judgements: Judgements) -> pd.DataFrame:
    """Return judgements as a table: `number` (1 for the newest), `verdict`, the two names, who, when, and why."""
    return pd.DataFrame(
        [
            (
                number,
                "same" if each.same else "different",
                each.alias.name,
                each.entity.name,
                each.decided_by,
                each.decided_on.astimezone().isoformat(" ", "minutes"),
                each.reasons,
                each.alias.id,
                each.entity.id,
            )
            for number, each in enumerate(judgements, start=1)
        ],
        columns=["number", "verdict", "leftName", "rightName", "by", "decidedOn", "reasons", "left", "right"],
    )


def remembered(resolution: Resolution, records: pd.DataFrame, at: dt.datetime) -> list[Judgement]:
    """Return what the rules made one by themselves as judgements of the program, for a load to keep."""
    known = aliases(records)
    return [
        Judgement(
            alias=known[merge.id],
            entity=known.get(merge.entity, replace(known[merge.id], id=merge.entity)),
            same=True,
            decided_by=PROGRAM,
            decided_on=at,
            reasons=merge.reasons,
            score=merge.score,
        )
        for merge in resolution.merges
        if merge.id in known and Reason.JUDGED not in merge.reasons
    ]
