"""Where the header is: the rows are made by hand as secretariats make them."""

from __future__ import annotations

import pytest

from loaders.shape.areas import Area
from loaders.shape.headers import Heading, heading


def found(rows: list[list[str]], *areas: Area) -> Heading:
    width = max(map(len, rows))
    filled = [(line, [*row, *[""] * (width - len(row))]) for line, row in enumerate(rows, start=1) if any(row)]
    return heading([row for _, row in filled], [line for line, _ in filled], areas)


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ([["団体", "場所", "電話"], ["甲", "架空市", "1"]], 0),
        ([["会員の表"], [], ["団体", "場所", "電話"], ["甲", "架空市", "1"]], 1),
        ([["会員の表"], ["", "", "令和6年4月1日現在"], ["団体", "場所", "電話"], ["甲", "架空市", "1"]], 2),
        ([["会員の表", "", "令和6年4月1日現在"], ["団体", "場所", "電話"], ["甲", "架空市", "1"]], 1),
        # The schema's own names need no rows below them, and no fewer cells above them.
        ([["会員の表", "", "", "令和6年"], ["ID", "名称", "分野", "備考"]], 1),
        ([["組織の一覧", "担当", "架空"], ["ID", "名称", "分野"], ["O1", "甲", "企業"]], 1),
        # Nothing tells a title from a header in as many columns.
        ([["番号", "見出し"], ["T1", "居場所"]], 0),
        ([["団体"], ["甲"], ["乙"]], 0),
        ([["団体", "", ""], ["甲", "", ""]], 0),
        # A wider row of data is no header: it holds a number, a text twice, or no rows as wide follow.
        ([["団体"], ["甲", "12"], ["乙", "7"]], 0),
        ([["団体"], ["甲", "甲"], ["乙", "丙"]], 0),
        ([["団体", "場所"], ["甲", "架空市"], ["乙", "架空町", "余分"], ["丙", "架空村"]], 0),
        ([["団体", "場所"], ["甲", "架空市", "余分"]], 0),
        # More than two cells are no title.
        ([["団体", "場所", "電話"], ["甲", "架空市", "丙", "余分"], ["乙", "架空町", "丁", "余分"]], 0),
    ],
)
def test_the_header_is_the_first_row_that_is_no_title(rows: list[list[str]], place: int) -> None:
    top = found(rows)
    assert (top.first, top.last) == (place, place)
    assert [name for name in top.names if name] == [cell for cell in list(filter(any, rows))[place] if cell]


TWO_ROWS = [
    ["団体", "場所", "", "代表者", ""],
    ["", "市区", "番地", "氏名", "電話"],
    ["甲", "架空市", "1-2", "架空花子", "045"],
]
OVER = (Area(1, 0, 2, 0), Area(1, 1, 1, 2), Area(1, 3, 1, 4))


def test_headers_in_two_rows_are_told_by_merged_cells() -> None:
    top = found(TWO_ROWS, *OVER)
    assert (top.first, top.last) == (0, 1)
    assert top.names == ["団体", "市区", "番地", "氏名", "電話"]
    assert top.others == {"場所市区": 1, "場所番地": 2, "代表者氏名": 3, "代表者電話": 4}


def test_without_merged_cells_they_are_not_guessed() -> None:
    assert found(TWO_ROWS).last == 0


def test_a_lower_name_that_stands_twice_carries_the_upper_one() -> None:
    rows = [["団体", "本部", "", "支部", ""], ["", "住所", "電話", "住所", "電話"], ["甲", "a", "1", "b", "2"]]
    assert found(rows, *OVER).names == ["団体", "本部 住所", "本部 電話", "支部 住所", "支部 電話"]


def test_groups_of_columns_below_a_title() -> None:
    rows = [
        ["会員の表", "", "", ""],
        ["基本", "", "連絡", ""],
        ["番号", "団体", "電話", "住所"],
        ["1", "甲", "045", "架空市"],
    ]
    top = found(rows, Area(1, 0, 1, 3), Area(2, 0, 2, 1), Area(2, 2, 2, 3))
    assert (top.first, top.last) == (1, 2)
    assert top.names == ["番号", "団体", "電話", "住所"]


def test_a_merged_title_is_no_part_of_the_header() -> None:
    rows = [["会員の表", "", ""], ["番号", "団体", "電話"], ["1", "甲", "045"]]
    top = found(rows, Area(1, 0, 1, 2))
    assert (top.first, top.last, top.names) == (1, 1, ["番号", "団体", "電話"])


def test_data_below_a_wide_header_is_no_second_row_of_it() -> None:
    rows = [["団体", "人数", ""], ["甲", "3", "4"], ["乙", "5", "6"]]
    assert found(rows, Area(1, 1, 1, 2)).last == 0
    texts = [["団体", "役員", ""], ["甲", "架空花子", "架空太郎"], ["乙", "空想花子", "空想太郎"]]
    assert found(texts, Area(1, 1, 1, 2)).last == 0
