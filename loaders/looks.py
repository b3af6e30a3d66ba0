"""How workbooks that the program writes look, and what a cell of Excel can hold."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

MOST_ROWS = 1_048_576
"""Rows of a sheet, the header included."""
MOST_CHARACTERS = 32_767
"""Characters of a cell, counted in UTF-16 as Excel does."""
OPTIONS: Mapping[str, object] = {
    "constant_memory": True,
    "default_format_properties": {"font_name": "Yu Gothic", "font_size": 10.5, "valign": "top"},
}
"""Options of every workbook: text stays text, and rows go to disk as they come."""

_UNHELD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NARROWEST, _WIDEST = 9, 46
_LINE_HEIGHT = 17
_A4 = 9
_INK, _MUTED, _LINE = "#1B2733", "#6B7884", "#C9D3DC"
_HEADER: Mapping[str, object] = {"bold": True, "valign": "vcenter", "border": 1, "border_color": _LINE}
_LOOKS: Mapping[str, Mapping[str, object]] = {
    "header": {**_HEADER, "bg_color": "#E6F0F8", "font_color": _INK},
    "required": {**_HEADER, "bg_color": "#0B4F8A", "font_color": "#FFFFFF"},
    "aidHeader": {**_HEADER, "bold": False, "italic": True, "bg_color": "#F5F7F9", "font_color": _MUTED},
    "text": {"num_format": "@"},
    "date": {"num_format": "yyyy-mm-dd", "align": "left"},
    "number": {"num_format": "General"},
    "aid": {"italic": True, "font_color": _MUTED},
    "example": {"num_format": "@", "italic": True, "font_color": _MUTED},
    "exampleDate": {"num_format": "yyyy-mm-dd", "align": "left", "italic": True, "font_color": _MUTED},
    "title": {"bold": True, "font_size": 18, "font_color": "#0B4F8A", "valign": "vcenter"},
    "heading": {"bold": True, "font_size": 12.5, "font_color": "#0B4F8A", "bottom": 1, "bottom_color": "#0B4F8A"},
    "plain": {"text_wrap": True},
    "code": {"font_name": "Consolas", "bg_color": "#F5F7F9"},
    "link": {"font_color": "#0B4F8A", "underline": 1},
    "cell": {"text_wrap": True, "border": 1, "border_color": _LINE},
    "cellLink": {"font_color": "#0B4F8A", "underline": 1, "border": 1, "border_color": _LINE},
    "cellNumber": {"num_format": "#,##0", "border": 1, "border_color": _LINE},
    "lacking": {"bg_color": "#FBE3D6"},
    "refused": {"text_wrap": True, "num_format": "@", "bg_color": "#F8CBAD", "border": 1, "border_color": "#B5460F"},
    "mended": {"text_wrap": True, "num_format": "@", "bg_color": "#FFE699", "border": 1, "border_color": "#A67C00"},
    "note": {"text_wrap": True, "num_format": "@", "bg_color": "#DDEBF7", "border": 1, "border_color": "#0072B2"},
}


def looks(book: Any) -> dict[str, Any]:
    """Add the looks of cells to a workbook of xlsxwriter, and return them by name."""
    return {name: book.add_format(dict(look)) for name, look in _LOOKS.items()}


def paper(sheet: Any, *, landscape: bool = True) -> None:
    """Set up a sheet of xlsxwriter for print: A4, as wide as one page, with its name and page numbers below."""
    sheet.set_paper(_A4)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")


def held(text: str) -> str:
    """Return `text` without the characters that no cell can hold."""
    return _UNHELD.sub("", text)


def fitted(text: str) -> str:
    """Return as much of `text` as a cell can hold."""
    kept = held(text)
    if length(kept) <= MOST_CHARACTERS:
        return kept
    return kept.encode("utf-16-le")[: 2 * MOST_CHARACTERS].decode("utf-16-le", errors="ignore")


def length(text: str) -> int:
    """Return how long `text` is for Excel.

    Examples
    --------
    >>> length("𠮷野家")
    4
    """
    return len(text) + sum(character > "\uffff" for character in text)


def width(text: str) -> int:
    """Return how wide a column must be for the longest line of `text`; a full-width letter counts two.

    Examples
    --------
    >>> width("組織ID")
    9
    >>> width("架空のつながりの会")
    19
    """
    widest = max(map(_width, text.splitlines()), default=0)
    return min(max(widest + 1, _NARROWEST), _WIDEST)


def height(text: str, wide: float) -> int:
    """Return how high a row must be for `text` in a cell that is `wide` (in half-width letters), in points."""
    return _LINE_HEIGHT * sum(max(1, math.ceil(1.05 * _width(line) / wide)) for line in text.splitlines() or [""])


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "FWA" else 1 for character in text)
