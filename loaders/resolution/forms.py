"""Legal forms in all their spellings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.resolution.words import choice, words

_SPACED = (
    "財団法人",
    "社団法人",
    "特定非営利活動法人",
    "社会福祉法人",
    "学校法人",
    "医療法人",
    "宗教法人",
    "独立行政法人",
)
_SPACED_MORE = ("国立大学法人", "公立大学法人", "株式会社", "有限会社", "合同会社", "NPO法人")
_BLANK = r"\s*"


@dataclass(frozen=True)
class Form:
    """A legal form where it stands in a text; `family` joins its spellings, and its former forms."""

    family: str
    start: int
    end: int


def close(text: str) -> str:
    """Return `text` without blanks within the legal forms in it."""
    return _spaced().sub(lambda match: "".join(match[0].split()), text) if " " in text else text


def forms_in(text: str) -> list[Form]:
    """Return the legal forms in a text in usual characters.

    Examples
    --------
    >>> [form.family for form in forms_in("(株)架空商事、一般財団法人架空会、NPO法人架空")]
    ['company', 'foundation', 'nonprofit']
    """
    return [
        Form(next(family for family, part in match.groupdict().items() if part).rstrip("_"), *match.span())
        for match in _pattern().finditer(text)
    ]


def without_forms(text: str) -> str:
    """Return `text` without its legal forms.

    Examples
    --------
    >>> without_forms("(財)架空会")
    '架空会'
    """
    return _pattern().sub("", text).strip()


def form_pattern() -> str:
    """Return a regular expression of all spellings, without groups."""
    return re.sub(r"\(\?P<\w+>", "(?:", _pattern().pattern)


def is_form(text: str) -> bool:
    """Tell whether `text` is a legal form and nothing else."""
    return _pattern().fullmatch(text.strip()) is not None


@cache
def _spaced() -> re.Pattern[str]:
    long = "|".join(_BLANK.join(form) for form in (*_SPACED, *_SPACED_MORE))
    return re.compile(rf"(?:(?:公\s*益|一\s*般|特\s*例|認\s*定)\s*)?(?:{long})")


@cache
def _pattern() -> re.Pattern[str]:
    short = "|".join(rf"(?P<{family}_>{choice(found)})" for family, found in words("abbreviations").items())
    long = "|".join(rf"(?P<{family}>{'|'.join(found)})" for family, found in _longest_first())
    return re.compile(rf"[(\[〔【]\s*(?:{short})\s*[)\]〕】]|[(\[〔【]?(?:{long})[)\]〕】]?")


def _longest_first() -> list[tuple[str, list[str]]]:
    """Put medical corporations, whose form holds those of others, before them."""
    found: dict[str, list[str]] = words("forms")
    return sorted(found.items(), key=lambda item: item[0] != "medical")
