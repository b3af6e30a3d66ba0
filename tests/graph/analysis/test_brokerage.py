import json

import networkx as nx
import pytest

from graph.analysis.brokerage import COLUMNS, brokerage
from graph.dataset import Dataset
from graph.network import Form, knowledge_graph, organisation_network


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
    # Two of its three ties lead to its own community: 1 - (2/3)² - (1/3)².
    assert table.loc["c", "participation"] == pytest.approx(4 / 9)
    # All three of each community have two ties within.
    assert table.loc["c", "withinModuleZ"] == 0.0
    # Its three partners, of whom a and b are one third redundant each.
    assert table.loc["c", "effectiveSize"] == pytest.approx(3 - 2 / 3)
    assert table.loc["c", "efficiency"] == pytest.approx((3 - 2 / 3) / 3)
    assert found.single_points()["organisation"].tolist() == ["c", "d"]
    # Without c, a and b reach none of d, e, f: two are cut off, six pairs lost.
    assert table.loc["c", ["separated", "pairsLost"]].tolist() == [2, 6]
    assert not table.loc["a", "articulation"]


FORMS = [
    (Form.PROJECTION, {"a": 2, "b": 2, "c": 4, "d": 2, "e": 2}),
    (Form.BIPARTITE, {"a": 2, "b": 2, "c": 4, "d": 2, "e": 2}),
    (Form.DECLARED, {"a": 0, "b": 0, "c": 0, "d": 1, "e": 1}),
]


@pytest.mark.parametrize(("form", "partners"), FORMS, ids=[str(form) for form, _ in FORMS])
def test_partners_and_what_they_are_of_do_not_depend_on_the_form(collaborating, form, partners):
    graph = knowledge_graph(collaborating(["abc", "cd", "ce"], ties=["de"]))
    network = organisation_network(graph, form)
    community = {"a": 1, "b": 1, "c": 2, "d": 3, "e": 3, "c0": 1, "c1": 2, "c2": 3}
    table = brokerage(graph, network, community).table.set_index("organisation")
    assert table["degree"].to_dict() == partners
    # c joins 1 (a, b) and 3 (d, e), a its own, through b, and 2.
    joined = {"a": 2, "b": 2, "c": 2, "d": 2, "e": 2} if form is not Form.DECLARED else {"d": 1, "e": 1}
    assert {node: n for node, n in table["communitiesJoined"].items() if n} == joined
    assert set(table.index) == set("abcde")
    # d and e hold on to c alone in neither form: their declared tie is not enough to lose a pair but with c.
    assert table.index[table["articulation"]].tolist() == ([] if form is Form.DECLARED else ["c"])
    assert table["pairsLost"].sum() == (0 if form is Form.DECLARED else 4)


def test_weights_of_the_projection_count(collaborating):
    # a has 2 from x and y with b (1 + 1/2) and c (1/2): strength is the number of its collaborations.
    graph = knowledge_graph(collaborating(["ab", "abc"]))
    table = brokerage(graph, organisation_network(graph), dict.fromkeys("abc", 1)).table.set_index("organisation")
    assert table["strength"].to_dict() == pytest.approx({"a": 2.0, "b": 2.0, "c": 1.0})
    theirs = nx.constraint(organisation_network(graph), weight="weight")
    assert table["constraint"].to_dict() == pytest.approx(theirs)


@pytest.mark.parametrize("form", Form)
def test_no_ties_at_all(collaborating, form):
    graph = knowledge_graph(collaborating(["a"], alone="b"))
    network = organisation_network(graph, form)
    table = brokerage(graph, network, dict.fromkeys(network, 0)).table
    assert tuple(table) == COLUMNS
    assert table["organisation"].tolist() == ["a", "b"]
    assert table["betweenness"].tolist() == [0.0, 0.0]
    assert table["degree"].tolist() == [0, 0]
    assert not table["articulation"].any()
    if form is not Form.BIPARTITE:
        assert table[["constraint", "effectiveSize", "participation", "withinModuleZ"]].isna().all(axis=None)


@pytest.mark.parametrize("form", Form)
def test_nobody(form):
    graph = knowledge_graph(Dataset.of({}))
    found = brokerage(graph, organisation_network(graph, form), {})
    assert tuple(found.table) == COLUMNS
    assert found.table.empty
    assert found.single_points().empty


def test_all_5000_in_one_collaboration(collaborating):
    graph = knowledge_graph(collaborating([[f"o{i:04}" for i in range(5000)], ["o0000", "x"]]))
    network = organisation_network(graph)
    assert network.graph["form"] is Form.BIPARTITE
    table = brokerage(graph, network, dict.fromkeys(network, 1)).table
    assert table.loc[0, ["organisation", "degree", "separated", "pairsLost"]].tolist() == ["o0000", 5000, 1, 4999]
    assert table.loc[1:, "pairsLost"].sum() == 0


def test_planted_bridges_have_the_weighted_betweenness_that_networkx_gave(sample_study, root):
    # data/kanagawa/truth.json holds what networkx said of the distance 1/weight when the sample was made.
    truth = json.loads((root / "data" / "kanagawa" / "truth.json").read_text(encoding="utf-8"))["bridging"]
    table = sample_study.brokerage.table.set_index("organisation")
    for column, key in (("betweenness", "betweenness"), ("betweennessWeighted", "betweennessWeighted")):
        assert table.loc[[row["organisation"] for row in truth], column].tolist() == pytest.approx(
            [row[key] for row in truth], abs=5e-5
        )
    assert sample_study.brokerage.error == 0.0


def test_large_networks_are_sampled(collaborating, monkeypatch):
    # A star of 30 collaborations: its hub lies between all pairs of others.
    graph = knowledge_graph(collaborating([["h", f"o{i}"] for i in range(30)]))
    network = organisation_network(graph)
    exact = brokerage(graph, network, dict.fromkeys(network, 1))
    for limit in ("MOST_EXACT", "MOST_WEIGHTED"):
        monkeypatch.setitem(brokerage.__globals__, limit, 100)
    found = brokerage(graph, network, dict.fromkeys(network, 1))
    assert 0 < found.error <= 0.001
    assert found.table.loc[0, "organisation"] == "h"
    assert found.table.loc[0, "betweenness"] == pytest.approx(exact.table.loc[0, "betweenness"], abs=0.001)
    assert found.table["betweennessWeighted"].isna().all()
    assert exact.table.loc[0, "betweennessWeighted"] == 1.0
