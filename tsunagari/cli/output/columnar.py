"""Parquet, for pandas, DuckDB, R and the like; its library is an extra."""

from __future__ import annotations

import datetime as dt
import pickle
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Literal

from queries.plain import as_json, cell, plain
from tsunagari.cli.output.about import Told
from tsunagari.cli.output.destination import CannotWrite
from tsunagari.cli.output.rows import Row, Rows

_Kind = Literal["none", "boolean", "integer", "float", "date", "datetime", "instant", "text"]
_KINDS: Mapping[type, _Kind] = {
    type(None): "none",
    bool: "boolean",
    int: "integer",
    float: "float",
    dt.date: "date",
}


class _Column:
    """What kind of values a column has, found out as they pass."""

    def __init__(self) -> None:
        self.kind: _Kind = "none"
        self.listed: bool | None = None
        self.mixed = False

    def see(self, value: object) -> None:
        if value is None:
            return
        listed = isinstance(value, list)
        self.mixed |= self.listed is not None and self.listed != listed
        self.listed = listed
        for item in value if isinstance(value, list) else [value]:
            self.kind = _joint(self.kind, _kind(item))

    def fitted(self, value: object) -> object:
        """Return a value as the column holds it, now that its kind is known."""
        if value is None or self.kind not in ("text", "none") or self.mixed:
            return value if value is None or not self.mixed else _text(value)
        return [None if item is None else _text(item) for item in value] if isinstance(value, list) else _text(value)


def write(table: Rows, sink: BinaryIO, about: Told | None) -> None:
    """Write columns of numbers, truth values, dates, times or lists of these as such, any other as text.

    Rows wait in a file until the last has been seen and the kinds of the columns are known.

    Raises
    ------
    CannotWrite
        When the library that writes Parquet is not installed.
    """
    try:
        from arro3 import core, io  # noqa: PLC0415 - an extra, which need not be there
    except ImportError as error:
        raise CannotWrite("needs_parquet") from error
    names = _distinct(table.columns)
    columns = [_Column() for _ in names]
    with tempfile.TemporaryDirectory() as folder:
        waiting, lines = Path(folder) / "rows", Path(folder) / "rows.jsonl"
        _put_down(table.rows, columns, waiting)
        with lines.open("w", encoding="utf-8", errors="replace") as file:
            for row in _taken_up(waiting):
                held = (column.fitted(value) for column, value in zip(columns, row, strict=True))
                file.write(as_json(dict(zip(names, held, strict=True))) + "\n")
        fields = [core.Field(name, _type(core, column)) for name, column in zip(names, columns, strict=True)]
        said = {} if about is None else {"tsunagari": as_json(about().lines())}
        io.write_parquet(io.read_json(str(lines), core.Schema(fields)), sink, key_value_metadata=said)


def _put_down(rows: Iterable[Row], columns: Sequence[_Column], file: Path) -> None:
    with file.open("wb") as waiting:
        for row in rows:
            values = [plain(value) for value in row]
            for column, value in zip(columns, values, strict=True):
                column.see(value)
            pickle.dump(values, waiting)


def _taken_up(file: Path) -> Iterator[Row]:
    with file.open("rb") as waiting:
        while waiting.peek(1):
            yield pickle.load(waiting)  # noqa: S301 - what this process has just written


def _type(core: Any, column: _Column) -> Any:
    types = {
        "boolean": core.DataType.bool(),
        "integer": core.DataType.int64(),
        "float": core.DataType.float64(),
        "date": core.DataType.date32(),
        "datetime": core.DataType.timestamp("us"),
        "instant": core.DataType.timestamp("us", tz="UTC"),
    }
    if column.mixed:
        return core.DataType.string()
    found = types.get(column.kind, core.DataType.string())
    return core.DataType.list(core.Field("item", found, nullable=True)) if column.listed else found


def _kind(value: object) -> _Kind:
    if isinstance(value, dt.datetime):
        return "datetime" if value.tzinfo is None else "instant"
    return _KINDS.get(type(value), "text")


def _joint(first: _Kind, second: _Kind) -> _Kind:
    if "none" in (first, second) or first == second:
        return second if first == "none" else first
    return "float" if {first, second} == {"integer", "float"} else "text"


def _text(value: object) -> str:
    return str(cell(value))


def _distinct(columns: Sequence[str]) -> list[str]:
    """Return names of which no two are alike, as a Parquet file wants them."""
    found: list[str] = []
    for column in columns:
        name, number = column, 1
        while name in found:
            number += 1
            name = f"{column}_{number}"
        found.append(name)
    return found
