"""Dates and addresses of real files, counted again by other means."""

from __future__ import annotations

import csv
import datetime as dt
import re
from pathlib import Path

import openpyxl
import pytest

from loaders.dates import column
from loaders.places import find, in_address

REAL = Path(__file__).resolve().parents[4] / "shared" / "realdata"

pytestmark = pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real files is not beside the repository")


def _column(path: str, number: int) -> list[str]:
    rows = openpyxl.load_workbook(REAL / path).worksheets[0].iter_rows(min_row=2, values_only=True)
    cells = [row[number] for row in rows]
    return [cell.date().isoformat() if isinstance(cell, dt.datetime) else str(cell) for cell in cells if cell]


def test_the_dates_of_a_city_s_events() -> None:
    cells = [cell.strip() for cell in _column("takamatsu/events_data.xlsx", 2)]
    start = column(cells, part="start", years=["令和8年度"] * len(cells))
    end = column(cells, part="end", end=True, years=["令和8年度"] * len(cells))
    # 47 of 51 cells name a day; the others say 8・9月の試合日程 (two), 随時（要調整） and 日程調整し決定.
    named = [bool(re.search(r"\d月\d+日|\d{4}-\d\d-\d\d", cell)) for cell in cells]
    assert (len(cells), sum(named)) == (51, 47)
    assert [row not in start.failures for row in range(len(cells))] == named
    # Every weekday that is written fits the calendar of 2026, or the cell would have failed.
    assert {failure.kind for failure in start.failures.values()} == {"date"}
    until = [cell for cell in cells if re.search(r"[～〜].*日|まで|、", cell, re.DOTALL)]
    assert sum(day is not None for day in end.values) == len(until) == 13
    assert all(first <= last for first, last in zip(start.values, end.values, strict=True) if first and last)
    assert [cell for cell, day in zip(cells, start.values, strict=True) if day is None and "まで" in cell] == [
        "8月16日(日)まで",
        "～9月25日(金)\nまで",
    ]


def test_without_a_year_not_one_of_them_is_guessed() -> None:
    read = column([cell.strip() for cell in _column("takamatsu/events_data.xlsx", 2)], part="start")
    assert [day for day in read.values if day] == [dt.date(2026, 8, 22), dt.date(2026, 9, 5)]


def test_the_order_of_month_and_day_shows_in_the_column() -> None:
    cells = _column("takamatsu/list_of_member_companies_0087.xlsx", 2)
    read = column(cells)
    assert [f"{day.month}/{day.day}/{day.year}" for day in read.values] == [re.sub(r"\b0", "", cell) for cell in cells]


def test_the_dates_of_kanagawa_s_event_lists() -> None:
    counts = dict.fromkeys(("開始日", "終了日", "申込期限日"), 0)
    for path in (REAL / "events").glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        for header in counts:
            cells = [row[header] for row in rows]
            assert [day.isoformat() if day else "" for day in column(cells).values] == cells
            counts[header] += sum(map(bool, cells))
    assert counts == {"開始日": 160, "終了日": 51, "申込期限日": 55}


def test_every_address_of_the_register_lies_where_its_code_says() -> None:
    with (REAL / "nta_kanagawa_nonprofit_utf8.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 6582
    for row in rows:
        name = row["国内所在地（都道府県）"] + row["国内所在地（市区町村）"]
        code = row["都道府県コード"] + row["市区町村コード"]
        for found in (find(name), in_address(name + row["国内所在地（丁目番地等）"])):
            assert found.municipality is not None
            assert found.municipality.code[:5] == code
