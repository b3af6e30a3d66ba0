"""Rows as bytes, to be kept in the database: compressed JSON lines in parts of a bounded size."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_PART = 512 * 1024
_DATE = "date"
_TIME = "datetime"


def packed(records: Iterable[object]) -> list[bytes]:
    """Return records as parts of at most half a mebibyte, to be put together again by `unpacked`.

    Examples
    --------
    >>> list(unpacked(packed([{"a": 1}])))
    [{'a': 1}]
    """
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_tagged).encode
    text = "\n".join(map(encode, records))
    data = zlib.compress(text.encode("utf-8", "surrogatepass"))
    return [data[first : first + _PART] for first in range(0, len(data), _PART)]


def unpacked(parts: Iterable[bytes]) -> Iterator[Any]:
    """Yield the records in parts."""
    text = zlib.decompress(b"".join(parts)).decode("utf-8", "surrogatepass")
    for line in text.split("\n") if text else ():
        yield json.loads(line, object_hook=_untagged)


def _tagged(value: object) -> dict[str, str]:
    if isinstance(value, dt.datetime):
        return {_TIME: value.isoformat()}
    if isinstance(value, dt.date):
        return {_DATE: value.isoformat()}
    raise TypeError(f"{type(value).__name__} cannot be kept")


def _untagged(value: Mapping[str, Any]) -> object:
    if len(value) == 1:
        if isinstance(text := value.get(_DATE), str):
            return dt.date.fromisoformat(text)
        if isinstance(text := value.get(_TIME), str):
            return dt.datetime.fromisoformat(text)
    return value
