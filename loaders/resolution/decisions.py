"""Decisions of a person about pairs of organisations, as they come back in a workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from graph.errors import InputError
from graph.language import LANGUAGES, Catalogue
from loaders.issues import FileProblem, Issue
from loaders.ledger import Ledger
from loaders.names import fold
from loaders.opening import filled_sheets
from loaders.sheets import Grid, grid

Obstacle = Literal["pair_gone", "pair_apart"]
"""Why a decision cannot be kept: an organisation is not there, or the two have to stay apart."""

_NEEDED = ("decision", "left", "right")


@dataclass(frozen=True)
class Decision:
    """What a person decided about two organisations, by their ids."""

    left: str
    right: str
    same: bool


class Decisions:
    """The decisions of a workbook or CSV file that `tsunagari review --out` wrote.

    Attributes
    ----------
    found
        The decisions, in the order of the rows; each with its row in the ledger.
    ledger
        The account of the rows, with the issues.

    Raises
    ------
    InputError
        When the file cannot be read, or no sheet of it has the columns.
    """

    def __init__(self, path: Path) -> None:
        self.ledger = Ledger()
        self.found: dict[int, Decision] = {}
        sheet, columns = _sheet(path, self.ledger)
        self._header = sheet.headers[columns["decision"]]
        cells = (sheet.column(columns[name]) for name in _NEEDED)
        for row, word, left, right in zip(self.ledger.enter(sheet), *cells, strict=True):
            self._take(row, word.strip(), left.strip(), right.strip())

    @property
    def issues(self) -> Sequence[Issue]:
        """What there is to say about rows, in their order."""
        return sorted(self.ledger.issues, key=lambda issue: issue.row or 0)

    def refuse(self, row: int, kind: Obstacle) -> None:
        """Say that the decision of a row cannot be kept, and why."""
        decision = self.found[row]
        self.ledger.refuse(row, kind, self._header, f"{decision.left} – {decision.right}")

    def _take(self, row: int, word: str, left: str, right: str) -> None:
        decided = _words().get(fold(word), "later" if not word else None)
        if decided is None:
            allowed = "、".join(words()["ja"].values()) + " / " + ", ".join(words()["en"].values())
            self.ledger.refuse(row, "decision_unknown", self._header, word, allowed=allowed)
        elif decided != "later":
            self.found[row] = Decision(left, right, decided == "same")


def words() -> Mapping[str, Mapping[str, str]]:
    """Return the words for same, different and later, by language."""
    return {code: _below("decisions", code) for code in LANGUAGES}


@cache
def _words() -> Mapping[str, str]:
    return {fold(word): key for found in words().values() for key, word in found.items()} | {
        fold(key): key for key in ("same", "different", "later")
    }


@cache
def _headers() -> Mapping[str, str]:
    return {fold(word): key for code in LANGUAGES for key, word in _below("columns", code).items() if key in _NEEDED}


def _below(key: str, code: str) -> dict[str, str]:
    prefix = f"review.{key}."
    entries = Catalogue("loaders").entries("ja" if code == "ja" else "en")
    return {name.removeprefix(prefix): text for name, text in entries.items() if name.startswith(prefix)}


def _sheet(path: Path, ledger: Ledger) -> tuple[Grid, Mapping[str, int]]:
    if not path.is_file():
        raise InputError("not_found", path=path)
    try:
        sheets = filled_sheets(path, ledger.issues)
    except FileProblem as problem:
        raise InputError("unreadable", file=path.name, problem=problem.problem, action=problem.action) from problem
    for found in map(grid, sheets):
        columns = {
            _headers()[fold(name)]: place for place, name in enumerate(found.headers) if fold(name) in _headers()
        }
        if set(_NEEDED) <= columns.keys():
            return found, columns
    raise InputError("no_decisions", file=path.name)
