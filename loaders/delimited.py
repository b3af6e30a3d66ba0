"""CSV, TSV and other text files of cells."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from loaders.issues import FileProblem
from loaders.shape.marks import has_marks
from loaders.sheets import Sheet, headed
from loaders.text import decoded

_DELIMITERS = {".csv": ",", ".tsv": "\t", ".txt": "\t"}
_OTHERS = (",", "\t", ";")
_LOOKED_LETTERS, _LOOKED_RECORDS = 65_536, 50
_MOST_BROKEN_LINES = 1000
# Excel's own first line, which it shows to nobody.
_SEPARATOR = re.compile(r'"?sep=([^"\r\n])"?[ \t]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
_AS_FORMULA = re.compile(r'="((?:[^"]|"")*)"')

SUFFIXES = tuple(_DELIMITERS)


def sheet(data: bytes, file: str, stem: str, suffix: str, encoding: str | None = None) -> Sheet:
    """Return the one sheet that a text file is.

    A record may run over several lines; it is known by its first. Where quotation marks are wrong (one is never
    closed, or text follows a closing one) only that line is given up, and reading goes on with the next. Cells are
    parted as the ending says, unless another of comma, tab and semicolon parts more records alike, or the first line
    is Excel's ``sep=``. Text that Excel is kept from changing, ``="00123"``, is ``00123``.

    Raises
    ------
    FileProblem
        When the bytes are no text, or nearly no line can be read.
    """
    # A cell is as long as it is: the module's own limit would end the reading of the whole file.
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    found = decoded(data, encoding)
    text = found.text
    named = _SEPARATOR.match(text)
    skipped = 0
    if named is not None:
        text, skipped = text[named.end() :], 1
    delimiter = named[1] if named is not None else _delimiter(text, _DELIMITERS[suffix])
    broken: list[tuple[int, str]] = []
    rows, lines = _filled(text, delimiter, broken)
    if '="' in text:
        rows = [[_plain(cell) for cell in row] for row in rows]
    if skipped:
        lines, broken = [line + skipped for line in lines], [(line + skipped, held) for line, held in broken]
    doubt = found.encoding if found.doubtful else ""
    return headed(Sheet(file, stem, rows, lines, broken, ragged=True, doubt=doubt, marked=has_marks(text)))


def _delimiter(text: str, usual: str) -> str:
    """Return the usual delimiter, unless another gives more records that are equally long."""
    begun = text[:_LOOKED_LETTERS]
    fits = {delimiter: _fit(begun, delimiter) for delimiter in (usual, *_OTHERS)}
    return max(fits, key=lambda delimiter: fits[delimiter])


def _fit(text: str, delimiter: str) -> int:
    if delimiter not in text:
        return 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        lengths = Counter(map(len, islice(reader, _LOOKED_RECORDS)))
    except csv.Error:
        return 0
    return max((count for length, count in lengths.items() if length > 1), default=0)


def _filled(text: str, delimiter: str, broken: list[tuple[int, str]]) -> tuple[list[list[str]], Sequence[int]]:
    """Return the records that hold anything, and the line on which each begins."""
    source = list(io.StringIO(text, newline=""))
    lines: Sequence[int]
    try:
        rows = list(csv.reader(source, delimiter=delimiter, strict=True))
    except csv.Error:
        rows = []
    if len(rows) == len(source):
        lines = range(1, len(rows) + 1)
    else:
        # Some record runs over several lines, or is broken: each has to be looked at.
        numbered = list(_records(source, delimiter, broken))
        rows, lines = [row for _, row in numbered], [line for line, _ in numbered]
    blank = [place for place, row in enumerate(rows) if not (row and row[0].strip()) and not any(map(str.strip, row))]
    if not blank:
        return rows, lines
    gone = set(blank)
    kept = [place for place in range(len(rows)) if place not in gone]
    return [rows[place] for place in kept], [lines[place] for place in kept]


def _records(source: list[str], delimiter: str, broken: list[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    begin = 0
    while begin < len(source):
        reader = csv.reader(source[begin:] if begin else source, delimiter=delimiter, strict=True)
        done = 0
        try:
            for row in reader:
                yield begin + done + 1, row
                done = reader.line_num
        except csv.Error:
            begin += done
            broken.append((begin + 1, source[begin].rstrip("\r\n")))
            begin += 1
        else:
            return
        if len(broken) > _MOST_BROKEN_LINES:
            raise FileProblem("quotes", count=len(broken), line=broken[0][0])


def _plain(cell: str) -> str:
    found = _AS_FORMULA.fullmatch(cell) if cell.startswith('="') else None
    return found[1].replace('""', '"') if found else cell
