"""Bounds of periods are those of the calendar; the fiscal year runs from April to March."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from graph.dataset import Dataset
from graph.dates import MARKS, Period, as_written, marked, precisions, written
from graph.schema import schema


@pytest.mark.parametrize(
    ("period", "first", "last", "text"),
    [
        (Period.month(2024, 2), dt.date(2024, 2, 1), dt.date(2024, 2, 29), "2024-02"),
        (Period.month(2023, 12), dt.date(2023, 12, 1), dt.date(2023, 12, 31), "2023-12"),
        (Period.year(2019), dt.date(2019, 1, 1), dt.date(2019, 12, 31), "2019"),
        (Period.fiscal_year(2024), dt.date(2024, 4, 1), dt.date(2025, 3, 31), "2024年度"),
        (Period.day(dt.date(2024, 4, 1)), dt.date(2024, 4, 1), dt.date(2024, 4, 1), "2024-04-01"),
    ],
)
def test_periods_and_how_their_bounds_are_written(period: Period, first: dt.date, last: dt.date, text: str) -> None:
    assert (period.bound(end=False), period.bound(end=True)) == (first, last)
    assert written(first, period.precision) == written(last, period.precision) == text


def test_marks_are_read_back_and_others_are_none() -> None:
    assert precisions((marked("startDate", "month"), "endDate:decade", "x")) == {"startDate": "month"}
    assert precisions(None) == precisions(pd.NA) == {}


def test_a_table_as_people_write_it() -> None:
    work = {"id": "C", "name": "居場所", "startDate": dt.date(2024, 1, 1), MARKS: ("startDate:year", "endDate:month")}
    dataset = Dataset.of({"Collaboration": [work, {"id": "D", "name": "会議", "startDate": dt.date(2024, 4, 1)}]})
    table = schema().labels["Collaboration"]
    shown = as_written(dataset["Collaboration"], table)
    assert list(shown.columns) == list(table.written)
    assert shown["startDate"].tolist() == ["2024", dt.date(2024, 4, 1)]
    # A mark of a date that is not there says nothing.
    assert shown["endDate"].isna().all()
    assert MARKS in dataset["Collaboration"].columns
