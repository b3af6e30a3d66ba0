"""Which cells of a sheet issues are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from loaders.issues import Issue, shown
from loaders.sheets import Sheet
from loaders.summary import SEVERITIES

_HEADER_ROWS = 50


@dataclass
class Mark:
    """A cell, or a whole row where `column` is None, with its issues.

    Attributes
    ----------
    line
        The row as a person counts it.
    column
        Counted from 0.
    """

    line: int
    column: int | None
    issues: list[Issue] = field(default_factory=list)

    @property
    def severity(self) -> str:
        """The gravest of its issues."""
        return min((issue.severity for issue in self.issues), key=SEVERITIES.index)


def marks(sheet: Sheet, issues: Iterable[Issue]) -> list[Mark]:
    """Return the marks of `sheet`, for those of its issues that are about a row, in the order of its rows."""
    rows, lines = sheet.whole
    positions = {line: position for position, line in enumerate(lines)}
    headers = _headers(sheet)
    found: dict[tuple[int, int | None], Mark] = {}
    for issue in issues:
        if issue.row is not None:
            row = rows[positions[issue.row]] if issue.row in positions else ()
            place = (issue.row, _column(issue, row, headers))
            found.setdefault(place, Mark(*place)).issues.append(issue)
    return sorted(found.values(), key=lambda mark: (mark.line, -1 if mark.column is None else mark.column))


def _headers(sheet: Sheet) -> dict[str, list[tuple[int, int]]]:
    """Return where each text stands in the first rows, which are the only ones that may hold the headers."""
    found: dict[str, list[tuple[int, int]]] = {}
    rows, lines = sheet.whole
    names = zip(sheet.lines[:1], sheet.rows[:1], strict=True)
    for line, row in (*zip(lines[:_HEADER_ROWS], rows[:_HEADER_ROWS], strict=True), *names):
        for column, text in enumerate(row):
            found.setdefault(text.strip(), []).append((line, column))
    return found


def _column(issue: Issue, row: Sequence[str], headers: dict[str, list[tuple[int, int]]]) -> int | None:
    """Return the column by its header above, else by the value; None for the whole row."""
    by_header = _above(issue, headers)
    by_value = [column for column, text in enumerate(row) if issue.value and shown(text.strip()) == issue.value]
    if by_header is not None and (not by_value or by_header in by_value):
        return by_header
    if len(by_value) == 1:
        return by_value[0]
    # A row that is loaded is not marked from end to end.
    return by_header if by_header is not None or issue.severity == "refused" else 0


def _above(issue: Issue, headers: dict[str, list[tuple[int, int]]]) -> int | None:
    places: Iterator[int] = (
        column for line, column in reversed(headers.get(issue.column, ())) if issue.row is None or line <= issue.row
    )
    return next(places, None) if issue.column else None
