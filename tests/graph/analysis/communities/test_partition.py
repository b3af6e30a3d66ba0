import math

import networkx as nx
import pytest

from graph.analysis.communities import communities
from graph.analysis.communities import partition as module
from graph.dataset import Dataset
from graph.errors import NetworkError
from graph.network import Form, knowledge_graph, organisation_network


def karate():
    club = nx.karate_club_graph()
    return Dataset.of(
        {
            "Organisation": [{"id": f"{n:02}", "name": str(n)} for n in club],
            "TIED_TO": [{"start": f"{a:02}", "end": f"{b:02}", "kind": "cooperation"} for a, b in club.edges],
        }
    )


def find(dataset, form=Form.PROJECTION, **options):
    graph = knowledge_graph(dataset)
    return communities(graph, organisation_network(graph, form), **options)


def in_collaborations(*works, **more):
    members = sorted({member for work in works for member in work})
    return Dataset.of(
        {
            "Organisation": [{"id": i, "name": i} for i in members],
            "Collaboration": [{"id": f"C{n}", "name": f"C{n}"} for n in range(len(works))],
            "PARTICIPATES_IN": [{"start": i, "end": f"C{n}"} for n, work in enumerate(works) for i in work],
            **more,
        }
    )


def test_zacharys_club_is_split_as_well_as_can_be():
    # Brandes et al. (2008), On modularity clustering: the greatest modularity of the unweighted club is 0.4198.
    found = find(karate())
    assert found.modularity == pytest.approx(0.4198, abs=0.0001)
    assert (found.resolution, found.runs) == (1.0, 50)
    assert len(found.groups) == 4
    assert found.groups["size"].is_monotonic_decreasing
    assert (found.groups["size"].sum(), len(found.members)) == (34, 34)


def test_the_same_graph_gives_the_same_communities():
    assert find(karate()).of() == find(karate()).of()


def test_groups_say_what_is_typical_of_them():
    dataset = Dataset.of(
        {
            "Organisation": [
                {"id": i, "name": i, "sector": s}
                for i, s in zip("abcd", ["company"] * 2 + ["medical"] * 2, strict=True)
            ],
            "Theme": [{"id": "T", "name": "T"}, {"id": "U", "name": "U"}],
            "WORKS_ON": [{"start": i, "end": "T"} for i in "ab"] + [{"start": i, "end": "U"} for i in "cd"],
            "TIED_TO": [{"start": a, "end": b, "kind": "other"} for a, b in ("ab", "cd")],
        }
    )
    groups = find(dataset).groups
    assert groups["themes"].tolist() == [("T",), ("U",)]
    assert groups["sectors"].tolist() == [("company",), ("medical",)]
    assert groups["ties"].tolist() == [1, 1]
    assert groups["outwardTies"].tolist() == [0, 0]


def test_who_has_no_ties_belongs_to_none():
    found = find(Dataset.of({"Organisation": [{"id": "a", "name": "a"}]}))
    assert found.of() == {"a": 0}
    assert found.groups.empty
    assert found.members["certainty"].isna().all()
    assert (found.resolution, found.runs, found.sweep.empty, found.typical.empty) == (1.0, 0, True, True)
    assert math.isnan(found.modularity)


def test_nothing_at_all():
    found = find(Dataset.of({}))
    assert found.of() == {}
    assert found.groups.empty
    assert found.groups.columns.tolist()[:4] == ["community", "size", "ties", "outwardTies"]


def test_modularity_is_that_of_networkx():
    graph = knowledge_graph(in_collaborations("abc", "cd", "def", "ag", "gh"))
    network = organisation_network(graph)
    found = communities(graph, network)
    parts = [set(part) for _, part in found.members.groupby("community")["organisation"]]
    assert found.modularity == pytest.approx(nx.community.modularity(network, parts, weight="weight"))


def test_who_stands_between_two_groups_is_less_certain():
    # x has one collaboration with each of two groups that are alike.
    left, right = ["abcd", "abc", "bcd"], ["efgh", "efg", "fgh"]
    found = find(in_collaborations(*left, *right, "ax", "hx"), resolution=1.0)
    members = found.members.set_index("organisation")
    assert members.loc["x", "certainty"] < 0.95
    assert members.drop("x")["certainty"].min() > members.loc["x", "certainty"]
    assert found.groups.set_index("community").loc[1, "certainty"] < 1.0


def test_collaborations_are_divided_along_in_the_bipartite_form():
    found = find(in_collaborations("abc", "abc", "def", "def", "cd"), Form.BIPARTITE)
    assert sorted(found.members["organisation"]) == list("abcdef")
    of = found.of()
    assert of["a"] == of["b"] == of["C0"] == of["C1"] != of["e"]
    assert set(found.collaborations["collaboration"]) == {"C0", "C1", "C2", "C3", "C4"}
    assert found.groups["size"].sum() == 6


def test_the_declared_form_knows_declared_ties_alone():
    dataset = in_collaborations("abc", TIED_TO=[{"start": "a", "end": "b", "kind": "other"}])
    assert find(dataset, Form.DECLARED).of() == {"a": 1, "b": 1, "c": 0}


def test_all_in_one_collaboration_are_one_community():
    found = find(in_collaborations("abcdefgh"))
    assert found.groups["size"].tolist() == [8]
    assert found.modularity == pytest.approx(0.0)
    assert (found.members["certainty"] == 1.0).all()


def test_a_collaboration_of_five_thousand(monkeypatch):
    members = [f"O{n:04}" for n in range(5000)]
    found = find(in_collaborations(members), Form.BIPARTITE, runs=2)
    assert found.groups["size"].tolist() == [5000]


def test_weights_that_are_no_weights():
    graph = knowledge_graph(in_collaborations("ab", "bc"))
    for wrong in (-1.0, math.nan, math.inf):
        network = organisation_network(graph)
        network["a"]["b"]["weight"] = wrong
        with pytest.raises(NetworkError):
            communities(graph, network)
    network = organisation_network(graph)
    network["a"]["b"]["weight"] = 0.0
    found = communities(graph, network)
    assert found.of() == {"a": 0, "b": 1, "c": 1}
    assert found.groups[["ties", "outwardTies"]].values.tolist() == [[1, 0]]


def test_more_nodes_take_fewer_runs(monkeypatch):
    monkeypatch.setattr(module, "_MANY", 20)
    assert find(karate()).runs == 50 * 20 // 34
    assert len(find(karate()).sweep) == 5


def test_every_community_is_in_one_piece():
    club = nx.random_partition_graph([12] * 5, 0.35, 0.04, seed=3)
    dataset = Dataset.of(
        {
            "Organisation": [{"id": f"{n:02}", "name": str(n)} for n in club],
            "TIED_TO": [{"start": f"{a:02}", "end": f"{b:02}", "kind": "other"} for a, b in club.edges],
        }
    )
    graph = knowledge_graph(dataset)
    network = organisation_network(graph)
    found = communities(graph, network, resolution=3.0)
    for number, part in found.members.groupby("community")["organisation"]:
        assert number == 0 or nx.is_connected(network.subgraph(part))
