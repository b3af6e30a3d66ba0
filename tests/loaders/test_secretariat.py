"""A list of members as a secretariat keeps it, made by hand: every row is loaded or said to be no data."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from loaders import read


@pytest.fixture
def members(tmp_path: Path) -> Path:
    """A list of members as a secretariat keeps it."""
    path = tmp_path / "会員名簿.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet("会員名簿")
        page.merge_range("A1:F1", "架空つながりネットワーク会員名簿")
        page.write("F2", "令和6年4月1日現在")
        page.merge_range("A3:A4", "区")
        page.merge_range("B3:B4", "団体名")
        page.merge_range("C3:D3", "所在")
        page.write_row("C4", ["市区町村名", "所在地"])
        page.merge_range("E3:E4", "入会日")
        page.merge_range("F3:F4", "ホームページ")
        page.merge_range("A5:A6", "鶴見区")
        page.write_row("B5", ["㈱架空商事", "横浜市鶴見区", "架空町1", "R6.4.1", ""])
        page.write_row("B6", ["ＮＰＯ法人架空の輪", "横浜市鶴見区", "架空町2", "令和6年5月", ""])
        page.merge_range("A7:A8", "西区")
        page.write_row("B7", ["架空の丘", "横浜市西区", "架空町3", "2024/6/1", ""])
        page.write_row("A10", ["合計", "", "", "", "3"])
        page.write("A11", "※敬称略")
        hidden = book.add_worksheet("組織")
        hidden.write_row("A1", ["ID", "名称"])
        hidden.write_row("A2", ["X", "架空の島"])
        hidden.hide()
    return path


def test_a_secretariats_own_list_is_read_whole(members: Path) -> None:
    loaded = read([members])
    assert (loaded.rows, loaded.loaded, loaded.refused) == (4, 4, 0)
    assert set(loaded.dataset["Organisation"]["name"]) == {"㈱架空商事", "ＮＰＯ法人架空の輪", "架空の丘", "架空の島"}
    assert sorted(loaded.dataset["LOCATED_IN"]["end"]) == ["JP-LGC-141011", "JP-LGC-141011", "JP-LGC-141038"]
    since = dict(
        zip(loaded.dataset["Organisation"]["name"], loaded.dataset["Organisation"]["memberSince"], strict=True)
    )
    assert str(since["㈱架空商事"]) == "2024-04-01"
    assert [
        (issue.kind, issue.row) for issue in loaded.issues if issue.kind.startswith(("row_", "sheet_", "merged_"))
    ] == [
        ("row_above", 1),
        ("merged_down", 4),
        ("row_total", 10),
        ("row_footnote", 11),
        ("sheet_hidden_read", 1),
    ]
