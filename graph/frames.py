"""Tables in the form that the schema gives them: its columns, in its order, in its types."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from graph.schema import Property, PropertyType, Table

_DTYPES: Mapping[PropertyType, str] = {
    "string": "string",
    "integer": "Int64",
    "float": "Float64",
    "boolean": "boolean",
    "date": "object",
    "strings": "object",
}

_PLAIN: Mapping[PropertyType, type] = {"string": str, "date": dt.date}

Records = pd.DataFrame | Iterable[Mapping[str, Any]]


def typed(records: Records, table: Table) -> pd.DataFrame:
    """Return `records` as the table's frame: all columns of the schema, in order, in their types.

    Missing values are `pandas.NA` in text and number columns and None in date and list columns; an empty text or
    list is a missing value.

    Raises
    ------
    ValueError
        When a column is none of the table's, or a value is not of its column's type.
    """
    frame = records if isinstance(records, pd.DataFrame) else pd.DataFrame(list(records))
    unknown = [str(column) for column in frame.columns if column not in table.columns]
    if unknown:
        raise ValueError(f"{table.key} has no column {', '.join(unknown)}")
    columns = {column: _column(frame.get(column), table.properties.get(column), len(frame)) for column in table.columns}
    return pd.DataFrame(columns, columns=list(table.columns)).reset_index(drop=True)


def is_missing(value: object) -> bool:
    """Tell whether `value` stands for nothing: None, NA, NaN, an empty text or an empty list."""
    if isinstance(value, str | tuple | list):
        return not value
    return value is None or value is pd.NA or value is pd.NaT or value != value  # noqa: PLR0124 - NaN


def native(value: object) -> object:
    """Return `value` as plain Python: None, str, int, float, bool, date, or a list of str."""
    if is_missing(value):
        return None
    if isinstance(value, tuple | list):
        return list(value)
    item = getattr(value, "item", None)
    return item() if callable(item) else value


def rows(frame: pd.DataFrame) -> list[dict[str, object]]:
    """Return the rows of `frame` as plain Python, without their missing values."""
    columns = {str(name): [native(value) for value in frame[name]] for name in frame.columns}
    return [
        {name: value for name, value in zip(columns, values, strict=True) if value is not None}
        for values in zip(*columns.values(), strict=True)
    ]


def _column(values: pd.Series[Any] | None, described: Property | None, length: int) -> pd.Series[Any]:
    kind: PropertyType = described.type if described else "string"
    held = [None] * length if values is None else values.tolist()
    plain = held if _is_plain(held, kind) else [_value(value, kind) for value in held]
    try:
        return pd.Series(plain, dtype=_DTYPES[kind])
    except (TypeError, ValueError) as error:
        raise ValueError(f"a value of {described.key if described else 'an end'} is no {kind}: {error}") from error


def _is_plain(held: list[Any], kind: PropertyType) -> bool:
    """Tell whether all values are None or of the very type of their kind, as nearly all columns are."""
    types = set(map(type, held)) - {type(None)}
    return not types or (kind in _PLAIN and types == {_PLAIN[kind]} and "" not in held)


def _value(value: object, kind: PropertyType) -> object:
    if is_missing(value):
        return None
    if kind == "date":
        return _date(value)
    if kind == "strings":
        return _strings(value)
    if kind == "string" and not isinstance(value, str):
        raise ValueError(f"{value!r} is no text")
    return value


def _date(value: object) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    raise ValueError(f"{value!r} is no date")


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, tuple | list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f"{value!r} is no list of texts")
    return tuple(value)
