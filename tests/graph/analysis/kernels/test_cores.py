import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.csr import csr
from graph.analysis.kernels import core_numbers


@st.composite
def graphs(draw, kind=nx.Graph):
    n = draw(st.integers(0, 14))
    graph = kind()
    graph.add_nodes_from(f"n{i}" for i in range(n))
    if n > 1:
        ends = st.tuples(st.integers(0, n - 1), st.integers(0, n - 1))
        pairs = draw(st.lists(ends, max_size=60))
        graph.add_edges_from((f"n{a}", f"n{b}") for a, b in pairs if a != b)
    return graph


@settings(deadline=None, max_examples=200)
@given(graphs())
def test_core_numbers_are_networkxs(graph):
    assert core_numbers(graph) == nx.core_number(graph)
    assert core_numbers(csr(graph)) == nx.core_number(graph)


@settings(deadline=None)
@given(graphs(kind=nx.DiGraph))
def test_with_direction_ties_in_and_out_count(graph):
    assert core_numbers(graph) == nx.core_number(graph)


def test_core_numbers_by_hand():
    # Four who all know each other, a triangle with one of them, a tail, and one alone.
    graph = nx.complete_graph(4)
    graph.add_edges_from([(3, 4), (4, 5), (5, 3), (5, 6), (6, 7)])
    graph.add_node(8)
    assert core_numbers(graph) == {0: 3, 1: 3, 2: 3, 3: 3, 4: 2, 5: 2, 6: 1, 7: 1, 8: 0}


def test_zacharys_club_has_ten_in_its_four_core():
    # igraph 1.0 gives the same ten.
    cores = core_numbers(nx.karate_club_graph())
    assert {node for node, k in cores.items() if k == 4} == {0, 1, 2, 3, 7, 8, 13, 30, 32, 33}
    assert max(cores.values()) == 4


@pytest.mark.parametrize("kind", [nx.Graph, nx.MultiGraph])
def test_self_loops_and_parallel_ties_do_not_raise_a_core(kind):
    graph = kind([(0, 1), (0, 1), (1, 2), (2, 0), (2, 2), (2, 3)])
    assert core_numbers(graph) == {0: 2, 1: 2, 2: 2, 3: 1}


def test_a_graph_without_nodes_has_no_cores():
    assert core_numbers(nx.Graph()) == {}
