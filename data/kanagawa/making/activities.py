"""Cases, events and places where people meet."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Sequence

from data.kanagawa.making.collaborations import Collaboration
from data.kanagawa.making.draft import AS_OF, Draft, lots, parts, words
from data.kanagawa.making.organisations import Organisation
from data.kanagawa.making.places import Municipality, Prefecture

_PLACES = 30
_OFFSET = 0.012
_ATTENDING = {"meeting": (35, 60), "training": (12, 30), "siteVisit": (8, 18), "exchange": (12, 30), "other": (8, 20)}
_HOSTED_BY_SECRETARIAT = ("meeting", "training", "other")


def write_cases(draft: Draft, collaborations: Sequence[Collaboration]) -> None:
    """Add two cases a theme, each of a collaboration that has begun."""
    rng = lots("cases")
    number = 0
    used: Counter[str] = Counter()
    for theme, entries in words("collaborations")["cases"].items():
        begun = [c for c in collaborations if theme in c.themes and c.status != "planned"]
        for entry in entries:
            number += 1
            fewest = min(used[c.id] for c in begun)
            c = rng.choice([c for c in begun if used[c.id] == fewest])
            used[c.id] += 1
            _case(draft, f"CASE-{number:03}", entry, theme, c, rng)


def write_events(draft: Draft, prefecture: Prefecture, organisations: Sequence[Organisation]) -> None:
    """Add the events with those who hosted and those who attended, all of them members by then."""
    rng = lots("events")
    ids = {m.code[:5]: m for m in prefecture.municipalities.values()}
    for number, entry in enumerate(words("events"), start=1):
        kind, written, name, name_en, theme, code, venue = parts(entry)
        date, identifier, place = dt.date.fromisoformat(written), f"EVENT-{number:03}", ids[code]
        draft.node("Event", identifier, f"架空 {name}", f"Fictional: {name_en}", kind=kind, date=date, place=venue)
        draft.tie("ADDRESSES", identifier, theme)
        draft.tie("TAKES_PLACE_IN", identifier, place.id)
        host = _host(kind, theme, place, organisations, rng)
        draft.tie("HOSTED", host.id, identifier, not_before=date)
        for o in _attending(kind, date, [o for o in organisations if o is not host], rng):
            draft.tie("ATTENDED", o.id, identifier, not_before=date)


def write_meeting_places(draft: Draft, prefecture: Prefecture) -> None:
    """Add places to meet, each at a made-up spot within its municipality."""
    rng = lots("meeting places")
    stems = [(stem, english) for stem, _, english in map(parts, words("names")["common"])]
    rng.shuffle(stems)
    settled = [m for m in prefecture.municipalities.values() if m.size]
    for number in range(1, _PLACES + 1):
        m = rng.choices(settled, [m.size for m in settled])[0]
        kind = rng.choice(list(words("names")["placeEndings"]))
        stem, stem_en = stems.pop()
        ending, ending_en = parts(rng.choice(words("names")["placeEndings"][kind]))
        latitude, longitude = _spot(m, prefecture, rng)
        draft.node(
            "Place", f"PLACE-{number:03}", f"架空{stem}{ending}", f"Fictional {stem_en} {ending_en}", kind=kind,
            latitude=latitude, longitude=longitude,
        )  # fmt: skip
        draft.tie("TAKES_PLACE_IN", f"PLACE-{number:03}", m.id)


def _case(draft: Draft, identifier: str, entry: str, theme: str, c: Collaboration, rng: random.Random) -> None:
    name, name_en, outcome, lesson = parts(entry)
    last = (c.end or AS_OF.replace(year=2025)).year
    year = rng.randint(min(c.start.year, last), last)
    draft.node("Case", identifier, f"架空 {name}", f"Fictional: {name_en}", outcome=outcome, lesson=lesson, year=year)
    draft.tie("DESCRIBES", identifier, c.id)
    draft.tie("ADDRESSES", identifier, theme)
    draft.tie("TAKES_PLACE_IN", identifier, c.places[0])


def _host(
    kind: str, theme: str, place: Municipality, organisations: Sequence[Organisation], rng: random.Random
) -> Organisation:
    if kind in _HOSTED_BY_SECRETARIAT:
        return next(o for o in organisations if o.role == "secretariat")
    near = [o for o in organisations if o.root == place.root and o.role != "isolated"]
    return rng.choice([o for o in near if theme in o.themes] or near)


def _attending(
    kind: str, date: dt.date, organisations: Sequence[Organisation], rng: random.Random
) -> list[Organisation]:
    members = [o for o in organisations if o.member_since <= date]
    wanted = min(rng.randint(*_ATTENDING[kind]), len(members) // 2)
    order = sorted(members, key=lambda o: rng.random() ** (1 / o.activity), reverse=True)
    return sorted(order[:wanted], key=lambda o: o.id)


def _spot(m: Municipality, prefecture: Prefecture, rng: random.Random) -> tuple[float, float]:
    while True:
        latitude = round(m.latitude + rng.uniform(-_OFFSET, _OFFSET), 5)
        longitude = round(m.longitude + rng.uniform(-_OFFSET, _OFFSET), 5)
        if prefecture.contains(m.id, latitude, longitude):
            return latitude, longitude
