"""A sheet as it stands in a file, and the grid of headed columns in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.issues import FileProblem
from loaders.names import fold


@dataclass(frozen=True)
class Sheet:
    """Every row of a sheet or text file that holds anything, as text.

    Attributes
    ----------
    lines
        Where each row stands: its row in the sheet, or the line of the file on which it begins.
    broken
        Lines whose quotation marks cannot be read, with what they hold; no row is made of them.
    errors
        Cells of the whole workbook that hold an error such as #N/A; told with its first sheet.
    ragged
        Whether rows may be of different lengths (a text file) or are padded (a sheet).
    """

    file: str
    name: str
    rows: Sequence[Sequence[str]]
    lines: Sequence[int]
    broken: Sequence[tuple[int, str]] = ()
    errors: Sequence[str] = ()
    ragged: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class Grid:
    """The data rows below a header, all as long as the header.

    Attributes
    ----------
    misfits
        Line, number of cells and text of each row that is longer or shorter than the header.
    """

    file: str
    sheet: str
    headers: Sequence[str]
    header_line: int | None
    rows: Sequence[Sequence[str]]
    lines: Sequence[int]
    misfits: Sequence[tuple[int, int, str]] = ()
    broken: Sequence[tuple[int, str]] = ()
    _columns: dict[int, list[str]] = field(default_factory=dict, repr=False, compare=False)

    def column(self, index: int) -> list[str]:
        """Return the cells of one column."""
        if index not in self._columns:
            self._columns[index] = [row[index] for row in self.rows]
        return self._columns[index]


def grid(sheet: Sheet, header: int | None = None, headers: Sequence[str] | None = None) -> Grid:
    """Return the grid in `sheet`.

    Parameters
    ----------
    sheet
        As read.
    header
        The row (counted as a person does) that holds the headers; the first row that holds anything when None.
    headers
        The headers of a file that has none; a first row that repeats them is left out.

    Raises
    ------
    FileProblem
        When there is no such row.
    """
    first, names, line = _header(sheet, header, headers)
    rows, lines = sheet.rows[first:], sheet.lines[first:]
    width = len(names)
    if not sheet.ragged or all(len(row) == width for row in rows):
        return Grid(sheet.file, sheet.name, names, line, rows, lines, broken=sheet.broken)
    fitting = [_fitting(row, width) for row in rows]
    return Grid(
        file=sheet.file,
        sheet=sheet.name,
        headers=names,
        header_line=line,
        rows=[row for row in fitting if row is not None],
        lines=[number for number, row in zip(lines, fitting, strict=True) if row is not None],
        misfits=[
            (number, len(row), ",".join(row))
            for number, row, fits in zip(lines, rows, fitting, strict=True)
            if fits is None
        ],
        broken=sheet.broken,
    )


def _header(sheet: Sheet, header: int | None, headers: Sequence[str] | None) -> tuple[int, Sequence[str], int | None]:
    if headers is not None:
        repeated = bool(sheet.rows) and list(map(fold, sheet.rows[0])) == list(map(fold, headers))
        return (1, headers, sheet.lines[0]) if repeated else (0, _padded(headers, sheet), None)
    line = header if header is not None else next(iter(sheet.lines), None)
    if line is None or line not in sheet.lines:
        raise FileProblem("no_header" if header is not None else "empty", line=header)
    index = list(sheet.lines).index(line)
    if any(number < line for number, _ in sheet.broken) and header is None:
        raise FileProblem("broken_header", line=sheet.broken[0][0])
    return index + 1, [name.strip() for name in sheet.rows[index]], line


def _padded(headers: Sequence[str], sheet: Sheet) -> Sequence[str]:
    """Give a sheet's columns beyond the listed headers empty ones; a text file's rows are checked instead."""
    width = len(sheet.rows[0]) if sheet.rows and not sheet.ragged else 0
    return [*headers, *[""] * (width - len(headers))]


def _fitting(row: Sequence[str], width: int) -> Sequence[str] | None:
    if len(row) == width:
        return row
    # Commas after the last column hold nothing that could be lost.
    return row[:width] if len(row) > width and not any(map(str.strip, row[width:])) else None
