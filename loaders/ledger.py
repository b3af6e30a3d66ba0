"""The account of every data row: each is loaded or refused, and none is lost."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graph.language import Text
from loaders.issues import Issue, Severity, change, left_out, sentences, shown
from loaders.sheets import Grid


@dataclass(frozen=True)
class FileCount:
    """What became of one file's data rows; `rows` is the sum of the other two."""

    file: str
    rows: int
    loaded: int
    refused: int


class Ledger:
    """Numbers the data rows of all files, and notes which are refused and what there is to say about them."""

    def __init__(self) -> None:
        self.rows = 0
        self.refused: set[int] = set()
        self.issues: list[Issue] = []
        self._grids: list[Grid] = []
        self._starts: list[int] = []

    def enter(self, grid: Grid) -> range:
        """Number the rows of `grid`, refuse those that have the wrong number of cells, and tell its notices."""
        numbers = range(self.rows, self.rows + len(grid.rows))
        self._grids.append(grid)
        self._starts.append(self.rows)
        self.rows += len(grid.rows) + len(grid.misfits) + len(grid.broken)
        for number, (line, cells, text) in enumerate(grid.misfits, start=numbers.stop):
            self.refused.add(number)
            self._tell("refused", "cells", grid, line, value=text, cells=cells, expected=len(grid.headers))
        for number, (line, text) in enumerate(grid.broken, start=numbers.stop + len(grid.misfits)):
            self.refused.add(number)
            self._tell("refused", "quote", grid, line, value=text)
        for notice in grid.notices:
            at = notice.line if notice.line is not None else grid.header_line
            self._tell(notice.severity, notice.kind, grid, at, notice.column, notice.value, **notice.details)
        return numbers

    def refuse(self, row: int, kind: str, column: str = "", value: object = "", **values: object) -> None:
        """Refuse a row, and say why in the words of the issue `kind`."""
        self.refused.add(row)
        self._say("refused", row, kind, column, value, **values)

    def refuse_because(
        self, row: int, problem: Text, action: Text, column: str = "", value: object = "", *, kind: str = ""
    ) -> None:
        """Refuse a row, and say why."""
        self.refused.add(row)
        self.issues.append(self.about("refused", row, problem, action, column, value, kind=kind))

    def refuse_all(self, rows: Iterable[int]) -> None:
        """Refuse rows of which a note about their sheet already says why."""
        self.refused.update(rows)

    def mend(self, row: int, kind: str, column: str = "", value: object = "", **values: object) -> None:
        """Say that a row was changed and loaded."""
        self._say("mended", row, kind, column, value, **values)

    def mend_because(
        self, row: int, problem: Text, action: Text, column: str = "", value: object = "", *, kind: str = ""
    ) -> None:
        """Say that a row was loaded without a value, and why."""
        self.issues.append(self.about("mended", row, problem, action, column, value, kind=kind, done=left_out()))

    def note(self, row: int, kind: str, column: str = "", value: object = "", **values: object) -> None:
        """Say what is worth knowing about a row."""
        self._say("note", row, kind, column, value, **values)

    def tell(
        self, severity: Severity, kind: str, grid: Grid, column: str = "", value: object = "", **values: object
    ) -> None:
        """Say something about a sheet, at its header."""
        self._tell(severity, kind, grid, grid.header_line, column, value, **values)

    def about(
        self,
        severity: Severity,
        row: int,
        problem: Text,
        action: Text,
        column: str = "",
        value: object = "",
        *,
        kind: str = "",
        done: Text | None = None,
    ) -> Issue:
        """Return an issue about a row."""
        grid = self._grids[bisect_right(self._starts, row) - 1]
        line = self.line(row)
        return Issue(severity, grid.file, grid.sheet, line, column, shown(value), problem, action, kind, done)

    def line(self, row: int) -> int:
        """Return where a row stands in its sheet or file."""
        index = bisect_right(self._starts, row) - 1
        return self._grids[index].lines[row - self._starts[index]]

    def files(self) -> tuple[FileCount, ...]:
        """Return the counts by file, in the order in which they were read."""
        entered: Counter[str] = Counter()
        for grid, start, end in zip(self._grids, self._starts, [*self._starts, self.rows][1:], strict=True):
            entered[grid.file] += end - start
        refused = Counter(self._grids[bisect_right(self._starts, row) - 1].file for row in self.refused)
        return tuple(FileCount(file, count, count - refused[file], refused[file]) for file, count in entered.items())

    def _say(
        self, severity: Severity, row: int, kind: str, column: str = "", value: object = "", **values: object
    ) -> None:
        filled = {"value": shown(value), "column": column, **values}
        problem, action = sentences(kind, **filled)
        done = change(kind, **filled)
        self.issues.append(self.about(severity, row, problem, action, column, value, kind=kind, done=done))

    def _tell(
        self,
        severity: Severity,
        kind: str,
        grid: Grid,
        line: int | None,
        column: str = "",
        value: object = "",
        **values: object,
    ) -> None:
        filled = {"value": shown(value), "column": column, **values}
        problem, action = sentences(kind, **filled)
        done = change(kind, **filled)
        place = (grid.file, grid.sheet, line, column, shown(value))
        self.issues.append(Issue(severity, *place, problem, action, kind, done))
