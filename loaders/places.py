"""Municipalities by name, as people and addresses write them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from graph.language import Text
from loaders.cells import Remark, Unreadable
from loaders.codes import Code, Form, current_code, succession
from loaders.municipalities import Change, Municipality, changes, listed, municipalities

_BLANKS = re.compile(r"\s+")
_SMALL = str.maketrans("ヶヵカがガッ", "ケケケケケツ")
_POSTCODE = re.compile(r"〒?\d{3}-?\d{4}|〒")
_DISTRICT = "郡"
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
    stated, name = _parted(_usual(text))
    place = stated or _prefecture(prefecture)
    if stated is not None and not name:
        return Found(_names()[stated][0])
    return _search(name, place) or _elsewhere(place, [name]) or _unknown(name, place)


def in_address(text: str, prefecture: str | None = None) -> Found:
    """Return the municipality or ward that an address begins with.

    Examples
    --------
    >>> in_address("〒220-0011 横浜市西区高島2-1").municipality.name
    '横浜市西区'
    """
    stated, rest = _parted(_POSTCODE.sub("", _usual(text), count=1))
    place = stated or _prefecture(prefecture)
    if stated is not None and not rest:
        return Found(_names()[stated][0])
    # The longest name counts: 東村山市 begins as 東村 does.
    beginnings = [rest[:end] for end in range(min(len(rest), _longest()), 0, -1)]
    found = next(filter(None, (_search(name, place) for name in beginnings)), None)
    return found or _elsewhere(place, beginnings) or _unknown(rest, place)


def resolved(text: str, prefecture: str | None = None, form: Form | None = None) -> Found:
    """Return the municipality of a code with or without check digit, or of a name."""
    return of_code(text, form) if is_coded(text) else find(text, prefecture)


def of_code(text: str, form: Form | None = None) -> Found:
    """Return the municipality of a code, or the one that took its place."""
    return _found(current_code(text, form))


def _found(read: Code) -> Found:
    if isinstance(read, Unreadable):
        return Found(problem=read)
    municipality = municipalities().get(read if isinstance(read, str) else read.value)
    if municipality is None:
        return Found(problem=Unreadable("municipality_unknown"))
    return Found(municipality, remark=None if isinstance(read, str) else read.remark)


def _search(name: str, place: str | None) -> Found | None:
    """Return what a name without prefecture stands for, or None when it stands for nothing."""
    if found := _named(name, place):
        return _one(found)
    old = [change for change in _changed().get(name, ()) if place in {None, change.prefecture}]
    return _found(succession(old[0])) if len(old) == 1 else None


def _elsewhere(place: str | None, beginnings: Iterable[str]) -> Found | None:
    """Return that the town or village behind a 郡 lies in another one."""
    behind = [part.rpartition(_DISTRICT)[2] for part in beginnings if _DISTRICT in part]
    towns = next(filter(None, ([town for town in _named(part, place) if town.district] for part in behind)), None)
    return Found(problem=Unreadable("place_district", {"candidates": listed(towns)})) if towns else None


def _unknown(name: str, place: str | None) -> Found:
    return Found(problem=Unreadable("place_unknown", {"hint": _near(name, place)}))


def _one(found: Sequence[Municipality]) -> Found:
    if len(found) == 1:
        return Found(found[0])
    return Found(problem=Unreadable("place_ambiguous", {"candidates": listed(found)}))


def _near(text: str, place: str | None) -> Text:
    """Return names like that of a text: those that it begins, else the most similar."""
    names, text = _names_within(place), text[: _longest()]
    near = sorted(name for name in names if text and name.startswith(text))[:_MOST_NEAR]
    similar = process.extract(text, names, scorer=fuzz.ratio, limit=_MOST_NEAR, score_cutoff=_SIMILAR)
    near = near or [name for name, _, _ in similar]
    if not near:
        return Text("都道府県から書いてください", "write its prefecture before it")
    places = listed(dict.fromkeys(found for name in near for found in _named(name, place)))
    return Text(f"近い名前: {places}", f"the nearest: {places}")


@cache
def _names_within(place: str | None) -> Sequence[str]:
    return [name for name in _names() if _named(name, place)]


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
    return max(map(len, (*_names(), *_changed())))


def _named(name: str, prefecture: str | None) -> list[Municipality]:
    return [entry for entry in _names().get(name, ()) if prefecture in {None, entry.prefecture}]


@cache
def _names() -> Mapping[str, Sequence[Municipality]]:
    """Return the municipalities by name; a town also with its 郡, a ward also by its name alone."""
    found: dict[str, list[Municipality]] = defaultdict(list)
    for entry in municipalities().values():
        for name in _names_of(entry):
            found[_usual(name)].append(entry)
    return found


def _names_of(entry: Municipality) -> Iterator[str]:
    yield entry.name
    if entry.district:
        yield entry.district + entry.name
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
