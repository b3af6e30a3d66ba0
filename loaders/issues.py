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
_COLUMNS = ("severity", "file", "sheet", "row", "column", "value", "problem", "done", "action", "kind")


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
    kind
        Key of what is wrong in the catalogue, by which issues are summed up.
    change
        What was done, where the severity alone does not say it.
    """

    severity: Severity
    file: str
    sheet: str
    row: int | None
    column: str
    value: str
    problem: Text
    action: Text
    kind: str = ""
    change: Text | None = None

    @property
    def done(self) -> Text:
        """What was done: the row left out, the value changed, or nothing."""
        if self.change is not None:
            return self.change
        refused = "row" if self.row is not None else "sheet" if self.sheet else "file"
        return _usual(refused if self.severity == "refused" else self.severity)


class FileProblem(Exception):
    """A file cannot be read; `kind` is a key below ``issues`` in the catalogue."""

    def __init__(self, kind: str, /, **values: object) -> None:
        super().__init__(kind)
        self.kind = kind
        self.problem, self.action = sentences(kind, **values)

    def issue(self, file: str) -> Issue:
        """Return the problem as a refused file."""
        return Issue("refused", file, "", None, "", "", self.problem, self.action, self.kind)


def sentences(kind: str, /, **values: object) -> tuple[Text, Text]:
    """Return what is wrong and what to do, of the issue `kind`."""
    catalogue = _catalogue()
    return (
        catalogue.text(f"issues.{kind}.problem", **values),
        catalogue.text(f"issues.{kind}.action", **values),
    )


def change(kind: str, /, **values: object) -> Text | None:
    """Return what is done about the issue `kind`; None where its severity says so."""
    key = f"issues.{kind}.done"
    return _catalogue().text(key, **values) if _catalogue().has(key) else None


def left_out() -> Text:
    """Return that a row is loaded without a value."""
    return _usual("left_out")


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


def _usual(key: str) -> Text:
    return _catalogue().text(f"done.{key}")


@cache
def _catalogue() -> Catalogue:
    return Catalogue("loaders")
