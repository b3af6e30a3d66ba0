"""What became of rows that did not go in as they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

import pandas as pd

from graph.language import Catalogue, Language, Text

Severity = Literal["refused", "mended", "note"]

_SHOWN_CHARACTERS = 80
_COLUMNS = ("severity", "file", "sheet", "row", "column", "value", "problem", "action")


@dataclass(frozen=True)
class Issue:
    """One thing that a person should know about what was read.

    Attributes
    ----------
    severity
        ``refused``: the row (or, without a row, the file or sheet) is not loaded; ``mended``: changed and loaded;
        ``note``: nothing is lost, but worth knowing.
    row
        Row in a sheet, or line in a text file on which the record begins; counted from 1, the header included.
    column
        The column's header as written in the file.
    """

    severity: Severity
    file: str
    sheet: str
    row: int | None
    column: str
    value: str
    problem: Text
    action: Text


class FileProblem(Exception):
    """A file cannot be read; `kind` is a key below ``issues`` in the catalogue."""

    def __init__(self, kind: str, /, **values: object) -> None:
        super().__init__(kind)
        self.problem, self.action = sentences(kind, **values)

    def issue(self, file: str) -> Issue:
        """Return the problem as a refused file."""
        return Issue("refused", file, "", None, "", "", self.problem, self.action)


def sentences(kind: str, /, **values: object) -> tuple[Text, Text]:
    """Return what is wrong and what to do, of the issue `kind`."""
    catalogue = _catalogue()
    return (
        catalogue.text(f"issues.{kind}.problem", **values),
        catalogue.text(f"issues.{kind}.action", **values),
    )


def shown(value: object) -> str:
    """Return `value` short enough for a table."""
    text = "" if value is None else str(value)
    return text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1] + "…"


def issues_frame(issues: Iterable[Issue], language: Language) -> pd.DataFrame:
    """Return `issues` as a table, its sentences in one language.

    Parameters
    ----------
    issues
        As in `Loaded.issues`.
    language
        Language of the sentences.

    Returns
    -------
    pandas.DataFrame
        A row an issue, with the columns of `Issue`; row is missing where it is about a whole file or sheet.
    """
    records = [[_cell(issue, name, language) for name in _COLUMNS] for issue in issues]
    return pd.DataFrame(records, columns=list(_COLUMNS)).astype({"row": "Int64"})


def _cell(issue: Issue, name: str, language: Language) -> object:
    value = getattr(issue, name)
    return value.to(language) if isinstance(value, Text) else value


@cache
def _catalogue() -> Catalogue:
    return Catalogue("loaders")
