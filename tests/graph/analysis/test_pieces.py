import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.pieces import Pieces


@st.composite
def networks(draw):
    n = draw(st.integers(1, 12))
    graph = nx.empty_graph(n)
    graph.add_edges_from(draw(st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=14)))
    graph.remove_edges_from(list(nx.selfloop_edges(graph)))
    return graph, draw(st.sets(st.integers(0, n - 1)))


def reached(graph, start):
    return set(nx.node_connected_component(graph, start))


@settings(deadline=None, max_examples=150)
@given(networks())
def test_what_falls_off_is_what_networkx_finds_when_a_node_is_taken_out(made):
    graph, counted = made
    pieces = Pieces(graph, counted)
    assert pieces.points == set(nx.articulation_points(graph))
    for point in pieces.points:
        rest = graph.subgraph(reached(graph, point) - {point})
        parts = [part & counted for part in nx.connected_components(rest)]
        off = set(pieces.off(point, 99))
        # All but one piece, and that one has most counted nodes.
        assert [part for part in parts if part and not part <= off] == [
            part for part in parts if part and part.isdisjoint(off)
        ]
        assert len(off) == sum(map(len, parts)) - max(map(len, parts))
        assert off <= counted
        assert pieces.off(point, 1) == pieces.off(point, 99)[:1]


@settings(deadline=None, max_examples=150)
@given(networks())
def test_the_sides_of_a_bridge_tie(made):
    graph, counted = made
    pieces = Pieces(graph, counted)
    assert {frozenset(tie) for tie in pieces.bridges} == {frozenset(tie) for tie in nx.bridges(graph)}
    for a, b in pieces.bridges:
        parted = nx.restricted_view(graph, [], [(a, b)])
        near, far = reached(parted, a) & counted, reached(parted, b) & counted
        assert pieces.sides(a, b) == (len(near), len(far))
        assert set(pieces.beyond(a, b, 99)) == far
        assert set(pieces.beyond(b, a, 99)) == near


def test_a_path_of_any_length_is_no_recursion():
    pieces = Pieces(nx.path_graph(5000), range(5000))
    assert pieces.off(10, 99) == list(range(9, -1, -1))
    assert pieces.sides(9, 10) == (10, 4990)
