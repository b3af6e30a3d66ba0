import networkx as nx
import numpy as np

from graph.analysis.layout import positions


def caves():
    graph = nx.connected_caveman_graph(6, 8)
    graph.add_edges_from([(100, 101), (101, 102)])
    graph.add_nodes_from(range(200, 205))
    return graph


def test_the_same_graph_gives_the_same_picture():
    assert positions(caves()) == positions(caves())


def test_every_node_has_a_place_of_its_own():
    placed = positions(caves())
    assert set(placed) == set(caves())
    points = np.array(list(placed.values()))
    assert np.isfinite(points).all()
    gaps = np.hypot(*(points[:, None] - points[None]).transpose(2, 0, 1))
    np.fill_diagonal(gaps, np.inf)
    assert gaps.min() > 15


def test_members_of_a_cave_are_nearer_than_others():
    placed = positions(caves())
    graph = nx.connected_caveman_graph(6, 8)
    near = 0
    for node in graph:
        others = sorted((o for o in graph if o != node), key=lambda o: np.hypot(*np.subtract(placed[o], placed[node])))
        near += sum(o // 8 == node // 8 for o in others[:7])
    # By chance 7 of 47 would be of the same cave.
    assert near / (48 * 7) > 0.8


def test_empty_and_single():
    assert positions(nx.Graph()) == {}
    assert set(positions(nx.empty_graph(1))) == {0}
    assert set(positions(nx.path_graph(2))) == {0, 1}
