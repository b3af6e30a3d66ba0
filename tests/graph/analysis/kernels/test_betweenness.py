import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.csr import csr
from graph.analysis.kernels import betweenness
from graph.analysis.kernels.betweenness import shortest_path_shares
from graph.errors import NetworkError

# Few lengths, so that paths tie; 0.1 + 0.2 and 0.3 do not, as in networkx.
LENGTHS = (0.1, 0.2, 0.3, 1.0, 2.0, 3.0)


@st.composite
def graphs(draw):
    n = draw(st.integers(1, 14))
    graph = draw(st.sampled_from([nx.Graph, nx.MultiGraph]))()
    graph.add_nodes_from(range(n))
    node = st.integers(0, n - 1)
    for a, b in draw(st.lists(st.tuples(node, node), max_size=30)):
        length = draw(st.none() | st.sampled_from(LENGTHS) | st.floats(0.1, 9))
        graph.add_edge(a, b, **({} if length is None else {"length": length}))
    return graph


@settings(deadline=None, max_examples=200)
@given(graphs(), st.sampled_from([None, "length"]), st.booleans())
def test_betweenness_is_networkx(graph, weight, normalized):
    theirs = nx.betweenness_centrality(graph, weight=weight, normalized=normalized)
    assert betweenness(graph, weight, normalized=normalized) == pytest.approx(theirs, rel=1e-9, abs=1e-12)


def parts():
    """Return a network of several sizes of components, with more sources than are summed at a time."""
    graph = nx.disjoint_union_all(
        [nx.powerlaw_cluster_graph(500, 3, 0.5, seed=1), nx.path_graph(70), nx.grid_2d_graph(6, 6), nx.empty_graph(20)]
    )
    for i, (a, b) in enumerate(graph.edges):
        graph.edges[a, b]["length"] = LENGTHS[i % len(LENGTHS)]
    return graph


@pytest.mark.parametrize("weight", [None, "length"])
def test_threads_and_components_change_no_digit(weight):
    graph = parts()
    one = betweenness(graph, weight)
    assert one == pytest.approx(nx.betweenness_centrality(graph, weight=weight), rel=1e-9, abs=1e-15)
    assert betweenness(graph, weight, threads=3) == one
    assert betweenness(csr(graph, weight), weight) == one


def test_the_kernel_gives_sums_over_pairs():
    rows = csr(parts(), None)
    expected = betweenness(rows, normalized=False)
    assert shortest_path_shares(rows.indptr, rows.indices) == pytest.approx(list(expected.values()), rel=1e-12)


def test_betweenness_by_hand():
    # A square 0-1-2-3 with 4 hung on 0. Pairs through 0: (4,1), (4,2), (4,3) whole and (1,3) half; through 1 and 3:
    # half of (0,2) and of (4,2); through 2: half of (1,3).
    graph = nx.Graph([(0, 1), (1, 2), (2, 3), (3, 0), (0, 4)])
    assert betweenness(graph, normalized=False) == {0: 3.5, 1: 1.0, 2: 0.5, 3: 1.0, 4: 0.0}
    # With the tie of 0 and 3 longer than the way round, all goes by 1 and 2: through 0 (4,1), (4,2), (4,3);
    # through 1 (0,2), (0,3), (4,2), (4,3); through 2 (0,3), (1,3), (4,3).
    graph.edges[3, 0]["length"] = 3.5
    assert betweenness(graph, "length", normalized=False) == {0: 3.0, 1: 4.0, 2: 3.0, 3: 0.0, 4: 0.0}
    # As long as the way round: the pairs (0,3) and (4,3) are halved.
    graph.edges[3, 0]["length"] = 3.0
    assert betweenness(graph, "length", normalized=False) == {0: 3.0, 1: 3.0, 2: 2.0, 3: 0.0, 4: 0.0}


def test_betweenness_of_the_florentine_families():
    # Jackson (2008), Social and Economic Networks, section 2.2.4: Medici .522, Strozzi .103, Guadagni .255.
    scores = betweenness(nx.florentine_families_graph())
    assert {name: round(scores[name], 3) for name in ("Medici", "Strozzi", "Guadagni")} == {
        "Medici": 0.522,
        "Strozzi": 0.103,
        "Guadagni": 0.255,
    }


def test_betweenness_of_the_karate_club():
    # python-igraph 1.0.0, Graph.betweenness(), without and with weights as lengths.
    graph = nx.karate_club_graph()
    unweighted, weighted = betweenness(graph, normalized=False), betweenness(graph, "weight", normalized=False)
    assert [unweighted[v] for v in range(3)] == pytest.approx([231.0714285714286, 28.47857142857143, 75.85079365079366])
    assert [weighted[v] for v in range(3)] == pytest.approx([250.15, 33.8, 36.65])


def test_paths_stars_and_rings_by_formula():
    n = 40
    path, ring = (betweenness(make(n), normalized=False) for make in (nx.path_graph, nx.cycle_graph))
    assert path == {i: i * (n - 1 - i) for i in range(n)}
    assert ring == dict.fromkeys(range(n), (n - 2) ** 2 / 8)
    assert betweenness(nx.star_graph(n)) == {0: 1.0, **dict.fromkeys(range(1, n + 1), 0.0)}


@pytest.mark.parametrize("n", [0, 1, 2])
def test_fewer_than_three_nodes_have_no_betweenness(n):
    for graph in (nx.empty_graph(n), nx.complete_graph(n)):
        assert betweenness(graph) == betweenness(graph, "weight") == dict.fromkeys(range(n), 0.0)


def test_a_direction_is_refused():
    with pytest.raises(NetworkError):
        betweenness(nx.DiGraph([(0, 1)]))


@pytest.mark.parametrize(("length", "key"), [(0.0, "length"), (-1.0, "weight"), (np.nan, "weight")])
def test_a_length_that_no_path_can_have_is_named_with_its_tie(length, key):
    graph = nx.path_graph(["a", "b", "c"])
    graph.edges["b", "c"]["length"] = length
    with pytest.raises(NetworkError) as caught:
        betweenness(graph, "length")
    assert caught.value.key == f"network_{key}"
    assert f"between b and c has the {key} {length};" in caught.value.text.to("en")
