"""One sheet of the template: header, notes, checks, rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from graph.errors import OutputError
from graph.schema import Label, Table, schema
from loaders.aids import aid, is_example
from loaders.issues import Issue, change, sentences, shown
from loaders.looks import MOST_CHARACTERS, MOST_ROWS, held, length, paper, width
from loaders.template.cells import Cell, cell
from loaders.template.choices import range_of
from loaders.template.columns import Column, columns
from loaders.template.style import Style
from loaders.template.validation import validate

Row = Mapping[str, object]

_EMPTY_ROWS = 200
# Beyond that many rows, looking up names would make the workbook slow to open.
_MOST_LOOKED_UP = 5_000
_MEASURED = 200
_FILTER_BUTTON = 3
_HEADER_HEIGHT = 24


class CannotHold(OutputError):
    """A workbook cannot hold the data."""

    package = "loaders"


@dataclass(frozen=True)
class Ends:
    """What the ids at the ends of relationships are called, and of which label they are."""

    names: Mapping[str, str]
    labels: Mapping[str, str]


class TableSheet:
    """A sheet that holds the rows of a table, or one example of them.

    Parameters
    ----------
    sheet
        A sheet of xlsxwriter.
    size
        Number of the rows that will be written.
    ends
        Names and labels of the ids in the rows.

    Attributes
    ----------
    issues
        What will not be read back as it was.

    Raises
    ------
    CannotHold
        When there are more rows than a sheet can hold.
    """

    def __init__(self, sheet: Any, table: Table, size: int, ends: Ends, style: Style) -> None:
        if size >= MOST_ROWS:
            raise CannotHold("too_many_rows", table=table.name, count=f"{size:,}", most=f"{MOST_ROWS - 1:,}")
        self.sheet, self.table, self.ends, self.style = sheet, table, ends, style
        self.looks_up = size <= _MOST_LOOKED_UP
        self.columns = [column for column in columns(table) if self.looks_up or not column.helps]
        self.issues: list[Issue] = []

    def write(self, rows: Sequence[Row], *, example: bool) -> None:
        """Write the whole sheet; `example` says whether the rows are examples.

        Raises
        ------
        CannotHold
            When a value is longer than a cell can hold.
        """
        self._set_up(len(rows))
        cells = [[self._cell(row, column) for column in self.columns] for row in rows[:_MEASURED]]
        for number, column in enumerate(self.columns):
            self._column(number, column, [line[number] for line in cells])
        for line, row in enumerate(rows, start=1):
            self._row(line, row, example=example)
        for line in range(len(rows) + 1, len(rows) + 1 + _EMPTY_ROWS) if self.looks_up else ():
            self._aids(line)

    def _set_up(self, size: int) -> None:
        sheet, language = self.sheet, self.style.language
        last = len(self.columns) - 1
        sheet.freeze_panes(1, 2 if isinstance(self.table, Label) else 0)
        sheet.autofilter(0, 0, max(size, 1), last)
        sheet.set_row(0, _HEADER_HEIGHT)
        sheet.set_tab_color(self.table.colour if isinstance(self.table, Label) else "#B8C3CD")
        paper(sheet)
        sheet.repeat_rows(0)
        validate(sheet, self.columns, language)
        filled = f"SUMPRODUCT(--(LEN($A2:${xl_col_to_name(last)}2)>0))>0"
        for number, column in enumerate(self.columns):
            if column.required:
                empty = f"=AND(LEN(${xl_col_to_name(number)}2)=0,{filled})"
                rule = {"type": "formula", "criteria": empty, "format": self.style.looks["lacking"]}
                sheet.conditional_format(1, number, size + 2 * _EMPTY_ROWS, number, rule)

    def _column(self, number: int, column: Column, cells: Sequence[Cell | None]) -> None:
        header, looks = column.header.to(self.style.language), self.style.looks
        widest = max([width(header) + _FILTER_BUTTON, *(width(str(found)) for found in cells if found is not None)])
        self.sheet.set_column(number, number, widest, looks[_look(column)])
        look = "aidHeader" if column.helps else "required" if column.required else "header"
        self.sheet.write_string(0, number, header, looks[look])
        note = column.note.to(self.style.language)
        size = {"x_scale": 2.2, "y_scale": 0.5 + 0.24 * (len(note) // 26 + note.count("\n"))}
        self.sheet.write_comment(0, number, note, {"author": "tsunagari", "font_size": 9, **size})

    def _cell(self, row: Row, column: Column) -> Cell | None:
        if column.role == "name":
            return self.ends.names.get(str(row[column.key]), "")
        if column.role == "kind":
            label = self.ends.labels.get(str(row[column.key]), column.labels[0])
            return schema().labels[label].name.to(self.style.language)
        return cell(row, column.key, column.described, self.style.language)

    def _row(self, line: int, row: Row, *, example: bool) -> None:
        looks = self.style.looks
        for number, column in enumerate(self.columns):
            found = self._cell(row, column)
            if found is None:
                continue
            if column.role == "name" and not example:
                self._look_up(line, number, column, str(found))
            elif isinstance(found, str):
                text = found if example else self._held(line, column, found)
                self.sheet.write_string(line, number, text, looks["example" if example else "text"])
            elif isinstance(found, dt.date):
                midnight = dt.datetime.combine(found, dt.time())
                self.sheet.write_datetime(line, number, midnight, looks["exampleDate" if example else "date"])
            else:
                self.sheet.write_number(line, number, found, looks["aid" if example else "number"])

    def _aids(self, line: int) -> None:
        for number, column in enumerate(self.columns):
            if column.role == "name":
                self._look_up(line, number, column, "")

    def _look_up(self, line: int, number: int, column: Column, value: str) -> None:
        language = self.style.language
        end = f"${xl_col_to_name(number - 1)}{line + 1}"
        formula = f'"{aid("notFound").to(language)}"'
        for label in reversed(column.labels):
            formula = f"IFERROR(VLOOKUP({end},{range_of(label, language)},2,FALSE),{formula})"
        self.sheet.write_formula(line, number, f'=IF({end}="","",{formula})', self.style.looks["aid"], held(value))

    def _held(self, line: int, column: Column, text: str) -> str:
        """Return the text that a cell can hold, and note where the reader will not find all of it."""
        kept = held(text)
        if length(kept) > MOST_CHARACTERS:
            place = {"table": self.table.name, "row": line + 1, "column": column.header}
            raise CannotHold("cell_too_long", length=f"{length(kept):,}", most=f"{MOST_CHARACTERS:,}", **place)
        if kept != text:
            self._note(line, column, "written_control", text)
        elif column.role in ("id", "end") and is_example(text):
            self._note(line, column, "written_example", text)
        elif kept != kept.strip():
            self._note(line, column, "written_blanks", text)
        return kept

    def _note(self, line: int, column: Column, kind: str, text: str) -> None:
        header = column.header.to(self.style.language)
        problem, action = sentences(kind, column=header, value=shown(text))
        place = (self.style.file, self.table.name.to(self.style.language), line + 1, header, shown(text))
        self.issues.append(Issue("note", *place, problem, action, kind, change(kind)))


def _look(column: Column) -> str:
    if column.helps:
        return "aid"
    # A date that somebody types stays as typed: Excel would make a day of a month, and a day of 1905 of a year.
    numeric = column.described is not None and column.described.type in ("integer", "float")
    return "number" if numeric else "text"
