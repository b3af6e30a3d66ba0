"""Check digits worked out by hand from the rules in `graph.formats`; what exists stands in the shipped reference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.formats import is_corporate_number
from loaders.cells import Mended, Unreadable
from loaders.codes import Code, corporate_number, form_of, municipality_code
from loaders.municipalities import municipalities


def _kind(read: Code) -> str:
    return read.kind if isinstance(read, Unreadable) else read.remark.kind if isinstance(read, Mended) else ""


def _value(read: Code) -> str | None:
    return None if isinstance(read, Unreadable) else read.value if isinstance(read, Mended) else read


@pytest.mark.parametrize(
    "text",
    [
        "8000020148415",
        "８００００２０１４８４１５",
        "8000-02-0148415",
        " 8000020148415\n",
        "8 0000 2014 8415",
        "法人番号：8000020148415",
        "T8000020148415",
        "8000020148415.0",
    ],
)
def test_a_corporate_number_as_people_write_it(text: str) -> None:
    assert corporate_number(text) == "8000020148415"


def test_twelve_digits_are_completed_and_told() -> None:
    read = corporate_number("000020148415")
    assert (_value(read), _kind(read)) == ("8000020148415", "corporate_number_completed")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1.00E+12", "code_damaged"),
        ("8.00002E+12", "code_damaged"),
        ("８e+12", "code_damaged"),
        ("8000020148416", "corporate_number"),
        ("80000201484", "corporate_number"),
        ("不明", "corporate_number"),
        ("０", "corporate_number"),
        ("٨٠٠٠٠٢٠١٤٨٤١٥", "corporate_number"),
    ],
)
def test_what_is_no_corporate_number(text: str, kind: str) -> None:
    assert _kind(corporate_number(text)) == kind


@given(st.integers(0, 10**12 - 1).map("{:012}".format))
def test_every_registration_number_gets_a_right_check_digit(number: str) -> None:
    read = corporate_number(number)
    assert isinstance(read, Mended)
    assert is_corporate_number(read.value)


@pytest.mark.parametrize(
    ("text", "code", "kind"),
    [
        ("141003", "141003", ""),
        ("14100", "141003", ""),
        ("１４１００－３", "141003", ""),
        ("14", "140007", ""),
        ("01100", "011002", ""),
        # There is no 11002 in Saitama: it is Sapporo's 011002 without its zero.
        ("11002", "011002", "code_zero"),
        ("1100", "011002", "code_zero"),
        ("1", "010006", "code_zero"),
        # 大井町 in Kanagawa is 14362; 雨竜町 in Hokkaido is 014362.
        ("14362", None, "code_ambiguous"),
        ("141004", None, "municipality_check"),
        ("1.41E+05", None, "code_damaged"),
        ("141", None, "municipality_code"),
        ("1002", None, "municipality_code"),
        ("横浜市", None, "municipality_code"),
        # No municipality, but such a code may be that of a union of them.
        ("14999", "149993", ""),
    ],
)
def test_municipality_codes(text: str, code: str | None, kind: str) -> None:
    read = municipality_code(text)
    assert (_value(read), _kind(read)) == (code, kind)


def test_the_other_codes_of_the_column_settle_what_is_ambiguous() -> None:
    assert form_of(["14362", "14101"]) == "short"
    # 6 digits, and 11011 (札幌市中央区 without its zero; 埼玉県 has no 11011).
    assert form_of(["14362", "141003"]) == form_of(["14362", "11011"]) == "long"
    assert form_of(["14362"]) is form_of(["14101", "141003"]) is None
    assert municipality_code("14362", "short") == "143626"
    assert _value(municipality_code("14362", "long")) == "014362"


def test_every_code_of_the_reference_is_read_in_each_form() -> None:
    for code in municipalities():
        assert municipality_code(code) == code
        if not code.startswith("0"):
            assert _value(municipality_code(code[:5], "short")) == code
        else:
            assert _value(municipality_code(code[1:], "long")) == code
