"""The sample in a database with a past: loads, one of them taken back, and judgements.

What is there in the end is the sample alone, as its files have it. `tests/queries/expected/provenance.py` says in rows
what happens here.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from graph.judgement import PROGRAM, Alias, Judgement
from graph.judgements import add_judgements
from graph.keys import Rows
from graph.loads import Request
from graph.store import Store
from loaders import read
from loaders.sources import edition

_DAYS = {1: "2026-04-01T09:30:00+09:00", 2: "2026-04-02T10:00:00+09:00", 3: "2026-04-10T14:15:00+09:00"}


def write_sample(store: Store, sample: Path) -> None:
    """Load the sample without its last organisation, a file that is taken back, and the sample as it is."""
    whole = edition(read([sample]), "架空事務局")
    store.load(_without(whole, "ORG-320"))
    by_mistake: Rows = {("Source", "SRC-OLD"): {"id": "SRC-OLD", "name": "架空の古い名簿"}}
    store.load(Request({"SRC-OLD": by_mistake}, "架空の担当者", rows=1, loaded=1))
    store.undo(2, "架空事務局")
    store.load(whole)
    for number, day in _DAYS.items():
        store.driver.execute_query(
            "MATCH (load:Load {number: $number}) SET load.startedAt = datetime($day)", number=number, day=day
        )
    add_judgements(store, _judgements())


def _without(request: Request, organisation: str) -> Request:
    """The same, as if the organisation had not been there yet."""
    says = {
        source: {key: row for key, row in rows.items() if organisation not in key[1:3]}
        for source, rows in request.says.items()
    }
    return replace(request, says=says, rows=request.rows - 1, loaded=request.loaded - 1)


def _judgements() -> list[Judgement]:
    days = [dt.datetime.fromisoformat(f"2026-04-{day}T11:00:00+09:00") for day in (10, 11, 12)]
    clinic = Alias("ORG-001", "架空波止場クリニック")
    return [
        Judgement(Alias("LIST-7", "架空 波止場クリニック"), clinic, True, PROGRAM, days[0], ("same_name",), 100.0),
        Judgement(
            Alias("LIST-8", "架空波止場診療所"),
            Alias("LIST-7", "架空 波止場クリニック"),
            True,
            "架空の担当者",
            days[1],
            (),
            82.5,
        ),
        Judgement(Alias("LIST-9", "架空波止場歯科"), clinic, False, "架空の担当者", days[2], (), 74.0),
    ]
