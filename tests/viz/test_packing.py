import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.viz.made_up import HARM
from viz.packing import column, packed, whole
from viz.unpacking import opened

SCALARS = (
    some.none()
    | some.booleans()
    | some.integers(-(2**40), 2**40)
    | some.floats(allow_nan=False, allow_infinity=False)
    | some.text(alphabet=some.characters(exclude_categories=["Cs"]))
)


def read_again(values: Any) -> Any:
    return opened(json.loads(json.dumps(packed(values))))


@given(some.lists(SCALARS | some.lists(SCALARS, max_size=3), max_size=40))
def test_what_is_packed_reads_as_before(values: list[Any]) -> None:
    assert read_again({"column": values})["column"] == values


@pytest.mark.parametrize(
    "values",
    [
        ["public"] * 50,
        ["public", "members"] * 25,
        [None] * 40 + ["2025-03-01"] * 10,
        [*range(50)],
        [i * i - 7.5 for i in range(50)],
        [f"ORG-{i:03}" for i in range(990, 1040)],
        [f"T{i}" for i in (1, 10, 100, 2) * 10],
        [["S1"]] * 30 + [["S1", "S2"], []] * 10,
        [True, 1, 1.0, False, 0] * 9,
        [f"2025-{1 + i % 12:02}-{1 + i % 28:02}" for i in range(99)],
        [f"2025-02-{i}" for i in range(10, 40)],
        [f"０{i}" for i in range(20)],
        HARM * 3,
    ],
    ids=[
        "same",
        "of",
        "some",
        "steps",
        "decimals",
        "wide",
        "bare",
        "lists",
        "alike",
        "dates",
        "noDates",
        "fullWidth",
        "hostile",
    ],
)
def test_columns_get_shorter_and_read_as_before(values: list[Any]) -> None:
    form = column(values)
    assert [repr(value) for value in read_again({"c": values})["c"]] == [repr(value) for value in values]
    assert len(json.dumps(form)) <= len(json.dumps(values))


def test_ids_that_differ_by_a_number_keep_prefix_width_and_one_step() -> None:
    found = column([f"ORG-{i:03}" for i in range(1, 321)])
    # The step 1 is C; 320 times is gU: with its sign 640, digits 0 and 20, of which the first says that one follows.
    assert found == {"=": "id", "before": "ORG-", "wide": 3, "at": "^*CgU"}


def test_whole_numbers_are_those_of_source_maps() -> None:
    # Examples of the format: 0 is A, 1 is C, -1 is D, 16 is gB, 123 is 2H.
    assert whole([0, 16, -1, 123]) == "AgBD2H"


def test_the_mark_of_packed_columns_is_no_key_of_data() -> None:
    with pytest.raises(ValueError, match="="):
        packed({"nodes": {"=": []}})
