from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from graph.language import Text
from graph.schema import Property, PropertyType, schema
from loaders.cells import Column
from loaders.names import values_of
from loaders.values import parsed


def _read(kind: PropertyType, *cells: str, **options: Any) -> Column:
    return parsed(cells, Property("x", kind, Text("x", "x"), Text("x", "x")), **options)


def test_blanks_around_text_do_not_count_and_empty_is_nothing() -> None:
    assert _read("string", " 架空の会　", "", " \u3000", "a\nb").values == ["架空の会", None, None, "a\nb"]


def test_control_characters_are_refused() -> None:
    read = _read("string", "a\0b", "a\tb\n")
    assert read.values == [None, "a\tb"]
    assert read.failures[0].kind == "control"
    assert _read("date", "2024-\x0004-01").failures[0].kind == "control"


@pytest.mark.parametrize(
    "text",
    [
        "2024-04-01",
        "2024/4/1",
        "2024年4月1日",
        "２０２４年４月１日",
        " 2024/04/01 ",
        "2024-04-01 10:30:00",
        "2024 年 4 月 1 日",
    ],
)
def test_dates(text: str) -> None:
    assert _read("date", text).values == [dt.date(2024, 4, 1)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2023-02-29", "no_such_date"),
        ("4/1/2024", "date_ambiguous"),
        ("未定", "date"),
    ],
)
def test_what_is_no_date(text: str, kind: str) -> None:
    assert _read("date", text).failures[0].kind == kind


def test_dates_in_a_format_of_their_own() -> None:
    read = _read("date", "10/6/2017", "7/09/2025", "2017-10-06", "13/1/2017", date_format="%m/%d/%Y")
    assert read.values == [dt.date(2017, 10, 6), dt.date(2025, 7, 9), dt.date(2017, 10, 6), None]
    assert list(read.failures) == [3]


@pytest.mark.parametrize(
    ("text", "value"),
    [("1,234", 1234), ("１２３４", 1234), ("1234.0", 1234), ("-5", -5), ("−5", -5), ("9223372036854775807", 2**63 - 1)],
)
def test_whole_numbers(text: str, value: int) -> None:
    assert _read("integer", text).values == [value]


@pytest.mark.parametrize("text", ["12.5", "12人", "1,23", "9223372036854775808", "1e400", "nan"])
def test_what_is_no_whole_number(text: str) -> None:
    assert _read("integer", text).failures[0].kind == "integer"


def test_numbers() -> None:
    read = _read("float", "1,234.5", "１．５", "1e3", "inf", "約5", "1e999")
    assert read.values == [1234.5, 1.5, 1000.0, None, None, None]
    assert list(read.failures) == [3, 4, 5]


def test_booleans() -> None:
    read = _read("boolean", "はい", "いいえ", "TRUE", "0", "maybe")
    assert read.values == [True, False, True, False, None]
    assert read.failures[4].kind == "boolean"


def test_lists() -> None:
    assert _read("strings", "a;b；c、d|e\nf", ";", "a, b").values == [("a", "b", "c", "d", "e", "f"), (), ("a, b",)]
    assert _read("strings", "a/b;c", split="/").values == [("a", "b;c")]


def test_values_of_an_enumeration_may_be_names_and_others_stay() -> None:
    described = schema().labels["Organisation"].properties["sector"]
    read = parsed(["企業", "COMPANY", "nonprofit", "会社"], described, choices=values_of("Organisation", "sector"))
    assert read.values == ["company", "company", "nonprofit", "会社"]


def test_coded_values_may_be_full_width() -> None:
    described = schema().labels["Organisation"].properties["corporateNumber"]
    assert parsed(["８００００２０１４８４１５"], described).values == ["8000020148415"]
