"""A copy of a sheet that was read, with the cells that issues are about marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.language import Language
from loaders.issues import Issue
from loaders.looks import MOST_ROWS, fitted, paper, width
from loaders.report.marks import Mark
from loaders.report.words import said, severity
from loaders.sheets import Sheet

MOST_COPIED = 20_000
"""Rows of a sheet that are copied."""
_MOST_COMMENTS = 2_000
_MOST_COLUMNS = 16_384
_MEASURED = 200


def write_copy(page: Any, sheet: Sheet, marks: Sequence[Mark], looks: Mapping[str, Any], language: Language) -> None:
    """Write the rows of `sheet` where they stood, its marks filled by how grave they are, with what to do.

    Parameters
    ----------
    page
        A sheet of xlsxwriter.
    """
    paper(page)
    last = last_line(sheet)
    by_line: dict[int, list[Mark]] = {}
    for mark in marks:
        by_line.setdefault(mark.line, []).append(mark)
    for column, wide in enumerate(_widths(sheet)):
        page.set_column(column, column, wide, looks["text"])
    comments = 0
    for line, row in _rows(sheet, last):
        found = by_line.get(line, [])
        for column, text in enumerate(row):
            look = _look(found, column)
            if text or look != "text":
                page.write_string(line - 1, column, fitted(text), looks[look])
        for mark in found if comments < _MOST_COMMENTS else ():
            comments += 1
            page.write_comment(line - 1, mark.column or 0, _advice(mark.issues, language), _COMMENT)
    if sheet.lines and sheet.lines[-1] > last:
        rest = said(language, "cut", shown=f"{MOST_COPIED:,}", rows=f"{len(sheet.rows):,}")
        page.write_string(last, 0, rest, looks["heading"])


_COMMENT: Mapping[str, object] = {"author": "tsunagari", "font_size": 9, "x_scale": 2.4, "y_scale": 1.5}


def last_line(sheet: Sheet) -> int:
    """Return the last row of `sheet` that is copied, as a person counts it."""
    lines = sorted([*sheet.whole[1], *(line for line, _ in sheet.broken)])[:MOST_COPIED]
    return min(lines[-1] if lines else 0, MOST_ROWS - 1)


def _rows(sheet: Sheet, last: int) -> Iterator[tuple[int, Sequence[str]]]:
    broken = [(line, [text]) for line, text in sheet.broken]
    rows, lines = sheet.whole
    for line, row in sorted([*zip(lines, rows, strict=True), *broken], key=lambda item: item[0]):
        if line <= last:
            yield line, row[:_MOST_COLUMNS]


def _widths(sheet: Sheet) -> list[int]:
    rows = sheet.whole[0][:_MEASURED]
    count = min(max(map(len, rows), default=1), _MOST_COLUMNS)
    return (
        [max(width(row[column]) if column < len(row) else 0 for row in rows) for column in range(count)] if rows else []
    )


def _look(marks: Sequence[Mark], column: int) -> str:
    own = [mark for mark in marks if mark.column == column] or [mark for mark in marks if mark.column is None]
    return own[0].severity if own else "text"


def _advice(issues: Sequence[Issue], language: Language) -> str:
    return "\n".join(
        f"[{severity(language, issue.severity)}] {issue.problem.to(language)}\n"
        f"= {issue.done.to(language)}\n→ {issue.action.to(language)}"
        for issue in issues
    )
