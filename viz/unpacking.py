"""Packed columns (`viz.packing`) read again, as the page's script does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from itertools import accumulate
from typing import Any

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_MORE = 32
"""Added to a digit that another follows."""


def opened(value: Any) -> Any:
    """Return `value` with every packed column a list again."""
    if not isinstance(value, dict):
        return value
    return _column(value) if "=" in value else {key: opened(part) for key, part in value.items()}


def _column(column: Any) -> list[Any]:
    return column if isinstance(column, list) else _FORMS[column["="]](column)


def _of(column: Any) -> list[Any]:
    distinct = _column(column["values"])
    return [distinct[i] for i in _whole(column["at"])]


def _some(column: Any) -> list[Any]:
    present = dict(zip(_whole(column["rows"]), _column(column["values"]), strict=True))
    return [present.get(i) for i in range(column["n"])]


def _lists(column: Any) -> list[Any]:
    flat = iter(_column(column["values"]))
    return [[next(flat) for _ in range(size)] for size in _column(column["sizes"])]


_FORMS: dict[str, Callable[[Any], list[Any]]] = {
    "same": lambda column: [column["value"]] * column["n"],
    "of": _of,
    "some": _some,
    "list": _lists,
    "number": lambda column: [n if column["by"] == 1 else n / column["by"] for n in _whole(column["at"])],
    "date": lambda column: [(dt.date(1970, 1, 1) + dt.timedelta(n)).isoformat() for n in _whole(column["at"])],
    "id": lambda column: [column["before"] + str(n).zfill(column["wide"]) for n in _whole(column["at"])],
}


def _whole(text: str) -> list[int]:
    numbers = list(_vlq(text.lstrip("^*")))
    if text.lstrip("^").startswith("*"):
        numbers = [n for n, times in zip(numbers[::2], numbers[1::2], strict=True) for _ in range(times)]
    return list(accumulate(numbers)) if text.startswith("^") else numbers


def _vlq(text: str) -> list[int]:
    numbers: list[int] = []
    place = rest = 0
    for sign in text:
        digit = _DIGITS.index(sign)
        rest += (digit % _MORE) << place
        if digit >= _MORE:
            place += 5
            continue
        numbers.append(-(rest >> 1) if rest % 2 else rest >> 1)
        place = rest = 0
    return numbers
