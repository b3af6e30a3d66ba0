"""Excel workbooks, read by calamine."""

from __future__ import annotations

import dataclasses
import io
import re
import zipfile

from loaders import archives
from loaders.issues import FileProblem
from loaders.pages import Page, Unreadable, pages
from loaders.shape.areas import Area
from loaders.shape.marks import has_marks
from loaders.sheets import Sheet, headed

SUFFIXES = (".xlsx", ".xlsm", ".xls")

_MOST_CELLS = 30_000_000
_COMPOUND_FILE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_ROWS = 1_048_576
_COLUMNS_OF_LETTERS = {1: 26, 2: 702, 3: 16_384}
# With a fixed beginning, however much it may also find, the search of a large sheet is several times as fast.
_COLUMN_OF_LETTERS = {count: re.compile(rb"""r=["'][A-Za-z]{%d}\d""" % count) for count in (2, 3)}
_REFERENCE = re.compile(rb"""r=["']([A-Za-z]{1,3})(\d{1,7})["']""")
_ERROR_TYPE = re.compile(rb"""t=["']e["']""")
_ERROR = re.compile(rb"""<(?:\w+:)?c\s(?=[^>]*?\bt=["']e["'])[^>]*?\br=["']([A-Za-z]{1,3}\d{1,7})["']""")
_ROW = re.compile(rb"""row\s[^>]*?\br=["'](\d{1,7})["']""")


def sheets(data: bytes, file: str) -> list[Sheet]:
    """Return the worksheets of a workbook, all values as text, as `loaders.pages` gives them.

    Raises
    ------
    FileProblem
        When it is empty, broken, encrypted, too large, or holds no worksheet.
    """
    if not data:
        raise FileProblem("empty")
    # Read from memory, the reader calls an encrypted workbook a file of no known kind.
    if data.startswith(_COMPOUND_FILE) and _ENCRYPTED in data:
        raise FileProblem("password")
    errors = _guard(data)
    try:
        found = [_sheet(page, file) for page in pages(data)]
    except Unreadable as error:
        raise FileProblem(error.kind) from error
    if not found:
        raise FileProblem("no_worksheets")
    return [dataclasses.replace(found[0], errors=errors), *found[1:]]


def _sheet(page: Page, file: str) -> Sheet:
    marked = any(has_marks("\t".join(row)) for row in page["rows"])
    areas = [Area(*area) for area in page["areas"]]
    whole = Sheet(file, page["name"], page["rows"], page["lines"], hidden=page["hidden"], areas=areas, marked=marked)
    return headed(whole)


def _guard(data: bytes) -> list[str]:
    """Refuse a workbook that the reader could not hold: one cell far out makes it ask for terabytes and die.

    Returns the cells that hold an error, which the reader gives as empty ones.
    """
    errors: list[str] = []
    if not data.startswith(b"PK"):
        return errors
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            archives.guard(parts)
            for part in parts:
                # Reading checks the sum of each part, which the workbook's own reader does not.
                content = archive.read(part)
                if "worksheets/" in part.filename and part.filename.endswith(".xml"):
                    _guard_sheet(content)
                    errors += [cell.decode() for cell in _ERROR.findall(content)] if _ERROR_TYPE.search(content) else []
    except FileProblem:
        raise
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise FileProblem("workbook") from error
    except Exception as error:  # zlib's own error has no public base in the archive's module
        raise FileProblem("workbook") from error
    return errors


def _guard_sheet(xml: bytes) -> None:
    rows = max(map(int, _ROW.findall(xml)), default=_MOST_ROWS)
    # Only a sheet that could be too large by the letters of its columns is looked at cell by cell.
    letters = next((count for count in (3, 2) if _COLUMN_OF_LETTERS[count].search(xml)), 1)
    if rows * _COLUMNS_OF_LETTERS[letters] <= _MOST_CELLS:
        return
    columns = 1
    for name, digits in _REFERENCE.findall(xml):
        columns, rows = max(columns, _number(name)), max(rows, int(digits))
    if columns * rows > _MOST_CELLS:
        raise FileProblem("too_large", limit=f"{_MOST_CELLS:,}", unit="")


def _number(letters: bytes) -> int:
    total = 0
    for letter in letters.upper():
        total = total * 26 + letter - 64
    return total
