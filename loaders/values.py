"""Cells to values: text, numbers, dates, booleans, lists and the values of enumerations."""

from __future__ import annotations

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.schema import Property
from loaders.names import fold

_LIST_MARKS = re.compile(r"[;；、|｜\r\n]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)")
_TIME = re.compile(r"[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_MINUS = str.maketrans("−‐", "--")
_LARGEST_INTEGER = 2**63 - 1
_TRUTH = {"はい": True, "true": True, "1": True, "yes": True, "いいえ": False, "false": False, "0": False, "no": False}


@dataclass(frozen=True)
class Unreadable:
    """A cell that is no value of its column; `kind` is a key below ``issues`` in the catalogue."""

    kind: str


@dataclass(frozen=True)
class Column:
    """The values of a column, None where there is none, and the rows that could not be read."""

    values: list[Any]
    failures: Mapping[int, Unreadable]


def parsed(
    cells: Sequence[str],
    described: Property | None,
    *,
    choices: Mapping[str, str] | None = None,
    date_format: str | None = None,
    split: str | None = None,
) -> Column:
    """Return the values in `cells`.

    Parameters
    ----------
    cells
        As written; blanks around them do not count, and an empty cell is no value.
    described
        The property they are of; None for the id at an end of a relationship.
    choices
        The value of an enumeration by each folded name; a name that is none of them stays as it is, for the
        schema's own check to say so.
    date_format
        How dates are written, in the terms of `datetime.datetime.strptime`; the usual ways when None.
    split
        What parts the items of a list; ``;``, ``；``, ``、``, ``|`` and line breaks when None.
    """
    if _is_plain(described):
        return _texts(cells)
    reader = _reader(described, choices or {}, date_format, split)
    # A value is read once, however often it stands in the column.
    known: dict[str, Any] = {}
    for cell in set(cells):
        text = cell.strip()
        known[cell] = None if not text else Unreadable("control") if _CONTROL.search(text) else reader(text)
    values = [known[cell] for cell in cells]
    if not any(type(value) is Unreadable for value in known.values()):
        return Column(values, {})
    failures = {row: value for row, value in enumerate(values) if type(value) is Unreadable}
    return Column([None if type(value) is Unreadable else value for value in values], failures)


def _is_plain(described: Property | None) -> bool:
    return described is None or (described.type == "string" and not described.choices and not described.format)


def _texts(cells: Sequence[str]) -> Column:
    texts: list[Any] = [text or None for text in map(str.strip, cells)]
    if not _CONTROL.search("\n".join(cells)):
        return Column(texts, {})
    failures = {row: Unreadable("control") for row, text in enumerate(texts) if text and _CONTROL.search(text)}
    return Column([None if row in failures else text for row, text in enumerate(texts)], failures)


def _reader(
    described: Property | None, choices: Mapping[str, str], date_format: str | None, split: str | None
) -> Callable[[str], Any]:
    kind = described.type if described else "string"
    if described is not None and described.choices is not None:
        return lambda text: choices.get(fold(text), text)
    if described is not None and described.format is not None:
        return lambda text: unicodedata.normalize("NFKC", text)
    if kind == "date" and date_format is not None:
        return lambda text: _date_as(text, date_format)
    if kind == "strings":
        mark = re.compile(re.escape(split)) if split else _LIST_MARKS
        return lambda text: tuple(item for item in map(str.strip, mark.split(text)) if item)
    return _READERS[kind]


def _date(text: str) -> dt.date | Unreadable:
    found = _DATE.fullmatch(_TIME.sub("", _plain(text).replace(" ", "") if "年" in text else _plain(text)))
    if found is None:
        return Unreadable("date")
    year, month, day = (int(part) for part in found.groups() if part is not None)
    try:
        return dt.date(year, month, day)
    except ValueError:
        return Unreadable("no_such_date")


def _date_as(text: str, date_format: str) -> dt.date | Unreadable:
    try:
        return dt.datetime.strptime(_plain(text), date_format).date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        # A cell that Excel itself holds as a date reaches here in ISO form whatever the others look like.
        return _date(text)


def _float(text: str) -> float | Unreadable:
    plain = _plain(text)
    value = float(plain.replace(",", "")) if _NUMBER.fullmatch(plain) else math.inf
    return value if math.isfinite(value) else Unreadable("number")


def _integer(text: str) -> int | Unreadable:
    plain = _plain(text).replace(",", "")
    if re.fullmatch(r"[+-]?\d{1,19}", plain) and _NUMBER.fullmatch(_plain(text)):
        value = int(plain)
    else:
        number = _float(text)
        if isinstance(number, Unreadable) or number % 1:
            return Unreadable("integer")
        value = int(number)
    return value if abs(value) <= _LARGEST_INTEGER else Unreadable("integer")


def _boolean(text: str) -> bool | Unreadable:
    return _TRUTH.get(fold(text), Unreadable("boolean"))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_MINUS).strip()


_READERS: Mapping[str, Callable[[str], Any]] = {
    "string": str,
    "integer": _integer,
    "float": _float,
    "boolean": _boolean,
    "date": _date,
}
