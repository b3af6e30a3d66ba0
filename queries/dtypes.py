"""The columns of an answer in pandas' own types."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd

_DTYPES: dict[type, Any] = {bool: "boolean", int: "Int64", float: "float64", str: "str", dt.date: "datetime64[s]"}
_NUMBERS = {int, float}


def typed(frame: pd.DataFrame) -> pd.DataFrame:
    """Return `frame` with each column in the type that holds all its values.

    Whole numbers become ``Int64`` and truth values ``boolean``, both with `pandas.NA` for what is missing, other
    numbers ``float64``, texts ``str``, dates ``datetime64[s]``, and times of a day in a zone those of UTC. Lists,
    mappings, columns of several kinds and those without any value stay objects.

    Examples
    --------
    >>> typed(pd.DataFrame({"a": [1, None], "b": ["x", None]}, dtype="object")).dtypes.astype(str).tolist()
    ['Int64', 'str']
    """
    return frame.apply(_typed) if len(frame.columns) else frame


def _typed(column: pd.Series[Any]) -> pd.Series[Any]:
    types = {type(value) for value in column if value is not None}
    if types == _NUMBERS:
        types = {float}
    if len(types) != 1:
        return column
    kind = types.pop()
    if kind is dt.datetime:
        return _moments(column)
    return column.astype(_DTYPES[kind]) if kind in _DTYPES else column


def _moments(column: pd.Series[Any]) -> pd.Series[Any]:
    """Return points in time; where some have a zone and others have none, they stay as they are."""
    zoned = {value.tzinfo is not None for value in column if value is not None}
    return column if len(zoned) > 1 else pd.to_datetime(column, utc=zoned.pop())
