import networkx as nx
import numpy as np
import pytest

from graph.analysis.csr import csr
from graph.analysis.kernels import betweenness, sampled_betweenness
from graph.analysis.kernels.random_paths import random_paths
from graph.analysis.kernels.sampled_betweenness import _bounds
from graph.errors import NetworkError


def parts():
    return nx.disjoint_union_all(
        [nx.powerlaw_cluster_graph(200, 3, 0.5, seed=1), nx.path_graph(30), nx.grid_2d_graph(5, 5), nx.empty_graph(9)]
    )


def test_a_path_is_drawn_as_often_as_it_should():
    # 500,000 draws; the share of each node is within five standard deviations of its chance, raw betweenness by pairs.
    graph, samples = parts(), 500_000
    n = len(graph)
    rows = csr(graph, None)
    passed = random_paths(rows.indptr, rows.indices, samples, np.random.default_rng(1))
    chance = np.array(list(nx.betweenness_centrality(graph, normalized=False).values())) / (n * (n - 1) / 2)
    deviation = np.sqrt(chance * (1 - chance) / samples)
    assert (np.abs(passed / samples - chance) <= 5 * deviation).all()


def test_all_of_several_shortest_paths_are_drawn_alike():
    # Of ten pairs of others: 1, 2 and 3 have a third each of (0,4) and (0,5); 0 has half of the three pairs among them,
    # and 4 the other half, (0,5) and their three pairs with 5.
    graph = nx.Graph([(0, 1), (0, 2), (0, 3), (1, 4), (2, 4), (3, 4), (4, 5)])
    found = sampled_betweenness(graph, epsilon=0.01)
    expected = {0: 0.15, 1: 2 / 30, 2: 2 / 30, 3: 2 / 30, 4: 0.55, 5: 0.0}
    assert found.scores == pytest.approx(expected, abs=0.01)
    assert betweenness(graph) == pytest.approx(expected)


def test_bounds_hold_for_all_nodes_at_once():
    # The guarantee is that bounds miss any node in at most 20 % of draws; 20 of 60 would have a chance below 1 %.
    graph = nx.karate_club_graph()
    exact = betweenness(graph)
    missed = 0
    for seed in range(60):
        found = sampled_betweenness(graph, epsilon=0.05, delta=0.2, seed=seed)
        assert found.error <= 0.05
        assert all(found.lower[v] <= found.scores[v] <= found.upper[v] for v in graph)
        width = max(max(found.scores[v] - found.lower[v], found.upper[v] - found.scores[v]) for v in graph)
        assert found.error == pytest.approx(width)
        missed += any(not found.lower[v] <= exact[v] <= found.upper[v] for v in graph)
    assert missed < 20


def test_bounds_by_hand():
    # None of 100 paths: (1 - u)^100 = 0.05. Half of them: KL(1/2, u) = -ln(4u(1 - u)) / 2 = ln(40) / 100.
    share, lower, upper = _bounds(np.array([0, 50, 100]), 100, np.array([0.1, 0.05, 0.1]))
    half = np.sqrt(1 - 40**-0.02) / 2
    assert share.tolist() == [0.0, 0.5, 1.0]
    assert upper == pytest.approx([1 - 0.05**0.01, 0.5 + half, 1.0])
    assert lower == pytest.approx([0.0, 0.5 - half, 0.05**0.01])


def test_the_best_of_the_sample_are_the_best():
    graph = nx.powerlaw_cluster_graph(2_000, 4, 0.6, seed=1)
    best = [
        set(sorted(scores, key=scores.__getitem__)[-50:])
        for scores in (betweenness(graph), sampled_betweenness(graph).scores)
    ]
    assert len(best[0] & best[1]) >= 48


def test_the_seed_decides_and_threads_do_not():
    graph = parts()
    one = sampled_betweenness(graph, epsilon=0.02)
    assert sampled_betweenness(csr(graph), epsilon=0.02, threads=3) == one
    assert sampled_betweenness(graph, epsilon=0.02, seed=2).scores != one.scores


@pytest.mark.parametrize("graph", [nx.Graph(), nx.path_graph(1), nx.path_graph(2), nx.empty_graph(50)])
def test_where_nobody_lies_between_all_is_zero(graph):
    found = sampled_betweenness(graph, epsilon=0.05)
    assert set(found.scores.values()) <= {0.0}
    assert found.error <= 0.05


def test_what_cannot_be_sampled_is_refused():
    with pytest.raises(NetworkError):
        sampled_betweenness(nx.DiGraph([(0, 1)]))
    for wrong in ({"epsilon": 0.0}, {"epsilon": 1.0}, {"delta": 0.0}, {"delta": float("nan")}):
        with pytest.raises(ValueError, match="between 0 and 1"):
            sampled_betweenness(nx.path_graph(3), **wrong)
