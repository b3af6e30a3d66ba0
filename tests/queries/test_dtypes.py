import datetime as dt

import pandas as pd
import pytest

from queries.dtypes import typed

DAY = dt.date(1868, 1, 25)
NOON = dt.datetime(2026, 3, 31, 12)  # noqa: DTZ001 - one without a zone is what is meant
TOKYO = dt.timezone(dt.timedelta(hours=9))


@pytest.mark.parametrize(
    ("values", "dtype"),
    [
        ([1, None, 3], "Int64"),
        ([2**53 + 1, None], "Int64"),
        ([1.5, None], "float64"),
        ([1, 2.5, None], "float64"),
        ([True, None, False], "boolean"),
        (["あ", None], "str"),
        ([DAY, None, dt.date(9999, 12, 31)], "datetime64[s]"),
        ([NOON, None], "datetime64[us]"),
        ([NOON.replace(tzinfo=dt.UTC), NOON.replace(tzinfo=TOKYO)], "datetime64[us, UTC]"),
        ([["a"], None], "object"),
        ([{"labels": ["Theme"]}], "object"),
        ([1, "a"], "object"),
        ([True, 1], "object"),
        ([NOON, NOON.replace(tzinfo=TOKYO)], "object"),
        ([None, None], "object"),
        ([], "object"),
    ],
)
def test_a_column_has_the_type_that_holds_its_values(values, dtype):
    column = typed(pd.DataFrame({"a": pd.Series(values, dtype="object")}))["a"]
    assert str(column.dtype) == dtype


def test_whole_numbers_lose_no_digit_beside_a_missing_one():
    frame = typed(pd.DataFrame({"a": pd.Series([2**53 + 1, None], dtype="object")}))
    assert frame["a"].tolist() == [9_007_199_254_740_993, pd.NA]


def test_dates_are_those_given():
    frame = typed(pd.DataFrame({"a": pd.Series([DAY, None], dtype="object")}))
    assert frame["a"].dt.strftime("%Y-%m-%d").tolist()[0] == "1868-01-25"
    assert frame["a"].isna().tolist() == [False, True]


def test_an_answer_without_columns_or_rows_stays():
    assert typed(pd.DataFrame()).empty
    assert list(typed(pd.DataFrame(columns=["a", "b"], dtype="object")).columns) == ["a", "b"]
