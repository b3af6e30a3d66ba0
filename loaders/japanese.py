"""Japanese encodings as Windows reads them, so that a file gives the same text in whichever it was saved."""

from __future__ import annotations

import codecs
import re

EUC_JP = "euc-jp"
ISO_2022_JP = "iso-2022-jp"

_WITH_EXTENSIONS = "tsunagari.windows-japanese"
# What the standards and Windows call differently: 〜 ‖ − ¢ £ ¬.
_AS_WINDOWS = str.maketrans("〜‖−¢£¬", "～∥－￠￡￢")
# Python's cp932 gives these to single bytes (80, A0, FD, FE, FF) that are no character of it.
_NO_CHARACTER = re.compile("[\x80\xa0\uf8f0-\uf8f3]")
_ESCAPE = re.compile(rb"\x1b(?:\$[@B]|\([BIJ]|\$\([DOPQ])")
_OF_JIS_X_0213 = re.compile(rb"\x1b\$\([OPQ]")

# Half-width katakana that nobody writes: a sound mark or a small letter after what takes none, brackets and full
# stops, commas and middle dots not between letters or at every second place (as EUC-JP's kana would have them).
_ODD_KANA = re.compile(
    "(?<![ｳｶ-ﾄﾊ-ﾎ])ﾞ|(?<![ﾊ-ﾎ])ﾟ|(?<![ｦ-ﾟ])[ｯｰ]|(?<![ｷｼﾁﾃﾆﾋﾌﾐﾘﾞﾟ])[ｬｭｮ]|(?<![ﾌｳﾃﾞ])[ｧｨ]|(?<![ｼﾁﾌｳﾞ])[ｪｫ]|(?<![ﾄﾞ])ｩ"
    "|[｡｢｣]|[､･][ｦ-ﾟ](?=[､･])|(?<![ｱ-ﾟ])[､･]|[､･](?![ｱ-ﾝ])|[ｦ-ﾝ](?=ｦ)"
)
_IDEOGRAPHS = re.compile("[\u2e80-\uff60\uffa0-\U0010ffff]")
_HALF_WIDTH = re.compile(rb"(?<![A-Za-z])[\xa1-\xdf]+(?![A-Za-z])")
_LOOKED = 20_000
_LEAD = 0xA1
_PAIR = 2
_MUCH = 2
_CELLS = 94
_LAST_LEAD, _NO_TRAIL = 0x9F, 0x7F
# The 48th row of JIS X 0208, where its second level begins.
_SECOND_LEVEL = 0xD0


def cp932(data: bytes) -> str:
    """Return the text that cp932 bytes hold.

    Raises
    ------
    UnicodeDecodeError
        When a byte fits none of its characters.
    """
    text = data.decode("cp932")
    if not data.isascii() and (found := _NO_CHARACTER.search(text)):
        start = len(text[: found.start()].encode("cp932"))
        raise UnicodeDecodeError("cp932", data, start, start + 1, "no character")
    return text


def euc_jp(data: bytes) -> str:
    """Return the text that EUC-JP bytes hold, with Windows' own characters (① ㈱ 髙) and those of JIS X 0213.

    Raises
    ------
    UnicodeDecodeError
        When a byte fits none of its characters.
    """
    return data.decode("euc_jp", errors=_WITH_EXTENSIONS).translate(_AS_WINDOWS)


def iso_2022_jp(data: bytes) -> str:
    """Return the text that ISO-2022-JP bytes hold, with half-width katakana and the characters of `euc_jp`.

    Raises
    ------
    UnicodeDecodeError
        When a byte fits none of its characters.
    """
    codec = "iso2022_jp_2004" if _OF_JIS_X_0213.search(data) else "iso2022_jp_ext"
    return data.decode(codec, errors=_WITH_EXTENSIONS).translate(_AS_WINDOWS)


def has_escapes(data: bytes) -> bool:
    """Tell whether `data` is in seven bits and holds an escape sequence of ISO-2022-JP."""
    return b"\x1b" in data and data.isascii() and _ESCAPE.search(data) is not None


def is_half_width(data: bytes) -> bool:
    """Tell whether all bytes beyond ASCII would be half-width katakana in cp932, apart from Latin letters."""
    return _HALF_WIDTH.sub(b"", data).isascii()


def is_broken_euc_jp(data: bytes, text: str) -> bool:
    """Tell EUC-JP with a few bad bytes from cp932, as which it reads as `text` that nobody would write."""
    read = data[: 2 * _LOOKED].decode("euc_jp", errors="replace")
    return oddness(text) > _MUCH * (1 + oddness(read) + read.count("\ufffd"))


def oddness(text: str) -> int:
    """Return in how many places the beginning of `text` is not as people write Japanese.

    Odd are half-width katakana in an order that no word has, and characters beyond the first level of JIS X 0208
    (those for private use among them), which are rare in running text.
    """
    begun = text[:_LOOKED]
    return len(_ODD_KANA.findall(begun)) + sum(map(_is_rare, _IDEOGRAPHS.findall(begun)))


def _is_rare(character: str) -> bool:
    code = character.encode("euc_jp", errors="replace")
    return len(code) != _PAIR or code[0] >= _SECOND_LEVEL


def _extended(error: UnicodeError) -> tuple[str, int]:
    """Read the two or three bytes at which a codec gave up as a character of Windows or JIS X 0213."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    start, data = error.start, error.object
    pair = data[start : start + _PAIR]
    in_jis = b"\x1b" in data[:start]
    tries = [("cp932", _shifted(pair), _PAIR)] if len(pair) == _PAIR and (in_jis or min(pair) >= _LEAD) else []
    if not in_jis:
        tries += [("euc_jis_2004", data[start : start + length], length) for length in (_PAIR, _PAIR + 1)]
    for codec, code, length in tries:
        try:
            return code.decode(codec), start + length
        except UnicodeDecodeError:
            continue
    raise error


def _shifted(pair: bytes) -> bytes:
    """Return a pair of JIS X 0208 as Shift_JIS packs it: two rows of 94 in one of 188."""
    row, cell = ((byte | 0x80) - _LEAD for byte in pair)
    if not (0 <= row < _CELLS and 0 <= cell < _CELLS):
        return b"\x81"
    lead, trail = row // 2 + 0x81, cell + row % 2 * _CELLS + 0x40
    return bytes((lead + 0x40 * (lead > _LAST_LEAD), trail + (trail >= _NO_TRAIL)))


codecs.register_error(_WITH_EXTENSIONS, _extended)
