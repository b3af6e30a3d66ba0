import math

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.kernels import constraint


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
def test_constraint_is_networkx(graph):
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    theirs = nx.constraint(graph, weight="weight")
    ours = constraint(graph)
    for v in graph:
        assert ours[v] == pytest.approx(theirs[v], rel=1e-9, nan_ok=True)


def test_constraint_by_hand():
    # Node 0 with 1, 2, 3, of whom 1 and 2 know each other; p01 = p02 = p03 = 1/3, p12 = p21 = 1/2.
    # c = (1/3 + 1/6)^2 + (1/3 + 1/6)^2 + (1/3)^2 = 11/18.
    graph = nx.Graph([(0, 1), (0, 2), (0, 3), (1, 2)])
    assert constraint(graph)[0] == pytest.approx(11 / 18)


def test_an_isolate_has_no_constraint():
    assert math.isnan(constraint(nx.empty_graph(1))[0])
