"""The copies of the sheets that issues are about, and where each issue is marked in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from graph.language import Language
from loaders.issues import Issue
from loaders.read import Loaded
from loaders.report.copy import last_line, write_copy
from loaders.report.marks import Mark, marks
from loaders.sheets import Sheet

_NO_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31
_MOST_SHEETS = 200


@dataclass(frozen=True)
class _Copy:
    page: Any
    sheet: Sheet
    marks: Sequence[Mark]


class Copies:
    """Copies of the sheets of `loaded` in a workbook of xlsxwriter.

    Parameters
    ----------
    taken
        Names of the sheets that the workbook has already.
    """

    def __init__(self, book: Any, loaded: Loaded, taken: Collection[str]) -> None:
        names = {name.casefold() for name in taken}
        by_sheet: dict[tuple[str, str], list[Issue]] = {}
        for issue in loaded.issues:
            by_sheet.setdefault((issue.file, issue.sheet), []).append(issue)
        self._copies: list[_Copy] = []
        self._places: dict[int, str] = {}
        for sheet in loaded.sheets[:_MOST_SHEETS]:
            found = marks(sheet, by_sheet.get((sheet.file, sheet.name), ()))
            if found:
                page = book.add_worksheet(_name(sheet, names))
                self._copies.append(_Copy(page, sheet, found))
                self._remember(page.get_name(), sheet, found)

    def place(self, issue: Issue) -> str | None:
        """Return the cell in which `issue` is marked, such as ``組織!C4``, or None."""
        return self._places.get(id(issue))

    def write(self, looks: Mapping[str, Any], language: Language) -> None:
        """Write all copies."""
        for copy in self._copies:
            write_copy(copy.page, copy.sheet, copy.marks, looks, language)

    def _remember(self, name: str, sheet: Sheet, found: Iterable[Mark]) -> None:
        last = last_line(sheet)
        for mark in found:
            if mark.line <= last:
                cell = f"{name}!{xl_rowcol_to_cell(mark.line - 1, mark.column or 0)}"
                self._places.update((id(issue), cell) for issue in mark.issues)


def _name(sheet: Sheet, taken: set[str]) -> str:
    """Return a name that Excel allows and no other sheet has; a text file goes by its own."""
    wanted = _NO_NAME.sub("_", sheet.name or PurePath(sheet.file).stem).strip("' ") or "_"
    name, number = wanted[:_LONGEST_NAME], 1
    while name.casefold() in taken or name.casefold() == "history":
        number += 1
        name = f"{wanted[: _LONGEST_NAME - len(str(number)) - 3]} ({number})"
    taken.add(name.casefold())
    return name
