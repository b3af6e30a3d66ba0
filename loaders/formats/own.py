"""The program's own layout, written: a CSV file for each table, headed and worded in the current language."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Final

import pandas as pd

from graph.dataset import Dataset
from graph.dates import as_written
from graph.frames import native
from graph.language import Text
from graph.schema import END, START, Property, Table, schema
from loaders.formats.listing import csv_bytes
from loaders.formats.writing import FOLDER, Writer, Written, noted
from loaders.values import parsed

_ENDS = {START: Text("起点", "start"), END: Text("終点", "end")}
_MARK = ";"


def _write(dataset: Dataset) -> Written:
    unclear: Counter[Text] = Counter()
    files = {}
    for key, frame in dataset.tables.items():
        table = schema().table(key)
        if len(frame):
            shown = as_written(frame, table)
            names = [str(_ENDS.get(column) or table.properties[column].name) for column in table.written]
            columns = [_texts(table, column, shown[column], unclear) for column in table.written]
            files[f"{key}.csv"] = csv_bytes(names, zip(*columns, strict=True), mark=True)
    notes = [noted("list_unclear", column=name, count=count) for name, count in unclear.items()]
    return Written(files, notes=notes)


def _texts(table: Table, column: str, values: pd.Series, unclear: Counter[Text]) -> list[str]:
    described = table.properties.get(column)
    texts = [_text(native(value), described) for value in values]
    if described is not None and described.type == "strings":
        read = parsed(texts, described).values  # noqa: PD011 - no frame of pandas
        given = [tuple(value or ()) for value in values]
        unclear[described.name] += sum(tuple(one or ()) != items for one, items in zip(read, given, strict=True))
        unclear += Counter()
    return texts


def _text(value: object, described: Property | None) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return _MARK.join(value)
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if described is not None and described.choices is not None and isinstance(value, str):
        return str(described.choices[value])
    return str(value)


WRITER: Final = Writer("csv", {FOLDER: _write})
