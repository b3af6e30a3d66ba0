"""Bytes to text: UTF-8 with or without a byte order mark, or cp932."""

from __future__ import annotations

import re

from loaders.issues import FileProblem

_BYTE_ORDER_MARKS_OF_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_JAPANESE = re.compile("[\u3000-\u9fff\uff00-\uffef]")
# Python's cp932 gives these to single bytes (80, A0, FD, FE, FF) that are no character of it.
_NO_CHARACTER = re.compile("[\x80\xa0\uf8f0-\uf8f3]")
_REPLACED = "\ufffd"


def decode(data: bytes) -> str:
    """Return the text that `data` holds; no byte is ever replaced.

    Raises
    ------
    FileProblem
        When it is neither UTF-8 nor cp932; says the first byte that does not fit, and its line.
    """
    if data.startswith(_BYTE_ORDER_MARKS_OF_UTF16):
        raise FileProblem("utf16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if _is_broken_utf8(data):
            raise _problem(data, "UTF-8", error.start) from error
    try:
        text = data.decode("cp932")
    except UnicodeDecodeError as error:
        raise _problem(data, "cp932", error.start) from error
    if found := _NO_CHARACTER.search(text):
        raise _problem(data, "cp932", len(text[: found.start()].encode("cp932")))
    return text


def _is_broken_utf8(data: bytes) -> bool:
    """Tell UTF-8 with a few bad bytes from cp932, whose bytes hardly ever make Japanese when read as UTF-8."""
    text = data.decode("utf-8", errors="replace")
    return len(_JAPANESE.findall(text)) > text.count(_REPLACED)


def _problem(data: bytes, encoding: str, start: int) -> FileProblem:
    line = data.count(b"\n", 0, start) + 1
    return FileProblem("encoding", encoding=encoding, line=line, position=start + 1, byte=f"0x{data[start]:02X}")
