"""The collaborations: names, forms, days, themes and places of the groups."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.kanagawa.making.draft import AS_OF, Draft, day, lots, parts, words
from data.kanagawa.making.membership import Group
from data.kanagawa.making.organisations import Organisation
from data.kanagawa.making.places import Prefecture
from data.kanagawa.making.plan import Plan

_KINDS = {"project": 36, "network": 26, "council": 18, "agreement": 8, "grant": 7, "research": 5}
_ROLES = {"partner": 80, "host": 9, "adviser": 7, "funder": 4}
_ENDED = 0.2
_PLANNED = 0.07
_NAMED = 0.35
_FIRST = dt.date(2021, 4, 1)


@dataclass(frozen=True)
class Collaboration:
    """One collaboration."""

    id: str
    name: str
    name_en: str
    kind: str
    status: str
    start: dt.date
    end: dt.date | None
    themes: tuple[str, ...]
    places: tuple[str, ...]
    group: Group


def make_collaborations(groups: Sequence[Group], prefecture: Prefecture, plan: Plan) -> list[Collaboration]:
    """Return the collaborations, in the order of the day on which they began."""
    rng = lots("collaborations")
    given: set[str] = set()
    made = [_collaboration(group, given, prefecture, plan, rng) for group in groups]
    made.sort(key=lambda c: (c.start, c.name))
    return [Collaboration(**{**vars(c), "id": f"COL-{number:03}"}) for number, c in enumerate(made, start=1)]


def write_collaborations(draft: Draft, collaborations: Iterable[Collaboration]) -> None:
    """Add the collaborations with their members, themes and places."""
    rng = lots("participation")
    for c in collaborations:
        draft.node(
            "Collaboration", c.id, c.name, c.name_en, kind=c.kind, status=c.status, startDate=c.start, endDate=c.end,
            summary=words("collaborations")["themes"][c.themes[0]]["summary"],
        )  # fmt: skip
        draft.ties("ADDRESSES", c.id, c.themes)
        draft.ties("TAKES_PLACE_IN", c.id, c.places)
        for number, o in enumerate(c.group.members):
            since = _since(c, rng)
            role = "lead" if number == 0 else _role(c.kind, o, rng)
            draft.tie("PARTICIPATES_IN", o.id, c.id, not_before=since, role=role, since=since)


def _since(c: Collaboration, rng: random.Random) -> dt.date | None:
    """Most from the first day; nobody yet where it is only planned."""
    if c.status == "planned":
        return None
    later = rng.randrange(1, 300) if rng.random() < 0.3 else 0
    return min(c.start + dt.timedelta(days=later), c.end or AS_OF)


def _collaboration(
    group: Group, given: set[str], prefecture: Prefecture, plan: Plan, rng: random.Random
) -> Collaboration:
    places = _places(group, rng)
    themes = _themes(group, {prefecture.root(place) for place in places}, plan, rng)
    kind = rng.choices(list(_KINDS), list(_KINDS.values()))[0]
    name, name_en = _name(group, places[0], themes[0], kind, given, prefecture, rng)
    status, start, end = _days(group, rng)
    return Collaboration("", name, name_en, kind, status, start, end, themes, places, group)


def _places(group: Group, rng: random.Random) -> tuple[str, ...]:
    """One to three places of its members in the area, the leader's first."""
    homes = list(dict.fromkeys(o.home for o in group.members if o.area == group.area))
    return tuple(homes[: rng.choices((1, 2, 3), (72, 20, 8))[0]])


def _themes(group: Group, roots: set[str], plan: Plan, rng: random.Random) -> tuple[str, ...]:
    """One or two themes of its members that the plan does not keep empty there."""
    theirs = [group.theme, *(theme for o in group.members for theme in o.themes)]
    free = [theme for theme in dict.fromkeys(theirs) if not any((root, theme) in plan.empty for root in roots)]
    return tuple(free[: rng.choices((1, 2), (75, 25))[0]])


def _name(
    group: Group, place: str, theme: str, kind: str, given: set[str], prefecture: Prefecture, rng: random.Random
) -> tuple[str, str]:
    described = words("collaborations")
    whole = words("areas")[group.area]
    home = prefecture.municipalities[place]
    root = prefecture.municipalities[home.root]
    wheres = [(home.name, home.name_en), (root.name, root.name_en), (whole["ja"], whole["en"])]
    while True:
        where, where_en = rng.choices(wheres, (3, 2, 4))[0]
        noun, noun_en = parts(rng.choice(described["themes"][theme]["nouns"]))
        form, form_en = parts(rng.choice(described["kinds"][kind]))
        word, _, word_en = parts(rng.choice(words("names")["common"])) if rng.random() < _NAMED else ("", "", "")
        name = f"架空 {where}{word}{noun}{form}"
        if name not in given:
            given.add(name)
            return name, " ".join(filter(None, ("Fictional", where_en, word_en, noun_en, form_en)))


def _days(group: Group, rng: random.Random) -> tuple[str, dt.date, dt.date | None]:
    luck = 1.0 if group.lasting else rng.random()
    if luck < _PLANNED:
        return "planned", day(rng, dt.date(2026, 4, 1), dt.date(2026, 10, 1)).replace(day=1), None
    if luck < _PLANNED + _ENDED:
        start = day(rng, _FIRST, dt.date(2024, 9, 1))
        return "ended", start, day(rng, start + dt.timedelta(days=270), AS_OF - dt.timedelta(days=31))
    return "active", day(rng, _FIRST, dt.date(2026, 2, 1)), None


def _role(kind: str, o: Organisation, rng: random.Random) -> str:
    if kind == "grant" and o.sector in ("nonprofit", "communityGroup"):
        return "recipient"
    role = rng.choices(list(_ROLES), list(_ROLES.values()))[0]
    return "partner" if role == "funder" and o.sector not in ("company", "localGovernment", "cooperative") else role
