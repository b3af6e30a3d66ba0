"""The kernels against R: igraph 1.3.5 and sna 2.7.1, as tests/reference/make.R ran them."""

import networkx as nx
import numpy as np
import pytest

from graph.analysis import kernels

DIRECTED = ("cheyenne", "made_directed", "made_four_groups")
UNDIRECTED = ("florentine_marriage", "florentine", "davis", "karate", "kite", "borgatti", "made_undirected")


def same(ours, theirs):
    """Compare by node; what R gives no finite number for is NaN here."""
    expected = {node: float("nan") if value is None else value for node, value in theirs.items()}
    return ours == pytest.approx(expected, rel=1e-9, abs=1e-12, nan_ok=True)


@pytest.mark.parametrize("name", UNDIRECTED)
def test_betweenness_is_igraphs(reference, name):
    given = reference(name)
    n = len(given.graph)
    for weight, measure in ((None, "betweenness"), ("weight", "betweennessWeighted")):
        # igraph counts pairs of others, of which there are (n - 1)(n - 2) / 2.
        theirs = {node: count / ((n - 1) * (n - 2) / 2) for node, count in given.by_node(measure).items()}
        assert same(kernels.betweenness(given.graph, weight), theirs)


@pytest.mark.parametrize("name", UNDIRECTED + DIRECTED)
def test_constraint_is_igraphs(reference, name):
    given = reference(name)
    assert same(kernels.constraint(given.graph), given.by_node("constraint"))
    assert same(kernels.constraint(given.graph, weight="weight"), given.by_node("constraintWeighted"))


@pytest.mark.parametrize("name", UNDIRECTED)
def test_what_holds_a_network_together_is_igraphs(reference, name):
    given = reference(name)
    found = kernels.articulation(given.graph)
    assert found.points == set(given.r["articulation"])
    assert {frozenset(tie) for tie in found.bridges} == {frozenset(tie) for tie in given.r["bridges"]}
    assert sorted(map(len, found.components), reverse=True) == given.r["biconnectedSizes"]


@pytest.mark.parametrize("name", UNDIRECTED)
def test_core_numbers_are_igraphs(reference, name):
    given = reference(name)
    assert kernels.core_numbers(given.graph) == given.by_node("coreness")


@pytest.mark.parametrize("name", UNDIRECTED + DIRECTED)
def test_pagerank_is_igraphs(reference, name):
    given = reference(name)
    assert same(kernels.pagerank(given.graph), given.by_node("pageRank"))
    assert same(kernels.pagerank(given.graph, weight="weight"), given.by_node("pageRankWeighted"))


def test_the_projection_of_davis_women_is_rs(reference):
    given = reference("davis")
    women, weights, shared = (given.r["projection"][key] for key in ("nodes", "weights", "shared"))
    events = [node for node, group in given.groups.items() if group == "event"]
    found = kernels.projection(women, [list(given.graph[event]) for event in events])
    rows, counts = nx.DiGraph(), iter(found.collaborations)
    for i, woman in enumerate(women):
        for k in range(found.csr.indptr[i], found.csr.indptr[i + 1]):
            rows.add_edge(woman, women[found.csr.indices[k]], weight=found.csr.weights[k], shared=next(counts))
    for key, expected in (("weight", weights), ("shared", shared)):
        assert nx.to_numpy_array(rows, women, weight=key) == pytest.approx(np.array(expected), rel=1e-9)


def test_betweenness_and_constraint_of_davis_projection_are_igraphs(reference):
    given = reference("davis")
    said = given.r["projection"]
    events = [node for node, group in given.groups.items() if group == "event"]
    found = kernels.projection(said["nodes"], [list(given.graph[event]) for event in events]).csr
    pairs = 17 * 16 / 2
    between = dict(zip(said["nodes"], (count / pairs for count in said["betweenness"]), strict=True))
    assert same(kernels.betweenness(found), between)
    constraint = dict(zip(said["nodes"], said["constraintWeighted"], strict=True))
    assert same(kernels.constraint(found, weight="weight"), constraint)
