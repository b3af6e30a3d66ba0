"""Sentences on standard error: what was done, and what is to be done."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from rich.console import Console

from graph.language import Catalogue, Text
from loaders import Issue, Loaded, Severity

_SHOWN = 20


def say(key: str, /, **values: object) -> None:
    """Print a sentence of the catalogue's ``messages``."""
    text = Catalogue("tsunagari").text(f"messages.{key}", **values)
    Console(stderr=True, highlight=False, soft_wrap=True).print(str(text), markup=False)


def say_issues(loaded: Loaded) -> None:
    """Print the first issues, each in a line or two, and how many there are."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for issue in loaded.issues[:_SHOWN]:
        console.print(line(issue), markup=False)
    if not loaded.issues:
        return
    counts = Counter(issue.severity for issue in loaded.issues)
    say("issues", **{severity: counts[severity] for severity in get_args(Severity)})
    if len(loaded.issues) > _SHOWN:
        say("more_issues", shown=_SHOWN, count=len(loaded.issues))


def say_taken(loaded: Loaded) -> None:
    """Print which layout each file was taken for; the program's own needs no word."""
    for taken in loaded.taken:
        if taken.format is not None:
            say("taken", file=taken.file, format=taken.format.name, key=taken.format.key)


def line(issue: Issue) -> str:
    """Return an issue as people read it: where, the value, what is wrong, and what to do."""
    sheet = issue.sheet if issue.sheet and issue.sheet not in issue.file else ""
    row = Catalogue("tsunagari").text("messages.row", row=issue.row) if issue.row is not None else ""
    place = " ".join(str(part) for part in (issue.file, sheet, row, issue.column) if part)
    severity = Catalogue("loaders").text(f"severities.{issue.severity}")
    return f"[{severity}] {place}: {_ended(issue.problem)}\n    → {_ended(issue.action)}"


def _ended(text: Text) -> str:
    sentence = str(text).strip()
    return sentence if sentence.endswith((".", "。", "?", "!")) else f"{sentence}{Text('。', '.')}"
