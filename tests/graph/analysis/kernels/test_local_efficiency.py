import math

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.kernels import efficiency, local_efficiency


@settings(deadline=None, max_examples=100)
@given(st.integers(1, 12), st.floats(0, 1), st.integers(0, 2**31))
def test_is_networkx(n, density, seed):
    graph = nx.gnp_random_graph(n, density, seed=seed)
    assert local_efficiency(graph) == pytest.approx(nx.local_efficiency(graph), rel=1e-9)


def test_by_hand_and_unlike_burts():
    # A square 1 2 3 4 around 0: the neighbours of 0 are at distances 1 (four pairs) and 2 (two): (4 + 2 / 2) / 6.
    # Those of a corner are 0 and two others, both tied to 0: (2 + 1 / 2) / 3.
    graph = nx.wheel_graph(5)
    assert local_efficiency(graph) == pytest.approx((5 / 6 + 4 * 5 / 6) / 5)
    # Burt's, of 0: effective size 4 - 2 * 4 / 4, over 4 contacts.
    assert efficiency(graph)[0] == pytest.approx(1 / 2)


def test_direction_parallel_ties_and_self_loops_do_not_count():
    graph = nx.MultiDiGraph([(0, 1), (1, 0), (0, 1), (1, 2), (2, 0), (0, 0)])
    assert local_efficiency(graph) == 1.0


def test_without_nodes_there_is_none():
    assert math.isnan(local_efficiency(nx.Graph()))
    assert local_efficiency(nx.empty_graph(3)) == 0.0
