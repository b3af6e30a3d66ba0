import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.csr import csr
from graph.errors import NetworkError

KINDS = (nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph)


@st.composite
def graphs(draw):
    graph = draw(st.sampled_from(KINDS))()
    nodes = draw(st.lists(st.integers(0, 99), min_size=1, max_size=9, unique=True))
    graph.add_nodes_from(nodes)
    node = st.sampled_from(nodes)
    for a, b in draw(st.lists(st.tuples(node, node), max_size=25)):
        weight = draw(st.none() | st.floats(0, 9))
        graph.add_edge(a, b, **({} if weight is None else {"weight": weight}))
    return graph


def matrix(rows):
    dense = np.zeros((len(rows), len(rows)))
    for i in range(len(rows)):
        row = slice(rows.indptr[i], rows.indptr[i + 1])
        dense[i, rows.indices[row]] = rows.weights[row]
    return dense


@settings(deadline=None, max_examples=150)
@given(graphs(), st.sampled_from(["sum", "min"]))
def test_rows_are_the_adjacency_matrix_of_networkx(graph, parallel):
    join = {"sum": sum, "min": min}[parallel]
    rows = csr(graph, directed=True, loops=True, parallel=parallel)
    assert rows.nodes == list(graph)
    assert rows.directed == graph.is_directed()
    assert np.allclose(matrix(rows), nx.to_numpy_array(graph, multigraph_weight=join), rtol=1e-15)
    assert np.allclose(matrix(rows.reverse()), matrix(rows).T, rtol=0)
    assert rows.indices.size == sum(len(graph[v]) for v in graph)
    for i in range(len(rows)):
        assert (np.diff(rows.indices[rows.indptr[i] : rows.indptr[i + 1]]) > 0).all()


@settings(deadline=None, max_examples=50)
@given(graphs())
def test_self_loops_are_dropped_and_all_else_is_kept(graph):
    wanted = matrix(csr(graph, directed=True, loops=True))
    np.fill_diagonal(wanted, 0)
    assert (matrix(csr(graph, directed=True)) == wanted).all()


def test_parallel_ties_without_weights_are_counted():
    assert csr(nx.MultiGraph([(0, 1), (0, 1)]), weight=None).weights.tolist() == [2, 2]
    assert csr(nx.MultiGraph([(0, 1), (0, 1)]), weight=None, parallel="min").weights.tolist() == [1, 1]


def test_a_csr_and_a_view_are_taken_like_a_graph():
    path = nx.path_graph(4)
    rows = csr(path.subgraph([0, 1, 3]))
    assert rows.indptr.tolist() == [0, 1, 2, 2]
    assert csr(rows) is rows


def test_nothing_and_isolates_have_empty_rows():
    assert csr(nx.Graph()).indptr.tolist() == [0]
    assert csr(nx.empty_graph(3)).indptr.tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize("weight", [float("nan"), -0.5, float("inf"), "heavy", None])
@pytest.mark.parametrize("kind", KINDS)
def test_a_weight_that_is_none_is_named_with_its_tie(kind, weight):
    graph = kind([("a", "b")])
    graph.add_edge("b", "c", weight=weight)
    with pytest.raises(NetworkError) as caught:
        csr(graph, directed=True)
    assert f"between b and c has the weight {weight};" in caught.value.text.to("en")


def test_a_direction_is_not_dropped_unasked():
    for graph in (nx.DiGraph([(0, 1)]), csr(nx.DiGraph([(0, 1)]), directed=True)):
        with pytest.raises(NetworkError) as caught:
            csr(graph)
        assert caught.value.key == "network_directed"
