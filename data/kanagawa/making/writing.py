"""The sample as files: CSV that Excel opens, one workbook, and what is planted."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, cast

import xlsxwriter

from graph.dataset import Dataset
from graph.frames import rows
from graph.schema import END, START, Property, Table, schema

_ENDS = {START: "起点", END: "終点"}
_CREATED = dt.datetime(2026, 3, 31)  # noqa: DTZ001 - a workbook knows no time zone
_WIDEST = 46
_NARROWEST = 10

Cell = str | int | float | dt.date | None


def headers(table: Table) -> list[str]:
    """Return the Japanese names of the table's columns."""
    return [
        _ENDS[c] if c in _ENDS and c not in table.properties else table.properties[c].name.ja for c in table.written
    ]


def records(dataset: Dataset, key: str) -> list[list[Cell]]:
    """Return the rows of a table as cells: enumerated values by their Japanese names, lists joined."""
    table = schema().table(key)
    return [[_cell(row.get(c), table.properties.get(c)) for c in table.written] for row in rows(dataset[key])]


def written_tables(dataset: Dataset) -> list[str]:
    """Return the tables that have rows."""
    return [key for key, frame in dataset.tables.items() if len(frame)]


def csv_bytes(dataset: Dataset, key: str) -> bytes:
    """Return a table as CSV: UTF-8 with a byte order mark and CRLF, as Excel in Japan opens it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(headers(schema().table(key)))
    writer.writerows([_text(cell) for cell in row] for row in records(dataset, key))
    return out.getvalue().encode("utf-8-sig")


def workbook_bytes(dataset: Dataset) -> bytes:
    """Return all tables as one workbook, a sheet each, with real dates and a frozen header."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False}) as book:
        book.set_properties({"title": "架空の見本データ", "author": "tsunagari", "created": _CREATED})
        styles = {
            "header": book.add_format({"bold": True, "font_color": "#FFFFFF", "bg_color": "#0072B2", "border": 1}),
            "date": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
            "text": book.add_format({"num_format": "@"}),
        }
        for key in written_tables(dataset):
            _sheet(book.add_worksheet(schema().table(key).name.ja), dataset, key, styles)
    return out.getvalue()


def truth_bytes(truth: Mapping[str, Any]) -> bytes:
    """Return what is planted as JSON."""
    return (json.dumps(truth, ensure_ascii=False, indent=2) + "\n").encode()


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files and remove tables that are no longer there."""
    for path in stale(folder, files):
        path.unlink()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def stale(folder: Path, files: Iterable[str]) -> list[Path]:
    """Return the tables on disk that the sample does not have."""
    kept = {folder / name for name in files}
    return sorted(path for path in (folder / "csv").glob("*.csv") if path not in kept)


def _cell(value: object, described: Property | None) -> Cell:
    if isinstance(value, list):
        return ";".join(value)
    if described and described.choices and isinstance(value, str):
        return described.choices[value].ja
    return cast("Cell", value)


def _text(cell: Cell) -> str:
    if isinstance(cell, float):
        return repr(int(cell)) if cell.is_integer() else repr(cell)
    return "" if cell is None else str(cell)


def _sheet(sheet: Any, dataset: Dataset, key: str, styles: Mapping[str, Any]) -> None:
    names, cells = headers(schema().table(key)), records(dataset, key)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(cells), len(names) - 1)
    for column, name in enumerate(names):
        longest = max([_width(name) + 3, *(_width(_text(row[column])) for row in cells)])
        sheet.set_column(column, column, min(max(longest + 1, _NARROWEST), _WIDEST))
        sheet.write_string(0, column, name, styles["header"])
    for number, row in enumerate(cells, start=1):
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell, styles)


def _write(sheet: Any, row: int, column: int, cell: Cell, styles: Mapping[str, Any]) -> None:
    if isinstance(cell, dt.date):
        sheet.write_datetime(row, column, dt.datetime.combine(cell, dt.time()), styles["date"])
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell, styles["text"])
    elif cell is not None:
        sheet.write_number(row, column, cell)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "FWA" else 1 for character in text)
