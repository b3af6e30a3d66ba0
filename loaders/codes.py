"""法人番号 and 全国地方公共団体コード as people and spreadsheets write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Literal

from graph.formats import corporate_check_digit, is_corporate_number, is_municipality_code, municipality_check_digit
from loaders.cells import Mended, Remark, Unreadable
from loaders.municipalities import Change, change_of, listed, municipalities

Code = str | Mended | Unreadable
"""A code as the schema has it, perhaps with a remark on how it came about, or what is wrong with it."""

Form = Literal["short", "long"]
"""Whether the codes of a column are written without or with their check digit."""

_DASHES = str.maketrans("", "", "-‐‑–—―−ー \t\r\n")
_CAPTION = re.compile(r"^(?:(?:会社)?法人(?:等)?番号:?|T(?=\d{13}$))")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+?\d+", re.IGNORECASE)
# The numbers of a registry office count from 000001.
_ROUNDED = re.compile(r"\d{7}0{6}")
_DECIMALS = re.compile(r"(?<=\d)\.0+$")
_REGISTERED = 12
_PREFECTURE, _CODE, _CHECKED = 2, 5, 6


def corporate_number(text: str) -> Code:
    """Return the 法人番号 that a cell gives.

    Twelve digits are a 会社法人等番号, the 法人番号 without its first digit, which is computed from them; a 法人番号
    never begins with 0, so that no zero can be lost.

    Examples
    --------
    >>> corporate_number("８０００-０２０１４８４１５"), corporate_number("8.00E+12").kind
    ('8000020148415', 'code_damaged')
    """
    plain = _CAPTION.sub("", _plain(text))
    if _SCIENTIFIC.fullmatch(plain) or _ROUNDED.fullmatch(plain):
        return Unreadable("code_damaged")
    if len(plain) == _REGISTERED and _is_digits(plain):
        found = corporate_check_digit(plain) + plain
        return Mended(found, Remark("corporate_number_completed", {"number": found}))
    return plain if is_corporate_number(plain) else Unreadable("corporate_number")


def municipality_code(text: str, form: Form | None = None) -> Code:
    """Return the six-digit 全国地方公共団体コード that a cell gives with or without its check digit.

    Where a leading zero is lost, five digits can be read in two ways. That of which there is a municipality counts,
    or of two that in the form of the column.

    Examples
    --------
    >>> municipality_code("14100"), municipality_code("141003"), municipality_code("141004").kind
    ('141003', '141003', 'municipality_check')
    >>> municipality_code("11002").value
    '011002'
    """
    plain = _plain(text)
    if _SCIENTIFIC.fullmatch(plain):
        return Unreadable("code_damaged")
    if not _is_digits(plain) or not _PREFECTURE - 1 <= len(plain) <= _CHECKED or len(plain) == _PREFECTURE + 1:
        return Unreadable("municipality_code")
    if len(plain) == _CHECKED:
        return plain if is_municipality_code(plain) else Unreadable("municipality_check")
    whole, restored = _readings(plain)
    if whole and restored:
        if form is not None:
            return _told(whole if form == "short" else restored, restored)
        return Unreadable("code_ambiguous", {"readings": _named(whole, restored)})
    return _told(whole or restored, restored) or _unknown(plain)


def current_code(text: str, form: Form | None = None) -> Code:
    """Return the code as `municipality_code`, or of what is no more that of the municipality that took its place."""
    read = municipality_code(text, form)
    if isinstance(read, Unreadable):
        return read
    change = change_of(read if isinstance(read, str) else read.value)
    return read if change is None else succession(change)


def succession(change: Change) -> Code:
    """Return the code of the municipality that took the place of one that is no more."""
    details = {"date": change.date, "new": listed(municipalities()[code] for code in change.successors)}
    first, *others = change.successors
    return Unreadable("place_divided", details) if others else Mended(first, Remark("place_changed", details))


def form_of(cells: Iterable[str]) -> Form | None:
    """Return the form that some codes of a column prove and none contradicts."""
    found: set[Form] = set()
    for text in {_plain(cell) for cell in cells}:
        if is_municipality_code(text):
            found.add("long")
        elif len(text) == _CODE and _is_digits(text):
            whole, restored = _readings(text)
            if bool(whole) != bool(restored):
                found.add("short" if whole else "long")
    return found.pop() if len(found) == 1 else None


def _readings(digits: str) -> tuple[str, str]:
    """Return the codes of municipalities that less than six digits can be: as they stand, and with a zero before."""
    zero = f"0{digits}"
    whole = _checked(digits) if len(digits) in {_PREFECTURE, _CODE} else ""
    restored = [zero, *([_checked(zero)] if len(zero) in {_PREFECTURE, _CODE} else [])]
    return (
        whole if _is_known(whole) else "",
        next((code for code in restored if is_municipality_code(code) and _is_known(code)), ""),
    )


def _told(code: str, restored: str) -> Code:
    """Return a code, with a remark when a zero was put before it."""
    if not code or code != restored:
        return code
    return Mended(code, Remark("code_zero", {"name": _named(code)}))


def _unknown(digits: str) -> Code:
    """Return the code of no municipality that is known: it may still be one, such as that of a union of them."""
    return _checked(digits) if len(digits) == _CODE else Unreadable("municipality_code")


def _named(*codes: str) -> str:
    places = [municipalities().get(code) or change_of(code) for code in codes]
    return listed(place for place in places if place is not None)


def _is_known(code: str) -> bool:
    return code in municipalities() or change_of(code) is not None


def _checked(digits: str) -> str:
    code = digits.ljust(_CODE, "0")
    return code + municipality_check_digit(code)


def _plain(text: str) -> str:
    return _DECIMALS.sub("", unicodedata.normalize("NFKC", text).translate(_DASHES))


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def reader(described: str, cells: Sequence[str]) -> Callable[[str], Code]:
    """Return what reads the codes of a column.

    Parameters
    ----------
    described
        The format of a property in the schema.
    cells
        The column.
    """
    if described == "corporateNumber":
        return corporate_number
    return partial(current_code, form=form_of(cells))
