"""What the template puts into a workbook beside data, to help people; the reader passes over it."""

from __future__ import annotations

import re
from functools import cache

from graph.language import LANGUAGES, Catalogue, Text
from graph.schema import schema
from loaders.names import END_NAMES, fold

_EXAMPLE = re.compile(r"\s*(?:例\s*[:：]|EXAMPLE-)", re.IGNORECASE)
EXAMPLE = Text("例:", "EXAMPLE-")
"""How the id of a row that is an example begins."""


def aid(kind: str, /, **values: object) -> Text:
    """Return a name that the template uses: of a sheet, or a column that only helps."""
    return Catalogue("loaders").text(f"template.{kind}", **values)


def is_guide(sheet: str) -> bool:
    """Tell whether a sheet of this name is the template's own: instructions, or lists to choose from."""
    return fold(sheet) in _guides()


def is_aid(header: str) -> bool:
    """Tell whether a column of this header only shows what another one means.

    Examples
    --------
    >>> is_aid("(組織の名称)"), is_aid("名称")
    (True, False)
    """
    return fold(header) in _headers()


def is_example(identifier: str) -> bool:
    """Tell whether a row with this id, or this end, is an example.

    Examples
    --------
    >>> is_example("例：O001"), is_example("O001")
    (True, False)
    """
    return _EXAMPLE.match(identifier) is not None


@cache
def _guides() -> frozenset[str]:
    return frozenset(_folded(aid("instructions"), aid("choices")))


@cache
def _headers() -> frozenset[str]:
    names = [label.name for label in schema().labels.values()] + list(END_NAMES.values())
    return frozenset(_folded(*(aid(kind, name=name) for name in names for kind in ("nameOf", "kindOf"))))


def _folded(*texts: Text) -> set[str]:
    return {fold(text.to(code)) for text in texts for code in LANGUAGES}
