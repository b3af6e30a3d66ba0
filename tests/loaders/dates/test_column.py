from __future__ import annotations

import datetime as dt

from graph.dates import Period
from loaders.dates import column


def test_one_column_has_one_order_of_month_and_day() -> None:
    # 10/19/2017 proves the month first.
    read = column(["10/6/2017", "10/19/2017", "４/１/2024"])
    assert read.values == [dt.date(2017, 10, 6), dt.date(2017, 10, 19), dt.date(2024, 4, 1)]
    assert column(["1/4/2024", "25/12/2024"]).values == [dt.date(2024, 4, 1), dt.date(2024, 12, 25)]


def test_a_column_that_proves_no_order_or_both_leaves_its_dates_ambiguous() -> None:
    assert {failure.kind for failure in column(["4/1/2024", "5/6/2024"]).failures.values()} == {"date_ambiguous"}
    both = column(["4/1/2024", "12/25/2024", "25/12/2024", "2024-04-01"])
    assert [row for row, failure in both.failures.items() if failure.kind == "date_ambiguous"] == [0]
    assert both.values[1:3] == [dt.date(2024, 12, 25)] * 2


def test_a_format_settles_the_order() -> None:
    read = column(["4/1/24", "2024年4月1日", "13/1/2024"], date_format="%m/%d/%y")
    assert read.values == [dt.date(2024, 4, 1)] * 2 + [None]
    assert read.failures[2].kind == "no_such_date"
    assert column(["1/4/2024"], date_format="%d/%m/%Y").values == [dt.date(2024, 4, 1)]
    assert column(["20240401 09:30"], date_format="%Y%m%d %H:%M").values == [dt.date(2024, 4, 1)]


def test_a_month_alone_stands_by_its_first_or_last_day() -> None:
    first, last = column(["2024-02", ""]), column(["2024-02", "2024-02-03"], end=True)
    assert (first.values, first.precisions) == ([dt.date(2024, 2, 1), None], {0: "month"})
    assert (last.values, last.precisions) == ([dt.date(2024, 2, 29), dt.date(2024, 2, 3)], {0: "month"})


def test_parts_of_a_range() -> None:
    cells = ["2024-04-01～2024-04-05", "2024-04-01", "～2024-04-05", ""]
    assert column(cells, part="start").values == [dt.date(2024, 4, 1)] * 2 + [None, None]
    assert column(cells, part="end", end=True).values == [dt.date(2024, 4, 5), None, dt.date(2024, 4, 5), None]
    whole = column(cells)
    assert whole.values == [dt.date(2024, 4, 1)] * 2 + [None, None]
    assert whole.ends == {0: Period.day(dt.date(2024, 4, 5)), 2: Period.day(dt.date(2024, 4, 5))}
    # One last day is asked for, and a range is two days; one without its beginning is but the last.
    last = column([*cells, "2024-04-01～"], end=True)
    assert {row: failure.kind for row, failure in last.failures.items()} == {0: "date_range", 4: "date_range"}
    assert last.values[2] == dt.date(2024, 4, 5)


def test_each_row_has_a_year_of_its_own() -> None:
    read = column(["4月1日", "4月1日", "4月1日"], years=["2024", "令和7年度", "未定"])
    assert read.values == [dt.date(2024, 4, 1), dt.date(2025, 4, 1), None]
    assert read.failures[2].kind == "date_no_year"


def test_a_hundred_thousand_cells_of_two_forms_are_read() -> None:
    days = [dt.date(2000, 1, 1) + dt.timedelta(days=i % 9000) for i in range(100_000)]
    cells = [
        f"令和{day.year - 2018}年{day.month}月{day.day}日" if day.year > 2019 else f"{day:%Y/%m/%d}" for day in days
    ]
    assert column(cells).values == days
