"""Cells to values: text, numbers, dates, booleans, lists and the values of enumerations."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.schema import Property
from loaders import codes, dates
from loaders.cells import Column, Mended, Unreadable
from loaders.lists import items
from loaders.names import fold

# Halves of a character, which JSON can hold by an escape, are no text either.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?")
_MINUS = str.maketrans("−‐", "--")
_LARGEST_INTEGER = 2**63 - 1
_TRUTH = {"はい": True, "true": True, "1": True, "yes": True, "いいえ": False, "false": False, "0": False, "no": False}


def parsed(
    cells: Sequence[str],
    described: Property | None,
    *,
    choices: Mapping[str, str] | None = None,
    date_format: str | None = None,
    part: dates.Part | None = None,
    years: Sequence[str] | None = None,
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
    date_format, part, years
        Of dates; see `loaders.dates.column`.
    split
        What parts the items of a list; as in `loaders.lists` when None.
    """
    if _is_plain(described):
        return _texts(cells)
    texts = [cell.strip() for cell in cells]
    broken: dict[int, Unreadable] = {}
    if _CONTROL.search("\n".join(cells)):
        broken = {row: Unreadable("control") for row, text in enumerate(texts) if _CONTROL.search(text)}
        texts = ["" if row in broken else text for row, text in enumerate(texts)]
    if described is not None and described.type == "date":
        column = dates.column(texts, end=described.end, part=part, years=years, date_format=date_format)
    else:
        column = _each(texts, _reader(texts, described, choices or {}, split))
    return replace(column, failures={**column.failures, **broken}) if broken else column


def _each(texts: Sequence[str], reader: Callable[[str], Any]) -> Column:
    # A value is read once, however often it stands in the column.
    known = {text: reader(text) for text in set(texts) if text}
    values = [known.get(text) for text in texts]
    if not any(isinstance(value, Unreadable | Mended) for value in known.values()):
        return Column(values)
    failures = {row: value for row, value in enumerate(values) if isinstance(value, Unreadable)}
    remarks = {row: (value.remark,) for row, value in enumerate(values) if isinstance(value, Mended)}
    return Column([_plain_value(value) for value in values], failures, remarks)


def _plain_value(value: Any) -> Any:
    return None if isinstance(value, Unreadable) else value.value if isinstance(value, Mended) else value


def _is_plain(described: Property | None) -> bool:
    return described is None or (described.type == "string" and not described.choices and not described.format)


def _texts(cells: Sequence[str]) -> Column:
    texts: list[Any] = [text or None for text in map(str.strip, cells)]
    if not _CONTROL.search("\n".join(cells)):
        return Column(texts)
    failures = {row: Unreadable("control") for row, text in enumerate(texts) if text and _CONTROL.search(text)}
    return Column([None if row in failures else text for row, text in enumerate(texts)], failures)


def _reader(
    texts: Sequence[str], described: Property | None, choices: Mapping[str, str], split: str | None
) -> Callable[[str], Any]:
    kind = described.type if described else "string"
    if described is not None and described.choices is not None:
        return lambda text: choices.get(fold(text), text)
    if described is not None and described.format is not None:
        return codes.reader(described.format, texts)
    if kind == "strings":
        return items if not split else lambda text: tuple(filter(None, map(str.strip, text.split(split))))
    return _READERS[kind]


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
}
