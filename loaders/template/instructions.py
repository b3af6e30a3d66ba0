"""The first sheet of the template: how to fill it in, and what the sheets are for."""

from __future__ import annotations

from typing import Any

from graph.language import Catalogue, Language, Text
from graph.schema import Label, RelationshipType, schema
from loaders.looks import height, paper
from loaders.template.columns import columns
from loaders.template.style import Style

_MARGIN, _WIDTHS = 2.5, (26, 66, 30)
_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("order", ("things", "ties", "unused")),
    ("rules", ("required", "ids", "examples", "dates", "several", "lists", "municipalities", "own")),
    ("loading", ("check", "load", "again", "deleted", "fill")),
)
_COLOURS = (
    ("required", "colourRequiredName", "colourRequired"),
    ("header", "colourHeaderName", "colourHeader"),
    ("aidHeader", "colourAidName", "colourAid"),
)


def write_instructions(sheet: Any, style: Style) -> None:
    """Write the sheet of instructions; it is made to be printed, too."""
    sheet.hide_gridlines(2)
    paper(sheet, landscape=False)
    for column, wide in enumerate((_MARGIN, *_WIDTHS)):
        sheet.set_column(column, column, wide)
    writing = _Instructions(sheet, style)
    writing.title()
    for heading, sentences in _PARTS:
        writing.part(heading, sentences)
    writing.colours()
    writing.tables()


class _Instructions:
    def __init__(self, sheet: Any, style: Style) -> None:
        self.sheet, self.looks = sheet, style.looks
        self.language: Language = style.language
        self.line = 0

    def title(self) -> None:
        self.sheet.set_row(self.line, 34)
        self.sheet.write_string(self.line, 1, self._said("title"), self.looks["title"])
        self.line += 1
        self._paragraph(self._said("lead"))

    def part(self, heading: str, sentences: tuple[str, ...]) -> None:
        self._heading(heading)
        for sentence in sentences:
            self._paragraph(f"• {self._said(sentence)}")

    def colours(self) -> None:
        self._heading("colours")
        for look, name, sentence in _COLOURS:
            self.sheet.write_string(self.line, 1, self._said(name), self.looks[look])
            self.sheet.write_string(self.line, 2, self._said(sentence), self.looks["plain"])
            self.sheet.set_row(self.line, height(self._said(sentence), _WIDTHS[1]))
            self.line += 1

    def tables(self) -> None:
        self._heading("sheets")
        for column, name in enumerate(("sheetName", "sheetMeaning", "sheetRequired"), start=1):
            self.sheet.write_string(self.line, column, self._said(name), self.looks["header"])
        self.line += 1
        for table in schema().tables:
            self._table(table)

    def _table(self, table: Label | RelationshipType) -> None:
        name = table.name.to(self.language)
        required = [column.header.to(self.language) for column in columns(table) if column.required]
        meaning = self._meaning(table).to(self.language)
        self.sheet.set_row(self.line, height(meaning, _WIDTHS[1]))
        self.sheet.write_url(self.line, 1, f"internal:'{name}'!A1", self.looks["cellLink"], name)
        self.sheet.write_string(self.line, 2, meaning, self.looks["cell"])
        self.sheet.write_string(self.line, 3, self._listed(required), self.looks["cell"])
        self.line += 1

    def _meaning(self, table: Label | RelationshipType) -> Text:
        if isinstance(table, Label):
            return table.description
        starts, ends = (
            Text("・".join(name.ja for name in names), ", ".join(name.en for name in names))
            for names in ([schema().labels[key].name for key in keys] for keys in (table.starts, table.ends))
        )
        return Text(
            f"{table.description.ja}({starts.ja} → {ends.ja})", f"{table.description.en} ({starts.en} → {ends.en})"
        )

    def _heading(self, key: str) -> None:
        self.line += 1
        self.sheet.set_row(self.line, 24)
        for column in range(1, len(_WIDTHS) + 1):
            self.sheet.write_blank(self.line, column, None, self.looks["heading"])
        self.sheet.write_string(self.line, 1, self._said(key), self.looks["heading"])
        self.line += 1

    def _paragraph(self, text: str) -> None:
        self.sheet.set_row(self.line, height(text, sum(_WIDTHS)))
        self.sheet.merge_range(self.line, 1, self.line, len(_WIDTHS), text, self.looks["plain"])
        self.line += 1

    def _said(self, key: str) -> str:
        return Catalogue("loaders").text(f"guide.{key}").to(self.language)

    def _listed(self, names: list[str]) -> str:
        return ("、" if self.language == "ja" else ", ").join(name.removesuffix(" *") for name in names)
