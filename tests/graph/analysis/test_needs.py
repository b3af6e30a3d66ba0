import datetime as dt

import pytest

from graph.analysis.needs import Lack, needs
from graph.dataset import Dataset
from graph.network import knowledge_graph


def found(tables):
    return needs(knowledge_graph(Dataset.of(tables)))


@pytest.fixture
def tables():
    """wide > t > narrow; the need n is in a ward of city, its resources lie in city, next to it, and far off."""
    themes = {"n": "t", "a": "t", "b": "t", "c": "narrow", "d": "wide", "e": "u"}
    return {
        "Need": [{"id": "n", "name": "n", "openedOn": dt.date(2025, 5, 1)}],
        "Resource": [{"id": r, "name": r} for r in "abcde"],
        "Theme": [{"id": t, "name": t} for t in ("wide", "t", "narrow", "u")],
        "Municipality": [
            {"id": "ward", "name": "区", "code": "141011", "latitude": 35.0, "longitude": 139.0},
            {"id": "city", "name": "市", "code": "141003", "latitude": 35.2, "longitude": 139.0},
            {"id": "near", "name": "隣", "code": "142042", "latitude": 35.1, "longitude": 139.0},
        ],
        "PART_OF": [{"start": "ward", "end": "city"}],
        "BROADER": [{"start": "t", "end": "wide"}, {"start": "narrow", "end": "t"}],
        "ADDRESSES": [{"start": node, "end": theme} for node, theme in themes.items()],
        "TAKES_PLACE_IN": [
            {"start": node, "end": place} for node, place in (("n", "ward"), ("a", "near"), ("b", "city"))
        ],
    }


def test_the_same_theme_comes_first_then_the_same_place_then_the_nearest(tables):
    table = found(tables).resources
    assert table["resource"].tolist() == ["b", "a", "c", "d"]
    assert table["fit"].tolist() == ["same", "same", "narrower", "broader"]
    assert table["same"].tolist() == [True, False, False, False]
    # A tenth and two tenths of a degree of latitude: 6371.0088 km * pi / 1800 is 11.119.
    assert table["km"].tolist() == pytest.approx([22.239, 11.119, float("nan"), float("nan")], abs=1e-3, nan_ok=True)


def test_what_was_judged_is_no_candidate_and_what_is_taken_serves_nobody_else(tables):
    tables["MATCHED_WITH"] = [{"start": "n", "end": "b", "status": "rejected"}]
    assert "b" not in set(found(tables).resources["resource"])
    tables["Need"] += [{"id": "m", "name": "m"}]
    tables["MATCHED_WITH"] = [{"start": "m", "end": "b", "status": "accepted"}]
    assert found(tables).resources["resource"].tolist() == ["a", "c", "d"]


def test_who_waits_longest_comes_first_and_what_is_closed_is_left_out(tables):
    tables["Need"] += [
        {"id": "old", "name": "o", "openedOn": dt.date(2024, 1, 1)},
        {"id": "undated", "name": "u"},
        {"id": "closed", "name": "c", "openedOn": dt.date(2023, 1, 1), "closedOn": dt.date(2024, 1, 1)},
    ]
    assert found(tables).table["need"].tolist() == ["old", "n", "undated"]


def test_why_nothing_fits_is_said(tables):
    tables["Need"] += [{"id": "vague", "name": "v"}, {"id": "rare", "name": "r"}]
    tables["Theme"] += [{"id": "other", "name": "o"}]
    tables["ADDRESSES"] += [{"start": "rare", "end": "other"}]
    lack = found(tables).table.set_index("need")["lack"]
    assert (lack["vague"], lack["rare"]) == (Lack.NO_THEME, Lack.NONE_OFFERED)
    assert lack.isna()["n"]
    tables["Need"] += [{"id": "m", "name": "m"}]
    tables["MATCHED_WITH"] = [{"start": "m", "end": r, "status": "done"} for r in "abcd"]
    assert found(tables).table.set_index("need")["lack"]["n"] == Lack.NONE_FREE


def test_what_nobody_asks_for_is_listed(tables):
    assert found(tables).unasked["resource"].tolist() == ["e"]
    tables["MATCHED_WITH"] = [{"start": "n", "end": "e", "status": "proposed"}]
    assert found(tables).unasked.empty


def test_nothing_in_nothing_out():
    made = found({})
    assert made.table.empty
    assert made.resources.empty
    assert made.unasked.empty
