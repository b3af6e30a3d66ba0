"""The cells of a workbook by calamine, in a process of its own.

The reader is written in Rust. A workbook that was made to harm, or by chance, ends its process where it asks for more
memory than there is, and prints what it stumbled over; here that ends nothing else. Run as a script, this file takes a
workbook from standard input and prints its pages as JSON, so it imports nothing of the program.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any, TypedDict

import python_calamine as calamine

_EXACT_INTEGERS = 2.0**53
_MOST_SECONDS = 300
_MOST_MEMORY = 8 * 1024**3
_PASSWORD = "password"  # noqa: S105 - the kind of a problem


class Page(TypedDict):
    """A worksheet: its rows that hold anything, where they stand, and its merged cells."""

    name: str
    hidden: bool
    rows: list[list[str]]
    lines: list[int]
    areas: list[tuple[int, int, int, int]]


class Unreadable(Exception):
    """A workbook cannot be read; `kind` is a key below ``issues`` in the catalogue."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def pages(data: bytes) -> list[Page]:
    """Return the worksheets of a workbook, all values as text; chart sheets and macros are passed over.

    A number without decimals becomes text without ``.0``, a date ``2024-04-01``, a formula its last value. Merged
    cells are first row, first column, last row, last column, rows as a person counts them, columns from 0.

    Raises
    ------
    Unreadable
        When it is broken or has a password.
    """
    # Isolated, so that no file in the folder of the user is taken for a module.
    command = [sys.executable, "-I", str(Path(__file__).resolve())]
    try:
        done = subprocess.run(  # noqa: S603 - this very file
            command, input=data, capture_output=True, check=True, timeout=_MOST_SECONDS
        )
    except subprocess.SubprocessError as error:
        raise Unreadable("workbook") from error
    answer = json.loads(done.stdout)
    if isinstance(answer, str):
        raise Unreadable(answer)
    found: list[Page] = answer
    return found


def _main() -> None:
    _limit_memory()
    try:
        answer: list[Page] | str = _read(sys.stdin.buffer.read())
    except calamine.PasswordError:
        answer = _PASSWORD
    sys.stdout.write(json.dumps(answer))


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):  # Windows has no such limits
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def _read(data: bytes) -> list[Page]:
    with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
        return [
            _page(workbook.get_sheet_by_name(about.name), hidden=about.visible is not calamine.SheetVisibleEnum.Visible)
            for about in workbook.sheets_metadata
            if about.typ is calamine.SheetTypeEnum.WorkSheet
        ]


def _page(sheet: calamine.CalamineSheet, *, hidden: bool) -> Page:
    rows, lines = [], []
    for line, row in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        texts = [cell if type(cell) is str else _text(cell) for cell in row]
        if any(map(str.strip, texts)):
            rows.append(texts)
            lines.append(line)
    areas = [(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()]
    return Page(name=sheet.name, hidden=hidden, rows=rows, lines=lines, areas=areas)


def _text(cell: Any) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) <= _EXACT_INTEGERS:
        return str(int(cell))
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ")
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return str(cell)


if __name__ == "__main__":
    _main()
