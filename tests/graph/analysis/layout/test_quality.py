"""Values worked out by hand."""

import math

import networkx as nx
import pytest

from graph.analysis.layout import crossing_rate, neighbourhood_preservation

SQUARE = {"a": (0.0, 0.0), "b": (1.0, 0.0), "c": (1.0, 1.0), "d": (0.0, 1.0)}


def test_neighbours_among_the_nearest():
    # On a line 0 1 2 . . . 9: of the two nearest of a, b and c, one each is b's only tie and a's; c has both its ties
    # near; d's two nearest are c and b, of which c is tied.
    places = {"a": (0.0, 0.0), "b": (1.0, 0.0), "c": (2.1, 0.0), "d": (9.0, 0.0)}
    graph = nx.Graph([("a", "d"), ("b", "c"), ("c", "d")])
    # a: nearest b, c; tied d: 0 of min(2, 1). b: nearest a, c; tied c: 1 of 1. c: nearest b, a; tied b, d: 1 of 2.
    # d: nearest c, b; tied a, c: 1 of 2.
    assert neighbourhood_preservation(graph, places, nearest=2) == pytest.approx((0 + 1 + 1 / 2 + 1 / 2) / 4)


def test_who_has_fewer_ties_than_ten_can_have_all():
    star = nx.star_graph(3)
    places = {0: (0.0, 0.0), 1: (1.0, 0.0), 2: (0.0, 1.0), 3: (-1.0, 0.0)}
    assert neighbourhood_preservation(star, places) == 1.0


def test_a_hub_is_measured_by_ten():
    # Ten leaves around the hub and ten far off: 10 of min(10, 20) of the hub are near.
    star = nx.star_graph(20)
    places = {0: (0.0, 0.0)}
    places |= {i: (math.cos(i), math.sin(i)) for i in range(1, 11)}
    places |= {i: (1000.0 + i, 0.0) for i in range(11, 21)}
    # A near one has the hub at 1 and nine leaves. A far one has its nine like, and then the leaf at (cos 6, sin 6),
    # which is nearer by 0.96 than the hub.
    assert neighbourhood_preservation(star, places) == pytest.approx((1.0 + 10 * 1.0 + 10 * 0.0) / 21)


def test_nodes_without_ties_loops_and_parallel_ties_do_not_count():
    graph = nx.MultiGraph([("a", "b"), ("a", "b"), ("a", "a"), ("c", "d")])
    graph.add_node("e")
    places = SQUARE | {"e": (0.5, 0.5)}
    # The nearest of each is e.
    assert neighbourhood_preservation(graph, places, nearest=1) == 0.0
    assert neighbourhood_preservation(graph, places, nearest=4) == 1.0


@pytest.mark.parametrize("graph", [nx.Graph(), nx.empty_graph(3)])
def test_without_ties_there_is_nothing_to_preserve_or_cross(graph):
    places = {node: (float(node), 0.0) for node in graph}
    assert math.isnan(neighbourhood_preservation(graph, places))
    assert math.isnan(crossing_rate(graph, places))


def test_sides_and_diagonals_of_a_square():
    # Four sides and two diagonals: three pairs without a common end, two of sides that are parallel.
    assert crossing_rate(nx.complete_graph(SQUARE), SQUARE) == pytest.approx(1 / 3)
    assert crossing_rate(nx.cycle_graph(SQUARE), SQUARE) == 0.0


def test_ties_that_touch_do_not_cross():
    places = {"a": (0.0, 0.0), "b": (2.0, 0.0), "c": (1.0, 0.0), "d": (1.0, 1.0)}
    assert crossing_rate(nx.Graph([("a", "b"), ("c", "d")]), places) == 0.0


def test_pairs_are_drawn_where_there_are_many():
    # Two bundles of 30 ties that all cross each other: of C(60, 2) pairs 30 × 30 cross, and none within a bundle.
    graph = nx.Graph()
    places = {}
    for i in range(30):
        for name, ends in (("h", ((-99.0, i), (99.0, i))), ("v", ((i - 15.5, -99.0), (i - 15.5, 99.0)))):
            graph.add_edge((name, i, 0), (name, i, 1))
            places |= {(name, i, 0): ends[0], (name, i, 1): ends[1]}
    exact = 900 / (60 * 59 / 2)
    assert crossing_rate(graph, places) == pytest.approx(exact)
    drawn = crossing_rate(graph, places, draws=1000)
    assert drawn != exact
    # Four standard errors of 1,000 draws; a tie drawn with itself does not count.
    assert drawn == pytest.approx(exact, abs=4 * math.sqrt(exact * (1 - exact) / 980))
