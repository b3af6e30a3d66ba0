"""Characters that cannot be seen but change how a text looks, or stand for some that were lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.shape.areas import Row
from loaders.shape.notice import Notice

# Marks and overrides of direction; blanks of no width, joiners and a byte order mark within a text; soft hyphens.
_UNSEEN = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200c\u200d\u2060\ufeff\u00ad"
_REPLACED = "\ufffd"
_MARK = re.compile(f"[{_UNSEEN}{_REPLACED}]")
_MOST = 20


def has_marks(text: str) -> bool:
    """Tell whether a text holds any such character."""
    return not text.isascii() and any(mark in text for mark in (*_UNSEEN, _REPLACED))


def marks(rows: Sequence[Row], lines: Sequence[int], headers: Sequence[str]) -> list[Notice]:
    """Return a notice for each cell with such a character, up to a score of them, and one for all others."""
    found = list(_found(rows, lines, headers))
    more = len(found) - _MOST
    return [*found[:_MOST], *([Notice("unseen_more", details={"count": more})] if more > 0 else [])]


def _found(rows: Sequence[Row], lines: Sequence[int], headers: Sequence[str]) -> Iterator[Notice]:
    for row, line in zip(rows, lines, strict=True):
        for header, cell in zip(headers, row, strict=False):
            mark = _MARK.search(cell)
            if mark is not None:
                kind = "replaced_before" if mark.group() == _REPLACED else "unseen"
                plain = _MARK.sub(lambda found: f"[U+{ord(found.group()):04X}]", cell)
                yield Notice(kind, line, header, plain, {"mark": f"U+{ord(mark.group()):04X}"})
