"""Dates worked out by hand, weekdays by the standard library's calendar, Excel's numbers from its 25569, 1970-01-01."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dates import Period, Precision, written
from graph.language import Text
from loaders.cells import Unreadable
from loaders.dates import Span, read, year_named, years_in

DAY = dt.date(2024, 4, 1)


def _span(text: str, year: str | None = None) -> Span:
    found = read(text, years=years_in(year) if year else None)
    assert isinstance(found, Span), found
    return found


def _problem(text: str, year: str | None = None) -> str:
    found = read(text, years=years_in(year) if year else None)
    assert isinstance(found, Unreadable), found
    return found.kind


@pytest.mark.parametrize(
    "text",
    [
        "2024-04-01",
        "2024/4/1",
        "2024.4.1",
        "20240401",
        "2024年4月1日",
        "２０２４年４月１日（月）",
        "2024 年 4 月 1 日 ㈪",
        "2024年4月1日月曜日",
        "2024-04-01T10:30:00+09:00",
        "2024/04/01 10:30",
        "2024年4月1日 午前10時30分～正午",
        "令和6年4月1日",
        "令和６年４月１日（月・祝）",
        "令和6年4月1日(月)(祝)",
        "令和六年四月一日",
        "二〇二四年四月一日",
        "㋿6年4月1日",
        "令6.4.1",
        "R6.4.1",
        "R.6.4.1",
        "r06/04/01",
        "Ｒ６-４-１",
        "R060401",
        "平成36年4月1日",
        "2024年（令和6年）4月1日",
        "令和6(2024)年4月1日",
        "令和6年度4月1日",
        "2024-4-1",
    ],
)
def test_a_day_in_every_form(text: str) -> None:
    assert _span(text).start == Period.day(DAY)
    assert _span(text).end is None


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024年4月", Period.month(2024, 4)),
        ("2024-04", Period.month(2024, 4)),
        ("2024/4", Period.month(2024, 4)),
        ("2024.4", Period.month(2024, 4)),
        ("2024.10", Period.month(2024, 10)),
        ("令和6年4月", Period.month(2024, 4)),
        ("R6.10", Period.month(2024, 10)),
        ("H31.1", Period.month(2019, 1)),
        ("平成31年", Period.year(2019)),
        ("令和元年", Period.year(2019)),
        ("S64", Period.year(1989)),
        ("2024", Period.year(2024)),
        ("２０２４年", Period.year(2024)),
        ("令和6年度", Period.fiscal_year(2024)),
        ("令和6(2024)年度", Period.fiscal_year(2024)),
        ("平成31年度", Period.fiscal_year(2019)),
        ("FY2024", Period.fiscal_year(2024)),
        ("明治5年", Period.year(1872)),
    ],
)
def test_a_month_or_year_alone_is_kept_as_such(text: str, period: Period) -> None:
    assert _span(text) == Span(period)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # The last and first days of the eras, by the edicts and laws that began them.
        ("明治45年7月29日", dt.date(1912, 7, 29)),
        ("大正元年7月30日", dt.date(1912, 7, 30)),
        ("大正15年12月24日", dt.date(1926, 12, 24)),
        ("昭和元年12月25日", dt.date(1926, 12, 25)),
        ("昭和64年1月7日", dt.date(1989, 1, 7)),
        ("平成元年1月8日", dt.date(1989, 1, 8)),
        ("平成31年4月30日", dt.date(2019, 4, 30)),
        ("令和元年5月1日", dt.date(2019, 5, 1)),
    ],
)
def test_eras_to_their_last_day(text: str, day: dt.date) -> None:
    assert _span(text) == Span(Period.day(day))


@pytest.mark.parametrize(
    ("text", "day", "era"),
    [
        ("平成31年5月1日", dt.date(2019, 5, 1), "令和元"),
        ("平成32年3月31日", dt.date(2020, 3, 31), "令和2"),
        ("令和元年4月30日", dt.date(2019, 4, 30), "平成31"),
        ("昭和64年1月8日", dt.date(1989, 1, 8), "平成元"),
    ],
)
def test_a_day_outside_its_era_is_taken_and_told(text: str, day: dt.date, era: str) -> None:
    found = _span(text)
    assert found.start == Period.day(day)
    assert [(remark.kind, remark.details) for remark in found.remarks] == [("date_other_era", {"day": day, "era": era})]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026年8月5日（水）～8月16日（日）", dt.date(2026, 8, 5), dt.date(2026, 8, 16)),
        ("令和8年8月5日〜16日", dt.date(2026, 8, 5), dt.date(2026, 8, 16)),
        ("令和7年12月28日～1月5日", dt.date(2025, 12, 28), dt.date(2026, 1, 5)),
        ("12月28日～令和8年1月5日", dt.date(2025, 12, 28), dt.date(2026, 1, 5)),
        ("8月5日から2026年8月16日まで", dt.date(2026, 8, 5), dt.date(2026, 8, 16)),
        ("2024-04-01/2024-05-01", dt.date(2024, 4, 1), dt.date(2024, 5, 1)),
        ("2024/4/1-2024/4/5", dt.date(2024, 4, 1), dt.date(2024, 4, 5)),
        ("2024/4/1 10:00～4/5 17:00", dt.date(2024, 4, 1), dt.date(2024, 4, 5)),
        ("2024年4月1日ー5日", dt.date(2024, 4, 1), dt.date(2024, 4, 5)),
        ("R6.4.1～R7.3.31", dt.date(2024, 4, 1), dt.date(2025, 3, 31)),
    ],
)
def test_ranges(text: str, first: dt.date, last: dt.date) -> None:
    assert _span(text) == Span(Period.day(first), Period.day(last), ranged=True)


def test_ranges_of_months_and_years_and_open_ones() -> None:
    assert _span("2026年4月～6月") == Span(Period.month(2026, 4), Period.month(2026, 6), ranged=True)
    assert _span("令和6年度～令和8年度").end == Period.fiscal_year(2026)
    assert _span("2026年9月5日～") == Span(Period.day(dt.date(2026, 9, 5)), None, ranged=True)
    assert _span("～2026年9月25日(金)\nまで ") == Span(None, Period.day(dt.date(2026, 9, 25)), ranged=True)


def test_the_year_comes_from_what_is_known_of_it() -> None:
    assert _problem("8月5日（水）～8月16日（日）") == "date_no_year"
    assert _span("8月5日（水）～8月16日（日）", "2026").start == Period.day(dt.date(2026, 8, 5))
    # A fiscal year holds January to March of the next.
    assert _span("1月5日", "令和8年度").start == Period.day(dt.date(2027, 1, 5))
    assert _span("3月28日～4月5日", "令和8年度").end == Period.day(dt.date(2027, 4, 5))
    assert _span("12/28～1/5", "R7").end == Period.day(dt.date(2026, 1, 5))


def test_a_weekday_chooses_among_the_years_that_are_possible() -> None:
    # 5 August was a Tuesday in 2025, is a Wednesday in 2026 and a Thursday in 2027.
    assert _span("8月5日(水)", "2025～2027").start == Period.day(dt.date(2026, 8, 5))
    assert _problem("8月5日", "2025～2027") == "date_no_year"
    assert _problem("8月5日(月)", "2025～2027") == "date_weekday"
    assert _problem("8月5日(木)", "2026") == "date_weekday"
    assert _problem("8月5日～8月16日(土)", "2026") == "date_weekday"


def test_a_weekday_does_not_overrule_a_year_that_is_written() -> None:
    found = _span("2024年4月1日(火)")
    assert found.start == Period.day(DAY)
    (remark,) = found.remarks
    assert (remark.kind, remark.details["weekday"]) == ("date_other_weekday", Text("月曜日", "Monday"))


def test_single_days_are_a_range_and_what_else_is_said_is_told() -> None:
    found = _span("9月4日、18日、10月2日、16日 (第1週、3週の金曜日)", "2026")
    assert (found.start, found.end) == (Period.day(dt.date(2026, 9, 4)), Period.day(dt.date(2026, 10, 16)))
    assert [remark.kind for remark in found.remarks] == ["date_list", "date_rest"]
    (rest,) = _span("8月5日（水）～8月16日（日）\n※10日（月）以外", "2026").remarks
    assert rest.details == {"rest": "※10日(月)以外"}


def test_numbers_of_excel() -> None:
    assert _span("45383").start == Period.day(DAY)
    assert _span("45383.75").start == Period.day(DAY)
    assert [remark.kind for remark in _span("４５３８３").remarks] == ["date_serial"]
    # 1955-01-01 and 2079-12-31 are the last that are believed.
    assert (_span("20090").start, _span("65745").start) == (
        Period.day(dt.date(1955, 1, 1)),
        Period.day(dt.date(2079, 12, 31)),
    )
    assert _problem("20089") == _problem("65746") == "date"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2023-02-29", "no_such_date"),
        ("2024/13/1", "no_such_date"),
        ("13/13/2024", "no_such_date"),
        ("4/1/2024", "date_ambiguous"),
        ("1.4.2024", "date_ambiguous"),
        # Excel leaves 2024.1 of 2024.10.
        ("2024.1", "date_ambiguous"),
        ("24/4/1", "date_short_year"),
        ("6.4.1", "date_short_year"),
        ("12/25/19", "date_short_year"),
        ("令和5年(2024年)4月1日", "date_two_years"),
        ("明治5年4月1日", "date_lunar"),
        ("2024-04-02～2024-04-01", "date_order"),
        ("2024年4月28日～3日", "date_order"),
        ("4月1日", "date_no_year"),
        ("1日", "date"),
        ("10:30", "date"),
        ("随時（要調整）", "date"),
        ("8・9月の試合日程", "date"),
        ("2024年4月上旬", "date"),
        ("2024年4月1日頃", "date"),
        ("0000-00-00", "no_such_date"),
        ("2024-04-01-02", "date"),
        ("3024", "date"),
        ("令和6年4月1日～未定", "date"),
    ],
)
def test_what_cannot_be_told_is_not_guessed(text: str, kind: str) -> None:
    assert _problem(text) == kind


def test_an_ambiguous_date_names_both_readings() -> None:
    found = read("4/1/2024")
    assert isinstance(found, Unreadable)
    assert found.details == {"readings": "2024-04-01 / 2024-01-04"}
    assert _span("4/4/2024").start == Period.day(dt.date(2024, 4, 4))
    assert _span("25/12/2024").start == _span("12/25/2024").start == Period.day(dt.date(2024, 12, 25))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("令和7年度イベント一覧.csv", "令和7年度"),
        ("events_2024.xlsx", "2024"),
        ("events-2024.xlsx", "2024"),
        ("R8年度", "R8年度"),
        ("2024-2025.csv", ""),
        ("20240401.csv", ""),
        ("名簿.xlsx", ""),
    ],
)
def test_a_year_in_a_name_has_to_be_the_only_one(text: str, year: str) -> None:
    assert year_named(text) == year


FORMS = (
    "{0:%Y-%m-%d}",
    "{0.year}/{0.month}/{0.day}",
    "{0.year}年{0.month}月{0.day}日",
    "{0:%Y%m%d}",
    "{1}{2}年{0.month}月{0.day}日",
    "{1}{2}年{0.month}月{0.day}日({4})",
    "{3}{2}.{0.month}.{0.day}",
    "{3}{2:02}/{0.month:02}/{0.day:02}",
    "{0:%Y-%m-%d} 10:30:00",
)
ERAS = (
    # First day of each era and what the year of its first year is short of one.
    (dt.date(2019, 5, 1), "令和", "R", 2018),
    (dt.date(1989, 1, 8), "平成", "H", 1988),
    (dt.date(1926, 12, 25), "昭和", "S", 1925),
    (dt.date(1912, 7, 30), "大正", "T", 1911),
    (dt.date(1873, 1, 1), "明治", "M", 1867),
)


@given(st.dates(dt.date(1873, 1, 1), dt.date(2099, 12, 31)), st.sampled_from(FORMS))
def test_a_day_written_in_any_form_is_read_back(day: dt.date, form: str) -> None:
    _, name, letter, before = next(era for era in ERAS if era[0] <= day)
    weekday = "月火水木金土日"[day.weekday()]
    assert _span(form.format(day, name, day.year - before, letter, weekday)) == Span(Period.day(day))


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from([None, "month", "year", "fiscalYear"]),
    st.booleans(),
)
def test_what_is_written_is_read_back(day: dt.date, precision: Precision | None, end: bool) -> None:
    fiscal = day.year - (day.month in {1, 2, 3})
    period = {
        None: Period.day(day),
        "month": Period.month(day.year, day.month),
        "year": Period.year(day.year),
        "fiscalYear": Period.fiscal_year(fiscal),
    }[precision]
    assert _span(written(period.bound(end=end), precision)) == Span(period)


@given(st.text(alphabet="0123456789年月日/-.~～()令和平成元RH度T:まで、 ", max_size=24))
def test_no_text_breaks_the_reading(text: str) -> None:
    found = read(text) if text.strip() else None
    if isinstance(found, Span) and found.start and found.end:
        assert found.start.first <= found.end.last


def test_every_day_of_a_leap_year_by_weekday() -> None:
    for month in range(1, 13):
        for number in range(1, calendar.monthrange(2024, month)[1] + 1):
            day = dt.date(2024, month, number)
            weekday = "月火水木金土日"[calendar.weekday(2024, month, number)]
            assert _span(f"{month}月{number}日({weekday})", "2024").start == Period.day(day)
