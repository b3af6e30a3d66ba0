"""Columns made short: what repeats is said once, and numbers are steps from one to the next.

The page's script reads them again (``assets/js/base/packing.js``), a column at a time when it is asked for. A packed
column is an object whose ``=`` says how:

========== ==========================================================================================
``same``   every one of ``n`` is ``value``
``of``     ``values`` holds each value once, ``at`` says where in it each one stands
``some``   of ``n`` only those at ``rows`` are there, ``values`` says what they are; the others are missing
``number`` ``by`` divides each of the whole numbers ``at``
``date``   days since 1970-01-01 ``at``, written as ISO says
``id``     numbers ``at``, ``wide`` digits at least, behind ``before``
``list``   ``sizes`` says how many of ``values`` each list holds
========== ==========================================================================================

Whole numbers are text, each in signed base-64 digits of variable length, as source maps have them (ECMA-426). Behind
``^`` each is the step to it from the one before; behind ``*`` they are pairs of a number and how often it follows.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

_LEAST = 8
"""Shorter columns stay as they are."""

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_MORE = 32
"""Added to a digit that another follows."""

_MOST = 2**28
"""Beyond, numbers are no whole numbers of 32 bits in the page's script."""

_DECIMALS = [10**places for places in range(9)]
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_EPOCH = dt.date(1970, 1, 1).toordinal()
_ID = re.compile(r"(.*?)(\d{1,9})", re.DOTALL)


def packed(value: Any) -> Any:
    """Return `value` with every list in it packed that is shorter so; a list's own lists are not looked into.

    Raises
    ------
    ValueError
        When a key is ``=``, which marks what is packed.
    """
    if isinstance(value, Mapping):
        if "=" in value:
            raise ValueError("the key = marks packed columns")
        return {key: packed(part) for key, part in value.items()}
    return column(value) if isinstance(value, list) else value


def column(values: Sequence[Any]) -> Any:
    """Return `values` in the shortest form there is."""
    plain = list(values)
    if len(plain) < _LEAST:
        return plain
    return min((plain, *_forms(plain)), key=lambda form: len(_json(form)))


def whole(numbers: Sequence[int]) -> str:
    """Return whole numbers as text, each by itself or by the step to it, whichever is shorter."""
    forms = ("", numbers), ("^", [b - a for a, b in pairwise([0, *numbers])])
    texts = [mark + text for mark, each in forms for text in (_vlq(each), "*" + _vlq(_runs(each)))]
    return min(texts, key=len)


def _forms(values: list[Any]) -> Iterable[dict[str, Any]]:
    if any(value is None for value in values):
        present = [i for i, value in enumerate(values) if value is not None]
        if present:
            yield {
                "=": "some",
                "n": len(values),
                "rows": whole(present),
                "values": column([values[i] for i in present]),
            }
    elif all(isinstance(value, list) for value in values):
        inner = [each for value in values for each in value]
        if not any(isinstance(each, list | dict) for each in inner):
            yield {"=": "list", "sizes": column([len(value) for value in values]), "values": column(inner)}
    elif all(isinstance(value, int | float) and not isinstance(value, bool) for value in values):
        yield from _numbers(values)
    elif all(isinstance(value, str) for value in values):
        yield from _ids(values)
        yield from _dates(values)
    if not any(isinstance(value, dict) for value in values):
        yield from _distinct(values)


def _distinct(values: list[Any]) -> Iterable[dict[str, Any]]:
    numbers: dict[str, int] = {}
    # JSON tells 1 from true and from 1.0, which Python's dictionaries do not.
    at = [numbers.setdefault(_json(value), len(numbers)) for value in values]
    if len(numbers) == 1:
        yield {"=": "same", "n": len(values), "value": values[0]}
    elif len(numbers) < len(values):
        yield {"=": "of", "values": column([json.loads(text) for text in numbers]), "at": whole(at)}


def _numbers(values: list[float]) -> Iterable[dict[str, Any]]:
    if not all(math.isfinite(value) and abs(value) < _MOST for value in values):
        return
    for by in _DECIMALS:
        at = [round(value * by) for value in values]
        if all(n / by == value and abs(n) < _MOST for n, value in zip(at, values, strict=True)):
            yield {"=": "number", "by": by, "at": whole(at)}
            return


def _ids(values: list[str]) -> Iterable[dict[str, Any]]:
    """Yield ids that differ by a number alone."""
    found = [match for match in map(_ID.fullmatch, values) if match]
    if len(found) < len(values) or len({match[1] for match in found}) > 1:
        return
    before, wide = found[0][1], min(len(match[2]) for match in found)
    at = [int(match[2]) for match in found]
    if [f"{before}{n:0{wide}}" for n in at] == values and max(at) < _MOST:
        yield {"=": "id", "before": before, "wide": wide, "at": whole(at)}


def _dates(values: list[str]) -> Iterable[dict[str, Any]]:
    if all(map(_DATE.fullmatch, values)):
        try:
            yield {"=": "date", "at": whole([dt.date.fromisoformat(value).toordinal() - _EPOCH for value in values])}
        except ValueError:
            return


def _runs(numbers: Sequence[int]) -> list[int]:
    return [part for number, run in groupby(numbers) for part in (number, len(list(run)))]


def _vlq(numbers: Iterable[int]) -> str:
    """Return numbers in signed base-64 digits of variable length: sign and four bits first, then five bits each."""
    text: list[str] = []
    for number in numbers:
        rest = abs(number) << 1 | (number < 0)
        while rest >= _MORE:
            text.append(_DIGITS[rest % _MORE + _MORE])
            rest //= _MORE
        text.append(_DIGITS[rest])
    return "".join(text)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
