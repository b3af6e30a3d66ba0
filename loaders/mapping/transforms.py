"""What a mapping can do to the text of a cell before it is used."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping

from graph import dates as graph_dates
from loaders import codes, dates
from loaders.cells import Mended, Unreadable
from loaders.legal_forms import legal_form, sector
from loaders.municipalities import municipalities
from loaders.places import in_address

Transform = Callable[[str], str]

_BLANKS = re.compile(r"\s+")
_NO_DIGITS = re.compile(r"\D+")
_TO_KATAKANA = {code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)}
_TO_HIRAGANA = {katakana: hiragana for hiragana, katakana in _TO_KATAKANA.items()}
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
    return _code(codes.corporate_number(text))


def municipality(text: str) -> str:
    """Return the six-digit code of a code with six digits, or with five when it has no check digit, else nothing."""
    return _code(codes.municipality_code(text, "short"))


def municipality_in(text: str) -> str:
    """Return the six-digit code of the municipality that an address begins with, else nothing."""
    found = in_address(text).municipality if text else None
    return "" if found is None else found.code


def iso_date(text: str) -> str:
    """Return the first day of a date in any form as 2024-04-01, else nothing."""
    found = dates.read(text) if text else Unreadable("date")
    return "" if isinstance(found, Unreadable) or found.start is None else found.start.first.isoformat()


def municipality_name(text: str) -> str:
    """Return the name of the municipality or prefecture with a code of five or six digits, else nothing."""
    found = municipalities().get(municipality(text))
    return "" if found is None else found.name


def fiscal_year(text: str) -> str:
    """Return the Japanese fiscal year (April to March) of a date, else nothing.

    Examples
    --------
    >>> fiscal_year("2012-03-31"), fiscal_year("令和6年4月1日")
    ('2011', '2024')
    """
    found = dates.read(text) if text else Unreadable("date")
    if isinstance(found, Unreadable) or found.start is None:
        return ""
    first, last = (graph_dates.fiscal_year(day) for day in (found.start.first, found.start.last))
    # A calendar year lies in two.
    return str(first) if first == last else ""


def digest(text: str) -> str:
    """Return a short digest of the text, nothing of nothing: for ids made of long texts."""
    return text and hashlib.sha256(text.encode()).hexdigest()[:_DIGEST_LENGTH]


def _code(read: codes.Code) -> str:
    return "" if isinstance(read, Unreadable) else read.value if isinstance(read, Mended) else read


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
    "isoDate": iso_date,
    "municipalityName": municipality_name,
    "municipalityIn": municipality_in,
    "legalForm": legal_form,
    "sector": sector,
    "fiscalYear": fiscal_year,
    "digest": digest,
}
