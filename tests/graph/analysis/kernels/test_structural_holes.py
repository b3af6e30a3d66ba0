import math

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.csr import csr
from graph.analysis.kernels import constraint, effective_size, efficiency, hierarchy, structural_holes
from graph.errors import NetworkError


@st.composite
def graphs(draw, kind=nx.Graph, loops=False):
    n = draw(st.integers(1, 12))
    graph = kind()
    graph.add_nodes_from(range(n))
    pairs = draw(st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=36))
    for a, b in pairs:
        if a != b or loops:
            graph.add_edge(a, b, weight=draw(st.floats(0.1, 9, allow_nan=False)))
    return graph


def approx(values):
    return pytest.approx(values, rel=1e-9, nan_ok=True)


@settings(deadline=None, max_examples=150)
@given(graphs(), st.sampled_from([None, "weight"]))
def test_is_networkx(graph, weight):
    assert constraint(graph, weight) == approx(nx.constraint(graph, weight=weight))
    assert effective_size(graph, weight) == approx(nx.effective_size(graph, nodes=list(graph), weight=weight))


@settings(deadline=None, max_examples=100)
@given(graphs(nx.DiGraph), st.sampled_from([None, "weight"]))
def test_is_networkx_on_directed_graphs(graph, weight):
    assert constraint(graph, weight) == approx(nx.constraint(graph, weight=weight))
    theirs = nx.effective_size(graph, nodes=list(graph), weight=weight)
    ours = effective_size(graph, weight)
    # networkx has NaN for who has incoming ties alone.
    with_outgoing = [v for v in graph if graph.out_degree(v)]
    assert {v: ours[v] for v in with_outgoing} == approx({v: theirs[v] for v in with_outgoing})


@settings(deadline=None, max_examples=100)
@given(graphs(), st.sampled_from([None, "weight"]))
def test_hierarchy_is_the_index_of_coleman_and_theil(graph, weight):
    ours = hierarchy(graph, weight)
    for v in graph:
        parts = [nx.local_constraint(graph, v, w, weight) for w in graph[v]]
        if len(parts) > 1:
            ratios = [part * len(parts) / sum(parts) for part in parts]
            index = sum(r * math.log(r) for r in ratios) / (len(parts) * math.log(len(parts)))
            assert ours[v] == pytest.approx(index, abs=1e-9)
        else:
            assert ours[v] == approx(1.0 if parts else math.nan)


@settings(deadline=None, max_examples=60)
@given(graphs(nx.MultiDiGraph, loops=True))
def test_parallel_and_directed_ties_add_up_and_self_loops_do_not_count(graph):
    joined = nx.Graph()
    joined.add_nodes_from(graph)
    for a, b, value in graph.edges(data="weight"):
        if a != b:
            before = joined.get_edge_data(a, b, {"weight": 0.0})["weight"]
            joined.add_edge(a, b, weight=before + value)
    assert constraint(graph, "weight") == approx(constraint(joined, "weight"))
    assert effective_size(graph, "weight") == approx(effective_size(joined, "weight"))


def test_four_measures_by_hand():
    # Node 0 with 1, 2, 3, of whom 1 and 2 know each other; p01 = p02 = p03 = 1/3, p12 = p21 = 1/2.
    # c01 = c02 = (1/3 + 1/6)^2 = 1/4, c03 = (1/3)^2 = 1/9: constraint 11/18.
    # Of three contacts one tie is among them: effective size 3 - 2 * 1/3.
    # c / mean c: 27/22, 27/22, 6/11; hierarchy (2 * 27/22 ln 27/22 + 6/11 ln 6/11) / (3 ln 3).
    found = structural_holes(nx.Graph([(0, 1), (0, 2), (0, 3), (1, 2)])).table().loc[0]
    index = (27 / 11 * math.log(27 / 22) + 6 / 11 * math.log(6 / 11)) / (3 * math.log(3))
    assert found.tolist() == approx([11 / 18, 7 / 3, 7 / 9, index])


def test_weights_by_hand():
    # a01 = 1, a02 = 2, a12 = 1. Of node 0: p01 = 1/3, p02 = 2/3; p12 = 1/2, p21 = 1/3; m12 = 1, m21 = 1/2.
    # c01 = (1/3 + 2/3 * 1/3)^2 = 25/81, c02 = (2/3 + 1/3 * 1/2)^2 = 25/36.
    # Effective size (1 - p02 m12) + (1 - p01 m21) = 1/3 + 5/6.
    graph = nx.Graph()
    graph.add_weighted_edges_from([(0, 1, 1), (0, 2, 2), (1, 2, 1)])
    assert constraint(graph, "weight")[0] == approx(25 / 81 + 25 / 36)
    assert effective_size(graph, "weight")[0] == approx(7 / 6)
    assert efficiency(graph, "weight")[0] == approx(7 / 12)


def test_effective_size_of_burts_figure():
    # S. P. Borgatti (1997), Structural holes: unpacking Burt's redundancy measures, Connections 20(1), figure 1
    # (of Burt 1992): G has effective size 4.67 and efficiency 0.78.
    graph = nx.Graph(["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"])
    assert round(effective_size(graph)["G"], 2) == 4.67
    assert round(efficiency(graph)["G"], 2) == 0.78


def test_a_node_with_incoming_ties_alone_has_its_measures():
    # 2 is reached from 0 and 1, which do not know each other: constraint 2 * (1/2)^2, two contacts, none redundant.
    table = structural_holes(nx.DiGraph([(0, 2), (1, 2)])).table()
    assert table.loc[2].tolist() == approx([0.5, 2.0, 1.0, 0.0])


def test_all_contacts_alike_have_no_hierarchy():
    assert set(hierarchy(nx.complete_graph(5)).values()) == {0.0}


def test_a_tie_of_weight_zero_is_none():
    graph = nx.Graph()
    graph.add_weighted_edges_from([(0, 1, 0), (0, 2, 2), (1, 2, 3), (3, 4, 0)])
    without = nx.Graph()
    without.add_nodes_from(range(5))
    without.add_weighted_edges_from([(0, 2, 2), (1, 2, 3)])
    ours, theirs = structural_holes(graph, "weight").table(), structural_holes(without, "weight").table()
    assert ours.equals(theirs)
    assert ours.loc[3].isna().all()


def test_isolates_and_empty_graphs_have_no_measures():
    looped = nx.Graph([(0, 0)])
    assert structural_holes(looped).table().loc[0].isna().all()
    assert structural_holes(nx.Graph()).table().empty
    assert constraint(nx.Graph()) == {}


@pytest.mark.parametrize("weight", [math.nan, -1.0, math.inf])
def test_weights_that_say_nothing_are_refused(weight):
    graph = nx.Graph([("a", "b", {"weight": weight})])
    with pytest.raises(NetworkError, match="between a and b"):
        structural_holes(graph, "weight")
    assert constraint(graph) == {"a": 1.0, "b": 1.0}


def test_rows_give_what_the_graph_gives():
    graph = nx.karate_club_graph()
    assert constraint(csr(graph)) == constraint(graph, "weight")
    directed = nx.DiGraph([(0, 1), (1, 2), (2, 0), (2, 3), (3, 2)])
    assert effective_size(csr(directed, directed=True)) == effective_size(directed)


def test_many_members_of_one_collaboration():
    # Everybody knows everybody: p = 1 / (n - 1), so constraint (n - 1) (p + (n - 2) p^2)^2 and one partner in effect.
    n = 300
    p = 1 / (n - 1)
    table = structural_holes(nx.complete_graph(n)).table()
    assert table["constraint"].to_numpy() == approx((n - 1) * (p + (n - 2) * p**2) ** 2)
    assert table["effectiveSize"].to_numpy() == approx(1.0)
