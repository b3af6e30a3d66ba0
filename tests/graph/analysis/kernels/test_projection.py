import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.kernels import projected, projection

memberships = st.integers(1, 10).flatmap(
    lambda n: st.tuples(
        st.just(n), st.lists(st.lists(st.integers(0, n - 1), unique=True, max_size=n), min_size=1, max_size=12)
    )
)


def edges(found):
    """Return the weight and the number of collaborations of each tie, from both of its ends."""
    rows = found.csr
    return {
        (rows.nodes[i], rows.nodes[rows.indices[k]]): (rows.weights[k], found.collaborations[k])
        for i in range(len(rows.nodes))
        for k in range(rows.indptr[i], rows.indptr[i + 1])
    }


@settings(deadline=None, max_examples=100)
@given(memberships)
def test_is_networkx(given_):
    n, collaborations = given_
    found = projection(range(n), collaborations)
    bipartite = nx.Graph()
    bipartite.add_nodes_from(range(n))
    bipartite.add_nodes_from(f"c{c}" for c in range(len(collaborations)))
    bipartite.add_edges_from((member, f"c{c}") for c, members in enumerate(collaborations) for member in members)
    weights = nx.bipartite.collaboration_weighted_projected_graph(bipartite, range(n))
    counts = nx.bipartite.weighted_projected_graph(bipartite, range(n))
    ours = edges(found)
    assert {pair: weight for pair, (weight, _) in ours.items()} == pytest.approx(
        {(a, b): weights[a][b]["weight"] for a in weights for b in weights[a]}
    )
    assert {pair: count for pair, (_, count) in ours.items()} == {
        (a, b): counts[a][b]["weight"] for a in counts for b in counts[a]
    }


@settings(deadline=None, max_examples=60)
@given(memberships)
def test_rows_ascend(given_):
    rows = projection(range(given_[0]), given_[1]).csr
    for first, last in zip(rows.indptr, rows.indptr[1:], strict=False):
        assert (np.diff(rows.indices[first:last]) > 0).all()


def test_by_hand():
    # x of a, b, c gives 1/2 to each pair; y of a, b gives 1; z of d alone gives nothing.
    found = projection("abcd", ["abc", "ba", "d"])
    assert edges(found) == {
        **dict.fromkeys([("a", "b"), ("b", "a")], (1.5, 2)),
        **dict.fromkeys([("a", "c"), ("c", "a"), ("b", "c"), ("c", "b")], (0.5, 1)),
    }


def test_weights_of_a_member_add_up_to_its_collaborations():
    # Newman 2001: the strength of an author is the number of papers written with others.
    generator = np.random.default_rng(1)
    collaborations = [generator.choice(60, size=size, replace=False) for size in generator.integers(2, 40, 30)]
    rows = projection(range(60), collaborations).csr
    strength = np.add.reduceat(rows.weights, rows.indptr[:-1])
    assert strength == pytest.approx(np.bincount(np.concatenate(collaborations), minlength=60))


def test_nobody_and_nothing():
    assert projection([], []).csr.indptr.tolist() == [0]
    assert projection("ab", []).csr.indptr.tolist() == [0, 0, 0]
    assert projection("ab", ["", "a"]).csr.indices.size == 0


def test_drawing_collaborations_anew():
    # The second collaboration drawn twice: pairs of it weigh twice.
    indptr, indices, weights, counts = projected(np.array([0, 2, 4]), np.array([0, 1, 0, 1], np.int32), 2)
    assert (indptr.tolist(), indices.tolist()) == ([0, 1, 2], [1, 0])
    assert (weights.tolist(), counts.tolist()) == ([2.0, 2.0], [2, 2])
