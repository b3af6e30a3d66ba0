"""The kernels against R: igraph 1.3.5 and sna 2.7.1, as tests/reference/make.R ran them."""

import pytest

from graph.analysis import kernels

UNDIRECTED = ("florentine_marriage", "florentine", "davis", "karate", "kite", "borgatti", "made_undirected")


def same(ours, theirs):
    """Compare by node; what R gives no finite number for is NaN here."""
    expected = {node: float("nan") if value is None else value for node, value in theirs.items()}
    return ours == pytest.approx(expected, rel=1e-9, abs=1e-12, nan_ok=True)


@pytest.mark.parametrize("name", UNDIRECTED)
def test_betweenness_is_igraphs(reference, name):
    given = reference(name)
    n = len(given.graph)
    # igraph counts pairs of others, of which there are (n - 1)(n - 2) / 2.
    theirs = {node: count / ((n - 1) * (n - 2) / 2) for node, count in given.by_node("betweenness").items()}
    assert same(kernels.betweenness(given.graph), theirs)


@pytest.mark.parametrize("name", UNDIRECTED)
def test_constraint_is_igraphs(reference, name):
    given = reference(name)
    assert same(kernels.constraint(given.graph), given.by_node("constraint"))
    assert same(kernels.constraint(given.graph, weight="weight"), given.by_node("constraintWeighted"))
