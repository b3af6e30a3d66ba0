"""Codes that a spreadsheet program made numbers of, and lost digits of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from graph.language import Text
from graph.schema import schema
from loaders.names import columns_of, fold
from loaders.shape.areas import Row
from loaders.shape.notice import Notice

_POWER = re.compile(r"[-+]?\d(?:\.\d+)?[eE]\+\d{2,3}")
_CODE_WORDS = ("法人番号", "番号", "コード", "コ―ド", "code")


def without_damage(
    rows: Sequence[Row], lines: Sequence[int], headers: Sequence[str], *, lettered: bool
) -> tuple[Sequence[Row], list[Notice]]:
    """Return the rows without the damaged codes (such as ``1.00E+12``), and a notice that names each cell.

    Parameters
    ----------
    lettered
        Whether columns have letters (a workbook) or the line is all there is to name (a text file).
    """
    changed: dict[int, list[str]] = {}
    notices: list[Notice] = []
    for index in (index for index, header in enumerate(headers) if is_code(header)):
        cells = [row[index] if index < len(row) else "" for row in rows]
        # Nearly no column holds any: one look at all of it tells.
        if "E+" not in "\n".join(cells).upper():
            continue
        for place, cell in enumerate(cells):
            if _POWER.fullmatch(unicodedata.normalize("NFKC", cell).strip()):
                changed.setdefault(place, list(rows[place]))[index] = ""
                where = _where(index, lines[place], lettered=lettered)
                notices.append(Notice("cell_damaged", lines[place], headers[index], cell, {"cell": where}, "mended"))
    return ([changed.get(place, row) for place, row in enumerate(rows)] if changed else rows), notices


def is_code(header: str) -> bool:
    """Tell whether a header names codes or numbers that count nothing.

    Examples
    --------
    >>> is_code("法人番号"), is_code("市区町村コード"), is_code("人口")
    (True, True, False)
    """
    name = unicodedata.normalize("NFKC", header).casefold()
    return any(word in name for word in _CODE_WORDS) or fold(header) in _coded()


def letters(column: int) -> str:
    """Return the letters of a column counted from 0.

    Examples
    --------
    >>> letters(0), letters(27), letters(16_383)
    ('A', 'AB', 'XFD')
    """
    found, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        found = chr(ord("A") + letter) + found
    return found


def _where(column: int, line: int, *, lettered: bool) -> Text:
    cell = f"{letters(column)}{line}"
    return Text(cell, cell) if lettered else Text(f"{line} 行目", f"line {line}")


@cache
def _coded() -> frozenset[str]:
    """Return the folded headers of ids and of properties with a check digit in the program's own layout."""
    described = schema()
    found = {"id"}
    for key in (*described.labels, *described.relationships):
        coded = {name for name, prop in described.table(key).properties.items() if prop.format is not None}
        found |= {name for name, column in columns_of(key).items() if column in coded}
    return frozenset(found)
