"""Files of every kind for the tests to read; every organisation in them is invented."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
import xlsxwriter

from graph.language import set_language

Rows = Sequence[Sequence[object]]
WriteWorkbook = Callable[[str, Mapping[str, Rows]], Path]
WriteText = Callable[..., Path]


@pytest.fixture(autouse=True)
def _english() -> None:
    set_language("en")


@pytest.fixture
def write_workbook(tmp_path: Path) -> WriteWorkbook:
    def write(name: str, sheets: Mapping[str, Rows]) -> Path:
        path = tmp_path / name
        with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy/m/d"}) as book:
            for sheet, rows in sheets.items():
                page = book.add_worksheet(sheet)
                for index, row in enumerate(rows):
                    page.write_row(index, 0, row)
        return path

    return write


@pytest.fixture
def write(tmp_path: Path) -> WriteText:
    def write_text(name: str, text: str | bytes, encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write_text
