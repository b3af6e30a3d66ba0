"""Bytes to text: by byte order mark, escape sequences, UTF-8, cp932 or EUC-JP, in this order."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.errors import InputError
from loaders import japanese
from loaders.issues import FileProblem, shown
from loaders.names import hint

# The mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MARK = "\ufeff"
_JAPANESE = re.compile("[\u3000-\u9fff\uff00-\uffef]")
_REPLACED = "\ufffd"
_LINE_END = re.compile("\r\n|\r|\n")
_LOOKED = 4096
_FEWEST_NULS, _NULS = 2, 20
_THREE_BYTES = re.compile(rb"[\xe0-\xff]")
_NAMES = ("utf-8", "cp932", "shift_jis", "euc-jp", "iso-2022-jp", "utf-16", "utf-32", "cp1252")
_SAME = {"shift_jis": "cp932", "iso2022_jp": japanese.ISO_2022_JP, "euc_jp": japanese.EUC_JP}

_Decoder = Callable[[bytes], str]
_JAPANESE_DECODERS: Mapping[str, _Decoder] = {
    "cp932": japanese.cp932,
    japanese.EUC_JP: japanese.euc_jp,
    japanese.ISO_2022_JP: japanese.iso_2022_jp,
}


@dataclass(frozen=True)
class Decoded:
    """Text, and the encoding in which it was written; `doubtful` where the bytes fit another one too."""

    text: str
    encoding: str
    doubtful: bool = False


def decode(data: bytes, encoding: str | None = None) -> str:
    """Return the text that `data` holds, as `decoded` does."""
    return decoded(data, encoding).text


def decoded(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text that `data` holds and its encoding; no byte is ever replaced.

    Parameters
    ----------
    data
        The bytes of a text file.
    encoding
        The encoding it is in, as `known_encoding` gives it; found out when None.

    Raises
    ------
    FileProblem
        When the bytes fit no encoding, or not the one given; says the first that does not fit, and its line.
    """
    if encoding is not None:
        return Decoded(_strict(data, encoding).removeprefix(_MARK), encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data, name).removeprefix(_MARK), name)
    found = _wide(data)
    if found is None and japanese.has_escapes(data):
        found = japanese.ISO_2022_JP
    return Decoded(_strict(data, found), found) if found else _tried(data)


def known_encoding(name: str) -> str:
    """Return the encoding that a person calls `name`.

    Raises
    ------
    InputError
        When there is none of that name.
    """
    try:
        found = codecs.lookup(name.strip()).name
        b"A".decode(found)
    except (LookupError, ValueError) as error:
        raise InputError("encoding_unknown", value=shown(name), hint=hint(name, _NAMES)) from error
    return _SAME.get(found, found)


def _wide(data: bytes) -> str | None:
    """Return the UTF-16 that has no mark, where NULs stand at every second byte only and many times."""
    head = data[:_LOOKED]
    if len(data) % 2 or head.count(0) < max(_FEWEST_NULS, len(head) // _NULS):
        return None
    for name, letters in (("utf-16-le", head[::2]), ("utf-16-be", head[1::2])):
        if not letters.count(0):
            return name
    return None


def _tried(data: bytes) -> Decoded:
    failures: dict[str, UnicodeDecodeError] = {}
    readings: dict[str, str] = {}
    for name in ("utf-8", "cp932", japanese.EUC_JP):
        try:
            readings[name] = _decoder(name)(data)
        except UnicodeDecodeError as error:
            failures[name] = error
        if name == "utf-8" and name in readings and not _may_be_kana(data):
            return Decoded(readings[name], name)
        if name == "utf-8" and name in failures and _is_broken_utf8(data):
            raise _problem(data, name, failures[name])
    name = _likeliest(readings) if readings else _furthest(failures)
    if name == "cp932" and japanese.EUC_JP in failures and japanese.is_broken_euc_jp(data, readings.get(name, "")):
        name = japanese.EUC_JP
    if name in failures:
        raise _problem(data, name, failures[name]) from failures[name]
    return Decoded(readings[name], name, doubtful=len(readings) > 1)


def _furthest(failures: Mapping[str, UnicodeDecodeError]) -> str:
    """Return the encoding that fits furthest, which is the one that the file was meant to be in."""
    return max(failures, key=lambda name: failures[name].start)


def _likeliest(readings: Mapping[str, str]) -> str:
    """Return the first reading, unless it is odd as Japanese and a later one is less so."""
    if "utf-8" in readings:
        return "cp932" if "cp932" in readings and not japanese.oddness(readings["cp932"]) else "utf-8"
    return min(readings, key=lambda name: japanese.oddness(readings[name]))


def _may_be_kana(data: bytes) -> bool:
    """Tell whether what reads as UTF-8 may be half-width katakana: two of these make one accented letter."""
    return not (data.isascii() or _THREE_BYTES.search(data)) and japanese.is_half_width(data)


def _is_broken_utf8(data: bytes) -> bool:
    """Tell UTF-8 with a few bad bytes from cp932, whose bytes hardly ever make Japanese when read as UTF-8."""
    text = data.decode("utf-8", errors="replace")
    return len(_JAPANESE.findall(text)) > text.count(_REPLACED)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return _decoder(encoding)(data)
    except UnicodeDecodeError as error:
        raise _problem(data, encoding, error) from error
    except UnicodeError as error:
        # Some codecs do not say where.
        raise FileProblem("encoding_misfit", encoding=encoding) from error


def _decoder(encoding: str) -> _Decoder:
    return _JAPANESE_DECODERS.get(encoding, lambda data: data.decode(encoding))


def _problem(data: bytes, encoding: str, error: UnicodeDecodeError) -> FileProblem:
    start = error.start
    # In the other encodings a byte of a line end is always a line end.
    before = data[:start].decode(encoding if encoding.startswith("utf") else "latin-1", errors="ignore")
    byte = " ".join(f"0x{value:02X}" for value in data[start : start + 1])
    line = len(_LINE_END.findall(before)) + 1
    return FileProblem("encoding", encoding=_called(encoding), line=line, position=start + 1, byte=byte)


def _called(encoding: str) -> str:
    return encoding if encoding.startswith("cp") else encoding.upper()
