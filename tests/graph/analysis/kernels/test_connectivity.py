import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.csr import csr
from graph.analysis.kernels import articulation, removal_loss
from graph.errors import NetworkError


@st.composite
def graphs(draw):
    """Sparse graphs, so that most have points and bridges, with isolates and self-loops; nodes are words."""
    n = draw(st.integers(0, 16))
    graph = nx.Graph()
    graph.add_nodes_from(f"n{i}" for i in range(n))
    if n:
        ends = st.integers(0, n - 1)
        graph.add_edges_from(
            (f"n{a}", f"n{b}") for a, b in draw(st.lists(st.tuples(ends, ends), max_size=draw(st.integers(0, 30))))
        )
    return graph


def unordered(edges):
    return {frozenset(edge) for edge in edges}


def by_taking_out(graph, counted):
    """What removal_loss is by definition, worked out by taking out each node."""
    pairs, separated = {}, {}
    for node in graph:
        component = nx.node_connected_component(graph, node) - {node}
        sizes = [len(piece & counted) for piece in nx.connected_components(graph.subgraph(component))]
        before = sum(sizes)
        pairs[node] = (before**2 - sum(size**2 for size in sizes)) // 2
        separated[node] = before - max(sizes, default=0)
    return pairs, separated


@settings(deadline=None, max_examples=300)
@given(graphs())
def test_articulation_is_networkx(graph):
    found = articulation(graph)
    assert found.points == set(nx.articulation_points(graph))
    assert unordered(found.bridges) == unordered(nx.bridges(graph))
    assert len(found.bridges) == len(unordered(found.bridges))
    assert sorted(map(sorted, found.components)) == sorted(map(sorted, nx.biconnected_components(graph)))


@settings(deadline=None, max_examples=300)
@given(graphs(), st.sets(st.integers(0, 15)))
def test_removal_loss_is_what_taking_out_loses(graph, chosen):
    loss = removal_loss(graph)
    assert (loss.pairs, loss.separated) == by_taking_out(graph, set(graph))
    counted = {f"n{i}" for i in chosen}
    loss = removal_loss(graph, counted)
    assert (loss.pairs, loss.separated) == by_taking_out(graph, counted)


def test_articulation_by_hand():
    # Two triangles that share c, and a tail d-e-f; x alone.
    graph = nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "g"), ("g", "c"), ("d", "e"), ("e", "f")])
    graph.add_node("x")
    found = articulation(graph)
    assert found.points == {"c", "d", "e"}
    assert found.bridges == {("d", "e"), ("e", "f")}
    assert set(found.components) == {frozenset(part) for part in ("abc", "cdg", "de", "ef")}
    loss = removal_loss(graph)
    # Without c: ab | defg, 2 x 4 pairs. Without d: abcg | ef, 4 x 2. Without e: abcdg | f, 5 x 1.
    assert loss.pairs == {"a": 0, "b": 0, "c": 8, "d": 8, "e": 5, "f": 0, "g": 0, "x": 0}
    assert loss.separated == {"a": 0, "b": 0, "c": 2, "d": 2, "e": 1, "f": 0, "g": 0, "x": 0}


def test_the_florentine_families_hang_on_four():
    # Padgett's marriages: without the Medici the Acciaiuoli, and the Salviati with the Pazzi, are cut off; of 14
    # others, 1 | 2 | 11 give 1 x 2 + 1 x 11 + 2 x 11 = 35 pairs.
    families = nx.florentine_families_graph()
    assert articulation(families).points == {"Medici", "Salviati", "Albizzi", "Guadagni"}
    loss = removal_loss(families)
    assert (loss.pairs["Medici"], loss.separated["Medici"]) == (35, 3)


def test_of_a_bipartite_network_organisations_count():
    # Collaboration x holds a and b, y holds b and c: without b, a is parted from c; without x, a from b and c.
    graph = nx.Graph([("a", "x"), ("b", "x"), ("b", "y"), ("c", "y")])
    loss = removal_loss(graph, counted="abc")
    assert loss.pairs == {"a": 0, "x": 2, "b": 1, "y": 2, "c": 0}
    assert loss.separated == {"a": 0, "x": 1, "b": 1, "y": 1, "c": 0}


def test_a_long_path_is_searched():
    path = nx.path_graph(30_000)
    assert len(articulation(path).points) == 29_998
    assert removal_loss(path).pairs[15_000] == 15_000 * 14_999


@pytest.mark.parametrize("graph", [nx.Graph(), nx.empty_graph(3), nx.Graph([(0, 0)])])
def test_nothing_holds_together_what_has_no_ties(graph):
    found = articulation(graph)
    assert (found.points, found.bridges, found.components) == (frozenset(), frozenset(), ())
    assert removal_loss(graph).pairs == dict.fromkeys(graph, 0)


def test_rows_give_what_their_graph_gives():
    graph = nx.florentine_families_graph()
    on_rows, found = articulation(csr(graph)), articulation(graph)
    assert (on_rows.points, on_rows.bridges, on_rows.components) == (found.points, found.bridges, found.components)
    assert removal_loss(csr(graph), ["Medici"]) == removal_loss(graph, ["Medici"])


@settings(deadline=None)
@given(graphs(), st.sets(st.integers(0, 20)))
def test_parallel_ties_are_no_bridges_as_in_networkx(graph, doubled):
    parallel = nx.MultiGraph(graph)
    parallel.add_edges_from(edge for i, edge in enumerate(graph.edges) if i in doubled)
    found = articulation(parallel)
    assert unordered(found.bridges) == unordered(nx.bridges(parallel))
    assert (found.points, found.components) == (articulation(graph).points, articulation(graph).components)
    assert removal_loss(parallel) == removal_loss(graph)


def test_ties_with_a_direction_are_refused():
    for measure in (articulation, removal_loss):
        with pytest.raises(NetworkError):
            measure(nx.DiGraph([(0, 1)]))
