"""Search keys: what a node can be found by, however the reader types it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

FIELDS = ("name", "nameKana", "nameEn", "title", "code", "corporateNumber", "id")
"""Properties that a node can be found by."""

_KATAKANA = range(0x30A1, 0x30F7)
_TO_HIRAGANA = {code: code - 0x60 for code in (*_KATAKANA, 0x30FD, 0x30FE)}


def normalised(text: str) -> str:
    """Return `text` so that widths, kana, case and spaces no longer tell it apart.

    The page's own script does the same to what the reader types (``assets/js/search.js``).

    Examples
    --------
    >>> normalised("ﾖｺﾊﾏ"), normalised("ヨコハマ"), normalised("Ｎ Ｐ Ｏ")
    ('よこはま', 'よこはま', 'npo')
    """
    folded = unicodedata.normalize("NFKC", text).translate(_TO_HIRAGANA).lower()
    return "".join(folded.split())


def key(values: Iterable[object]) -> str:
    """Return the search key of a node: its values, normalised, a line each."""
    return "\n".join(dict.fromkeys(normalised(str(value)) for value in values if value is not None))
