from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations, pairwise, product

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from graph.analysis.kernels import curveball
from graph.analysis.kernels.curveball import TRADES, curveballed


@st.composite
def memberships(draw):
    rows, columns = draw(st.integers(0, 9)), draw(st.integers(0, 9))
    graph = nx.Graph()
    graph.add_nodes_from([("o", i) for i in range(rows)], bipartite=0)
    graph.add_nodes_from([("c", i) for i in range(columns)], bipartite=1)
    cells = [(("o", i), ("c", j)) for i, j in product(range(rows), range(columns))]
    if cells:
        graph.add_edges_from(draw(st.lists(st.sampled_from(cells), max_size=40)))
    return graph


def matrices(row_sums, column_sums):
    """Return every 0/1 matrix with these sums, each as the columns of each row."""
    choices = [list(combinations(range(len(column_sums)), size)) for size in row_sums]
    for rows in product(*choices):
        if [sum(j in row for row in rows) for j in range(len(column_sums))] == list(column_sums):
            yield rows


def arrays(rows):
    sizes = np.array([0, *map(len, rows)], np.int64)
    return sizes.cumsum(), np.array([j for row in rows for j in row], np.int32)


def grouped(indptr, indices):
    return tuple(tuple(indices[a:b].tolist()) for a, b in pairwise(indptr))


@settings(deadline=None)
@given(memberships(), st.integers(0, 2**32))
def test_every_degree_is_kept(graph, seed):
    other = curveball(graph, seed=seed)
    assert list(other.nodes(data=True)) == list(graph.nodes(data=True))
    assert dict(other.degree()) == dict(graph.degree())
    assert all(a[0] != b[0] for a, b in other.edges)


@pytest.mark.parametrize(
    ("row_sums", "column_sums", "number"),
    [
        ((1, 1, 1), (1, 1, 1), 6),  # 3! permutations
        ((2, 2, 2, 2), (2, 2, 2, 2), 90),  # OEIS A001499(4)
        ((3, 2, 1, 1), (3, 2, 1, 1), None),  # a hub on either side
        ((4, 1, 1, 1, 1), (2, 2, 2, 1, 1), None),
    ],
)
def test_every_matrix_is_as_likely(row_sums, column_sums, number):
    every = list(matrices(row_sums, column_sums))
    assert number in {None, len(every)}
    indptr, indices = arrays(every[0])
    generator = np.random.default_rng(20)
    draws = 200 * len(every)
    seen = Counter(
        grouped(indptr, curveballed(indptr, indices, len(column_sums), TRADES, generator)) for _ in range(draws)
    )
    assert set(seen) <= set(every)
    assert stats.chisquare([seen[matrix] for matrix in every]).pvalue > 0.01


def test_too_few_trades_are_not_uniform():
    # What the test above would not notice of nothing, it notices of a single trade a row.
    every = list(matrices((2, 2, 2, 2), (2, 2, 2, 2)))
    indptr, indices = arrays(every[0])
    generator = np.random.default_rng(20)
    seen = Counter(grouped(indptr, curveballed(indptr, indices, 4, 1, generator)) for _ in range(200 * len(every)))
    assert stats.chisquare([seen[matrix] for matrix in every]).pvalue < 1e-6


def test_members_of_two_hubs_are_mixed():
    # Organisation 0 takes part in half of the collaborations and collaboration 0 holds half of the organisations; the
    # others have one or two ties. A row that changes at random keeps about a half of what it had.
    n = 400
    rows = [list(range(0, n, 2)), *([0, i] if i % 2 else [i] for i in range(1, n))]
    indptr, indices = arrays(rows)
    dealt = curveballed(indptr, indices, n, TRADES, np.random.default_rng(3))
    hub = set(dealt[: indptr[1]].tolist())
    held = {i for i, row in enumerate(grouped(indptr, dealt)) if 0 in row}
    before = {i for i, row in enumerate(rows) if 0 in row}
    assert len(hub & set(rows[0])) < 0.65 * len(hub)
    assert len(held & before) < 0.65 * len(held)


def test_a_seed_gives_the_same_graph_on_any_thread():
    indptr, indices = arrays([[0, 1, 2], [2, 3], [0, 4], [1, 3, 4]])

    def draw(seed):
        return curveballed(indptr, indices, 5, TRADES, np.random.default_rng(seed)).tolist()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(draw, range(40))) == [draw(seed) for seed in range(40)]
    women = nx.davis_southern_women_graph()
    first, again = (curveball(women, women.graph["top"], seed=5) for _ in range(2))
    assert set(first.edges) == set(again.edges)
    assert set(first.edges) != set(curveball(women, women.graph["top"], seed=6).edges)


def test_what_is_handed_in_is_not_changed():
    women = nx.davis_southern_women_graph()
    before = set(women.edges)
    curveball(women, women.graph["top"])
    assert set(women.edges) == before


def test_ties_keep_their_weights_and_ties_within_a_side_stay():
    graph = nx.Graph(name="x")
    graph.add_nodes_from("abc", label="Organisation")
    graph.add_edge("a", "b", weight=9)
    graph.add_weighted_edges_from([("a", 1, 2), ("b", 2, 3), ("c", 3, 4), ("c", 4, 4)])
    other = curveball(graph, "abc", seed=2)
    assert other.graph == {"name": "x"}
    assert other.nodes["a"] == {"label": "Organisation"}
    assert other.edges["a", "b"]["weight"] == 9
    weights = {row: sorted(data["weight"] for end, data in other[row].items() if end in (1, 2, 3, 4)) for row in "abc"}
    assert weights == {"a": [2], "b": [3], "c": [4, 4]}


def test_the_only_graph_is_given_back():
    complete = nx.complete_bipartite_graph(3, 4)
    nested = nx.Graph([("a", 1), ("a", 2), ("a", 3), ("b", 1), ("b", 2), ("c", 1)])
    for graph, side in ((complete, [0, 1, 2]), (nested, "abc"), (nx.Graph([(0, 1)]), [0]), (nx.Graph(), [])):
        assert nx.utils.edges_equal(curveball(graph, side).edges, graph.edges)


def test_sides_that_are_not_certain_are_refused():
    with pytest.raises(nx.AmbiguousSolution):
        curveball(nx.Graph([(0, 1), (2, 3)]))
    with pytest.raises(nx.NetworkXError, match="not bipartite"):
        curveball(nx.complete_graph(3))
    for graph in (nx.DiGraph([(0, 1)]), nx.MultiGraph([(0, 1)])):
        with pytest.raises(ValueError, match="undirected"):
            curveball(graph, [0])
