"""Municipalities by name, as people and addresses write them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process

from graph.language import Text
from loaders.cells import Remark, Unreadable
from loaders.codes import Form, municipality_code
from loaders.municipalities import Change, Municipality, change_of, changes, municipalities

_BLANKS = re.compile(r"\s+")
_SMALL = str.maketrans("ヶヵカがガッ", "ケケケケケツ")
_POSTCODE = re.compile(r"〒?\d{3}-?\d{4}|〒")
_DISTRICT = "郡"
_MOST_CANDIDATES = 10
_MOST_NEAR = 3
_SIMILAR = 60


@dataclass(frozen=True)
class Found:
    """What a name or code stands for.

    Attributes
    ----------
    municipality
        None when it cannot be told.
    problem
        What is wrong, when it cannot.
    remark
        What a person should know, when it can.
    """

    municipality: Municipality | None = None
    problem: Unreadable | None = None
    remark: Remark | None = None


def find(text: str, prefecture: str | None = None) -> Found:
    """Return the municipality or ward of a name.

    Parameters
    ----------
    text
        A name such as 横浜市, 神奈川県横浜市鶴見区, 鶴見区 or 足柄上郡大井町.
    prefecture
        Where to look when the name does not say so itself.

    Examples
    --------
    >>> find("足柄上郡大井町").municipality.code
    '143626'
    >>> find("中郡大井町").problem.kind
    'place_district'
    """
    return _find(_usual(text), _prefecture(prefecture))


def in_address(text: str, prefecture: str | None = None) -> Found:
    """Return the municipality or ward that an address begins with.

    Examples
    --------
    >>> in_address("〒220-0011 横浜市西区高島2-1").municipality.name
    '横浜市西区'
    """
    usual = _POSTCODE.sub("", _usual(text), count=1)
    stated, rest = _parted(usual)
    place = stated or _prefecture(prefecture)
    # The longest name counts: 東村山市 begins as 東村 does.
    for end in range(min(len(rest), _longest()), 0, -1):
        found = _find(rest[:end], place)
        if found.municipality is not None or (found.problem is not None and found.problem.kind != "place_unknown"):
            return found
    if stated is not None and not rest:
        return _find(stated, None)
    return Found(problem=Unreadable("place_unknown", {"hint": _near(rest, place)}))


def resolved(text: str, prefecture: str | None = None, form: Form | None = None) -> Found:
    """Return the municipality of a code with or without check digit, or of a name."""
    return of_code(text, form) if is_coded(text) else find(text, prefecture)


def of_code(text: str, form: Form | None = None) -> Found:
    """Return the municipality of a code, or the one that took its place."""
    read = municipality_code(text, form)
    if isinstance(read, Unreadable):
        return Found(problem=read)
    code = read if isinstance(read, str) else read.value
    if (change := change_of(code)) is not None:
        return _succeeded(change)
    municipality = municipalities().get(code)
    if municipality is None:
        return Found(problem=Unreadable("municipality_unknown"))
    return Found(municipality, remark=None if isinstance(read, str) else read.remark)


@cache
def _find(usual: str, prefecture: str | None) -> Found:
    stated, rest = _parted(usual)
    place = stated or prefecture
    if not rest:
        whole = _named(usual, None)
        return Found(whole[0]) if whole else Found(problem=Unreadable("place_unknown", {"hint": _near(rest, place)}))
    if found := _named(rest, place):
        return _one(found)
    if old := [change for change in _changed().get(rest, ()) if place in {None, change.prefecture}]:
        return (
            _succeeded(old[0])
            if len(old) == 1
            else Found(problem=Unreadable("place_unknown", {"hint": _near(rest, place)}))
        )
    return _in_district(rest, place)


def _in_district(text: str, place: str | None) -> Found:
    """Return the town or village behind a 郡, which has to lie in it."""
    splits = [index + 1 for index, character in enumerate(text) if character == _DISTRICT]
    elsewhere: list[Municipality] = []
    for split in splits:
        district, name = text[:split], text[split:]
        towns = [town for town in _named(name, place) if town.district]
        fitting = [town for town in towns if _usual(town.district) == district]
        if fitting:
            return _one(fitting)
        elsewhere += towns
    if elsewhere:
        return Found(problem=Unreadable("place_district", {"candidates": _listed(elsewhere)}))
    return Found(problem=Unreadable("place_unknown", {"hint": _near(text, place)}))


def _one(found: Sequence[Municipality]) -> Found:
    if len(found) == 1:
        return Found(found[0])
    return Found(problem=Unreadable("place_ambiguous", {"candidates": _listed(found)}))


def _succeeded(change: Change) -> Found:
    today = [municipalities()[code] for code in change.successors]
    details = {"date": change.date, "new": _listed(today)}
    if len(today) > 1:
        return Found(problem=Unreadable("place_divided", details))
    return Found(today[0], remark=Remark("place_changed", details))


def _listed(found: Iterable[Municipality]) -> str:
    places = list(found)
    rest = " …" if len(places) > _MOST_CANDIDATES else ""
    return " / ".join(f"{place.full_name} {place.code}" for place in places[:_MOST_CANDIDATES]) + rest


def _near(text: str, place: str | None) -> Text:
    """Return names like that of a text: those that it begins, else the most similar."""
    names = [name for name in _names() if _named(name, place)]
    near = sorted(name for name in names if name.startswith(text))[:_MOST_NEAR]
    near = near or [name for name, _, _ in process.extract(text, names, limit=_MOST_NEAR, score_cutoff=_SIMILAR)]
    if not near:
        return Text("都道府県から書いてください", "write its prefecture before it")
    places = _listed(found for name in near for found in _named(name, place))
    return Text(f"近い名前: {places}", f"the nearest: {places}")


def is_coded(text: str) -> bool:
    """Tell whether a text is meant as a code."""
    return bool(re.fullmatch(r"[\d\s.Ee+-]+", unicodedata.normalize("NFKC", text)))


def _usual(text: str) -> str:
    """Return a name without what people vary: width, blanks, ヶ and ケ, ッ and ツ."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text)).translate(_SMALL)


def _prefecture(text: str | None) -> str | None:
    """Return the prefecture of a name with or without its last character."""
    if not text or not text.strip():
        return None
    usual = _usual(text)
    return next((name for name in _prefectures() if usual in {name, name[:-1]}), None)


def _parted(usual: str) -> tuple[str | None, str]:
    stated = next((name for name in _prefectures() if usual.startswith(name)), None)
    return stated, usual if stated is None else usual[len(stated) :]


@cache
def _prefectures() -> Sequence[str]:
    return [entry.name for entry in municipalities().values() if entry.kind == "prefecture"]


@cache
def _longest() -> int:
    return max(map(len, (*_names(), *_changed()))) + max(len(entry.district) for entry in municipalities().values())


def _named(name: str, prefecture: str | None) -> list[Municipality]:
    return [entry for entry in _names().get(name, ()) if prefecture in {None, entry.prefecture}]


@cache
def _names() -> Mapping[str, Sequence[Municipality]]:
    """Return the municipalities by name; a ward also by its name alone."""
    found: dict[str, list[Municipality]] = defaultdict(list)
    for entry in municipalities().values():
        for name in _names_of(entry):
            found[_usual(name)].append(entry)
    return found


def _names_of(entry: Municipality) -> Iterator[str]:
    yield entry.name
    if entry.city is not None:
        yield entry.name.removeprefix(municipalities()[entry.city].name)


@cache
def _changed() -> Mapping[str, Sequence[Change]]:
    """Return what is no more by name; what only has another code is found by its name as ever."""
    found: dict[str, list[Change]] = defaultdict(list)
    for change in changes():
        for name in {change.name, change.district + change.name}:
            found[_usual(name)].append(change)
    return found
