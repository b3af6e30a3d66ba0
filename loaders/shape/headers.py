"""Where the header of a sheet is, below titles and perhaps in several rows."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from graph.schema import schema
from loaders.names import columns_of, fold
from loaders.shape.areas import Area, Row, over

_LOOKED = 30
_NAMED_WITHIN = 10
_TITLE_CELLS = 2
_NAMED = 0.6
_BODY = 0.5
_NUMBER = re.compile(r"[-+(]?[\d,.]+[%)]?|\d{2,4}[-/.年]\d{1,2}([-/.月]\d{1,2}日?)?|true|false", re.IGNORECASE)


@dataclass(frozen=True)
class Heading:
    """The header of a sheet.

    Attributes
    ----------
    first, last
        Positions of the first and last of the rows that it is in; the rows before the first are titles.
    names
        A name for each column; of several rows the lowest, or where that is not the only one of its kind, all those
        above each other, joined by a blank.
    others
        Columns by the folded name that they have beside: all of several rows, joined by a blank.
    """

    first: int
    last: int
    names: Sequence[str]
    others: Mapping[str, int] = field(default_factory=dict)


def heading(rows: Sequence[Row], lines: Sequence[int], areas: Sequence[Area] = ()) -> Heading:
    """Return the header that `rows`, none of which is empty, begin with.

    It is the first row, unless rows of one or two cells stand above one that is wider and reads as a header: all
    texts, none twice, with rows as wide below it; or above one that has the schema's own names. A further row counts
    to it where cells merged across columns stand above more than one of its cells.
    """
    place = _place(rows, lines, areas)
    first, last = _levels(rows, lines, place, areas)
    if first == last:
        return Heading(place, place, [name.strip() for name in rows[place]])
    return _joined(rows, lines, first, last, areas)


def _place(rows: Sequence[Row], lines: Sequence[int], areas: Sequence[Area]) -> int:
    looked = rows[:_LOOKED]
    if _is_named(looked[0]):
        return 0
    counts = [_width(row, line, areas) for row, line in zip(looked, lines, strict=False)]
    for place in range(1, min(len(counts), _NAMED_WITHIN)):
        if max(counts[:place]) <= counts[place] and _is_named(looked[place]):
            return place
    for place in range(1, len(counts)):
        above = max(counts[:place])
        if above > _TITLE_CELLS:
            break
        if counts[place] > above and _is_header(looked[place]):
            return place if _has_body(counts[place + 1 :], above) else 0
    return 0


def _count(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _width(row: Row, line: int, areas: Sequence[Area]) -> int:
    """Return how many columns a row fills; a single cell is one, however many it is merged over."""
    count = _count(row)
    return count if count == 1 or not areas else _count(over(row, line, areas))


def _is_named(row: Row) -> bool:
    known = sum(fold(cell) in _known() for cell in row if cell.strip())
    return known > 0 and known >= _NAMED * _count(row)


def _is_header(row: Row) -> bool:
    cells = [unicodedata.normalize("NFKC", cell).strip() for cell in row if cell.strip()]
    return len(set(cells)) == len(cells) and not any(map(_NUMBER.fullmatch, cells))


def _has_body(below: Sequence[int], above: int) -> bool:
    return bool(below) and sum(count > above for count in below) >= _BODY * len(below)


def _levels(rows: Sequence[Row], lines: Sequence[int], place: int, areas: Sequence[Area]) -> tuple[int, int]:
    """Return the positions of the first and last row of the header around the row at `place`."""
    if not areas:
        return place, place
    first = last = place
    while first and lines[first - 1] == lines[first] - 1 and _is_over(rows, lines, first - 1, areas):
        first -= 1
    while last + 1 < len(rows) and _continues(rows[last + 1], rows[last], lines[last], lines[last + 1], areas):
        last += 1
    return first, last


def _is_over(rows: Sequence[Row], lines: Sequence[int], place: int, areas: Iterable[Area]) -> bool:
    """Tell whether a row groups the columns of the next: by two merged captions, or by one that tells columns apart."""
    row, below = rows[place], [fold(cell) for cell in rows[place + 1]]
    groups = [area for area in areas if area.top == lines[place] and area.wide and row[area.left].strip()]
    spanned = [below[index] for area in groups for index in area.columns() if index < len(below) and below[index]]
    return len(groups) > 1 or (bool(groups) and any(below.count(name) > 1 for name in spanned))


def _continues(row: Row, above: Row, line: int, next_line: int, areas: Iterable[Area]) -> bool:
    """Tell whether a row is a further row of the header: it has cells only, and several, below merged captions."""
    groups = [area for area in areas if area.top == area.bottom == line and area.wide and above[area.left].strip()]
    below = [sum(bool(row[index].strip()) for index in area.columns() if index < len(row)) for area in groups]
    return (
        bool(groups)
        and next_line == line + 1
        and max(below) > 1
        and sum(below) == _count(row)
        and _is_header_below(row, groups)
    )


def _is_header_below(row: Row, groups: Iterable[Area]) -> bool:
    return all(_is_header([row[index] for index in area.columns() if index < len(row)]) for area in groups)


def _joined(rows: Sequence[Row], lines: Sequence[int], first: int, last: int, areas: Sequence[Area]) -> Heading:
    levels = [over(rows[place], lines[place], areas) for place in range(first, last)] + [list(rows[last])]
    stacks = [
        list(dict.fromkeys(name.strip() for name in names if name.strip())) for names in zip(*levels, strict=True)
    ]
    lowest = Counter(fold(stack[-1]) for stack in stacks if stack)
    names: list[str] = []
    others: dict[str, int] = {}
    for index, stack in enumerate(stacks):
        whole = " ".join(stack)
        if len(stack) > 1 and lowest[fold(stack[-1])] == 1:
            others[fold(whole)] = index
            whole = stack[-1]
        names.append(whole)
    taken = set(map(fold, names))
    return Heading(first, last, names, {name: index for name, index in others.items() if name not in taken})


@cache
def _known() -> frozenset[str]:
    """Return every folded header of the program's own layout."""
    described = schema()
    return frozenset(name for key in (*described.labels, *described.relationships) for name in columns_of(key))
