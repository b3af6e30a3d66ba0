"""Sentences on standard error: what was done, and what is to be done."""

from __future__ import annotations

import pandas as pd
from rich.console import Console
from rich.table import Table

from graph.language import Catalogue, language
from loaders import Loaded, issues_frame

_SHOWN = 20


def say(key: str, /, **values: object) -> None:
    """Print a sentence of the catalogue's ``messages``."""
    text = Catalogue("tsunagari").text(f"messages.{key}", **values)
    Console(stderr=True, highlight=False, soft_wrap=True).print(str(text), markup=False)


def say_issues(loaded: Loaded) -> None:
    """Print the first issues as a table, and how many there are."""
    if not loaded.issues:
        return
    frame = issues_frame(loaded.issues, language())
    _table(frame.head(_SHOWN))
    counts = pd.Series([issue.severity for issue in loaded.issues]).value_counts()
    say("issues", **{severity: counts.get(severity, 0) for severity in ("refused", "mended", "note")})
    if len(loaded.issues) > _SHOWN:
        say("more_issues", shown=_SHOWN, count=len(loaded.issues))


def _table(frame: pd.DataFrame) -> None:
    table = Table(*map(str, frame.columns), show_edge=False, header_style="bold")
    for row in frame.astype("object").where(frame.notna(), "").itertuples(index=False):
        table.add_row(*map(str, row))
    Console(stderr=True, highlight=False, markup=False).print(table)
