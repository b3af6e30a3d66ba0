import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from graph.analysis.themes.bicm import bicm


@pytest.fixture(scope="module")
def davis():
    women = nx.davis_southern_women_graph()
    top, events = list(women.graph["top"]), list(women.graph["bottom"])
    return top, events, np.array([[women.has_edge(w, e) for e in events] for w in top])


def spread(matrix):
    rows, columns = matrix.sum(axis=1), matrix.sum(axis=0)
    model = bicm(rows, columns)
    return model.probability[np.searchsorted(model.rows, rows)][:, np.searchsorted(model.columns, columns)]


def test_davis_southern_women_as_the_package_bicm_has_it(davis):
    # bicm 3.4.0, solve_tool(method="newton", tol=1e-12) on networkx's Davis graph; its own error is 5e-9.
    top, events, matrix = davis
    p = spread(matrix)
    assert p[top.index("Evelyn Jefferson"), events.index("E8")] == pytest.approx(0.9333824925130227, abs=1e-8)
    assert p[top.index("Evelyn Jefferson"), events.index("E1")] == pytest.approx(0.34232890563407076, abs=1e-8)
    assert p[top.index("Olivia Carleton"), events.index("E8")] == pytest.approx(0.5193789105826174, abs=1e-8)


def test_numbers_of_ties_are_kept_on_average(davis):
    *_, matrix = davis
    p = spread(matrix)
    assert p.sum(axis=0) == pytest.approx(matrix.sum(axis=0), abs=1e-9)
    assert p.sum(axis=1) == pytest.approx(matrix.sum(axis=1), abs=1e-9)


@given(arrays.arrays(bool, st.tuples(st.integers(1, 9), st.integers(1, 9))))
def test_any_matrix_has_its_model(matrix):
    # Also those whose numbers of ties leave parts of the matrix no choice, where fitnesses are infinite.
    p = spread(matrix)
    assert ((p >= 0) & (p <= 1)).all()
    assert p.sum(axis=0) == pytest.approx(matrix.sum(axis=0), abs=1e-6)
    assert p.sum(axis=1) == pytest.approx(matrix.sum(axis=1), abs=1e-6)


def test_all_rows_alike_give_every_cell_the_share_of_its_column():
    # By hand: with rows alike, column sums 1 and 3 of 4 rows are kept by 1/4 and 3/4.
    model = bicm([1, 1, 1, 1], [1, 3])
    assert model.probability.tolist() == [pytest.approx([0.25, 0.75])]


def test_what_must_be_is_certain():
    # The nested matrix [[1, 1, 1], [1, 1, 0], [1, 0, 0]] is the only one with its sums.
    assert spread(np.tri(3, dtype=bool)).tolist() == np.tri(3).tolist()
    assert bicm([0, 0], [0]).probability.tolist() == [[0.0]]
    assert bicm([], []).probability.shape == (0, 0)


def test_sums_that_differ_are_refused():
    with pytest.raises(ValueError, match="in all"):
        bicm([1], [2, 1])
