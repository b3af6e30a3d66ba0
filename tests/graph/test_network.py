import networkx as nx
import pytest

from graph.dataset import Dataset
from graph.network import Form, collaboration_members, knowledge_graph, organisation_network, organisations


@pytest.fixture
def small():
    """Collaboration x of a, b, c; y of a, b; z of d alone; a declared tie c-d of strength 2 and b-a of none."""
    return Dataset.of(
        {
            "Organisation": [{"id": i, "name": i} for i in "abcde"],
            "Collaboration": [{"id": i, "name": i} for i in "xyz"],
            "PARTICIPATES_IN": [{"start": o, "end": c} for o, c in ("ax", "bx", "cx", "ay", "by", "dz")],
            "TIED_TO": [
                {"start": "c", "end": "d", "kind": "referral", "strength": 2.0},
                {"start": "b", "end": "a", "kind": "funding"},
            ],
        }
    )


def test_the_whole_graph_has_every_row(small):
    graph = knowledge_graph(small)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (small.node_count, small.relationship_count)
    assert graph.nodes["a"]["label"] == "Organisation"
    assert graph["c"]["d"]["TIED_TO:referral"]["strength"] == 2.0


def test_weights_are_newmans(small):
    network = organisation_network(knowledge_graph(small))
    # By hand: x gives 1/2 to each of its pairs, y gives 1 to a-b, the declared tie b-a gives 1, c-d its strength.
    weights = {tuple(sorted(pair)): network.edges[pair]["weight"] for pair in network.edges}
    assert weights == {("a", "b"): 2.5, ("a", "c"): 0.5, ("b", "c"): 0.5, ("c", "d"): 2.0}
    assert network.edges["a", "b"]["collaborations"] == 2
    assert network.edges["a", "b"]["declared"]
    assert not network.edges["a", "c"]["declared"]


def test_who_works_with_nobody_is_there_too(small):
    assert nx.number_of_isolates(organisation_network(knowledge_graph(small))) == 1


def test_strength_from_collaborations_is_their_number():
    # Newman 2001: an author's weights add up to the number of papers written with others.
    table = {
        "Organisation": [{"id": f"o{i}", "name": "x"} for i in range(7)],
        "Collaboration": [{"id": f"c{i}", "name": "x"} for i in range(3)],
        "PARTICIPATES_IN": [
            {"start": f"o{i}", "end": f"c{j}"} for j, size in enumerate((7, 4, 2)) for i in range(size)
        ],
    }
    network = organisation_network(knowledge_graph(Dataset.of(table)))
    strengths = [round(network.degree(f"o{i}", weight="weight"), 12) for i in range(7)]
    assert strengths == [3, 3, 2, 2, 1, 1, 1]


def test_agrees_with_networkx_bipartite_projection(small):
    graph = knowledge_graph(small)
    members = collaboration_members(graph)
    bipartite = nx.Graph((o, c) for c, found in members.items() for o in found)
    theirs = nx.bipartite.collaboration_weighted_projected_graph(bipartite, ["a", "b", "c", "d"])
    ours = organisation_network(knowledge_graph(Dataset.of({**small.tables, "TIED_TO": []})))
    assert {frozenset(e): d["weight"] for *e, d in theirs.edges(data=True)} == {
        frozenset(e): d["weight"] for *e, d in ours.edges(data=True)
    }


def test_a_declared_tie_of_strength_0_ties_nobody():
    tie = {"start": "a", "end": "b", "kind": "other", "strength": 0.0}
    dataset = Dataset.of({"Organisation": [{"id": i, "name": i} for i in "ab"], "TIED_TO": [tie]})
    assert organisation_network(knowledge_graph(dataset)).number_of_edges() == 0


def test_forms_of_one_network_by_hand(small):
    graph = knowledge_graph(small)
    declared = organisation_network(graph, Form.DECLARED)
    assert all(data["declared"] for _, _, data in declared.edges(data=True))
    bipartite = organisation_network(graph, Form.BIPARTITE)
    members = {(o, c) for c, found in collaboration_members(graph).items() for o in found}
    assert {edge for edge in members if bipartite.has_edge(*edge)} == members
    assert organisations(bipartite) == organisations(declared) == list(declared)


def test_a_projection_too_large_stays_bipartite(monkeypatch):
    tables = {
        "Organisation": [{"id": i, "name": i} for i in "abcd"],
        "Collaboration": [{"id": "x", "name": "x"}],
        "PARTICIPATES_IN": [{"start": i, "end": "x"} for i in "abcd"],
    }
    graph = knowledge_graph(Dataset.of(tables))
    assert organisation_network(graph).graph["form"] == Form.PROJECTION
    # Four members are six pairs.
    monkeypatch.setattr("graph.network.MOST_TIES", 5)
    network = organisation_network(graph)
    assert (network.graph["form"], network.number_of_edges()) == (Form.BIPARTITE, 4)
