import datetime as dt

import pytest

from graph.analysis.isolates import isolates
from graph.dataset import Dataset
from graph.network import Form, knowledge_graph, organisation_network


def found(tables, form=Form.PROJECTION):
    graph = knowledge_graph(Dataset.of(tables))
    return isolates(graph, organisation_network(graph, form)).table


@pytest.fixture
def tables():
    return {
        "Organisation": [{"id": n, "name": n} for n in "abcdefg"],
        "Collaboration": [{"id": n, "name": n, "status": "active"} for n in "xyz"],
        # a, b, c are three; d and e are two; f is in one with nobody else; g is in none.
        "PARTICIPATES_IN": [
            {"start": o, "end": c} for c, members in (("x", "abc"), ("y", "de"), ("z", "f")) for o in members
        ],
    }


@pytest.mark.parametrize("form", [Form.PROJECTION, Form.BIPARTITE])
def test_who_has_no_partner_or_one(tables, form):
    table = found(tables, form)
    assert table[["organisation", "ties"]].to_numpy().tolist() == [["f", 0], ["g", 0], ["d", 1], ["e", 1]]
    assert table["partner"].tolist()[2:] == ["e", "d"]
    assert table["partner"].isna().tolist() == [True, True, False, False]


def test_declared_ties_alone(tables):
    tables["TIED_TO"] = [{"start": "a", "end": "b", "kind": "funding"}, {"start": "b", "end": "a", "kind": "contract"}]
    table = found(tables, Form.DECLARED).set_index("organisation")
    assert table["ties"].to_dict() == dict.fromkeys("cdefg", 0) | {"a": 1, "b": 1}


def test_who_has_left_is_not_asked_in(tables):
    tables["Organisation"][6]["memberUntil"] = dt.date(2025, 3, 31)
    assert "g" not in set(found(tables)["organisation"])


def test_what_they_could_join(tables):
    tables |= {
        "Municipality": [
            {"id": "ward", "name": "区", "code": "141011"},
            {"id": "city", "name": "市", "code": "141003"},
            {"id": "else", "name": "他", "code": "142042"},
        ],
        "PART_OF": [{"start": "ward", "end": "city"}],
        "Theme": [{"id": "wide", "name": "広い"}, {"id": "t", "name": "狭い"}],
        "BROADER": [{"start": "t", "end": "wide"}],
        "LOCATED_IN": [{"start": "f", "end": "ward"}, {"start": "g", "end": "else"}],
        "SERVES": [{"start": "g", "end": "city"}],
        "WORKS_ON": [{"start": "f", "end": "t"}, {"start": "g", "end": "wide"}],
        "ADDRESSES": [{"start": c, "end": "t"} for c in "xyz"],
        "TAKES_PLACE_IN": [{"start": c, "end": "city"} for c in "xyz"],
    }
    tables["Collaboration"][0]["status"] = "ended"
    table = found(tables).set_index("organisation")
    assert table.loc["f", "openings"] == ("y",)  # x has ended, and it is in z
    assert table.loc["g", ["openings", "openingsThere"]].tolist() == [("y", "z"), 2]


def test_nothing_in_nothing_out():
    assert found({}).empty
