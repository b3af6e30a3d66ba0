"""Several values in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_MARKS = ";；、|｜\r\n"
_ITEM = re.compile(rf'\s*"((?:[^"]|"")*)"\s*(?:[{_MARKS}]|$)|([^{_MARKS}]*)(?:[{_MARKS}]|$)')


def items(text: str) -> tuple[str, ...]:
    """Return the values that `text` lists.

    They are parted by ``;``, ``；``, ``、``, ``|`` or a line break. A value in double quotes is taken as it stands,
    marks and blanks included; a double quote within it is written twice.

    Examples
    --------
    >>> items('居場所; 見守り、"食、農"')
    ('居場所', '見守り', '食、農')
    """
    return tuple(_read(text))


def joined(values: Iterable[str]) -> str:
    """Return one text that `items` reads back as `values`.

    Examples
    --------
    >>> joined(["居場所", "食、農"])
    '居場所;"食、農"'
    """
    return ";".join(map(_written, values))


def _read(text: str) -> Iterator[str]:
    position = 0
    while position < len(text):
        found = _ITEM.match(text, position)
        if found is None:  # pragma: no cover - the second alternative takes anything
            return
        position = found.end()
        if found[1] is not None:
            yield found[1].replace('""', '"')
        elif found[2].strip():
            yield found[2].strip()


def _written(value: str) -> str:
    plain = value and value == value.strip() and not value.startswith('"') and not any(mark in value for mark in _MARKS)
    return value if plain else '"' + value.replace('"', '""') + '"'
