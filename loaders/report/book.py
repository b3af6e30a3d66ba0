"""The whole workbook of a report."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import xlsxwriter

from graph.language import Language
from loaders.issues import Issue
from loaders.ledger import FileCount
from loaders.looks import MOST_ROWS, OPTIONS, fitted, height, looks, paper
from loaders.read import Loaded
from loaders.report.copies import Copies
from loaders.report.words import column, said, severity
from loaders.summary import Kind, kinds, place, title

# Excel gives up on a sheet with more links.
_MOST_LINKS = 65_000
_TITLE_HEIGHT = 34
_KINDS: Mapping[str, int] = {"severity": 14, "title": 38, "count": 10, "first": 60}
_LIST: Mapping[str, int] = {
    "severity": 12,
    "title": 26,
    "file": 24,
    "sheet": 14,
    "row": 7,
    "column": 16,
    "value": 24,
    "problem": 46,
    "done": 28,
    "action": 46,
    "copy": 18,
}
_WRAPPED = ("title", "file", "value", "problem", "done", "action")
_HIGHEST = 136


def workbook(loaded: Loaded, language: Language) -> bytes:
    """Return the report of what was read.

    The first sheet sums up by kind, the second lists every issue, and each sheet that issues are about follows as a
    copy in which their cells are filled, with a comment that says what to do; the list leads to them.

    Parameters
    ----------
    loaded
        What was read, with its issues.
    language
        Of the report.
    """
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, dict(OPTIONS)) as book:
        report = _Report(looks(book), language)
        names = [said(language, key) for key in ("summary", "list")]
        summary, listed = map(book.add_worksheet, names)
        copies = Copies(book, loaded, names)
        report.summary(summary, loaded)
        report.list(listed, loaded.issues, copies)
        copies.write(report.looks, language)
    return content.getvalue()


class _Report:
    def __init__(self, styles: Mapping[str, Any], language: Language) -> None:
        self.looks = styles
        self.language: Language = language

    def summary(self, sheet: Any, loaded: Loaded) -> None:
        sheet.hide_gridlines(2)
        paper(sheet)
        for number, wide in enumerate(_KINDS.values()):
            sheet.set_column(number, number, wide)
        sheet.set_row(0, _TITLE_HEIGHT)
        sheet.write_string(0, 0, said(self.language, "title"), self.looks["title"])
        counts = {"rows": f"{loaded.rows:,}", "loaded": f"{loaded.loaded:,}", "refused": f"{loaded.refused:,}"}
        sheet.write_string(1, 0, said(self.language, "lead", **counts))
        found = kinds(loaded.issues)
        self._kinds(sheet, found) if found else sheet.write_string(3, 0, said(self.language, "none"))
        self._files(sheet, len(found) + 5, loaded.files)

    def _kinds(self, sheet: Any, found: Sequence[Kind]) -> None:
        self._header(sheet, 3, _KINDS)
        for line, kind in enumerate(found, start=4):
            sheet.write_string(line, 0, severity(self.language, kind.severity), self.looks[kind.severity])
            sheet.write_string(line, 1, fitted(kind.title.to(self.language)), self.looks["cell"])
            sheet.write_number(line, 2, kind.count, self.looks["cellNumber"])
            sheet.write_string(line, 3, fitted(place(kind.first).to(self.language)), self.looks["cell"])

    def _files(self, sheet: Any, line: int, files: Iterable[FileCount]) -> None:
        sheet.write_string(line, 1, column(self.language, "file"), self.looks["header"])
        sheet.write_string(line, 2, said(self.language, "rows"), self.looks["header"])
        sheet.write_string(line, 3, column(self.language, "done"), self.looks["header"])
        for number, count in enumerate(files, start=line + 1):
            outcome = said(self.language, "outcome", loaded=f"{count.loaded:,}", refused=f"{count.refused:,}")
            sheet.write_string(number, 1, fitted(count.file), self.looks["cell"])
            sheet.write_number(number, 2, count.rows, self.looks["cellNumber"])
            sheet.write_string(number, 3, outcome, self.looks["cell"])

    def list(self, sheet: Any, issues: Sequence[Issue], copies: Copies) -> None:
        paper(sheet)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.autofilter(0, 0, min(max(len(issues), 1), MOST_ROWS - 1), len(_LIST) - 1)
        for number, wide in enumerate(_LIST.values()):
            sheet.set_column(number, number, wide)
        self._header(sheet, 0, _LIST)
        for line, issue in enumerate(issues[: MOST_ROWS - 1], start=1):
            self._issue(sheet, line, issue, copies.place(issue))

    def _issue(self, sheet: Any, line: int, issue: Issue, copied: str | None) -> None:
        texts = {name: str(getattr(issue, name)) for name in ("file", "sheet", "column", "value")}
        texts |= {name: getattr(issue, name).to(self.language) for name in ("problem", "done", "action")}
        texts |= {"title": title(issue).to(self.language), "copy": copied or ""}
        texts["severity"] = severity(self.language, issue.severity)
        highest = max(height(texts[name], _LIST[name]) for name in _WRAPPED)
        sheet.set_row(line, min(highest, _HIGHEST))
        for number, name in enumerate(_LIST):
            if name == "row":
                if issue.row is not None:
                    sheet.write_number(line, number, issue.row, self.looks["cellNumber"])
            elif name == "copy" and copied is not None and line < _MOST_LINKS:
                sheet.write_url(line, number, _link(copied), self.looks["cellLink"], copied)
            else:
                look = issue.severity if name == "severity" else "cell"
                sheet.write_string(line, number, fitted(texts[name]), self.looks[look])

    def _header(self, sheet: Any, line: int, names: Iterable[str]) -> None:
        for number, name in enumerate(names):
            sheet.write_string(line, number, column(self.language, name), self.looks["required"])


def _link(cell: str) -> str:
    name, _, reference = cell.rpartition("!")
    return f"internal:'{name.replace(chr(39), chr(39) * 2)}'!{reference}"
