"""The program's own layout, written: a CSV file for each table, headed and worded in the current language."""

from __future__ import annotations

import datetime as dt
from typing import Final

import pandas as pd

from graph.dataset import Dataset
from graph.dates import as_written
from graph.frames import native
from graph.language import Text
from graph.schema import END, START, Property, schema
from loaders.formats.listing import csv_bytes
from loaders.formats.writing import FOLDER, Writer, Written
from loaders.lists import joined

_ENDS = {START: Text("起点", "start"), END: Text("終点", "end")}


def _write(dataset: Dataset) -> Written:
    files = {}
    for key, frame in dataset.tables.items():
        table = schema().table(key)
        if len(frame):
            shown = as_written(frame, table)
            names = [str(_ENDS.get(column) or table.properties[column].name) for column in table.written]
            columns = [_texts(shown[column], table.properties.get(column)) for column in table.written]
            files[f"{key}.csv"] = csv_bytes(names, zip(*columns, strict=True), mark=True)
    return Written(files)


def _texts(values: pd.Series, described: Property | None) -> list[str]:
    return [_text(native(value), described) for value in values]


def _text(value: object, described: Property | None) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return joined(value)
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if described is not None and described.choices is not None and isinstance(value, str):
        return str(described.choices[value])
    return str(value)


WRITER: Final = Writer("csv", {FOLDER: _write})
