import datetime as dt

import pytest

from graph.analysis.coverage import coverage
from graph.dataset import Dataset
from graph.network import knowledge_graph

YOKOHAMA, KAMAKURA, HAYAMA, TSURUMI = "141003", "142042", "143014", "141011"


@pytest.fixture
def tables():
    return {
        "Municipality": [{"id": code, "name": code, "code": code} for code in (YOKOHAMA, KAMAKURA, HAYAMA, TSURUMI)],
        "PART_OF": [{"start": TSURUMI, "end": YOKOHAMA}],
        "Theme": [{"id": "wide", "name": "広い"}, {"id": "narrow", "name": "狭い"}, {"id": "other", "name": "他"}],
        "BROADER": [{"start": "narrow", "end": "wide"}],
        "Organisation": [{"id": "O", "name": "架空の会"}],
        "LOCATED_IN": [{"start": "O", "end": TSURUMI}],
        "SERVES": [{"start": "O", "end": KAMAKURA}],
        "WORKS_ON": [{"start": "O", "end": "narrow"}],
        "Need": [{"id": "N", "name": "担い手がいない"}],
        "ADDRESSES": [{"start": "N", "end": "narrow"}],
        "TAKES_PLACE_IN": [{"start": "N", "end": HAYAMA}],
        "REPORTS_NONE": [{"start": KAMAKURA, "end": "other"}],
    }


def states(tables):
    cells = coverage(knowledge_graph(Dataset.of(tables))).cells
    return {(row.municipality, row.theme): row.state for row in cells.itertuples()}


def test_the_four_states_by_hand(tables):
    assert states(tables) == {
        (YOKOHAMA, "narrow"): "covered",  # the seat is in a ward of the city
        (YOKOHAMA, "wide"): "covered",  # who works on a theme works on the wider one
        (YOKOHAMA, "other"): "unknown",
        (KAMAKURA, "narrow"): "neighbour",
        (KAMAKURA, "wide"): "neighbour",
        (KAMAKURA, "other"): "none",  # asked
        (HAYAMA, "narrow"): "none",  # a need is open
        (HAYAMA, "wide"): "none",
        (HAYAMA, "other"): "unknown",
    }


def test_evidence_names_what_the_state_rests_on(tables):
    cells = coverage(knowledge_graph(Dataset.of(tables))).cells.set_index(["municipality", "theme"])
    assert cells.loc[(YOKOHAMA, "narrow"), "evidence"] == ("O",)
    assert cells.loc[(HAYAMA, "narrow"), "evidence"] == ("N",)
    assert cells.loc[(KAMAKURA, "other"), "evidence"] == (KAMAKURA,)
    assert cells.loc[(HAYAMA, "narrow"), "openNeeds"] == 1


def test_who_has_left_covers_nothing(tables):
    tables["Organisation"][0]["memberUntil"] = dt.date(2025, 3, 31)
    assert states(tables)[YOKOHAMA, "narrow"] == "unknown"


def test_a_need_that_is_met_leaves_no_gap(tables):
    tables["Need"][0]["closedOn"] = dt.date(2025, 3, 31)
    assert states(tables)[HAYAMA, "narrow"] == "unknown"


@pytest.mark.parametrize(("status", "state"), [("active", "covered"), (None, "covered"), ("ended", "none")])
def test_a_collaboration_covers_while_it_runs(tables, status, state):
    tables["Collaboration"] = [{"id": "C", "name": "連携", "status": status}]
    tables["ADDRESSES"].append({"start": "C", "end": "narrow"})
    tables["TAKES_PLACE_IN"].append({"start": "C", "end": HAYAMA})
    assert states(tables)[HAYAMA, "narrow"] == state


def test_a_need_counts_where_its_holder_is(tables):
    tables["TAKES_PLACE_IN"] = []
    tables["HAS_NEED"] = [{"start": HAYAMA, "end": "N"}]
    assert states(tables)[HAYAMA, "narrow"] == "none"


def test_gaps_are_of_narrow_themes_with_most_needs_first(tables):
    gaps = coverage(knowledge_graph(Dataset.of(tables))).gaps()
    assert list(zip(gaps["municipality"], gaps["theme"], gaps["openNeeds"], strict=True)) == [
        (HAYAMA, "narrow", 1),
        (KAMAKURA, "other", 0),
    ]


def test_nothing_in_nothing_out():
    found = coverage(knowledge_graph(Dataset.of({})))
    assert found.cells.empty
    assert found.gaps().empty
