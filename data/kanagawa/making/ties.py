"""Declared ties of two organisations, within their area."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

from data.kanagawa.making.draft import Draft, day, lots
from data.kanagawa.making.membership import Group, hubs, partners
from data.kanagawa.making.organisations import Organisation

_TOTAL = 120
_AMONG_OUTLYING = 8
_KINDS = {
    "cooperation": 40, "informationExchange": 26, "referral": 18, "funding": 6, "contract": 6, "personnel": 4,
}  # fmt: skip


def write_ties(draft: Draft, organisations: Sequence[Organisation], groups: Sequence[Group]) -> None:
    """Add the declared ties; those held back from the public run beside a shared collaboration."""
    rng = lots("ties")
    known = partners(groups)
    bridges = _bridges(organisations, rng)
    pairs = _pairs(organisations, "outlying", _AMONG_OUTLYING, rng)
    pairs += _pairs(organisations, "core", _TOTAL - len(pairs) - len(bridges), rng)
    for first, second in bridges:
        draft.tie("TIED_TO", first.id, second.id, kind="cooperation", strength=2.0, since=dt.date(2024, 7, 1))
    for first, second in pairs:
        held_back = second.id in known.get(first.id, ()) and rng.random() < 0.3
        draft.tie(
            "TIED_TO", first.id, second.id, kind=rng.choices(list(_KINDS), list(_KINDS.values()))[0],
            strength=rng.choice((0.5, 1.0, 1.0, 2.0)), since=day(rng, dt.date(2019, 4, 1), dt.date(2025, 3, 31)),
            visibility="members" if held_back else "public",
        )  # fmt: skip


def _bridges(organisations: Sequence[Organisation], rng: random.Random) -> list[tuple[Organisation, Organisation]]:
    """The bridging organisations, each with one more of the most active of its own and every area that it reaches."""
    return [
        (o, rng.choice(hubs(organisations, area)))
        for o in organisations
        for area in ((o.area, *o.actor.reaches) if o.actor and o.actor.reaches else ())
    ]


def _pairs(
    organisations: Sequence[Organisation], role: str, count: int, rng: random.Random
) -> list[tuple[Organisation, Organisation]]:
    """Pairs of one area, the active ones more often, each pair once."""
    candidates = [o for o in organisations if o.role == role]
    weights = [o.activity for o in candidates]
    found: dict[frozenset[str], tuple[Organisation, Organisation]] = {}
    while len(found) < count:
        first = rng.choices(candidates, weights)[0]
        second = rng.choice([o for o in candidates if o.area == first.area])
        if first is not second:
            found.setdefault(frozenset((first.id, second.id)), (first, second))
    return list(found.values())
