import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.csr import csr
from graph.analysis.kernels import pagerank
from graph.errors import NetworkError

KINDS = [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph]


@st.composite
def graphs(draw):
    """Of any kind, with isolates, sinks, self-loops, and ties of weight 0."""
    n = draw(st.integers(1, 12))
    graph = draw(st.sampled_from(KINDS))()
    graph.add_nodes_from(f"n{i}" for i in range(n))
    ends = st.integers(0, n - 1)
    for a, b in draw(st.lists(st.tuples(ends, ends), max_size=30)):
        graph.add_edge(f"n{a}", f"n{b}", weight=draw(st.sampled_from([0, 0.25, 1, 3])))
    return graph


def solved(graph, alpha, weight):
    """PageRank as the solution of its linear equations."""
    n = len(graph)
    ties = nx.to_numpy_array(graph, weight=weight) if weight else nx.to_scipy_sparse_array(graph, weight=None).toarray()
    out = ties.sum(axis=1)
    steps = np.array([row / total if total else np.full(n, 1 / n) for row, total in zip(ties, out, strict=True)])
    return dict(zip(graph, np.linalg.solve(np.eye(n) - alpha * steps.T, np.full(n, (1 - alpha) / n)), strict=True))


def off(found, right):
    assert list(found) == list(right)
    return sum(abs(found[node] - right[node]) for node in right)


@settings(deadline=None, max_examples=200)
@given(graphs(), st.sampled_from([0.0, 0.5, 0.85, 0.99]), st.sampled_from([None, "weight"]))
def test_pagerank_is_within_its_tolerance(graph, alpha, weight):
    right = solved(graph, alpha, weight)
    assert off(pagerank(graph, alpha, weight), right) < 1.1e-12
    assert off(pagerank(graph, alpha, weight, tol=1e-4), right) < 1e-4


@settings(deadline=None, max_examples=60)
@given(graphs(), st.sampled_from([None, "weight"]))
def test_pagerank_is_networkxs(graph, weight):
    theirs = nx.pagerank(graph, weight=weight, tol=1e-14, max_iter=1_000)
    assert off(pagerank(graph, weight=weight), theirs) < 3e-12


def test_networkx_stops_early():
    # It stops when a step changes less than n x 1e-6 = 0.002 in all.
    graph = nx.powerlaw_cluster_graph(2_000, 3, 0.5, seed=1)
    right = pagerank(graph, tol=1e-13)
    assert off(nx.pagerank(graph, weight=None), right) > 1e-4
    assert off(pagerank(graph, tol=1e-6), right) < 1e-6


def test_pagerank_of_a_star_by_hand():
    # Centre c and each of three leaves l: c = 0.0375 + 0.85 * 3 l, l = 0.0375 + 0.85 * c / 3, so that
    # c (1 - 0.85^2) = 0.0375 (1 + 2.55), c = 0.133125 / 0.2775.
    assert pagerank(nx.star_graph(3))[0] == pytest.approx(0.133125 / 0.2775, abs=1e-12)


def test_a_graph_of_isolates_is_shared_equally():
    assert pagerank(nx.empty_graph(4)) == dict.fromkeys(range(4), 0.25)
    assert pagerank(nx.Graph()) == {}


def test_rows_are_taken_with_their_weights():
    graph = nx.Graph()
    graph.add_weighted_edges_from([(0, 1, 2.0), (1, 2, 1.0)])
    assert pagerank(csr(graph)) == pagerank(graph, weight="weight")
    assert pagerank(csr(graph, weight=None)) == pagerank(graph)


def test_what_cannot_be_worked_out_is_refused():
    with pytest.raises(ValueError, match="alpha is 1"):
        pagerank(nx.path_graph(3), alpha=1.0)
    with pytest.raises(NetworkError):
        pagerank(nx.Graph([(0, 1, {"weight": -1.0})]), weight="weight")
    with pytest.raises(nx.PowerIterationFailedConvergence):
        pagerank(nx.DiGraph(nx.path_graph(500)), alpha=1 - 1e-9)
