import datetime as dt

import pandas as pd
import pytest

from graph.dataset import Dataset, InvalidDataset
from graph.frames import rows

SMALL = {
    "Organisation": [
        {"id": "O2", "name": "架空みなと会", "sector": "nonprofit", "sources": ["S1", "S2"]},
        {"id": "O1", "name": "架空やまゆり会", "memberSince": dt.date(2024, 4, 1)},
    ],
    "Theme": [{"id": "T1", "name": "居場所"}],
    "WORKS_ON": [{"start": "O1", "end": "T1", "strength": 2}],
}


def kinds(tables):
    with pytest.raises(InvalidDataset) as caught:
        Dataset.of(tables)
    return [(v.table, v.row, v.column, v.kind) for v in caught.value.violations]


def test_order_of_rows_and_columns_does_not_matter():
    turned = {key: [dict(reversed(row.items())) for row in reversed(table)] for key, table in reversed(SMALL.items())}
    assert Dataset.of(turned) == Dataset.of(SMALL)


def test_any_value_matters():
    other = {**SMALL, "WORKS_ON": [{"start": "O1", "end": "T1", "strength": 3}]}
    assert Dataset.of(other) != Dataset.of(SMALL)
    assert Dataset.of({**SMALL, "Theme": []} | {"WORKS_ON": []}) != Dataset.of(SMALL)


def test_tables_have_the_columns_and_types_of_the_schema():
    organisations = Dataset.of(SMALL)["Organisation"]
    assert organisations["id"].tolist() == ["O1", "O2"]
    assert organisations["memberSince"].tolist() == [dt.date(2024, 4, 1), None]
    assert organisations["sources"].tolist() == [None, ("S1", "S2")]
    assert organisations["sector"].isna().tolist() == [True, False]


def test_a_dataset_made_of_its_own_tables_is_equal():
    dataset = Dataset.of(SMALL)
    assert Dataset.of(dataset.tables) == dataset


def test_empty_texts_and_lists_are_missing():
    blank = Dataset.of({"Theme": [{"id": "T1", "name": "居場所", "description": "", "sources": []}]})
    assert rows(blank["Theme"]) == [{"id": "T1", "name": "居場所"}]


def test_summary_counts_what_is_there():
    summary = Dataset.of(SMALL).summary()
    assert dict(zip(summary["table"], summary["rows"], strict=True)) == {"Organisation": 2, "Theme": 1, "WORKS_ON": 1}


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ({"Theme": [{"id": "T1"}]}, [("Theme", 0, "name", "missing")]),
        ({"Theme": [{"name": "x"}]}, [("Theme", 0, "id", "missing")]),
        (
            {"Organisation": [{"id": "O", "name": "x", "sector": "fishery"}]},
            [("Organisation", 0, "sector", "values")],
        ),
        (
            {"Municipality": [{"id": "M", "name": "x", "code": "141003", "latitude": 91.0, "population": -1}]},
            [("Municipality", 0, "latitude", "maximum"), ("Municipality", 0, "population", "minimum")],
        ),
        (
            {"Municipality": [{"id": "M", "name": "x", "code": "141004"}]},
            [("Municipality", 0, "code", "municipalityCode")],
        ),
        ({"Theme": [{"id": "T", "name": "x"}, {"id": "T", "name": "y"}]}, [("Theme", 1, "id", "duplicate")]),
        (
            {"Theme": [{"id": "T", "name": "x"}], "Case": [{"id": "T", "name": "y"}]},
            [("Case", 0, "id", "duplicate")],
        ),
        (
            {"Theme": [{"id": "T", "name": "x"}], "BROADER": [{"start": "T", "end": "U"}]},
            [("BROADER", 0, "end", "dangling")],
        ),
        (
            {
                "Theme": [{"id": "T", "name": "x"}],
                "Case": [{"id": "C", "name": "y"}],
                "BROADER": [{"start": "T", "end": "C"}],
            },
            [("BROADER", 0, "end", "endLabel")],
        ),
        (
            {"Theme": [{"id": "T", "name": "x"}], "BROADER": [{"start": "T", "end": "T"}]},
            [("BROADER", 0, "end", "loop")],
        ),
    ],
)
def test_what_breaks_the_schema(tables, expected):
    assert kinds(tables) == expected


def test_parallel_ties_need_different_kinds_and_neighbours_stand_once():
    ends = {"Organisation": [{"id": i, "name": i} for i in "ab"]}
    two = [{"start": "a", "end": "b", "kind": kind} for kind in ("funding", "referral")]
    assert len(Dataset.of({**ends, "TIED_TO": two})["TIED_TO"]) == 2
    assert kinds({**ends, "TIED_TO": [two[0], two[0]]}) == [("TIED_TO", 1, "start", "duplicate")]
    places = {"Municipality": [{"id": c, "name": c, "code": c} for c in ("141003", "142042")]}
    both_ways = [{"start": "141003", "end": "142042"}, {"start": "142042", "end": "141003"}]
    assert kinds({**places, "ADJACENT_TO": both_ways}) == [("ADJACENT_TO", 1, "start", "duplicate")]


def test_unknown_tables_and_columns_and_wrong_types_are_refused():
    with pytest.raises(KeyError):
        Dataset.of({"Company": []})
    with pytest.raises(ValueError, match="no column colour"):
        Dataset.of({"Theme": [{"id": "T", "name": "x", "colour": "red"}]})
    with pytest.raises(ValueError, match="no date"):
        Dataset.of({"Organisation": [{"id": "O", "name": "x", "memberSince": pd.Timestamp("2024-04-01")}]})


def test_the_error_says_where_and_what_to_do_in_both_languages():
    with pytest.raises(InvalidDataset) as caught:
        Dataset.of({"Theme": [{"id": "T1"}]})
    assert "tsunagari check" in caught.value.text.en
    assert "Theme" in caught.value.text.ja
    assert "名称" in caught.value.violations[0].problem.ja
