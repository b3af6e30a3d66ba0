import networkx as nx

from graph.analysis.brokerage import brokerage, separated
from graph.dataset import Dataset
from graph.network import knowledge_graph, organisation_network


def tied(*pairs, sectors=None):
    nodes = sorted({node for pair in pairs for node in pair})
    return Dataset.of(
        {
            "Organisation": [{"id": n, "name": n, "sector": (sectors or {}).get(n)} for n in nodes],
            "TIED_TO": [{"start": a, "end": b, "kind": "cooperation"} for a, b in pairs],
        }
    )


def test_the_joint_of_two_triangles_comes_first():
    dataset = tied("ab", "bc", "ac", "cd", "de", "ef", "df", sectors={"a": "company", "b": "company", "d": "medical"})
    graph = knowledge_graph(dataset)
    groups = dict.fromkeys("abc", 1) | dict.fromkeys("def", 2)
    found = brokerage(graph, organisation_network(graph), groups)
    table = found.table.set_index("organisation")
    # By hand: c lies between {a, b} and {d, e, f}: 6 of the 10 pairs of others; c and d share the first rank.
    assert table.loc["c", "betweenness"] == 0.6
    assert found.table["organisation"].tolist()[:2] == ["c", "d"]
    assert table.loc["c", "communitiesJoined"] == 2
    assert table.loc["c", "sectorsJoined"] == 2
    assert table.loc["a", "communitiesJoined"] == 1
    assert found.single_points()["organisation"].tolist() == ["c", "d"]
    assert table.loc["c", "separated"] == 2


def test_what_an_articulation_point_cuts_off():
    # A star of four arms, one of them two long: the largest rest is that arm, three others are cut off.
    graph = nx.star_graph(4)
    graph.add_edge(4, 5)
    assert separated(graph) == {0: 3, 4: 1}
    assert separated(nx.cycle_graph(5)) == {}
    assert separated(nx.Graph()) == {}


def test_no_ties_at_all():
    dataset = Dataset.of({"Organisation": [{"id": "a", "name": "a"}]})
    graph = knowledge_graph(dataset)
    table = brokerage(graph, organisation_network(graph), {"a": 0}).table
    assert table["betweenness"].tolist() == [0.0]
    assert table["constraint"].isna().all()
    graph = knowledge_graph(Dataset.of({}))
    found = brokerage(graph, organisation_network(graph), {})
    assert found.table.empty
    assert found.single_points().empty
