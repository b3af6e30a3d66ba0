"""Rows that are about a table and no data of it: totals and footnotes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence

from loaders.shape.areas import Row
from loaders.shape.notice import Notice

_ADORNMENT = re.compile(r"[\s()\[\]{}【】〔〕〈〉<>《》「」:*・]+")
_TOTALS = frozenset({"合計", "総合計", "総計", "小計", "計", "累計", "total", "grandtotal", "subtotal", "totals"})
_LONGEST_TOTAL = 16
_LAST_LETTERS = frozenset("計lLsSｌＬ)）]】〕〉>》」:：*・ \u3000")
_QUANTITY = re.compile(r"[-+△▲]?[\d,.]+(?:%|千円|百万円|円|人|名|件|団体|社|か所|箇所|カ所|回|世帯)?|[-―‐–]")
_FOOTNOTE = re.compile(
    r"[※*]|[(\[【]?注[\d)\]】:.)、 ]|[(\[【]?(?:備考|出典|資料|note|source)[\d)\]】]*[:.] ?", re.IGNORECASE
)


def margins(
    rows: Sequence[Row], lines: Sequence[int], headers: Sequence[str], sections: Collection[int] = ()
) -> dict[int, Notice]:
    """Return the positions of the rows that are no data, with what to say of each; a single column has none.

    A row that repeats the header, as on each page of paper, is none. A total has one of the usual words in its first
    filled cell, and numbers or nothing in all others. A footnote is a single cell that begins with ※, 注 or the like,
    below the last row of data; so is each single cell below it.
    """
    kinds = dict.fromkeys(sections, "row_caption")
    if sum(map(bool, headers)) > 1:
        kinds |= dict.fromkeys(_repeated(rows, headers), "row_headers")
        kinds |= dict.fromkeys(_totals(rows), "row_total")
        kinds |= dict.fromkeys(_footnotes(rows, kinds), "row_footnote")
    return {place: Notice(kinds[place], lines[place], value=shown_row(rows[place])) for place in sorted(kinds)}


def _repeated(rows: Sequence[Row], headers: Sequence[str]) -> Iterator[int]:
    for place, row in enumerate(rows):
        if row and row[0].strip() == headers[0] and [cell.strip() for cell in row] == headers:
            yield place


def _totals(rows: Sequence[Row]) -> Iterator[int]:
    for place, row in enumerate(rows):
        # Nearly every row is told apart by the last letter of its first cell.
        if row and (not row[0] or row[0][-1] in _LAST_LETTERS) and _is_total(row):
            yield place


def _is_total(row: Row) -> bool:
    cells = [cell for cell in row if cell.strip()]
    if not cells or len(cells[0]) > _LONGEST_TOTAL:
        return False
    word = _ADORNMENT.sub("", unicodedata.normalize("NFKC", cells[0])).casefold()
    return word in _TOTALS and all(map(_is_quantity, cells[1:]))


def _is_quantity(cell: str) -> bool:
    return _QUANTITY.fullmatch(unicodedata.normalize("NFKC", cell).replace(" ", "")) is not None


def _footnotes(rows: Sequence[Row], others: Collection[int]) -> Iterator[int]:
    """Yield the marked ones among the single cells below the last row of data, and all below the first of them."""
    alone: list[int] = []
    for place in range(len(rows) - 1, -1, -1):
        if place not in others:
            if sum(bool(cell.strip()) for cell in rows[place]) > 1:
                break
            alone.append(place)
    marked = [place for place in alone if _FOOTNOTE.match(_text(rows[place]))]
    return (place for place in alone if marked and place >= marked[-1])


def _text(row: Row) -> str:
    return unicodedata.normalize("NFKC", "".join(row)).strip()


def shown_row(row: Row) -> str:
    """Return the filled cells of a row as one text."""
    return " ".join(cell.strip() for cell in row if cell.strip())
