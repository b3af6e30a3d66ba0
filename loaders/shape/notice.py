"""Something to be said about a sheet, before its rows are numbered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.issues import Severity


@dataclass(frozen=True)
class Notice:
    """An issue that is told when the rows of the sheet are entered; `kind` is a key of the catalogue.

    Attributes
    ----------
    line
        Row of the sheet that it is about; its header when None.
    """

    kind: str
    line: int | None = None
    column: str = ""
    value: str = ""
    details: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = "note"
