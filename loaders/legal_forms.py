"""Legal forms and sectors of organisations, from their names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

import data
from loaders.municipalities import municipalities

_LOCAL_GOVERNMENT, _NONPROFIT, _GROUP, _OTHER = "localGovernment", "nonprofit", "communityGroup", "other"
_BLANKS = re.compile(r"\s+")


def legal_form(name: str) -> str:
    """Return the legal form that a name carries, written out; nothing when it carries none.

    Examples
    --------
    >>> legal_form("㈱架空商事"), legal_form("架空市")
    ('株式会社', '')
    """
    found = _form(_usual(name))
    return "" if found is None else found.name


def sector(name: str) -> str:
    """Return the sector of an organisation by its legal form, else by its name; nothing when neither tells.

    Examples
    --------
    >>> sector("（福）架空会"), sector("架空町内会")
    ('socialWelfare', 'communityGroup')
    """
    usual = _usual(name)
    found = _form(usual)
    stated = found.sector if found else ""
    if stated == _NONPROFIT and _table().groups.search(usual):
        return _GROUP
    return stated if stated not in {"", _OTHER} else _named(usual) or stated


@dataclass(frozen=True)
class _Form:
    """A legal form, with all ways of writing it."""

    name: str
    written: Sequence[str]
    sector: str


@dataclass(frozen=True)
class _Table:
    forms: Sequence[_Form]
    groups: re.Pattern[str]
    sectors: Sequence[tuple[re.Pattern[str], str]]


def _named(usual: str) -> str:
    if usual in _municipal():
        return _LOCAL_GOVERNMENT
    return next((value for pattern, value in _table().sectors if pattern.search(usual)), "")


def _usual(name: str) -> str:
    return _BLANKS.sub("", unicodedata.normalize("NFKC", name))


def _form(usual: str) -> _Form | None:
    """Return the form at the beginning or the end of a name, else the first within it."""
    return next(_outside(usual), None) or next(_within(usual), None)


def _outside(usual: str) -> Iterator[_Form]:
    for form in _table().forms:
        if usual.startswith((*form.written,)) or usual.endswith((*form.written,)):
            yield form


def _within(usual: str) -> Iterator[_Form]:
    for form in _table().forms:
        if any(text in usual for text in form.written):
            yield form


@cache
def _municipal() -> frozenset[str]:
    places = municipalities().values()
    return frozenset((*(place.name for place in places), *(place.prefecture + place.name for place in places)))


@cache
def _table() -> _Table:
    tree: dict[str, Any] = yaml.safe_load((data.folder("reference") / "legal_forms.yaml").read_text("utf-8"))
    return _Table(
        [_Form(entry["form"], (entry["form"], *entry.get("short", ())), entry["sector"]) for entry in tree["forms"]],
        re.compile(tree["groups"]),
        [(re.compile(pattern), value) for pattern, value in tree["sectors"].items()],
    )
