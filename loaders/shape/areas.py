"""Merged cells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.shape.notice import Notice

Row = Sequence[str]

_MOST_OF = 0.5


@dataclass(frozen=True, order=True)
class Area:
    """Cells that are merged into one: rows as a person counts them, columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def tall(self) -> bool:
        """Whether it spans several rows."""
        return self.bottom > self.top

    @property
    def wide(self) -> bool:
        """Whether it spans several columns."""
        return self.right > self.left

    def columns(self) -> range:
        """Return the columns it spans."""
        return range(self.left, self.right + 1)


@dataclass(frozen=True)
class Filled:
    """Rows in which a value counts for all rows of its merged cells.

    Attributes
    ----------
    sections
        Positions of rows that are but one caption over the columns.
    """

    rows: Sequence[Row]
    sections: frozenset[int]
    notices: Sequence[Notice]


def filled(rows: Sequence[Row], lines: Sequence[int], areas: Iterable[Area], headers: Sequence[str]) -> Filled:
    """Return the data rows with the value of merged cells in each row that these span.

    Across columns a value counts for the first column alone: each column means something else.
    """
    below = sorted(area for area in areas if lines and area.top >= lines[0])
    if not below:
        return Filled(rows, frozenset(), ())
    headed = {index for index, header in enumerate(headers) if header}
    sections = frozenset(_sections(rows, lines, below, headed))
    changed: dict[int, list[str]] = {}
    downwards: Counter[int] = Counter()
    across: Counter[int] = Counter()
    for area in below:
        first = bisect_left(lines, area.top)
        if first == len(lines) or lines[first] != area.top or first in sections:
            continue
        value = changed.get(first, rows[first])[area.left] if area.left < len(rows[first]) else ""
        if not value.strip():
            continue
        if len(headed.intersection(area.columns())) > 1:
            across[area.left] += 1
        for position in range(first + 1, bisect_right(lines, area.bottom)):
            row = changed.setdefault(position, list(rows[position]))
            if not row[area.left].strip():
                row[area.left] = value
                downwards[area.left] += 1
    whole = [changed.get(position, row) for position, row in enumerate(rows)] if changed else rows
    return Filled(
        whole, sections, [*_told("merged_down", downwards, headers), *_told("merged_across", across, headers)]
    )


def over(row: Row, line: int, areas: Iterable[Area]) -> list[str]:
    """Return a row above others, with the value of cells that are merged across columns in each of these."""
    cells = list(row)
    for area in areas:
        if area.top == line and area.wide and area.left < len(cells):
            cells[area.left : area.right + 1] = [cells[area.left]] * len(cells[area.left : area.right + 1])
    return cells


def _sections(rows: Sequence[Row], lines: Sequence[int], areas: Iterable[Area], headed: set[int]) -> Iterator[int]:
    for area in areas:
        position = bisect_left(lines, area.top)
        covered = len(headed.intersection(area.columns()))
        if (
            area.tall
            or covered <= max(1, _MOST_OF * len(headed))
            or position == len(lines)
            or lines[position] != area.top
        ):
            continue
        if [cell for cell in rows[position] if cell.strip()] == [*rows[position][area.left : area.left + 1]]:
            yield position


def _told(kind: str, counts: Mapping[int, int], headers: Sequence[str]) -> Iterator[Notice]:
    for column, count in sorted(counts.items()):
        yield Notice(kind, column=headers[column] if column < len(headers) else "", details={"count": count})
