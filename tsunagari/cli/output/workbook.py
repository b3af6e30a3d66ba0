"""Workbooks for Excel, written row by row."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

import xlsxwriter
from rich.cells import cell_len

from graph.language import Catalogue
from queries.plain import iso
from tsunagari.cli.output.about import About, Told
from tsunagari.cli.output.rows import Row, Rows
from tsunagari.cli.output.titles import title

MOST_ROWS = 1_048_575
"""Rows that a sheet holds below its headings."""
_SHEET_NAME = 31
_EXACT = 10**15
"""Whole numbers from here on Excel rounds."""
_LONGEST_TEXT = 32_767
_WIDEST = 60
_MARGIN = 3
_FIRST_DAY = dt.date(1900, 3, 1)
"""Excel takes 1900 for a leap year, so that days before this one come out wrong."""
# What looks like a formula or an address stays text, and rows are not kept once they are written.
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": True,
}


def write(named: Mapping[str, Rows], sink: BinaryIO, about: Told | None) -> None:
    """Write each table as a sheet, and one that says where they come from."""
    with xlsxwriter.Workbook(sink, {**_OPTIONS, "default_date_format": "yyyy-mm-dd"}) as book:
        sheets = _Sheets(book)
        for name, table in named.items():
            sheets.add(title(name) if name else "tsunagari", table)
        if about is not None:
            sheets.add_about(about())


class _Sheets:
    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._bold = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self._moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        self._time = book.add_format({"num_format": "hh:mm:ss"})

    def add(self, name: str, table: Rows) -> None:
        sheet = self._book.add_worksheet(name[:_SHEET_NAME])
        first, rows = table.started()
        self._widen(sheet, table.columns, first)
        sheet.freeze_panes(1, 0)
        for column, heading in enumerate(table.columns):
            sheet.write_string(0, column, heading, self._bold)
        number = 0
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                self._cell(sheet, number, column, value)
        if number and table.columns:
            sheet.autofilter(0, 0, number, len(table.columns) - 1)

    def add_about(self, about: About) -> None:
        sheet = self._book.add_worksheet(str(Catalogue("tsunagari").text("about.sheet"))[:_SHEET_NAME])
        sheet.set_column(0, 0, 20)
        sheet.set_column(1, 1, 100)
        for number, (name, text) in enumerate(about.lines().items()):
            sheet.write_string(number, 0, name, self._bold)
            sheet.write_string(number, 1, text[:_LONGEST_TEXT], self._wrapped)

    def _cell(self, sheet: Any, row: int, column: int, value: object) -> None:
        at = (row, column)
        match value:
            case None | "":
                return
            case dt.datetime() if value.tzinfo is None and value.date() >= _FIRST_DAY:
                sheet.write_datetime(*at, value, self._moment)
            case dt.date() if not isinstance(value, dt.datetime) and value >= _FIRST_DAY:
                sheet.write_datetime(*at, value)
            case dt.time() if value.tzinfo is None:
                sheet.write_datetime(*at, value, self._time)
            case int() if abs(value) < _EXACT:
                sheet.write_number(*at, value)
            case float() if math.isfinite(value):
                sheet.write_number(*at, value)
            case _:
                # A zone, a number of 16 digits and a day of long ago Excel knows only as text.
                sheet.write_string(*at, _text(value))

    @staticmethod
    def _widen(sheet: Any, headings: Sequence[str], first: Sequence[Row]) -> None:
        for column, heading in enumerate(headings):
            longest = max((cell_len(_text(row[column]).split("\n")[0]) for row in first), default=0)
            sheet.set_column(column, column, min(max(longest, cell_len(heading)) + _MARGIN, _WIDEST))


def _text(value: object) -> str:
    text = "" if value is None else str(iso(value))
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"
