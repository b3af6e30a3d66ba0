"""How the sheets of the template are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.language import Language


@dataclass(frozen=True)
class Style:
    """How sheets are written: in which language, in which of the workbook's looks, and what issues call the file."""

    language: Language
    looks: Mapping[str, Any]
    file: str
