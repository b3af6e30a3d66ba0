"""CSV and TSV files."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator

from loaders.issues import FileProblem
from loaders.sheets import Sheet
from loaders.text import decode

_DELIMITERS = {".csv": ",", ".tsv": "\t"}
_MOST_BROKEN_LINES = 1000

SUFFIXES = tuple(_DELIMITERS)


def sheet(data: bytes, file: str, stem: str, suffix: str) -> Sheet:
    """Return the one sheet that a CSV or TSV file is.

    A record may run over several lines; it is known by its first. Where quotation marks are wrong (one is never
    closed, or text follows a closing one) only that line is given up, and reading goes on with the next.

    Raises
    ------
    FileProblem
        When the bytes are no text, or nearly no line can be read.
    """
    text = decode(data)
    # A cell is as long as it is: the module's own limit would end the reading of the whole file.
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    broken: list[tuple[int, str]] = []
    rows, lines = [], []
    for line, row in _records(text, _DELIMITERS[suffix], broken):
        if any(map(str.strip, row)):
            rows.append(row)
            lines.append(line)
    return Sheet(file, stem, rows, lines, broken, ragged=True)


def _records(text: str, delimiter: str, broken: list[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    source = list(io.StringIO(text, newline=""))
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
