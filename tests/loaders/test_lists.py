from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.lists import items, joined


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S1;S2；S3、S4|S5｜S6\r\nS7", ("S1", "S2", "S3", "S4", "S5", "S6", "S7")),
        (" S1 ; ; S2 ;", ("S1", "S2")),
        ("", ()),
        (";;", ()),
        ('"食、農"; 居場所', ("食、農", "居場所")),
        ('"a""b"', ('a"b',)),
        # Quotation marks that are no pair around a whole value are part of it.
        ('"a" b;c', ('"a" b', "c")),
        ('a "b";"c', ('a "b"', '"c')),
    ],
)
def test_values_are_parted_by_the_usual_marks(text: str, expected: tuple[str, ...]) -> None:
    assert items(text) == expected


@given(st.lists(st.text()))
def test_any_values_come_back(values: list[str]) -> None:
    assert items(joined(values)) == tuple(values)
