from itertools import combinations, permutations, product

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.csr import csr
from graph.analysis.kernels import ROLES, gould_fernandez
from graph.analysis.kernels.roles import _chance

COLUMNS = [*ROLES, "total"]


def role(first, broker, last):
    if first == broker == last:
        return "coordinator"
    if first == broker:
        return "representative"
    if broker == last:
        return "gatekeeper"
    return "itinerant" if first == last else "liaison"


def by_definition(graph, groups):
    """Count ordered pairs of a directed graph, unordered ones of an undirected one, from the definition."""
    counts = {v: dict.fromkeys(COLUMNS, 0) for v in graph}
    pairs = permutations if graph.is_directed() else combinations
    for j in graph:
        for i, k in pairs([v for v in graph if v != j], 2):
            if graph.has_edge(i, j) and graph.has_edge(j, k) and not graph.has_edge(i, k):
                found = role(groups[i], groups[j], groups[k])
                ends = {found}
                if found in {"representative", "gatekeeper"} and not graph.is_directed():
                    ends = {"representative", "gatekeeper"}
                for name in (*ends, "total"):
                    counts[j][name] += 1
    return counts


@st.composite
def grouped(draw, kind):
    n = draw(st.integers(1, 10))
    graph = kind()
    graph.add_nodes_from(range(n))
    graph.add_edges_from(draw(st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=45)))
    return graph, {v: draw(st.sampled_from("abc")) for v in graph}


@settings(deadline=None, max_examples=100)
@given(st.one_of(grouped(nx.Graph), grouped(nx.DiGraph)))
def test_counts_are_their_definition(given_):
    graph, groups = given_
    assert gould_fernandez(graph, groups).counts.to_dict("index") == by_definition(graph, groups)


@pytest.mark.parametrize("name", ["cheyenne", "made_directed", "made_four_groups"])
def test_counts_expected_values_and_z_are_those_of_sna(reference, name):
    network = reference(name)
    said = network.r["brokerage"]
    # Columns of sna: w_I, w_O, b_IO (A A B), b_OI (B A A), b_O, t; ours are coordinator, itinerant, ... in that order.
    assert said["columns"] == ["w_I", "w_O", "b_IO", "b_OI", "b_O", "t"]
    found = gould_fernandez(network.graph, network.groups)
    ours = {"raw.nli": found.counts, "exp.nli": found.expected, "sd.nli": found.deviation, "z.nli": found.z}
    for key, table in ours.items():
        theirs = np.array(said[key], float)
        assert table.loc[network.r["nodes"]].to_numpy() == pytest.approx(theirs, rel=1e-9, nan_ok=True), key


@pytest.mark.parametrize("name", ["karate", "made_undirected"])
def test_undirected_counts_are_half_those_of_sna(reference, name):
    network = reference(name)
    theirs = np.array(network.r["brokerage"]["raw.nli"], float)
    theirs[:, [0, 1, 4, 5]] /= 2
    found = gould_fernandez(network.graph, network.groups)
    assert found.counts.loc[network.r["nodes"]].to_numpy() == pytest.approx(theirs)


def test_roles_by_hand():
    # b is told by a1, a2 and c, and tells b2 and c2. a1 tells c2 itself.
    graph = nx.DiGraph([("a1", "b"), ("a2", "b"), ("c", "b"), ("b", "b2"), ("b", "c2"), ("a1", "c2")])
    groups = {"a1": "a", "a2": "a", "b": "b", "b2": "b", "c": "c", "c2": "c"}
    # To b2 from a1, a2, c: gatekeeper 3. To c2 from c: itinerant 1; from a2: liaison 1 (a1 needs no broker).
    found = gould_fernandez(graph, groups).counts.loc["b"]
    assert dict(zip(COLUMNS, found, strict=True)) == dict(zip(COLUMNS, [0, 1, 0, 3, 1, 5], strict=True))


def test_chance_by_hand():
    # Three nodes of one group, d = 1/2 directed: two ordered pairs, each with probability 1/2 * 1/2 * 1/2.
    mean, deviation = _chance(np.array([3]), 3, directed=True)
    assert mean[0, 0] == mean[0, 5] == 1 / 4
    # Independent: variance 2 * 1/8 * 7/8.
    assert deviation[0, 0] == pytest.approx((14 / 64) ** 0.5)
    assert mean[0, 1:5].tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize("directed", [False, True])
def test_mean_and_deviation_are_those_of_all_graphs(directed):
    # Every graph of four (directed) or five nodes, each with its probability where a tie has 0.3.
    groups = "aabc" if directed else "aabbc"
    pairs = list((permutations if directed else combinations)(range(len(groups)), 2))
    probabilities, counts = [], []
    for ties in product([False, True], repeat=len(pairs)):
        graph = nx.empty_graph(len(groups), create_using=nx.DiGraph if directed else nx.Graph)
        graph.add_edges_from(pair for pair, tied in zip(pairs, ties, strict=True) if tied)
        probabilities.append(0.3 ** sum(ties) * 0.7 ** (len(ties) - sum(ties)))
        counts.append(list(by_definition(graph, groups)[0].values()))
    mean = np.average(counts, axis=0, weights=probabilities)
    deviation = np.sqrt(np.average((np.array(counts) - mean) ** 2, axis=0, weights=probabilities))
    n = len(groups)
    found = _chance(np.unique(list(groups), return_counts=True)[1], 0.3 * n * (n - 1), directed=directed)
    assert found[0][0] == pytest.approx(mean)
    assert found[1][0] == pytest.approx(deviation)


def test_z_is_how_far_from_chance():
    graph = nx.gnp_random_graph(30, 0.2, seed=3)
    found = gould_fernandez(graph, [v % 3 for v in graph])
    again = (found.counts - found.expected) / found.deviation
    assert again.to_numpy() == pytest.approx(found.z.to_numpy())


def test_a_role_that_cannot_occur_has_no_z():
    found = gould_fernandez(nx.path_graph(3), ["a", "b", "a"])
    assert found.z.loc[1].isna().to_dict() == dict.fromkeys(ROLES, True) | {"itinerant": False, "total": False}


def test_groups_not_known_are_taken_out():
    graph = nx.gnp_random_graph(14, 0.4, seed=2)
    groups = {v: "abc"[v % 3] for v in graph if v not in {3, 7}} | {7: None}
    found, without = gould_fernandez(graph, groups), gould_fernandez(graph.subgraph(set(graph) - {3, 7}), groups)
    for name in ("counts", "expected", "deviation", "z"):
        table = getattr(found, name)
        assert table.loc[[3, 7]].isna().all(axis=None)
        assert table.drop([3, 7]).equals(getattr(without, name))
    assert gould_fernandez(graph, {}).counts.isna().all(axis=None)


def test_parallel_ties_and_self_loops_do_not_count():
    graph = nx.MultiDiGraph([(0, 1), (0, 1), (1, 2), (1, 1), (2, 1)])
    simple = nx.DiGraph([(0, 1), (1, 2), (2, 1)])
    assert gould_fernandez(graph, "aab").counts.equals(gould_fernandez(simple, "aab").counts)
    graph = nx.MultiGraph([(0, 1), (0, 1), (1, 2), (1, 1)])
    assert gould_fernandez(graph, "aab").counts.equals(gould_fernandez(nx.path_graph(3), "aab").counts)


def test_rows_give_what_the_graph_gives():
    graph = nx.karate_club_graph()
    groups = nx.get_node_attributes(graph, "club")
    assert gould_fernandez(csr(graph), groups).z.equals(gould_fernandez(graph, groups).z)
    directed = nx.gnp_random_graph(12, 0.3, seed=4, directed=True)
    found, again = (gould_fernandez(given, "aabbc" * 2 + "ab") for given in (directed, csr(directed, directed=True)))
    assert found.z.equals(again.z)


def test_few_nodes_broker_nothing():
    assert gould_fernandez(nx.Graph(), {}).counts.empty
    for n in (1, 2):
        found = gould_fernandez(nx.complete_graph(n), ["a"] * n)
        assert (found.counts == 0).all(axis=None)
        assert found.z.isna().all(axis=None)
