"""Offices and houses in a name, kept apart from the corporation that runs them."""

from __future__ import annotations

import re
from functools import cache

from loaders.resolution.forms import forms_in
from loaders.resolution.places import place_before
from loaders.resolution.words import choice, words

_SHORTEST = 2
_SHORTEST_HOUSED = 4


def branch_apart(name: str, family: str) -> tuple[str, str]:
    """Return the corporation and its office or house, which is empty where the name says none.

    Parameters
    ----------
    name
        Without legal form; blanks may part the two.
    family
        Family of its legal form, or nothing.

    Examples
    --------
    >>> branch_apart("架空商事横浜支店", "company"), branch_apart("架空会 遠野事務所", "association")
    (('架空商事', '横浜支店'), ('架空会', '遠野事務所'))
    >>> branch_apart("架空大学医学部附属病院", "university"), branch_apart("架空会想像病院", "foundation")
    (('架空大学', '医学部附属病院'), ('架空会', '想像病院'))
    """
    for corporation, houses in _corporations():
        if houses.search(name.replace(" ", "")):
            return corporation, name.replace(" ", "").removeprefix(corporation)
    by_blank = _by_blank(name, family)
    if by_blank:
        return by_blank
    whole = name.replace(" ", "")
    return _of_university(whole, family) or _office(whole) or _house(whole, family) or (name, "")


def is_house(rest: str) -> bool:
    """Tell whether what follows a corporation's name can only be an office or house of it."""
    return _sure_house().search(rest) is not None


def may_be_house(rest: str) -> bool:
    """Tell whether what follows a corporation's name may be an office or house of it."""
    return _possible_house().search(rest) is not None


def _by_blank(name: str, family: str) -> tuple[str, str] | None:
    parts = name.split(" ")
    for cut in range(1, len(parts)):
        head, tail = "".join(parts[:cut]), "".join(parts[cut:])
        known = bool(family) or _body().search(head) is not None
        if len(head) >= _SHORTEST and known and _house_apart().search(tail) and not forms_in(tail):
            return head, tail
    return None


def _of_university(name: str, family: str) -> tuple[str, str] | None:
    found = (_school() if family == "school" else _university()).match(name)
    return (found[1], found[2]) if found else None


def _office(name: str) -> tuple[str, str] | None:
    found = _offices().search(name)
    if not found:
        return None
    head = name[: found.start()]
    place = place_before(head, len(head))
    corporation = head[: len(head) - len(place)]
    head_office = found[0] in ("本店", "本社") or (found[0] in ("本部", "事務局") and _body().search(head) is not None)
    if len(corporation) < _SHORTEST or not (place or head_office):
        return None
    return corporation, place + found[0]


def _house(name: str, family: str) -> tuple[str, str] | None:
    """Part 架空会想像病院; the first end of a corporation's name that is long enough counts."""
    if not family or not _sure_house().search(name):
        return None
    for end in _ends().finditer(name):
        head, tail = name[: end.end()], name[end.end() :]
        if len(head) >= _SHORTEST + 1 and len(tail) >= _SHORTEST_HOUSED:
            return head, tail
    return None


@cache
def _corporations() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in words("corporations").items())


@cache
def _sure_house() -> re.Pattern[str]:
    return re.compile(rf"(?:{choice([*words('institutions')['strong'], *words('offices')])})$")


@cache
def _possible_house() -> re.Pattern[str]:
    inner = words("institutions")
    return re.compile(rf"(?:{choice([*inner['strong'], *inner['weak'], *words('offices')])})$")


@cache
def _offices() -> re.Pattern[str]:
    return re.compile(rf"(?:{choice(set(words('offices')) - {'店', '分会', '支会'})})$")


@cache
def _house_apart() -> re.Pattern[str]:
    inner = words("institutions")
    sure = [*inner["strong"], *words("offices")]
    return re.compile(rf"(?:{choice([*sure, '研究所', '大学', '学校', '学院', '園', '荘', 'ホーム', '館', '苑'])})$")


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"(?:{choice(words('bodies'))})$")


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(r"(?<!社)会(?![社計員館場議]|連合)|社(?![会団])|団(?![体地])|機構|財団|組合(?!連合)|学園|学院")


@cache
def _university() -> re.Pattern[str]:
    return re.compile(
        r"(.{2,12}?(?:大学院大学|大学校|大学(?!院大学|校|病院協会)))((?:大学院|医学部|歯学部|薬学部|看護|附属|付属|病院|[^会]{1,12}(?:学部|研究科|研究所|研究院|センター|病院|機構|本部|事務局|学校)).*)$"
    )


@cache
def _school() -> re.Pattern[str]:
    return re.compile(
        r"(.{2,10}?(?:学園|学院|学舎|義塾|大学|学校))(.*(?:大学|短期大学|学校|幼稚園|病院|研究所|センター|こども園|学部))$"
    )
