from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from graph.language import Language
from loaders import Loaded, read
from loaders.report import workbook

Rows = Sequence[Sequence[object]]
WriteWorkbook = Callable[[str, Mapping[str, Rows]], Path]
WriteText = Callable[..., Path]

SHEETS: dict[str, Rows] = {
    "組織": [
        [],
        ["ID", "名称", "分野", "入会日", "メモ"],
        ["O1", "架空の会", "会社", "未定", "x"],
        ["O2", "'=1+1", "企業", "2024-04-01", ""],
        ["O3", "", "企業", "", ""],
    ],
    "テーマ": [["ID", "名称"], ["T1", "居場所"]],
}


@pytest.fixture
def loaded(write_workbook: WriteWorkbook) -> Loaded:
    return read([write_workbook("data.xlsx", SHEETS)])


def _opened(loaded: Loaded, language: Language = "ja") -> Any:
    return openpyxl.load_workbook(io.BytesIO(workbook(loaded, language)))


def _values(sheet: Any) -> list[list[object]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_the_summary_counts_kinds_and_files(loaded: Loaded) -> None:
    rows = _values(_opened(loaded)["まとめ"])
    assert "4 行のうち、読み込めるのは 2 行、読み込めないのは 2 行です" in str(rows[1][0])
    assert rows[3:7] == [
        ["扱い", "問題の種類", "件数", "最初の場所"],
        ["読み込まず", "日付として読めない", 1, "data.xlsx 組織 3行 入会日"],
        ["読み込まず", "必須の値が空", 1, "data.xlsx 組織 5行 名称"],
        ["お知らせ", "項目ではない列", 1, "data.xlsx 組織 2行 メモ"],
    ]
    assert rows[-1] == [None, "data.xlsx", 4, "読み込める 2 行、読み込めない 2 行"]


def test_the_list_says_of_each_what_is_wrong_what_was_done_and_what_to_do(loaded: Loaded) -> None:
    sheet = _opened(loaded, "en")["Issues"]
    first, *rest = _values(sheet)
    assert first[:3] == ["Outcome", "Kind of issue", "File"]
    assert first[3:] == ["Sheet", "Row", "Column", "Value", "What is wrong", "What was done", "What to do", "Copy"]
    assert rest[0][2:7] == ["data.xlsx", "組織", 3, "入会日", "未定"]
    assert rest[0][8] == "the row was not loaded"
    assert rest[0][10] == "組織!D3"
    assert sheet["K2"].hyperlink.location == "'組織'!D3"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:K4"


def test_the_copy_has_the_cells_where_they_stood_and_marks_them(loaded: Loaded) -> None:
    book = _opened(loaded)
    assert book.sheetnames == ["まとめ", "問題の一覧", "組織"]
    copy = book["組織"]
    assert _values(copy)[1] == ["ID", "名称", "分野", "入会日", "メモ"]
    assert _values(copy)[2] == ["O1", "架空の会", "会社", "未定", "x"]
    filled = {cell.coordinate: cell.fill.fgColor.rgb for row in copy for cell in row if cell.fill.fill_type}
    assert set(filled) == {"D3", "B5", "E2"}
    assert filled["D3"] == filled["B5"] != filled["E2"]
    assert "日付として読めません" in copy["D3"].comment.text
    assert "2024-04-01" in copy["D3"].comment.text


def test_text_stays_text_and_what_excel_cannot_hold_is_left_out(write: WriteText) -> None:
    text = 'ID,名称,入会日\nO1,"=HYPERLINK(""http://x"")",x\nO2,a\x07b,\nO3,' + "あ" * 40_000 + ",y\n"
    copy = _opened(read([write("組織.csv", text)]))["組織"]
    assert (copy["B2"].value, copy["B2"].data_type) == ('=HYPERLINK("http://x")', "s")
    assert copy["B3"].value == "ab"
    assert len(copy["B4"].value) == 32_767


def test_a_row_whose_cell_is_not_known_is_marked_from_end_to_end(write: WriteText) -> None:
    copy = _opened(read([write("組織.csv", 'ID,名称\nO1,a,b\nO2,c\nO3,"x"y\n')]))["組織"]
    filled = {cell.coordinate for row in copy for cell in row if cell.fill.fill_type}
    # Row 2 has a cell too many; row 4 cannot be parted into cells, and stands as its line does.
    assert filled == {"A2", "B2", "C2", "A4"}
    assert copy["A4"].value == 'O3,"x"y'


def test_sheets_of_one_name_and_of_names_that_excel_forbids(write: WriteText, tmp_path: Path) -> None:
    rows = "ID,名称\nO1,\n"
    for folder in ("a", "b"):
        write(f"{folder}/組織.csv", rows)
    long = write(f"{'長' * 40}.csv", "x\ny\n")
    book = _opened(read([tmp_path / "a", tmp_path / "b", long]))
    assert book.sheetnames == ["まとめ", "問題の一覧", "組織", "組織 (2)"]


def test_a_long_sheet_is_cut_and_says_so(write: WriteText, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.report.copy.MOST_COPIED", 3)
    rows = "".join(f"O{number},a,{'x' if number == 9 else ''}\n" for number in range(10))
    book = _opened(read([write("組織.csv", f"ID,名称,入会日\n{rows}")]), "en")
    assert [row[0] for row in _values(book["組織"])][3] == (
        "This copies the first 3 of 11 rows; issues of later rows are in the list."
    )
    assert book["Issues"]["K2"].value in (None, "")


def test_a_mapped_column_is_found_under_its_own_header(write: WriteText) -> None:
    mapping = """
version: 1
tables:
  - file: 名簿.csv
    nodes:
      - label: Organisation
        id: "{番号}"
        properties: {name: 団体名, memberSince: 加入}
"""
    data = write("名簿.csv", "番号,団体名,加入\n1,架空の会,未定\n")
    copy = _opened(read([data], write("m.yaml", mapping)))["名簿"]
    assert {cell.coordinate for row in copy for cell in row if cell.fill.fill_type} == {"C2"}


def test_without_issues_the_report_says_so(write: WriteText) -> None:
    book = _opened(read([write("組織.csv", "ID,名称\nO1,a\n")]), "en")
    assert book.sheetnames == ["Summary", "Issues"]
    assert book["Summary"]["A4"].value == "There are no issues."
