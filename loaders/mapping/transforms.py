"""What a mapping can do to the text of a cell before it is used."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping

from graph.formats import is_corporate_number
from loaders.municipalities import municipality_code

Transform = Callable[[str], str]

_BLANKS = re.compile(r"\s+")
_NO_DIGITS = re.compile(r"\D+")
_ISO_DATE = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})")
_TO_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_TO_HIRAGANA = {katakana: hiragana for hiragana, katakana in _TO_KATAKANA.items()}
_APRIL = 4
_DIGEST_LENGTH = 12


def nfkc(text: str) -> str:
    """Return the text with full-width letters and half-width kana in their usual width."""
    return unicodedata.normalize("NFKC", text)


def squeeze(text: str) -> str:
    """Return the text with every run of blanks and line breaks as one blank, and none at the ends."""
    return _BLANKS.sub(" ", text).strip()


def compact(text: str) -> str:
    """Return the text in its usual width, without any blanks: for ids."""
    return _BLANKS.sub("", nfkc(text))


def digits(text: str) -> str:
    """Return only the digits of the text."""
    return _NO_DIGITS.sub("", nfkc(text))


def katakana(text: str) -> str:
    """Return the text with hiragana as katakana."""
    return nfkc(text).translate(_TO_KATAKANA)


def hiragana(text: str) -> str:
    """Return the text with katakana as hiragana."""
    return nfkc(text).translate(_TO_HIRAGANA)


def first_line(text: str) -> str:
    """Return the first line that holds anything."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def corporate_number(text: str) -> str:
    """Return the 法人番号 when it is a valid one, else nothing."""
    found = compact(text)
    return found if is_corporate_number(found) else ""


def municipality(text: str) -> str:
    """Return the six-digit code of a code with five or six digits, else nothing."""
    return municipality_code(text) or ""


def fiscal_year(text: str) -> str:
    """Return the Japanese fiscal year (April to March) of a date such as 2012-03-31, else nothing.

    Examples
    --------
    >>> fiscal_year("2012-03-31")
    '2011'
    """
    found = _ISO_DATE.search(nfkc(text))
    try:
        day = dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return ""
    return "" if day is None else str(day.year - (day.month < _APRIL))


def digest(text: str) -> str:
    """Return a short digest of the text: for ids made of long texts."""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGEST_LENGTH]


TRANSFORMS: Mapping[str, Transform] = {
    "strip": str.strip,
    "nfkc": nfkc,
    "squeeze": squeeze,
    "compact": compact,
    "digits": digits,
    "katakana": katakana,
    "hiragana": hiragana,
    "lower": str.lower,
    "upper": str.upper,
    "firstLine": first_line,
    "corporateNumber": corporate_number,
    "municipalityCode": municipality,
    "fiscalYear": fiscal_year,
    "digest": digest,
}
