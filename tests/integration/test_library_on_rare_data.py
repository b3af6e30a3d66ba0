"""Queries of the library on what the sample has none of: members who left, dates half known, populations, double ties.

The rows are worked out by hand.
"""

import datetime as dt

import pytest

from graph.dataset import Dataset
from graph.store import Store
from queries import query, run
from tests.integration.conftest import emptied

pytestmark = pytest.mark.neo4j

YEAR = dt.date(2024, 5, 1)


def organisation(key, **more):
    return {"id": key, "name": f"架空の{key}", "memberSince": YEAR, "sector": "nonprofit", **more}


def work(key, **more):
    return {"id": key, "name": f"架空の連携{key}", "status": "active", "startDate": YEAR, **more}


PLATFORM = {
    "Organisation": [
        organisation("a", url="https://a.example/", formerNames=["架空の旧a"], nameKana="カクウノエー"),
        organisation("b", url="https://a.example/", sector=None),
        organisation("c", memberUntil=dt.date(2025, 3, 31), memberSince=dt.date(2024, 3, 31)),
        organisation("d", memberSince=None, sector="company"),
    ],
    "Municipality": [{"id": "M", "name": "架空市", "code": "142018", "population": 40_000}],
    "Place": [{"id": "p", "name": "架空の家", "kind": "ibasho"}, {"id": "q", "name": "架空の茶の間", "kind": "ibasho"}],
    "Collaboration": [
        work("w1"),
        work("w2", status="ended"),
        work("w3", endDate=dt.date(2025, 4, 30)),
        work("w4", startDate=None, status=None),
    ],
    "OPERATES": [{"start": "a", "end": "p"}],
    "TAKES_PLACE_IN": [{"start": "p", "end": "M"}, {"start": "q", "end": "M"}],
    "PARTICIPATES_IN": [
        {"start": "a", "end": "w1", "sources": ["S"]},
        {"start": "b", "end": "w1", "since": dt.date(2025, 4, 1), "datePrecision": ["since:month"]},
        {"start": "c", "end": "w2", "confirmedOn": YEAR},
        {"start": "a", "end": "w2"},
    ],
    "TIED_TO": [{"start": "d", "end": "a", "kind": kind} for kind in ("referral", "funding")],
    "SUCCEEDED_BY": [{"start": "c", "end": "a"}],
}


@pytest.fixture(scope="module")
def store(connection):
    emptied(connection)
    with Store.open(connection) as opened:
        opened.write(Dataset.of(PLATFORM))
        yield opened


def asked(store, name, **parameters):
    found = query(name)
    defaults = {key: parameter.default for key, parameter in found.parameters.items()}
    frame = run(store, found.cypher, defaults | parameters).frame
    return [tuple(row) for row in frame.astype(object).where(frame.notna(), None).itertuples(index=False, name=None)]


def test_who_left_is_no_member_from_that_fiscal_year_on(store):
    assert asked(store, "members/by_year") == [(2023, 1, 0, 1), (2024, 2, 1, 2)]
    assert [row[0] for row in asked(store, "members/isolated")] == []
    assert {row[1] for row in asked(store, "members/missing_details")} == {"a", "b", "d"}
    assert "架空のc" not in {row[0] for row in asked(store, "quality/to_confirm")}
    assert {row[0] for row in asked(store, "bridging/unconnected_partners")} == {"架空のa"}


def test_a_member_who_has_nobody_but_the_secretariat(store):
    assert asked(store, "bridging/without_secretariat", organisation="a") == [("架空のb", None, 0, 0)]


def test_two_kinds_of_tie_are_two_ways(store):
    ways = asked(store, "bridging/shortest_paths", organisation="d", other="b")
    assert ways == [
        (3, ["架空のd", "架空のa", "架空のb"], ["funding", "架空の連携w1"]),
        (3, ["架空のd", "架空のa", "架空のb"], ["referral", "架空の連携w1"]),
    ]
    ties = asked(store, "bridging/ego_network", organisation="d")
    assert ties == [("架空のa", "nonprofit", None, [], ["funding", "referral"])]


def test_what_ended_nobody_knows_when_does_not_run_on(store):
    assert asked(store, "collaboration/by_year") == [(2024, 3, 0, 2), (2025, 0, 1, 1)]
    running = asked(store, "collaboration/ongoing", day=dt.date(2025, 4, 30))
    assert [row[0] for row in running] == ["架空の連携w1", "架空の連携w3"]
    wrong = asked(store, "quality/status_and_dates", day=dt.date(2025, 5, 1))
    assert [row[::2][:2] for row in wrong] == [("activeButOver", "w3"), ("endedWithoutDate", "w2")]


def test_an_unknown_sector_is_not_a_single_sector(store):
    assert asked(store, "collaboration/single_sector") == []


def test_places_for_the_population_and_who_runs_them(store):
    assert asked(store, "people/places_in_municipality") == [("架空市", 2, ["ibasho"], 5.0, 0, 0, 0)]
    assert asked(store, "people/places_by_kind") == [("ibasho", 2, 1, 1)]


def test_what_is_missing_is_counted(store):
    joined = next(row for row in asked(store, "quality/unknown_dates") if row[0] == "PARTICIPATES_IN")
    assert joined == ("PARTICIPATES_IN", "since", 4, 3, 1)
    said = {row[0]: row[1:] for row in asked(store, "quality/without_source")}
    assert said["PARTICIPATES_IN"] == (4, 3)
    fresh = {row[0]: row[1:] for row in asked(store, "quality/confirmations", before=dt.date(2024, 6, 1))}
    assert fresh["PARTICIPATES_IN"] == (4, 3, 1, YEAR, YEAR)


def test_two_with_one_website_may_be_one(store):
    assert asked(store, "quality/possible_duplicates")[0] == (
        "url",
        "https://a.example/",
        ["架空のa", "架空のb"],
        ["a", "b"],
    )


def test_former_names_and_predecessors_are_names(store):
    names = {row[1]: row[0] for row in asked(store, "provenance/aliases", organisation="a")}
    assert names == {
        "name": "架空のa",
        "nameKana": "カクウノエー",
        "formerName": "架空の旧a",
        "predecessor": "架空のc",
    }
