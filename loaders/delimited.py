"""CSV, TSV and other text files of cells."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator

from loaders.issues import FileProblem
from loaders.sheets import Sheet, headed
from loaders.text import decode

_DELIMITERS = {".csv": ",", ".tsv": "\t", ".txt": "\t"}
_POSSIBLE = ",\t;"
_LOOKED_AT = 20
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
# As Excel itself says what parts the cells, in a line above them.
_SAID = re.compile(r"sep=(.)[ \t]*(?:\r\n|\r|\n)", re.IGNORECASE)
# As people keep Excel from taking a code for a number.
_FORMULA = re.compile(r'="((?:[^"]|"")*)"')
_MOST_BROKEN_LINES = 1000

SUFFIXES = tuple(_DELIMITERS)


def sheet(data: bytes, file: str, stem: str, suffix: str) -> Sheet:
    """Return the one sheet that a text file is.

    Cells are parted by commas, tabs or semicolons: what a first line ``sep=;`` says, else what parts the first lines
    most evenly. A record may run over several lines; it is known by its first. Where quotation marks are wrong (one is
    never closed, or text follows a closing one) only that line is given up, and reading goes on with the next.

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
    said = _SAID.match(text)
    delimiter = said[1] if said else _delimiter(text, _DELIMITERS[suffix])
    formulas = '="' in text
    for line, row in _records(text, delimiter, broken):
        if any(map(str.strip, row)) and not (said and line == 1):
            rows.append(list(map(_value, row)) if formulas else row)
            lines.append(line)
    return headed(Sheet(file, stem, rows, lines, broken, ragged=True))


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


def _value(cell: str) -> str:
    """Return the text that a cell such as ``="00123"`` stands for."""
    found = _FORMULA.fullmatch(cell)
    return cell if found is None else found[1].replace('""', '"')


def _delimiter(text: str, usual: str) -> str:
    """Return what parts the cells of the first lines: it stands in the first, and as often in most of the others."""
    bare = _QUOTED.sub("", text[: _LOOKED_AT * 2_000])
    lines = [line for line in io.StringIO(bare, newline=None).read().splitlines() if line.strip()][:_LOOKED_AT]
    if not lines:
        return usual

    def evenness(mark: str) -> tuple[int, bool, int]:
        counts = Counter(line.count(mark) for line in lines if line.count(mark))
        most, lines_with = max(counts.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        return lines_with, mark == usual, most

    return max(_POSSIBLE, key=evenness)
