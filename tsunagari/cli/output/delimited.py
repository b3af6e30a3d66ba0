"""Comma- and tab-separated values."""

from __future__ import annotations

import csv
import io
from typing import BinaryIO

from queries.plain import cell
from tsunagari.cli.output.rows import Rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARK = "\ufeff"
"""By this mark Excel knows UTF-8."""


def write(table: Rows, sink: BinaryIO, *, separator: str = ",", mark: bool) -> None:
    """Write rows as they come; with `mark` so that Excel reads them as UTF-8."""
    text = io.TextIOWrapper(sink, encoding="utf-8", errors="replace", newline="", write_through=False)
    text.write(_MARK if mark else "")
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow([inert(column) for column in table.columns])
    writer.writerows([inert(cell(value)) for value in row] for row in table.rows)
    text.flush()
    text.detach()


def inert(value: object) -> object:
    """Keep a spreadsheet from taking text for a formula.

    Examples
    --------
    >>> inert("=1+1"), inert("横浜市"), inert(-1)
    ("'=1+1", '横浜市', -1)
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
