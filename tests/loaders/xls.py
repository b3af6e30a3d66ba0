"""A small workbook of Excel 97, made by hand from [MS-XLS] 2.4 and [MS-CFB] 2.2 to 2.6: nothing here writes them."""

from __future__ import annotations

import struct
from collections.abc import Sequence

_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_SECTOR = 512


def workbook(
    sheet: str,
    rows: Sequence[Sequence[str]],
    merged: Sequence[tuple[int, int, int, int]] = (),
    *,
    hidden: bool = False,
    far: bool = False,
) -> bytes:
    """Return a workbook of one sheet; merged cells are first row, last row, first column, last column, from 0.

    With `far`, it has a cell in the last row and column that its form could write down.
    """
    name = struct.pack("<BB", len(sheet), 1) + sheet.encode("utf-16-le")
    begun, end = _record(0x0809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)), _record(0x000A, b"")
    start = len(begun) + 4 + 6 + len(name) + len(end)
    bound = _record(0x0085, struct.pack("<IBB", start, hidden, 0) + name)
    width = max(map(len, rows))
    cells = [_label(row, column, text) for row, texts in enumerate(rows) for column, text in enumerate(texts) if text]
    cells += [_label(0xFFFF, 0xFFFF, "x")] if far else []
    areas = struct.pack("<H", len(merged)) + b"".join(struct.pack("<4H", *area) for area in merged)
    body = [
        _record(0x0809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)),
        _record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0)),
        *cells,
        _record(0x00E5, areas),
        end,
    ]
    return _compound(b"".join([begun, bound, end, *body]))


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _label(row: int, column: int, text: str) -> bytes:
    return _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"))


def _compound(stream: bytes) -> bytes:
    # Streams below 4096 bytes would be kept in another way.
    padded = stream.ljust(max(4096, -(-len(stream) // _SECTOR) * _SECTOR), b"\0")
    count = len(padded) // _SECTOR
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, _END, 0, _END, 0) + struct.pack("<109I", 0, *[_FREE] * 108)
    chain = [_FAT, _END, *range(3, count + 2), _END]
    table = struct.pack("<128I", *chain, *[_FREE] * (128 - len(chain)))
    root, book = _entry("Root Entry", 5, 1, _END, 0), _entry("Workbook", 2, _FREE, 2, len(padded))
    return header + table + root + book + bytes(256) + padded


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    letters = name.encode("utf-16-le")
    links = struct.pack("<HBBIII", len(letters) + 2, kind, 1, _FREE, _FREE, child)
    return letters.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)
