"""The whole workbook: instructions, a sheet for each table, lists to choose from."""

from __future__ import annotations

import io

import xlsxwriter

from graph.dataset import Dataset
from graph.frames import rows
from graph.language import Language
from graph.schema import schema
from loaders.aids import aid
from loaders.issues import Issue
from loaders.looks import OPTIONS, looks
from loaders.template.choices import add_names, write_choices
from loaders.template.examples import beginning, example, example_names
from loaders.template.instructions import write_instructions
from loaders.template.sheet import Ends, TableSheet
from loaders.template.style import Style


def workbook(language: Language, dataset: Dataset | None = None, file: str = "") -> tuple[bytes, list[Issue]]:
    """Return the workbook, and what of `dataset` would not be read back as it is.

    Each table of the schema has a sheet; where there is nothing to write, it shows an example, which the reader knows
    and leaves out.

    Parameters
    ----------
    language
        Of names, notes and instructions.
    dataset
        What to fill in; without it, the municipalities and wards of Kanagawa alone.
    file
        What issues call the workbook.

    Raises
    ------
    CannotHold
        When there are more rows, or longer values, than Excel can hold.
    """
    content = io.BytesIO()
    issues: list[Issue] = []
    given = beginning() if dataset is None else {key: rows(frame) for key, frame in dataset.tables.items()}
    own = _ends(dataset)
    examples = Ends(example_names(language), {})
    with xlsxwriter.Workbook(content, dict(OPTIONS)) as book:
        style = Style(language, looks(book), file)
        write_instructions(book.add_worksheet(aid("instructions").to(language)), style)
        for table in schema().tables:
            found = given.get(table.key, [])
            shown = found or [example(table.key, language)]
            ends = own if found and dataset is not None else examples
            sheet = TableSheet(book.add_worksheet(table.name.to(language)), table, len(shown), ends, style)
            sheet.write(shown, example=not found)
            issues += sheet.issues
        write_choices(book.add_worksheet(aid("choices").to(language)), book, style)
        add_names(book, language)
    return content.getvalue(), issues


def _ends(dataset: Dataset | None) -> Ends:
    if dataset is None:
        return Ends({}, {})
    names = {
        str(row["id"]): str(row["name"]) for frame in dataset.nodes.values() for row in rows(frame[["id", "name"]])
    }
    return Ends(names, dataset.labels())
