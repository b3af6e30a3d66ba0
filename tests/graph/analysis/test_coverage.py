import datetime as dt

import pytest

from graph.analysis.coverage import coverage
from graph.dataset import Dataset
from graph.frames import native
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


NAKA = "141046"


def ward_states(tables):
    cells = coverage(knowledge_graph(Dataset.of(tables)), wards=True).cells
    return {(row.municipality, row.theme): row.state for row in cells.itertuples()}


def test_wards_are_rows_of_their_own(tables):
    tables["Municipality"].append({"id": NAKA, "name": NAKA, "code": NAKA})
    tables["PART_OF"].append({"start": NAKA, "end": YOKOHAMA})
    found = ward_states(tables)
    assert found[TSURUMI, "narrow"] == found[TSURUMI, "wide"] == "covered"
    assert found[NAKA, "narrow"] == "unknown"  # what is in one ward is in the city, not in another ward
    assert {key: state for key, state in found.items() if key[0] not in {TSURUMI, NAKA}} == states(tables)


def test_what_serves_a_city_serves_its_wards_and_what_is_somewhere_in_it_says_nothing_of_them(tables):
    tables["Municipality"].append({"id": NAKA, "name": NAKA, "code": NAKA})
    tables["PART_OF"].append({"start": NAKA, "end": YOKOHAMA})
    tables["Organisation"].append({"id": "P", "name": "架空の市の会"})
    tables["LOCATED_IN"].append({"start": "P", "end": YOKOHAMA})
    tables["WORKS_ON"].append({"start": "P", "end": "other"})
    found = ward_states(tables)
    assert (found[YOKOHAMA, "other"], found[NAKA, "other"]) == ("covered", "unknown")
    tables["SERVES"].append({"start": "O", "end": YOKOHAMA})
    found = ward_states(tables)
    assert (found[TSURUMI, "narrow"], found[NAKA, "narrow"]) == ("covered", "neighbour")


def test_where_a_city_has_nothing_its_wards_have_nothing_and_so_for_themes(tables):
    tables["REPORTS_NONE"] = [{"start": YOKOHAMA, "end": "other"}, {"start": HAYAMA, "end": "wide"}]
    tables["Need"], tables["ADDRESSES"], tables["TAKES_PLACE_IN"] = [], [], []
    found = ward_states(tables)
    assert found[YOKOHAMA, "other"] == found[TSURUMI, "other"] == "none"
    assert found[HAYAMA, "wide"] == found[HAYAMA, "narrow"] == "none"


def test_a_city_reports_none_when_all_its_wards_do(tables):
    tables["Municipality"].append({"id": NAKA, "name": NAKA, "code": NAKA})
    tables["PART_OF"].append({"start": NAKA, "end": YOKOHAMA})
    tables["REPORTS_NONE"] = [{"start": TSURUMI, "end": "other"}]
    assert states(tables)[YOKOHAMA, "other"] == "unknown"
    tables["REPORTS_NONE"].append({"start": NAKA, "end": "other"})
    cells = coverage(knowledge_graph(Dataset.of(tables))).cells.set_index(["municipality", "theme"])
    assert cells.loc[(YOKOHAMA, "other"), ["state", "evidence"]].tolist() == ["none", (TSURUMI, NAKA)]


def test_the_population_of_a_city_is_its_own_or_that_of_all_its_wards(tables):
    tables["Municipality"] = [
        {"id": YOKOHAMA, "name": "市", "code": YOKOHAMA},
        {"id": TSURUMI, "name": "区", "code": TSURUMI, "population": 300_000},
        {"id": NAKA, "name": "区", "code": NAKA, "population": 150_000},
        {"id": KAMAKURA, "name": "市", "code": KAMAKURA, "population": 170_000},
        {"id": HAYAMA, "name": "町", "code": HAYAMA},
    ]
    tables["PART_OF"].append({"start": NAKA, "end": YOKOHAMA})

    def people():
        cells = coverage(knowledge_graph(Dataset.of(tables))).cells
        return {place: native(count) for place, count in zip(cells["municipality"], cells["population"], strict=True)}

    assert people() == {YOKOHAMA: 450_000, KAMAKURA: 170_000, HAYAMA: None}
    del tables["Municipality"][2]["population"]
    assert people()[YOKOHAMA] is None


def test_who_is_dissolved_covers_nothing(tables):
    tables["Organisation"][0]["dissolvedOn"] = dt.date(2025, 3, 31)
    assert states(tables)[YOKOHAMA, "narrow"] == "unknown"


def test_a_circle_of_themes_leaves_no_theme_out(tables):
    tables["BROADER"].append({"start": "wide", "end": "narrow"})
    found = coverage(knowledge_graph(Dataset.of(tables)))
    assert set(found.themes["theme"]) == {"wide", "narrow", "other"}
    assert set(found.gaps()["theme"]) == {"wide", "narrow", "other"}
