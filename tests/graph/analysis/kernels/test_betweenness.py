import math

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.kernels import betweenness
from graph.errors import NetworkError


@st.composite
def graphs(draw):
    n = draw(st.integers(1, 14))
    graph = nx.Graph()
    graph.add_nodes_from(range(n))
    pairs = draw(st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=30))
    for a, b in pairs:
        graph.add_edge(a, b, weight=draw(st.floats(0.1, 9, allow_nan=False)))
    return graph


@settings(deadline=None, max_examples=150)
@given(graphs())
def test_betweenness_is_networkx(graph):
    theirs = nx.betweenness_centrality(graph)
    ours = betweenness(graph)
    assert all(math.isclose(ours[v], theirs[v], rel_tol=1e-9, abs_tol=1e-12) for v in graph)


def test_betweenness_of_the_florentine_families():
    # Jackson (2008), Social and Economic Networks, section 2.2.4: Medici .522, Strozzi .103, Guadagni .255.
    scores = betweenness(nx.florentine_families_graph())
    assert {name: round(scores[name], 3) for name in ("Medici", "Strozzi", "Guadagni")} == {
        "Medici": 0.522,
        "Strozzi": 0.103,
        "Guadagni": 0.255,
    }


def test_an_isolate_has_no_betweenness():
    assert betweenness(nx.empty_graph(1)) == {0: 0.0}
    assert betweenness(nx.Graph()) == {}


def test_a_direction_is_refused():
    with pytest.raises(NetworkError):
        betweenness(nx.DiGraph([(0, 1)]))


def test_parallel_ties_and_self_loops_are_one_tie_and_none():
    plain, doubled = nx.Graph([(0, 1), (1, 2), (2, 3), (3, 0)]), nx.MultiGraph([(0, 1), (0, 1), (1, 2), (2, 3), (3, 0)])
    doubled.add_edge(2, 2)
    assert betweenness(doubled) == betweenness(plain) == nx.betweenness_centrality(doubled)
