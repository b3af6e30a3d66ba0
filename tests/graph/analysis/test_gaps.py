import datetime as dt
import math

import pytest

from graph.analysis.coverage import coverage
from graph.analysis.gaps import WEIGHTS, gaps
from graph.dataset import Dataset
from graph.network import Form, knowledge_graph, organisation_network

NORTH, MIDDLE, SOUTH = "142042", "142018", "143014"
KM = math.radians(0.1) * 6371.0088  # a tenth of a degree of latitude


@pytest.fixture
def tables():
    """Three places in a row; needs in the middle, who works on it in the south, tied over one that does not."""
    return {
        "Municipality": [
            {"id": code, "name": code, "code": code, "latitude": latitude, "longitude": 139.0, "population": 10_000}
            for code, latitude in ((NORTH, 35.2), (MIDDLE, 35.1), (SOUTH, 35.0))
        ],
        "ADJACENT_TO": [{"start": NORTH, "end": MIDDLE}, {"start": MIDDLE, "end": SOUTH}],
        "Theme": [{"id": "t", "name": "見守り"}, {"id": "u", "name": "居場所"}],
        "Organisation": [{"id": i, "name": i} for i in ("here", "between", "worker")],
        "LOCATED_IN": [
            {"start": "here", "end": MIDDLE},
            {"start": "between", "end": NORTH},
            {"start": "worker", "end": SOUTH},
        ],
        "WORKS_ON": [{"start": "worker", "end": "t"}],
        "Collaboration": [{"id": "c", "name": "c", "status": "ended"}, {"id": "d", "name": "d", "status": "ended"}],
        "PARTICIPATES_IN": [
            {"start": a, "end": b} for a, b in (("here", "c"), ("between", "c"), ("between", "d"), ("worker", "d"))
        ],
        "Need": [{"id": "n", "name": "n"}, {"id": "m", "name": "m"}],
        "ADDRESSES": [{"start": "n", "end": "t"}, {"start": "m", "end": "t"}],
        "TAKES_PLACE_IN": [{"start": "n", "end": MIDDLE}, {"start": "m", "end": MIDDLE}],
    }


def found(tables, form=Form.PROJECTION, **options):
    graph = knowledge_graph(Dataset.of(tables))
    return gaps(graph, organisation_network(graph, form), coverage(graph), **options)


def test_parts_and_score_by_hand(tables):
    row = found(tables).table.iloc[0]
    parts = {
        "needs": 2 / 3,  # two open needs
        "people": 1 / 3,  # ten thousand: 10^4, (4 - 3) / 3
        "near": 2 ** (-KM / 10),
        "tied": 1 / 2,  # here - between - worker
        "resources": 0.0,
    }
    assert sum(WEIGHTS.values()) == pytest.approx(1)
    assert {part: row[f"{part}Part"] for part in parts} == pytest.approx(parts)
    assert row["score"] == pytest.approx(sum(WEIGHTS[part] * value for part, value in parts.items()))
    assert row[["rank", "municipality", "theme", "state", "openNeeds", "workers"]].tolist() == [
        1,
        MIDDLE,
        "t",
        "none",
        2,
        1,
    ]


@pytest.mark.parametrize("form", [Form.PROJECTION, Form.BIPARTITE])
def test_the_nearest_who_works_on_it_in_km_borders_and_ties(tables, form):
    helper = found(tables, form).helpers.iloc[0]
    assert helper[["organisation", "borders", "steps"]].tolist() == ["worker", 1, 2]
    assert helper["km"] == pytest.approx(KM)


def test_a_part_that_is_not_known_is_left_out_and_nothing_put_in_its_place(tables):
    for place in tables["Municipality"]:
        del place["population"], place["latitude"], place["longitude"]
    row = found(tables).table.iloc[0]
    assert row[["peoplePart", "nearPart"]].isna().all()
    rest = WEIGHTS["needs"] * 2 / 3 + WEIGHTS["tied"] / 2
    assert row["score"] == pytest.approx(rest / (WEIGHTS["needs"] + WEIGHTS["tied"] + WEIGHTS["resources"]))
    helper = found(tables).helpers.iloc[0]
    assert math.isnan(helper["km"])
    assert helper["borders"] == 1


def test_nobody_works_on_it_anywhere(tables):
    tables["WORKS_ON"] = []
    made = found(tables)
    assert made.helpers.empty
    assert made.table.iloc[0][["nearPart", "tiedPart", "workers"]].tolist() == [0.0, 0.0, 0]


def test_three_nearest_and_the_nearest_in_the_network(tables):
    for i in range(4):
        tables["Organisation"].append({"id": f"near{i}", "name": "近い会"})
        tables["LOCATED_IN"].append({"start": f"near{i}", "end": NORTH})
        tables["WORKS_ON"].append({"start": f"near{i}", "end": "t"})
    tables["Municipality"][2]["latitude"] = 34.0
    assert found(tables).helpers["organisation"].tolist() == ["near0", "near1", "near2", "worker"]


def test_resources_are_named_the_best_fit_first_without_what_a_need_rejected(tables):
    tables["Theme"].append({"id": "wide", "name": "支え"})
    tables["BROADER"] = [{"start": "t", "end": "wide"}]
    tables["Resource"] = [{"id": f"r{i}", "name": f"r{i}"} for i in range(3)]
    tables["Resource"][2]["availableUntil"] = dt.date(2025, 3, 31)
    tables["ADDRESSES"] += [{"start": "r0", "end": "wide"}, {"start": "r1", "end": "t"}, {"start": "r2", "end": "t"}]
    tables["TAKES_PLACE_IN"] += [{"start": "r1", "end": SOUTH}]
    made = found(tables, as_of=dt.date(2026, 3, 31))
    assert list(zip(made.resources["resource"], made.resources["fit"], strict=True)) == [
        ("r1", "same"),
        ("r0", "broader"),
    ]
    assert made.resources["km"].tolist() == pytest.approx([KM, math.nan], nan_ok=True)
    assert made.table.iloc[0]["resourcesPart"] == 1.0
    tables["MATCHED_WITH"] = [{"start": "n", "end": "r1", "status": "rejected"}]
    made = found(tables, as_of=dt.date(2026, 3, 31))
    assert made.resources["resource"].tolist() == ["r0"]
    assert made.table.iloc[0][["resourcesPart", "resourcesFitting"]].tolist() == [0.5, 1]


def test_unknown_cells_are_ranked_when_asked_for(tables):
    assert len(found(tables).table) == 1
    table = found(tables, unknown=True).table
    assert table["rank"].tolist() == list(range(1, 6))  # 3 x 2 cells, of which one is covered
    assert table.iloc[0]["state"] == "none"
    assert set(table["state"]) == {"none", "unknown"}
    assert table["score"].is_monotonic_decreasing


def test_where_the_nearest_over_ties_has_no_position(tables):
    tables["Organisation"].append({"id": "afloat", "name": "afloat"})
    tables["WORKS_ON"].append({"start": "afloat", "end": "t"})
    tables["PARTICIPATES_IN"].append({"start": "afloat", "end": "c"})
    row = found(tables).table.iloc[0]
    assert row["nearPart"] == pytest.approx(2 ** (-KM / 10))
    assert row["tiedPart"] == 1.0


def test_who_is_not_known_to_be_anywhere_comes_after_those_who_are(tables):
    tables["Organisation"].append({"id": "afloat", "name": "afloat"})
    tables["WORKS_ON"].append({"start": "afloat", "end": "t"})
    assert found(tables).helpers["organisation"].tolist() == ["worker", "afloat"]


@pytest.mark.parametrize("tables_left", [(), ("Municipality",), ("Theme",), ("Organisation",)])
def test_nothing_in_nothing_out(tables, tables_left):
    made = found({key: tables[key] for key in tables_left}, unknown=True)
    assert made.table.empty
    assert made.helpers.empty
    assert made.resources.empty
