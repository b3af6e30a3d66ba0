"""The fictional organisations: where they are, whom they serve, what they work on."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from data.kanagawa.making.draft import AS_OF, Draft, day, lots, parts
from data.kanagawa.making.names import Name, Names
from data.kanagawa.making.places import Municipality, Prefecture
from data.kanagawa.making.plan import Actor, Plan
from data.kanagawa.making.themes import narrow_themes

_POOL = {
    "nonprofit": 98, "communityGroup": 78, "company": 25, "university": 13,
    "cooperative": 9, "medical": 14, "socialWelfare": 10, "other": 9,
}  # fmt: skip
_CITIZENS = ("nonprofit", "communityGroup")
_SMALL = 5
_LEAST_FOR_COUNCIL = 4
_ISOLATED = 20
_MOST_ACTIVE = 10.0
_BRIDGING = 12.0
_FOUNDED = dt.date(2024, 6, 3)
_SEATS = {"横浜市": "横浜市中区", "川崎市": "川崎市川崎区", "相模原市": "相模原市中央区"}
_POPULARITY = {
    "THM-11": 12, "THM-12": 11, "THM-13": 3, "THM-21": 10, "THM-22": 4, "THM-23": 5, "THM-24": 3, "THM-25": 3,
    "THM-31": 5, "THM-32": 3, "THM-33": 3, "THM-34": 3, "THM-41": 2, "THM-42": 7, "THM-43": 4, "THM-44": 6,
    "THM-51": 2, "THM-52": 3, "THM-53": 2, "THM-54": 2,
}  # fmt: skip


@dataclass(frozen=True)
class Organisation:
    """One organisation.

    Attributes
    ----------
    home
        Id of the municipality or ward where it is.
    root
        Id of the municipality.
    activity
        How readily it joins collaborations: heavy-tailed.
    role
        core, isolated, outlying, or the part that the plan gives it: secretariat, bridging, singlePoint.
    """

    id: str
    name: Name
    sector: str
    home: str
    root: str
    area: str
    themes: tuple[str, ...]
    serves: tuple[str, ...]
    member_since: dt.date
    activity: float
    role: str
    actor: Actor | None = None


@dataclass(frozen=True)
class _Seat:
    place: Municipality
    sector: str
    actor: Actor | None = None
    government_of: Municipality | None = None
    council_of: Municipality | None = None


def make_organisations(prefecture: Prefecture, plan: Plan) -> list[Organisation]:
    """Return the organisations, in the order of their municipalities' codes."""
    rng = lots("organisations")
    seats = _seats(prefecture, plan, rng)
    isolated = _isolated(seats, plan, rng)
    names = Names(rng)
    return [
        _organisation(f"ORG-{number:03}", seat, number in isolated, names, prefecture, plan, rng)
        for number, seat in enumerate(seats, start=1)
    ]


def write_organisations(draft: Draft, organisations: Iterable[Organisation]) -> None:
    """Add the organisations with their places and themes."""
    for o in organisations:
        draft.node(
            "Organisation", o.id, o.name.written, o.name.english, nameKana=o.name.kana, sector=o.sector,
            legalForm=o.name.legal_form, memberSince=o.member_since,
        )  # fmt: skip
        draft.tie("LOCATED_IN", o.id, o.home, not_before=o.member_since)
        draft.ties("SERVES", o.id, o.serves, not_before=o.member_since)
        for number, theme in enumerate(o.themes):
            draft.tie("WORKS_ON", o.id, theme, not_before=o.member_since, strength=1.0 if number == 0 else 0.5)


def _seats(prefecture: Prefecture, plan: Plan, rng: random.Random) -> list[_Seat]:
    given = {m.id: list(_given(m, prefecture, plan)) for m in prefecture.municipalities.values()}
    pool = [sector for sector, count in _POOL.items() for _ in range(count)]
    rng.shuffle(pool)
    for m in sorted(prefecture.municipalities.values(), key=lambda m: (m.size, m.code)):
        while len(given[m.id]) < m.size:
            fit = (n for n, sector in enumerate(pool) if m.size > _SMALL or m.root != m.id or sector in _CITIZENS)
            given[m.id].append(_Seat(m, pool.pop(next(fit, 0))))
    return [seat for seats in given.values() for seat in seats]


def _given(m: Municipality, prefecture: Prefecture, plan: Plan) -> Iterator[_Seat]:
    """Those that must be: of the plan, the governments, the councils."""
    for actor in plan.actors:
        if actor.home == m.id:
            yield _Seat(m, parts(actor.name)[3], actor=actor)
    for root in prefecture.roots:
        if m.name == _SEATS.get(root.name, root.name):
            yield _Seat(m, "localGovernment", government_of=root)
            if root.name in _SEATS or root.size >= _LEAST_FOR_COUNCIL:
                yield _Seat(m, "socialWelfare", council_of=root)


def _isolated(seats: list[_Seat], plan: Plan, rng: random.Random) -> set[int]:
    free = [
        number
        for number, seat in enumerate(seats, start=1)
        if seat.sector in (*_CITIZENS, "company", "other") and not seat.actor and seat.place.id not in plan.outlying
    ]
    return set(rng.sample(free, _ISOLATED))


def _organisation(
    identifier: str,
    seat: _Seat,
    isolated: bool,  # noqa: FBT001 - private
    names: Names,
    prefecture: Prefecture,
    plan: Plan,
    rng: random.Random,
) -> Organisation:
    place, actor = seat.place, seat.actor
    themes = actor.themes if actor else _themes(place.root, plan, rng)
    official = seat.government_of or (actor is plan.secretariat)
    return Organisation(
        id=identifier,
        name=_name(seat, names, themes[0]),
        sector=seat.sector,
        home=place.id,
        root=place.root,
        area=place.area,
        themes=themes,
        serves=() if official else _serves(place, themes, prefecture, plan, rng),
        member_since=_FOUNDED if official else min(day(rng, _FOUNDED, AS_OF), day(rng, _FOUNDED, AS_OF)),
        activity=_BRIDGING if actor in plan.bridging else round(min(rng.paretovariate(1.1), _MOST_ACTIVE), 3),
        role="isolated" if isolated else _role(actor, place, plan),
        actor=actor,
    )


def _name(seat: _Seat, names: Names, theme: str) -> Name:
    if seat.actor:
        return names.planned(seat.actor.name)[0]
    if seat.government_of:
        return names.government(seat.government_of)
    if seat.council_of:
        return names.council(seat.council_of)
    return names.other(seat.sector, seat.place.area, theme)


def _role(actor: Actor | None, place: Municipality, plan: Plan) -> str:
    if actor is None:
        return "outlying" if place.id in plan.outlying else "core"
    if actor is plan.secretariat:
        return "secretariat"
    return "bridging" if actor in plan.bridging else "singlePoint"


def _themes(root: str, plan: Plan, rng: random.Random) -> tuple[str, ...]:
    free = [theme for theme in narrow_themes() if (root, theme) not in plan.empty]
    weights = [_POPULARITY[theme] for theme in free]
    wanted = rng.choices((1, 2, 3, 4), (50, 32, 13, 5))[0]
    return tuple(dict.fromkeys(rng.choices(free, weights, k=wanted)))


def _serves(
    place: Municipality, themes: tuple[str, ...], prefecture: Prefecture, plan: Plan, rng: random.Random
) -> tuple[str, ...]:
    """Municipalities next to its own, and next to those, that the plan does not keep empty of its themes."""
    wanted = rng.choices(range(7), (70, 13, 7, 4, 3, 2, 1))[0]
    near = prefecture.neighbours(place.root)
    further = sorted({second for first in near for second in prefecture.neighbours(first)} - {place.root, *near})
    candidates = [m for m in near * 3 + further if not any((m, theme) in plan.empty for theme in themes)]
    rng.shuffle(candidates)
    return tuple(sorted(list(dict.fromkeys(candidates))[:wanted]))
