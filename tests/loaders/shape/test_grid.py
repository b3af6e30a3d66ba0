"""Merged cells, totals, footnotes, damaged codes and unseen characters, and that each row is accounted for."""

from __future__ import annotations

import pytest

from loaders.shape.areas import Area
from loaders.shape.damage import is_code, letters
from loaders.sheets import Grid, Sheet, grid, headed


def made(*rows: list[str], areas: tuple[Area, ...] = (), hidden: bool = False) -> Sheet:
    width = max(map(len, rows))
    filled = [(line, [*row, *[""] * (width - len(row))]) for line, row in enumerate(rows, start=1) if any(row)]
    return headed(Sheet("f", "s", [row for _, row in filled], [line for line, _ in filled], areas=areas, hidden=hidden))


def said(below: Grid) -> list[tuple[str, int | None, str]]:
    return [(notice.kind, notice.line, notice.value) for notice in below.notices]


def test_rows_that_are_no_data_are_said_and_not_counted() -> None:
    sheet = made(
        ["会員の表"],
        ["団体", "分野", "人数"],
        ["甲", "企業", "3"],
        ["団体", "分野", "人数"],
        ["合計の会", "企業", "4"],
        ["小 計", "", "7人"],
        ["合計", "企業", "たくさん"],
        ["", "【合　計】", "7"],
        ["※人数は令和6年4月現在"],
        ["注1) 架空の団体です"],
        ["次の行に続きます"],
    )
    below = grid(sheet)
    assert [row[0] for row in below.rows] == ["甲", "合計の会", "合計"]
    assert below.lines == [3, 5, 7]
    assert said(below) == [
        ("row_above", 1, "会員の表"),
        ("row_headers", 4, "団体 分野 人数"),
        ("row_total", 6, "小 計 7人"),
        ("row_total", 8, "【合　計】 7"),
        ("row_footnote", 9, "※人数は令和6年4月現在"),
        ("row_footnote", 10, "注1) 架空の団体です"),
        ("row_footnote", 11, "次の行に続きます"),
    ]


def test_a_note_among_the_rows_and_a_single_column_are_data() -> None:
    assert len(grid(made(["団体", "分野"], ["※甲", ""], ["乙", "企業"])).rows) == 2
    assert len(grid(made(["団体"], ["合計"], ["※甲"])).rows) == 2
    # Without a mark nothing tells a remark from a row that lacks its other cells.
    assert len(grid(made(["団体", "分野"], ["甲", "企業"], ["乙", ""])).rows) == 2


def test_tall_merged_cells_hold_for_all_their_rows() -> None:
    rows = (["区", "団体"], ["鶴見区", "甲"], ["", "乙"], ["", "丙"], ["西区", "丁"])
    below = grid(made(*rows, areas=(Area(2, 0, 4, 0),)))
    assert below.column(0) == ["鶴見区", "鶴見区", "鶴見区", "西区"]
    (notice,) = below.notices
    assert (notice.kind, notice.column, notice.details) == ("merged_down", "区", {"count": 2})


def test_across_columns_a_value_counts_for_the_first_only() -> None:
    rows = (["団体", "始め", "終わり"], ["甲", "未定", ""], ["乙", "1", "2"])
    below = grid(made(*rows, areas=(Area(2, 1, 2, 2),)))
    assert below.rows[0] == ["甲", "未定", ""]
    assert [(notice.kind, notice.column) for notice in below.notices] == [("merged_across", "始め")]


def test_a_caption_over_the_columns_is_no_row_of_data() -> None:
    rows = (["団体", "始め", "終わり"], ["県央", "", ""], ["乙", "1", "2"])
    below = grid(made(*rows, areas=(Area(2, 0, 2, 2),)))
    assert [row[0] for row in below.rows] == ["乙"]
    assert said(below) == [("row_caption", 2, "県央")]


def test_merged_areas_of_a_whole_sheet_cost_nothing() -> None:
    below = grid(made(["団体", "分野"], ["甲", "企業"], areas=(Area(2, 0, 1_048_576, 16_383), Area(9, 5, 9, 5))))
    assert [list(row) for row in below.rows] == [["甲", "企業"]]


@pytest.mark.parametrize("value", ["1.00E+12", "1E+12", "8.0000201484E+12", "1.2345678901234568e+16"])
def test_a_damaged_code_is_left_out_and_its_cell_named(value: str) -> None:
    below = grid(made(["団体", "法人番号", "金額"], ["甲", value, value]))
    assert list(below.rows[0]) == ["甲", "", value]
    (notice,) = below.notices
    assert (notice.kind, notice.severity, notice.line) == ("cell_damaged", "mended", 2)
    assert str(notice.details["cell"]) == "B2"


def test_an_unseen_character_is_kept_and_said() -> None:
    below = grid(made(["団体", "分野"], ["a\u202ecba", "企\u200b業"], ["文\ufffd化け", "x"]))
    assert list(below.rows[0]) == ["a\u202ecba", "企\u200b業"]
    assert said(below) == [
        ("unseen", 2, "a[U+202E]cba"),
        ("unseen", 2, "企[U+200B]業"),
        ("replaced_before", 3, "文[U+FFFD]化け"),
    ]


def test_of_very_many_unseen_characters_a_score_is_said() -> None:
    below = grid(made(["団体", "分野"], *(["a\u200b", "x"] for _ in range(100))))
    assert [notice.kind for notice in below.notices] == [*["unseen"] * 20, "unseen_more"]
    assert below.notices[-1].details == {"count": 80}


def test_a_hidden_sheet_that_is_read_is_said() -> None:
    assert said(grid(made(["団体", "分野"], ["甲", "x"], hidden=True))) == [("sheet_hidden_read", None, "")]


def test_a_row_named_by_a_mapping_is_taken_as_it_stands() -> None:
    sheet = made(["会員の表"], ["a", "b", "c"], ["x", "y", "z"], ["1", "2", "3"])
    below = grid(sheet, 3)
    assert (list(below.headers), list(below.lines), list(below.notices)) == (["x", "y", "z"], [4], [])
    assert list(grid(sheet, headers=["p", "q", "r"]).lines) == [1, 2, 3, 4]


def test_which_headers_are_of_codes() -> None:
    assert [is_code(name) for name in ("ID", "全国地方公共団体コード", "電話番号", "Corporate number", "人口")] == [
        True,
        True,
        True,
        True,
        False,
    ]
    assert [letters(column) for column in (0, 25, 26, 16_383)] == ["A", "Z", "AA", "XFD"]
