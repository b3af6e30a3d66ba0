"""Dates and municipalities in mappings; every expected value is worked out by hand from the rows above it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import MappingError
from graph.frames import rows
from loaders import Loaded, read

WriteText = Callable[..., Path]

RANGE = "date: {{column: 開催日, part: start{0}}}, endDate: {{column: 開催日, part: end{0}}}"


def _events(write: WriteText, data: str, dates: str, name: str = "events.csv") -> Loaded:
    mapping = f"""
tables:
  - file: "*.csv"
    nodes:
      - {{label: Event, id: "E-{{行事}}", properties: {{name: 行事, {dates}}}}}
"""
    return read([write(name, data)], write("mapping.yaml", mapping))


def _shown(loaded: Loaded) -> list[tuple[object, ...]]:
    return [(row.get("date"), row.get("endDate")) for row in rows(loaded.dataset["Event"])]


def test_a_range_and_the_year_of_a_column(write: WriteText) -> None:
    data = "行事,開催日,年\na,8月5日（水）～8月16日（日）,2026\nb,12月28日～1月5日,令和7年\nc,8月7日,2026\nd,8月7日,\n"
    loaded = _events(write, data, RANGE.format(", year: 年"))
    assert _shown(loaded) == [
        (dt.date(2026, 8, 5), dt.date(2026, 8, 16)),
        (dt.date(2025, 12, 28), dt.date(2026, 1, 5)),
        (dt.date(2026, 8, 7), None),
    ]
    # What is wrong with one cell is said once, though two properties come from it.
    assert [(issue.severity, issue.row, issue.kind) for issue in loaded.issues] == [("refused", 5, "date_no_year")]


def test_a_constant_year_and_remarks_said_once(write: WriteText) -> None:
    loaded = _events(write, '行事,開催日\na,"8月5日～8月16日\n※10日以外"\n', RANGE.format(", year: 令和8年度"))
    assert _shown(loaded) == [(dt.date(2026, 8, 5), dt.date(2026, 8, 16))]
    (issue,) = loaded.issues
    assert (issue.severity, issue.kind) == ("mended", "date_rest")
    assert issue.problem.ja == "「開催日」の「8月5日～8月16日\n※10日以外」のうち「※10日以外」は日付ではありません"


@pytest.mark.parametrize(
    ("name", "date"), [("令和8年度行事.csv", dt.date(2027, 1, 7)), ("行事.csv", None), ("2025-2026.csv", None)]
)
def test_the_year_of_the_file_s_name(write: WriteText, name: str, date: dt.date | None) -> None:
    loaded = _events(
        write, "行事,開催日\na,1月7日\n", "date: {column: 開催日, year: {from: file}, optional: true}", name
    )
    assert _shown(loaded) == [(date, None)]


def test_a_range_where_one_day_is_expected(write: WriteText) -> None:
    data = "行事,開催日\na,2026-08-05～2026-08-16\n"
    refused = _events(write, data, "date: 開催日")
    assert (refused.refused, refused.issues[0].kind) == (1, "date_range")
    left = _events(write, data, "date: {column: 開催日, optional: true}")
    assert _shown(left) == [(None, None)]
    assert [(issue.severity, issue.kind) for issue in left.issues] == [("mended", "date_range")]


def test_what_one_property_may_lack_another_may_not(write: WriteText) -> None:
    loaded = _events(write, "行事,開催日\na,未定\n", "date: {column: 開催日, optional: true}, endDate: 開催日")
    assert [(issue.severity, issue.kind) for issue in loaded.issues] == [("refused", "date"), ("mended", "date")]
    assert loaded.refused == 1


def test_a_month_alone_is_kept_as_such(write: WriteText) -> None:
    loaded = _events(write, "行事,開催日\na,令和8年2月\n", "date: 開催日, endDate: 開催日")
    (event,) = rows(loaded.dataset["Event"])
    assert (event["date"], event["endDate"]) == (dt.date(2026, 2, 1), dt.date(2026, 2, 28))
    assert event["datePrecision"] == ["date:month", "endDate:month"]


def test_a_date_keeps_the_precision_of_the_row_that_it_is_of(write: WriteText) -> None:
    data = "行事,開催日,終了\na,2026-08,\na,2026-08-01,2026-09\nb,2026-08-01,\nb,2026-08,\n"
    loaded = _events(write, data, "date: 開催日, endDate: 終了")
    assert [row.get("datePrecision") for row in rows(loaded.dataset["Event"])] == [
        ["date:month", "endDate:month"],
        None,
    ]
    assert loaded.issues == ()


def test_the_later_of_two_dates_brings_its_precision(write: WriteText) -> None:
    mapping = """
tables:
  - file: "*.csv"
    nodes:
      - {label: Event, id: a, properties: {name: 行事, date: 開催日}, combine: {date: max}}
"""
    loaded = read([write("e.csv", "行事,開催日\na,2026-08\na,2027\na,2026-12-31\n")], write("mapping.yaml", mapping))
    (event,) = rows(loaded.dataset["Event"])
    assert (event["date"], event["datePrecision"]) == (dt.date(2027, 1, 1), ["date:year"])


@pytest.mark.parametrize("rule", ["{column: 行事, part: start}", "{column: 行事, year: 2026}"])
def test_only_dates_have_parts_and_years(write: WriteText, rule: str) -> None:
    with pytest.raises(MappingError, match="only dates have"):
        _events(write, "行事\na\n", f"summary: {rule}")


def test_a_year_stands_in_a_column_of_the_file(write: WriteText) -> None:
    with pytest.raises(MappingError, match="年度"):
        _events(write, "行事,開催日\na,8月5日\n", "date: {column: 開催日, year: 年度}")


def _located(write: WriteText, data: str, join: str) -> Loaded:
    mapping = f"""
tables:
  - file: members.csv
    nodes:
      - {{as: body, label: Organisation, id: "N-{{名前}}", properties: {{name: 名前}}}}
      - {{as: place, join: municipalities, {join}}}
    relationships:
      - {{type: LOCATED_IN, start: body, end: place}}
"""
    return read([write("members.csv", data)], write("mapping.yaml", mapping))


def _ends(loaded: Loaded) -> list[str]:
    return [str(row["end"]) for row in rows(loaded.dataset["LOCATED_IN"])]


def test_municipalities_by_name(write: WriteText) -> None:
    data = "名前,市町村\na,横浜市 鶴見区\nb,鶴見区\nc,大井町\nd,中郡大井町\ne,津久井町\nf,\n"
    loaded = _located(write, data, 'name: "{市町村}", prefecture: 神奈川県')
    assert _ends(loaded) == ["JP-LGC-141011", "JP-LGC-141011", "JP-LGC-143626", "JP-LGC-141518"]
    assert [(issue.severity, issue.row, issue.kind) for issue in loaded.issues] == [
        ("refused", 5, "place_district"),
        ("refused", 7, "place_empty"),
        ("mended", 6, "place_changed"),
    ]
    assert "足柄上郡大井町" in loaded.issues[0].action.ja
    assert loaded.issues[2].problem.en == "'津久井町' has been 神奈川県相模原市緑区 141518 since 2006-03-20"
    # The cities of both wards come with them.
    assert {"JP-LGC-141003", "JP-LGC-141500"} <= {str(row["id"]) for row in rows(loaded.dataset["Municipality"])}


def test_the_prefecture_of_a_column_and_addresses(write: WriteText) -> None:
    data = "名前,県,住所\na,広島県,府中市府川町\nb,東京都,府中市宮西町\nc,,府中市\n"
    loaded = _located(write, data, 'address: "{住所}", prefecture: "{県}", optional: true')
    assert _ends(loaded) == ["JP-LGC-342084", "JP-LGC-132063"]
    (issue,) = loaded.issues
    assert (issue.severity, issue.row, issue.kind) == ("mended", 4, "place_ambiguous")
    assert loaded.loaded == 3


def test_a_name_stands_in_for_a_code_that_cannot_be_read(write: WriteText) -> None:
    data = "名前,コード,市町村\na,14362,大井町\nb,1.43E+05,大磯町\nc,141004,\nd,,二宮町\ne,14101,\n"
    loaded = _located(write, data, 'code: "{コード}", name: "{市町村}"')
    # 14101 has no other reading, so that 14362 is no code of Hokkaido without its zero.
    assert _ends(loaded) == ["JP-LGC-143626", "JP-LGC-143413", "JP-LGC-143421", "JP-LGC-141011"]
    assert [(issue.row, issue.kind, issue.value) for issue in loaded.issues] == [
        (4, "municipality_check", "141004"),
        (3, "cell_damaged", "1.43E+05"),
    ]


def test_a_join_needs_something_to_go_by(write: WriteText) -> None:
    with pytest.raises(MappingError, match="code / name / address"):
        _located(write, "名前\na\n", "prefecture: 神奈川県")
