"""Legal forms in all their spellings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from loaders.resolution.words import choice, words

_BLANK_INSIDE = re.compile(r"(?<=[財社]団|活動|福祉|学校|医療|宗教|行政|大学)\s+(?=法人)|(?<=株式|有限|合同)\s+(?=会社)")


@dataclass(frozen=True)
class Form:
    """A legal form where it stands in a text; `family` joins its spellings, and its former forms."""

    family: str
    start: int
    end: int


def close(text: str) -> str:
    """Return `text` without blanks within the legal forms in it."""
    return _BLANK_INSIDE.sub("", text)


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


def is_form(text: str) -> bool:
    """Tell whether `text` is a legal form and nothing else."""
    return _pattern().fullmatch(text.strip()) is not None


@cache
def _pattern() -> re.Pattern[str]:
    short = "|".join(rf"(?P<{family}_>{choice(found)})" for family, found in words("abbreviations").items())
    long = "|".join(rf"(?P<{family}>{'|'.join(found)})" for family, found in _longest_first())
    return re.compile(rf"[(\[〔【]\s*(?:{short})\s*[)\]〕】]|[(\[〔【]?(?:{long})[)\]〕】]?")


def _longest_first() -> list[tuple[str, list[str]]]:
    """Put medical corporations, whose form holds those of others, before them."""
    found: dict[str, list[str]] = words("forms")
    return sorted(found.items(), key=lambda item: item[0] != "medical")
