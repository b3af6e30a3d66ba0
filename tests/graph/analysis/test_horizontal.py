import math

import pytest

from graph.analysis.horizontal import horizontal, secretariat
from graph.dataset import Dataset
from graph.network import Form, knowledge_graph, organisation_network

# The secretariat s leads x with a and b, and is in y with c; a and b are in z of their own; d and e in w.
MEMBERS = {"x": "sab", "y": "sc", "z": "ab", "w": "de", "v": "sde"}


@pytest.fixture
def tables():
    return {
        "Organisation": [{"id": n, "name": n} for n in "sabcdef"],
        "Collaboration": [{"id": n, "name": n} for n in MEMBERS],
        "PARTICIPATES_IN": [{"start": o, "end": c} for c, some in MEMBERS.items() for o in some],
    }


def found(tables, removed, form=Form.PROJECTION):
    graph = knowledge_graph(Dataset.of(tables))
    return horizontal(graph, organisation_network(graph, form), removed)


def test_before_and_after_by_hand(tables):
    table = found(tables, {"s"}).measures.set_index("measure")
    # Six others. Ties: sa sb ab sc de sd se. Before all but f reach each other: 10 of 15 pairs.
    assert table["before"].to_dict() == pytest.approx(
        {
            "organisations": 6, "ties": 7, "tiesShare": 1, "pairsConnected": 10, "pairsShare": 10 / 15,
            "components": 1, "largest": 5, "isolated": 1,
        }
    )  # fmt: skip
    # Without s: ab and de are left.
    assert table["without"].to_dict() == pytest.approx(
        {
            "organisations": 6, "ties": 2, "tiesShare": 2 / 7, "pairsConnected": 2, "pairsShare": 2 / 15,
            "components": 2, "largest": 2, "isolated": 2,
        }
    )  # fmt: skip
    assert table["independent"].to_dict() == pytest.approx(table["without"].to_dict())  # z and w are their own


def test_ties_that_only_the_secretariats_collaborations_make(tables):
    tables["PARTICIPATES_IN"] = [tie for tie in tables["PARTICIPATES_IN"] if tie["end"] != "w"]
    table = found(tables, {"s"}).measures.set_index("measure")
    assert table.loc["ties", ["before", "without", "independent"]].tolist() == [7, 2, 1]


def test_who_loses_what(tables):
    table = found(tables, {"s"}).organisations
    # The largest piece that is left is a, b: c is alone, d and e no longer reach it.
    assert table.to_numpy().tolist() == [
        ["c", "isolated", "isolated"],
        ["d", "cutOff", "cutOff"],
        ["e", "cutOff", "cutOff"],
    ]


def test_the_bipartite_form_says_the_same_of_pairs(tables):
    measures = ["organisations", "pairsConnected", "pairsShare", "components", "largest", "isolated"]
    projected, bipartite = (
        found(tables, {"s"}, form).measures.set_index("measure").loc[measures]
        for form in (Form.PROJECTION, Form.BIPARTITE)
    )
    assert projected.equals(bipartite)
    assert found(tables, {"s"}, Form.BIPARTITE).organisations.equals(found(tables, {"s"}).organisations)


def test_all_taken_out_and_nobody_there(tables):
    table = found(tables, set("sabcdef")).measures.set_index("measure")
    assert table.loc[["organisations", "largest", "isolated"]].to_numpy().sum() == 0
    assert math.isnan(table.loc["pairsShare", "before"])
    made = found({}, set())
    assert made.organisations.empty
    assert math.isnan(made.measures.set_index("measure").loc["tiesShare", "before"])


def hosted(*hosts):
    return knowledge_graph(
        Dataset.of(
            {
                "Organisation": [{"id": n, "name": n} for n in "ab"],
                "Event": [{"id": f"e{i}", "name": "研修"} for i in range(len(hosts))],
                "HOSTED": [{"start": host, "end": f"e{i}"} for i, some in enumerate(hosts) for host in some],
            }
        )
    )


@pytest.mark.parametrize(
    ("hosts", "taken"),
    [
        (["a", "a", "b"], "a"),
        (["a", "a", "b", ""], "a"),  # an event without a host says nothing
        (["a", "a", "b", "b"], None),  # half is not more than half
        (["a"], None),  # one event is too few
        (["ab", "a"], "a"),
        (["", ""], None),
        ([], None),
    ],
)
def test_who_hosts_most_events_is_taken_for_the_secretariat(hosts, taken):
    assert secretariat(hosted(*hosts)) == taken
