"""JSON: a list of objects, or an object a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from queries.plain import as_json
from tsunagari.cli.output.rows import Rows


def write_json(named: Mapping[str, Rows], sink: BinaryIO) -> None:
    """Write a list of objects, or an object with a list for each of several tables."""
    if set(named) == {""}:
        _write_list(named[""], sink, "")
    else:
        before = "{\n"
        for name, table in named.items():
            sink.write(_bytes(f"{before} {as_json(name)}: "))
            _write_list(table, sink, " ")
            before = ",\n"
        sink.write(b"\n}")
    sink.write(b"\n")


def write_lines(table: Rows, sink: BinaryIO) -> None:
    """Write an object a line."""
    sink.writelines(_bytes(record + "\n") for record in _records(table))


def _write_list(table: Rows, sink: BinaryIO, indent: str) -> None:
    before = "["
    for record in _records(table):
        sink.write(_bytes(f"{before}\n{indent} {record}"))
        before = ","
    sink.write(_bytes("[]" if before == "[" else f"\n{indent}]"))


def _records(table: Rows) -> Iterator[str]:
    for row in table.rows:
        yield as_json(dict(zip(table.columns, row, strict=True)))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", errors="replace")
