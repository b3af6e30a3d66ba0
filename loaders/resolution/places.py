"""Names of places within names of organisations, and addresses behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.municipalities import municipalities
from loaders.resolution.characters import usual
from loaders.resolution.words import choice, words

_POSTCODE = re.compile(r"〒?\s*\d{3}-\d{4}\s*")
_STREET = re.compile(r"\d|丁目|番地|大字|字|町|郡")
_SUFFIXES = "都道府県市区町村"
_SHORTEST = 2


def is_address(text: str) -> bool:
    """Tell whether `text` (in usual characters) is an address: a prefecture and what lies in it, or a street.

    Examples
    --------
    >>> is_address("東京都千代田区平河町2-6-3"), is_address("横浜市中区日本大通1"), is_address("神奈川県支部")
    (True, True, False)
    """
    rest, count = _POSTCODE.subn("", text, count=1)
    if count and text.startswith(("〒", *"0123456789")):
        return True
    within = _in_prefecture().match(rest)
    if within:
        return True
    place = place_at(rest, 0)
    return len(place) > _SHORTEST and place[-1] in "市区町村" and _STREET.search(rest, len(place)) is not None


def without_address(text: str) -> str:
    """Return `text` without an address behind the name, or before it.

    Examples
    --------
    >>> without_address("架空会東京都千代田区平河町2-6-3"), without_address("東京都港区芝1-1 架空会")
    ('架空会', '架空会')
    """
    found = _behind().search(text)
    if found:
        text = text[: found.start()].rstrip()
    first, _, rest = text.partition(" ")
    if rest and is_address(first) and any(map(str.isdigit, first)):
        return rest.strip()
    parts = text.split(" ")
    cut = next((n for n in range(1, len(parts)) if is_address(" ".join(parts[n:]))), len(parts))
    return " ".join(parts[:cut])


def place_at(text: str, position: int) -> str:
    """Return the longest name of a municipality or prefecture that begins there, or nothing."""
    if text[position : position + 1] not in _first_characters():
        return ""
    for length in range(min(_longest(), len(text) - position), _SHORTEST - 1, -1):
        if text[position : position + length] in _names():
            return text[position : position + length]
    return ""


def place_before(text: str, end: int) -> str:
    """Return the longest name of a place or direction, with or without 市 and the like, that ends there."""
    for length in range(min(_longest(), end), 0, -1):
        found = text[end - length : end]
        if found in _names() or found in _short_names() or found in _directions():
            return found
    return ""


def places_in(text: str) -> Iterator[str]:
    """Yield the names of municipalities, prefectures and larger areas in a folded name, each without its 市."""
    position = 0
    while position < len(text):
        found = _area_at(text, position) or place_at(text, position)
        if found:
            yield found.rstrip(_SUFFIXES) or found
        position += len(found) or 1


def _area_at(text: str, position: int) -> str:
    found = _areas().match(text, position)
    return found[0] if found else ""


@cache
def _names() -> frozenset[str]:
    """Return names of municipalities, wards and prefectures; a ward also by its own name."""
    found = {usual(place.name) for place in municipalities().values()}
    wards = {usual(place.name) for place in municipalities().values() if place.kind == "ward"}
    return frozenset(found | {name[name.rindex("市") + 1 :] for name in wards if "市" in name[:-1]})


@cache
def _short_names() -> frozenset[str]:
    """Return the same without 市 and the like, and names of areas, as offices are named after them."""
    return frozenset({name[:-1] for name in _names() if len(name) > _SHORTEST} | set(words("areas")))


@cache
def _directions() -> frozenset[str]:
    return frozenset([*"東西南北", "中央", "第一", "第二", "第三"])


@cache
def _areas() -> re.Pattern[str]:
    return re.compile(choice(words("areas")))


@cache
def _first_characters() -> frozenset[str]:
    return frozenset(name[0] for name in _names())


@cache
def _longest() -> int:
    return max(map(len, _names()))


@cache
def _prefectures() -> str:
    return choice(usual(place.name) for place in municipalities().values() if place.kind == "prefecture")


@cache
def _in_prefecture() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_prefectures()})\s*\S{{1,7}}?[市区町村郡](?!\S*(?:会|協議会|法人|病院|センター|支部|支店|社)$)"
    )


@cache
def _behind() -> re.Pattern[str]:
    """Return the pattern of an address with a number that follows a name."""
    return re.compile(
        rf"(?<=\S\S\S)\s*(?:〒?\d{{3}}-\d{{4}}\s*)?(?:{_prefectures()})[^\d\s]{{1,9}}?[市区町村郡][^\d]{{0,20}}\d"
    )
