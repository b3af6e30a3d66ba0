"""The sheet of lists that drop-downs take their values from, and the names by which formulas find them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from graph.language import Language, Text
from graph.schema import schema
from loaders.aids import aid
from loaders.looks import width
from loaders.template.style import Style


def name_of_choices(values: Mapping[str, Text]) -> str:
    """Return the workbook's name for the cells that hold the names of `values`."""
    return f"choices_{next(name for name, known in schema().enumerations.items() if known is values)}"


def name_of_ids(label: str) -> str:
    """Return the workbook's name for the ids that stand in the sheet of `label`."""
    return f"ids_{label}"


def range_of(label: str, language: Language) -> str:
    """Return the columns of ids and names in the sheet of `label`."""
    return f"'{schema().labels[label].name.to(language)}'!$A:$B"


def add_names(book: Any, language: Language) -> None:
    """Name the ids of each sheet of nodes: as many as there are, so that a drop-down shows no blanks."""
    for label in schema().labels.values():
        ids = f"'{label.name.to(language)}'!$A"
        counted = f"=OFFSET({ids}$2,0,0,MAX(1,COUNTA({ids}:$A)-1),1)"
        book.define_name(name_of_ids(label.key), counted)


def write_choices(sheet: Any, book: Any, style: Style) -> None:
    """Write the sheet of lists; each column is the values of one enumeration."""
    language, name = style.language, aid("choices").to(style.language)
    columns = [
        [_heading(key).to(language), *(value.to(language) for value in values.values())] for key, values in _all()
    ]
    for number, (key, values) in enumerate(_all()):
        sheet.set_column(number, number, max(map(width, columns[number])))
        letters = xl_col_to_name(number)
        book.define_name(f"choices_{key}", f"='{name}'!${letters}$2:${letters}${len(values) + 1}")
    for line in range(max(map(len, columns))):
        for number, column in enumerate(columns):
            if line < len(column):
                sheet.write_string(line, number, column[line], style.looks["text" if line else "header"])
    sheet.freeze_panes(1, 0)


def _all() -> list[tuple[str, Mapping[str, Text]]]:
    return list(schema().enumerations.items())


def _heading(key: str) -> Text:
    """Return where the enumeration is used: the property, and its table where only one has it."""
    used = [
        (table.name, prop.name)
        for table in schema().tables
        for prop in table.properties.values()
        if prop.choices is schema().enumerations[key]
    ]
    table, name = used[0]
    return name if len(used) > 1 else Text(f"{table.ja}の{name.ja}", f"{name.en} ({table.en})")
