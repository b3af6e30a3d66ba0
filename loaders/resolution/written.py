"""A name as written, taken apart into what is compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.resolution.branches import branch_apart
from loaders.resolution.characters import folded
from loaders.resolution.forms import forms_in, without_forms
from loaders.resolution.parties import Parties, parties
from loaders.resolution.places import places_in
from loaders.resolution.words import choice, words

_NUMBERS = re.compile(r"\d+")
_PART = "+"
_UNKNOWN = "unknown"
"""Family of the forms that do not tell which they are."""


@dataclass(frozen=True)
class Written:
    """What is compared of a name; the name itself stays as it is.

    Attributes
    ----------
    key
        The corporation: equal keys are equal names. Empty when the text names nobody.
    form
        Family of its legal form, or nothing.
    branch
        Key of an office or house of the corporation, or nothing.
    place
        Key of a place in brackets behind the name, or nothing.
    numbers, areas
        Numbers in the name, and places and larger areas: names that differ in them are of different bodies.
    also
        Keys of other names in it: of the parties of a joint one, former ones, of the group that is represented.
    joint
        Whether it names several organisations side by side.
    generic
        Whether every place has one of that name.
    """

    key: str
    form: str = ""
    branch: str = ""
    place: str = ""
    numbers: tuple[str, ...] = ()
    areas: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    joint: bool = False
    generic: bool = False


def taken_apart(text: str) -> Written:
    """Return what is compared of a name.

    Examples
    --------
    >>> taken_apart("（財）架空會　横浜支部") == taken_apart("一般財団法人架空会横浜支部")
    True
    >>> taken_apart("NPO法人 架空の会").key
    '架空の会'
    """
    found = parties(text)
    if found.joint:
        return _joint(found)
    key, form, branch = _corporation(found.main)
    return Written(
        key,
        form,
        branch or folded(found.branch),
        folded(found.place),
        tuple(_NUMBERS.findall(key)),
        frozenset(places_in(key)),
        _keys(found.also) - {key, ""},
        generic=_generic().fullmatch(key) is not None,
    )


def _joint(found: Parties) -> Written:
    keys = sorted(_keys(found.joint) - {""})
    return Written(_PART.join(keys), also=frozenset(keys) | _keys(found.also) - {""}, joint=True)


def _corporation(name: str) -> tuple[str, str, str]:
    forms = forms_in(name)
    form = next((form.family for form in forms if form.family != _UNKNOWN), "")
    whole, branch = branch_apart(_ornaments().sub("", without_forms(name)).strip(), form)
    # A name that is nothing but a form, such as 財団法人, is at least that.
    return folded(whole) or folded(name), form, folded(branch)


def _keys(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_corporation(name)[0] for name in names)


@cache
def _ornaments() -> re.Pattern[str]:
    return re.compile(choice(words("ornaments")))


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(rf"(?:{choice(map(folded, words('generic')))})+")
