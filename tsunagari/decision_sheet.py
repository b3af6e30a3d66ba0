"""The workbook in which a person decides about pairs of organisations."""

from __future__ import annotations

import io
from typing import Any

import pandas as pd
import xlsxwriter

from graph.frames import native
from graph.language import Catalogue
from loaders.resolution import worded

COLUMNS = (
    "pair",
    "decision",
    "leftName",
    "leftMunicipality",
    "rightName",
    "rightMunicipality",
    "score",
    "reasons",
    "left",
    "right",
)
_WIDTHS = (7, 12, 44, 18, 44, 18, 12, 46, 26, 26)
_DECISIONS = ("same", "different", "later")


def headings() -> dict[str, str]:
    """Return the headings of pairs and judgements in the current language."""
    catalogue = Catalogue("loaders")
    prefix = "review.columns."
    keys = (key for key in catalogue.keys() if key.startswith(prefix))  # noqa: SIM118 - not a mapping
    return {key.removeprefix(prefix): str(catalogue.text(key)) for key in keys}


def decision_word(key: str) -> str:
    """Return the word for a decision in the current language."""
    return str(Catalogue("loaders").text(f"review.decisions.{key}"))


def workbook(pairs: pd.DataFrame) -> bytes:
    """Return a workbook of the pairs of `tsunagari.review.open_pairs`, with an empty column for decisions."""
    content = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as book:
        _pairs(book, pairs)
        _explanation(book)
    return content.getvalue()


def _pairs(book: Any, pairs: pd.DataFrame) -> None:
    sheet = book.add_worksheet(str(Catalogue("tsunagari").text("review.sheets.pairs")))
    names, header, text = headings(), _header(book), book.add_format({"text_wrap": True, "valign": "top"})
    choose = book.add_format({"bg_color": "#FFF7D6", "border": 1, "border_color": "#C9B458", "valign": "top"})
    for place, (column, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, names[column], header)
    for line, row in enumerate(pairs.to_dict("records"), start=1):
        cells = {**row, "decision": "", "reasons": str(worded(row["reasons"]))}
        for place, column in enumerate(COLUMNS):
            value = native(cells[column])
            style = choose if column == "decision" else text
            if isinstance(value, int | float):
                sheet.write_number(line, place, round(value, 1), style)
            else:
                sheet.write_string(line, place, str(value or ""), style)
    if len(pairs):
        choices = [decision_word(key) for key in _DECISIONS]
        sheet.data_validation(1, 1, len(pairs), 1, {"validate": "list", "source": choices})
        sheet.autofilter(0, 0, len(pairs), len(COLUMNS) - 1)
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _explanation(book: Any) -> None:
    catalogue = Catalogue("tsunagari")
    sheet = book.add_worksheet(str(catalogue.text("review.sheets.explanation")))
    sheet.set_column(0, 0, 110, book.add_format({"text_wrap": True}))
    for line, sentence in enumerate(str(catalogue.text("review.explanation")).splitlines()):
        sheet.write_string(line, 0, sentence)


def _header(book: Any) -> Any:
    return book.add_format({"bold": True, "bg_color": "#DCE6F1", "bottom": 1, "valign": "top"})
