"""Sheets of nodes and links in spreadsheets and CSV files: found by their headers, written as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from loaders.names import fold
from loaders.sheets import Sheet


def headers(sheet: Sheet) -> list[str]:
    """Return the folded headers of a sheet; none when it is empty."""
    return [fold(name) for name in sheet.rows[0]] if sheet.rows else []


def position(names: Sequence[str], *wanted: str) -> int | None:
    """Return the position of the first of the wanted headers that is there."""
    return next((names.index(name) for name in wanted if name in names), None)


def csv_bytes(names: Sequence[str], rows: Iterable[Sequence[str]], *, mark: bool = False) -> bytes:
    """Return a CSV file in UTF-8, with the mark by which Excel knows it where asked for."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig" if mark else "utf-8")


def filled(names: Sequence[str], records: Sequence[dict[str, str]]) -> list[str]:
    """Return the names, and after them every further key that a record has, in the order of the records."""
    found = dict.fromkeys(names)
    for record in records:
        found.update(dict.fromkeys(record))
    return list(found)
