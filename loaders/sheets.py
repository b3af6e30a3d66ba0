"""A sheet as it stands in a file, and the grid of headed columns in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from loaders.issues import FileProblem
from loaders.names import fold
from loaders.shape.areas import Area, Row, filled
from loaders.shape.damage import without_damage
from loaders.shape.headers import heading
from loaders.shape.margins import margins, shown_row
from loaders.shape.marks import marks
from loaders.shape.notice import Notice


@dataclass(frozen=True)
class Sheet:
    """The header of a sheet or text file, and every row below it that holds anything, as text.

    Attributes
    ----------
    rows
        The header, then the rows below it.
    lines
        Where each row stands: its row in the sheet, or the line of the file on which it begins.
    broken
        Lines whose quotation marks cannot be read, with what they hold; no row is made of them.
    errors
        Cells of the whole workbook that hold an error such as #N/A; told with its first sheet.
    ragged
        Whether rows may be of different lengths (a text file) or are padded (a sheet).
    above, above_lines
        Where titles stand above the header, or it is in several rows: all these rows as they are, and where.
    titles
        How many of them are titles.
    others
        Further folded names of columns whose header is in several rows.
    areas
        Merged cells.
    marked
        Whether it holds characters that cannot be seen, or may.
    doubt
        The encoding of a text file that could be in another one as well.
    """

    file: str
    name: str
    rows: Sequence[Row]
    lines: Sequence[int]
    broken: Sequence[tuple[int, str]] = ()
    errors: Sequence[str] = ()
    ragged: bool = False
    hidden: bool = False
    above: Sequence[Row] = ()
    above_lines: Sequence[int] = ()
    titles: int = 0
    others: Mapping[str, int] = field(default_factory=dict)
    areas: Sequence[Area] = ()
    doubt: str = ""
    marked: bool = True

    @property
    def whole(self) -> tuple[Sequence[Row], Sequence[int]]:
        """All rows as they stand in the file, and where."""
        if not self.above:
            return self.rows, self.lines
        return [*self.above, *self.rows[1:]], [*self.above_lines, *self.lines[1:]]


def headed(sheet: Sheet) -> Sheet:
    """Return a sheet of all rows of a file as one that begins with its header."""
    if not sheet.rows:
        return sheet
    found = heading(sheet.rows, sheet.lines, sheet.areas)
    if not found.last:
        return sheet
    below = found.last + 1
    return replace(
        sheet,
        rows=[found.names, *sheet.rows[below:]],
        lines=sheet.lines[found.last :],
        above=sheet.rows[:below],
        above_lines=sheet.lines[:below],
        titles=found.first,
        others=found.others,
    )


@dataclass(frozen=True)
class Grid:
    """The data rows below a header, all as long as the header.

    Attributes
    ----------
    misfits
        Line, number of cells and text of each row that is longer or shorter than the header.
    notices
        What there is to say about the sheet, and about rows that are no data.
    others
        Further folded names of columns.
    """

    file: str
    sheet: str
    headers: Sequence[str]
    header_line: int | None
    rows: Sequence[Row]
    lines: Sequence[int]
    misfits: Sequence[tuple[int, int, str]] = ()
    broken: Sequence[tuple[int, str]] = ()
    notices: Sequence[Notice] = ()
    others: Mapping[str, int] = field(default_factory=dict)
    _columns: dict[int, list[str]] = field(default_factory=dict, repr=False, compare=False)

    def column(self, index: int) -> list[str]:
        """Return the cells of one column."""
        if index not in self._columns:
            self._columns[index] = [row[index] for row in self.rows]
        return self._columns[index]


def grid(sheet: Sheet, header: int | None = None, headers: Sequence[str] | None = None) -> Grid:
    """Return the grid in `sheet`, without rows that are no data, such as totals.

    Parameters
    ----------
    sheet
        As read.
    header
        The row (counted as a person does) that holds the headers; that with which the sheet begins when None.
    headers
        The headers of a file that has none; a first row that repeats them is left out.

    Raises
    ------
    FileProblem
        When there is no such row.
    """
    names, line, rows, lines = _begun(sheet, header, headers)
    merged = filled(rows, lines, sheet.areas, names)
    aside = margins(merged.rows, lines, names, merged.sections)
    rows, lines = _without(merged.rows, lines, aside)
    rows, lines, misfits = _fitting(rows, lines, len(names), ragged=sheet.ragged)
    rows, damaged = without_damage(rows, lines, names, lettered=not sheet.ragged)
    own = header is None and headers is None
    return Grid(
        file=sheet.file,
        sheet=sheet.name,
        headers=names,
        header_line=line,
        rows=rows,
        lines=lines,
        misfits=misfits,
        broken=sheet.broken,
        notices=[
            *([Notice("encoding_doubtful", details={"encoding": sheet.doubt})] if sheet.doubt else ()),
            *([Notice("sheet_hidden_read")] if sheet.hidden else ()),
            *(_titles(sheet) if own else ()),
            *merged.notices,
            *aside.values(),
            *damaged,
            *(marks(rows, lines, names) if sheet.marked else ()),
        ],
        others=sheet.others if own else {},
    )


def _begun(
    sheet: Sheet, header: int | None, headers: Sequence[str] | None
) -> tuple[Sequence[str], int | None, Sequence[Row], Sequence[int]]:
    """Return the names of columns, the line they are on, and the rows below with their lines."""
    if header is None and headers is None:
        rows, lines = sheet.rows, sheet.lines
        line = next(iter(lines), None)
    else:
        rows, lines = sheet.whole
        line = header
    if headers is not None:
        repeated = bool(rows) and list(map(fold, rows[0])) == list(map(fold, headers))
        below = 1 if repeated else 0
        names = headers if repeated else _padded(headers, rows, ragged=sheet.ragged)
        return names, lines[0] if repeated else None, rows[below:], lines[below:]
    if line is None or line not in lines:
        raise FileProblem("no_header" if header is not None else "empty", line=header)
    index = list(lines).index(line)
    if any(number < line for number, _ in sheet.broken) and header is None:
        raise FileProblem("broken_header", line=sheet.broken[0][0])
    return [name.strip() for name in rows[index]], line, rows[index + 1 :], lines[index + 1 :]


def _padded(headers: Sequence[str], rows: Sequence[Row], *, ragged: bool) -> Sequence[str]:
    """Give a sheet's columns beyond the listed headers empty ones; a text file's rows are checked instead."""
    width = len(rows[0]) if rows and not ragged else 0
    return [*headers, *[""] * (width - len(headers))]


def _titles(sheet: Sheet) -> list[Notice]:
    if not sheet.titles:
        return []
    text = " / ".join(map(shown_row, sheet.above[: sheet.titles]))
    details = {"count": sheet.titles, "header": sheet.lines[0]}
    return [Notice("row_above", sheet.above_lines[0], value=text, details=details)]


def _without(
    rows: Sequence[Row], lines: Sequence[int], aside: Mapping[int, Notice]
) -> tuple[Sequence[Row], Sequence[int]]:
    if not aside:
        return rows, lines
    kept = [place for place in range(len(rows)) if place not in aside]
    return [rows[place] for place in kept], [lines[place] for place in kept]


def _fitting(
    rows: Sequence[Row], lines: Sequence[int], width: int, *, ragged: bool
) -> tuple[Sequence[Row], Sequence[int], Sequence[tuple[int, int, str]]]:
    """Return the rows that are as long as the header, their lines, and the others."""
    if not ragged or set(map(len, rows)) <= {width}:
        return rows, lines, ()
    fitting = [_fitted(row, width) for row in rows]
    placed = list(zip(lines, rows, fitting, strict=True))
    return (
        [row for row in fitting if row is not None],
        [line for line, _, fits in placed if fits is not None],
        [(line, len(row), ",".join(row)) for line, row, fits in placed if fits is None],
    )


def _fitted(row: Row, width: int) -> Row | None:
    if len(row) == width:
        return row
    # Commas after the last column hold nothing that could be lost.
    return row[:width] if len(row) > width and not any(map(str.strip, row[width:])) else None
