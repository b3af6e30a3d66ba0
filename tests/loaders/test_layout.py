"""Dates and codes in the program's own layout, worked out by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from graph.frames import rows
from loaders import Loaded, read

WriteText = Callable[..., Path]


def _events(write: WriteText, data: str) -> Loaded:
    return read([write("行事.csv", data)])


def test_the_last_day_of_a_range_goes_to_its_own_column(write: WriteText) -> None:
    loaded = _events(
        write,
        "ID,名称,開催日,終了日\n"
        "E1,a,2026年8月5日(水)～16日(日),\n"
        "E2,b,2026年8月5日～16日,2026-08-16\n"
        "E3,c,2026年8月5日～16日,2026-08-17\n"
        "E4,d,2026年8月～9月,\n"
        "E5,e,2026-08-05,2026-08-05～2026-08-16\n",
    )
    found = {
        row["id"]: (row["date"], row.get("endDate"), row.get("datePrecision")) for row in rows(loaded.dataset["Event"])
    }
    assert found == {
        "E1": (dt.date(2026, 8, 5), dt.date(2026, 8, 16), None),
        "E2": (dt.date(2026, 8, 5), dt.date(2026, 8, 16), None),
        "E4": (dt.date(2026, 8, 1), dt.date(2026, 9, 30), ["date:month", "endDate:month"]),
    }
    assert [(issue.row, issue.kind) for issue in loaded.issues] == [(4, "date_range"), (6, "date_range")]


def test_a_column_of_last_days_need_not_be_there(write: WriteText) -> None:
    (event,) = rows(_events(write, "ID,名称,開催日\nE1,a,～令和8年9月25日まで\n").dataset["Event"])
    assert (event.get("date"), event["endDate"]) == (None, dt.date(2026, 9, 25))


def test_a_range_in_a_column_of_single_days(write: WriteText) -> None:
    loaded = read([write("出典.csv", "ID,名称,取得日\nS1,a,2026-08-05～2026-08-16\n")])
    assert [(issue.severity, issue.kind) for issue in loaded.issues] == [("refused", "date_range")]


def test_what_is_mended_is_told_with_what_was_done(write: WriteText) -> None:
    loaded = read(
        [write("組織.csv", "ID,名称,入会日,法人番号\nO1,a,45383,000020148415\nO2,b,平成31年5月1日,1.00E+12\n")]
    )
    member, other = rows(loaded.dataset["Organisation"])
    assert "corporateNumber" not in other
    assert (member["memberSince"], member["corporateNumber"]) == (dt.date(2024, 4, 1), "8000020148415")
    shown = [(issue.severity, issue.row, issue.column, issue.kind) for issue in loaded.issues]
    assert shown == [
        ("mended", 2, "入会日", "date_serial"),
        ("mended", 2, "法人番号", "corporate_number_completed"),
        ("mended", 3, "法人番号", "cell_damaged"),
        ("mended", 3, "入会日", "date_other_era"),
    ]
    assert loaded.issues[0].done.ja == "Excel の日付の番号とみて 2024-04-01 として読み込みました"
    assert loaded.issues[3].done.ja == "2019-05-01(令和元年)として読み込みました"


def test_codes_of_municipalities_are_completed(write: WriteText) -> None:
    loaded = read([write("市町村.csv", "ID,名称,団体コード\nM1,横浜市,14100\nM2,札幌市,1100\nM3,大井町,14362\n")])
    assert [row["code"] for row in rows(loaded.dataset["Municipality"])] == ["141003", "011002", "143626"]
    assert [(issue.severity, issue.row, issue.kind) for issue in loaded.issues] == [("mended", 3, "code_zero")]
    assert loaded.issues[0].done.ja == "北海道札幌市 011002 として読み込みました"


def test_codes_of_former_times_become_those_of_today(write: WriteText) -> None:
    loaded = read([write("市町村.csv", "ID,名称,団体コード\nM1,相模原市,142093\nM2,浜松市北区,22135\n")])
    assert [row["code"] for row in rows(loaded.dataset["Municipality"])] == ["141500"]
    assert [(issue.severity, issue.row, issue.kind) for issue in loaded.issues] == [
        ("refused", 3, "place_divided"),
        ("mended", 2, "place_changed"),
    ]
