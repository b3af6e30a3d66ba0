import math
import statistics
from collections import Counter

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.kernels import participation, within_module_z


@st.composite
def grouped(draw):
    n = draw(st.integers(1, 12))
    graph = nx.Graph()
    graph.add_nodes_from(range(n))
    for a, b in draw(st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=30)):
        if a != b:
            graph.add_edge(a, b, weight=draw(st.floats(0.1, 9)))
    return graph, {v: draw(st.sampled_from(["a", "b", "c", None])) for v in graph}


def ties_by_group(graph, groups, v):
    found = Counter()
    for w, data in graph[v].items():
        if groups[w] is not None:
            found[groups[w]] += data["weight"]
    return found


@settings(deadline=None, max_examples=100)
@given(grouped())
def test_participation_is_its_definition(given_):
    graph, groups = given_
    ours = participation(graph, groups, "weight")
    for v in graph:
        ties = ties_by_group(graph, groups, v)
        defined = ties and groups[v] is not None
        expected = 1 - sum((k / ties.total()) ** 2 for k in ties.values()) if defined else math.nan
        assert ours[v] == pytest.approx(expected, abs=1e-12, nan_ok=True)


@settings(deadline=None, max_examples=100)
@given(grouped())
def test_within_module_z_is_its_definition(given_):
    graph, groups = given_
    ours = within_module_z(graph, groups, "weight")
    inside = {v: ties_by_group(graph, groups, v)[g] for v, g in groups.items() if g is not None}
    for v in graph:
        if groups[v] is None:
            assert math.isnan(ours[v])
            continue
        values = [inside[w] for w in inside if groups[w] == groups[v]]
        deviation = statistics.pstdev(values)
        expected = (inside[v] - statistics.fmean(values)) / deviation if deviation > 1e-9 else 0.0
        assert ours[v] == pytest.approx(expected, abs=1e-9)


def test_by_hand():
    # 0 has two ties into a, one into b, one into c: 1 - (4 + 1 + 1) / 16. The others have one tie, into a.
    graph = nx.star_graph(4)
    groups = {0: "a", 1: "a", 2: "a", 3: "b", 4: "c"}
    assert participation(graph, groups) == {0: 0.625, 1: 0.0, 2: 0.0, 3: 0.0, 4: 0.0}
    # Ties inside a: 2, 1, 1; mean 4/3, standard deviation sqrt(2)/3: (2/3) / (sqrt(2)/3) = sqrt(2).
    z = within_module_z(graph, groups)
    assert z[0] == pytest.approx(math.sqrt(2))
    assert z[1] == pytest.approx(-1 / math.sqrt(2))
    # b and c have one node each, which is its own mean.
    assert z[3] == z[4] == 0.0


def test_no_role_of_one_group_by_rounding():
    graph = nx.Graph()
    graph.add_weighted_edges_from([(0, 1, 0.1), (0, 2, 0.2), (0, 3, 0.3), (1, 2, 0.3)])
    assert participation(graph, ["a"] * 4, "weight") == dict.fromkeys(range(4), 0.0)
    cycle = nx.Graph()
    cycle.add_weighted_edges_from([(0, 1, 0.1), (1, 2, 0.2), (2, 0, 0.1), (0, 3, 0.1), (1, 3, 0), (2, 3, 0)])
    # Strengths 0.3, 0.30000000000000004, 0.30000000000000004 and 0.1; the first three are equal.
    z = within_module_z(cycle, ["a", "a", "a", "b"], "weight")
    assert z[1] == z[2]


def test_both_directions_and_parallel_ties_add_up():
    graph = nx.MultiDiGraph([(0, 1), (1, 0), (0, 1), (2, 0), (0, 0)])
    assert participation(graph, ["a", "a", "b"])[0] == pytest.approx(1 - (9 + 1) / 16)


def test_groups_not_known_are_left_out():
    graph = nx.path_graph(4)
    for missing in (None, np.nan, float("nan")):
        assert participation(graph, ["a", missing, "b", "a"]) == pytest.approx(
            {0: math.nan, 1: math.nan, 2: 0.0, 3: 0.0}, nan_ok=True
        )
    assert all(map(math.isnan, participation(graph, {}).values()))
    assert all(map(math.isnan, within_module_z(graph, {}).values()))


def test_no_nodes_and_no_ties():
    assert participation(nx.Graph(), {}) == {} == within_module_z(nx.Graph(), {})
    assert math.isnan(participation(nx.empty_graph(1), ["a"])[0])
    assert within_module_z(nx.empty_graph(2), ["a", "a"]) == {0: 0.0, 1: 0.0}


def test_a_group_must_be_given_for_each_node():
    with pytest.raises(ValueError, match="1 groups for 2 nodes"):
        participation(nx.path_graph(2), ["a"])
