import math

import networkx as nx
import numpy as np
import pytest

from graph.analysis.layout import neighbourhood_preservation, positions
from graph.analysis.layout.spacing import LEAST, SPACING


def caves():
    graph = nx.connected_caveman_graph(6, 8)
    graph.add_edges_from([(100, 101), (101, 102)])
    graph.add_nodes_from(range(200, 205))
    return graph


def planted(seed=3):
    """Return 20 groups of 15, each node with about five ties inside and one outside."""
    return nx.planted_partition_graph(20, 15, 5 / 14, 1 / 285, seed=seed)


def moves(before, after):
    both = [node for node in before if node in after]
    return np.array([math.dist(before[node], after[node]) for node in both])


def least_distance(placed):
    points = np.array(list(placed.values()))
    gaps = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    np.fill_diagonal(gaps, np.inf)
    return gaps.min()


def box(placed, nodes):
    points = np.array([placed[node] for node in nodes])
    return points.min(axis=0), points.max(axis=0)


def test_the_same_graph_gives_the_same_picture():
    assert positions(caves()) == positions(caves())


def test_the_order_of_nodes_and_ties_does_not_matter():
    graph = planted()
    other = nx.Graph()
    other.add_nodes_from(sorted(graph, reverse=True))
    other.add_edges_from((b, a) for a, b in reversed(list(graph.edges)))
    assert positions(other) == positions(graph)


@pytest.mark.parametrize("graph", [caves(), planted(), nx.star_graph(80), nx.complete_graph(30)])
def test_no_two_nodes_overlap(graph):
    placed = positions(graph)
    assert set(placed) == set(graph)
    assert np.isfinite(list(placed.values())).all()
    # Parting ends after so many rounds, wherever it stands; what is left then is less than a tenth.
    assert least_distance(placed) > 0.9 * LEAST


def test_components_and_rows_have_each_their_room():
    placed = positions(caves())
    (_, large), (small, small_end), (rows, _) = (
        box(placed, nodes) for nodes in (range(48), (100, 101, 102), range(200, 205))
    )
    assert small[0] > large[0] or small[1] > large[1]
    assert rows[1] > max(large[1], small_end[1]) + 2 * SPACING
    assert [placed[200 + i][0] - placed[200][0] for i in range(5)] == [i * SPACING for i in range(5)]


def test_members_of_a_cave_are_nearer_than_others():
    placed = positions(caves())
    graph = nx.connected_caveman_graph(6, 8)
    near = 0
    for node in graph:
        others = sorted((o for o in graph if o != node), key=lambda o: np.hypot(*np.subtract(placed[o], placed[node])))
        near += sum(o // 8 == node // 8 for o in others[:7])
    # By chance 7 of 47 would be of the same cave.
    assert near / (48 * 7) > 0.8


def test_ties_are_near_one_another():
    graph = planted()
    placed = positions(graph)
    scattered = dict(zip(placed, np.random.default_rng(1).permutation(list(placed.values())), strict=True))
    # A tie's end is among the ten nearest of 299 by chance in about one of 30 cases.
    assert neighbourhood_preservation(graph, scattered) < 0.1
    assert neighbourhood_preservation(graph, placed) > 0.6


def test_empty_and_single():
    assert positions(nx.Graph()) == {}
    assert set(positions(nx.empty_graph(1))) == {0}
    assert set(positions(nx.path_graph(2))) == {0, 1}
    assert positions(nx.empty_graph(1), {0: (3.0, 4.0)}) == {0: (3.0, 4.0)}


def test_weights_of_zero_are_no_hindrance():
    graph = nx.cycle_graph(5)
    nx.set_edge_attributes(graph, 0.0, "weight")
    assert least_distance(positions(graph)) > 0.9 * LEAST


@pytest.mark.parametrize("graph", [caves(), planted()])
def test_a_picture_made_again_is_the_same(graph):
    placed = positions(graph)
    rounded = {node: (round(x, 1), round(y, 1)) for node, (x, y) in placed.items()}
    assert moves(placed, positions(graph, rounded)).max() < 0.02 * SPACING


def test_nodes_that_go_and_come_move_few_others():
    graph = planted()
    goers = sorted(graph)[::20]
    smaller = graph.subgraph(set(graph) - set(goers))
    whole, without = positions(graph), positions(smaller)
    # Without them the others stay.
    assert np.median(moves(whole, positions(smaller, whole))) < 0.02 * SPACING
    # They come back near their ties, and the others make room.
    again = positions(graph, without)
    moved = moves(without, again)
    assert np.median(moved) < 0.5 * SPACING
    assert np.quantile(moved, 0.9) < SPACING
    assert least_distance(again) > 0.9 * LEAST
    near = [min(math.dist(again[node], again[other]) for other in graph[node]) for node in goers if graph[node]]
    assert max(near) < 8 * SPACING
    assert np.median(near) < 2 * SPACING


def test_an_earlier_picture_may_be_turned_and_stays_so():
    graph = planted()
    turned = {node: (-y + 500.0, x) for node, (x, y) in positions(graph).items()}
    assert moves(turned, positions(graph, turned)).max() < 0.02 * SPACING


def test_nodes_without_ties_stay_in_their_rows_and_new_ones_come_below():
    graph = caves()
    before = positions(graph)
    graph.add_nodes_from([300, 301])
    after = positions(graph, before)
    assert [after[node] for node in range(200, 205)] == [before[node] for node in range(200, 205)]
    assert min(after[300][1], after[301][1]) > max(y for _, y in before.values())


def test_who_gets_the_first_tie_leaves_the_rows():
    graph = caves()
    before = positions(graph)
    graph.add_edge(200, 3)
    after = positions(graph, before)
    assert math.dist(after[200], after[3]) < 4 * SPACING


def test_a_new_component_comes_beside_what_stays():
    graph = caves()
    before = positions(graph)
    graph.add_edges_from([(400, 401), (401, 402), (402, 400)])
    after = positions(graph, before)
    assert moves(before, after).max() < 0.02 * SPACING
    assert least_distance(after) > 0.9 * LEAST


def test_a_component_that_is_mostly_new_is_drawn_anew():
    graph = planted()
    few = {node: (node * 60.0, 0.0) for node in range(100)}
    placed = positions(graph, few)
    assert neighbourhood_preservation(graph, placed) > 0.6


def test_places_that_are_none_are_passed_over():
    graph = caves()
    before = positions(graph)
    broken = before | {0: (math.nan, 0.0), 1: (math.inf, 1.0), 2: (1e300, 0.0), 999: (0.0, 0.0)}
    after = positions(graph, broken)
    assert set(after) == set(graph)
    assert np.isfinite(list(after.values())).all()
    assert least_distance(after) > 0.9 * LEAST


def test_nodes_all_in_one_place_are_parted():
    graph = planted()
    placed = positions(graph, dict.fromkeys(graph, (1.0, 1.0)))
    assert len(set(placed.values())) == len(graph)
