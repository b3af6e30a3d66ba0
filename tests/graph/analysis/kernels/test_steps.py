import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.csr import csr
from graph.analysis.kernels import steps


@settings(deadline=None, max_examples=100)
@given(st.integers(1, 12), st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=25), st.data())
def test_steps_are_those_of_networkx(n, pairs, data):
    graph = nx.empty_graph(n)
    graph.add_edges_from((a % n, b % n) for a, b in pairs)
    sources = data.draw(st.lists(st.integers(0, n - 1), max_size=3))
    theirs = nx.multi_source_dijkstra_path_length(graph, set(sources), weight=None) if sources else {}
    assert steps(graph, sources) == theirs
    assert steps(csr(graph), sources) == theirs


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sets(st.integers(0, 7), min_size=1), max_size=5), st.sets(st.integers(0, 7), min_size=1))
def test_a_shared_collaboration_is_one_step(groups, sources):
    bipartite, projection = nx.empty_graph(8), nx.empty_graph(8)
    for number, members in enumerate(groups):
        bipartite.add_edges_from((member, f"c{number}") for member in members)
        projection.add_edges_from((a, b) for a in members for b in members if a < b)
    passing = [node for node in bipartite if isinstance(node, str)]
    assert steps(bipartite, sources, passing) == steps(projection, sources)


def test_what_is_out_of_reach_and_what_is_not_there():
    assert steps(nx.empty_graph(2), [1]) == {1: 0}
    assert steps(nx.Graph(), []) == {}
    with pytest.raises(KeyError):
        steps(nx.Graph(), ["nobody"])
