import networkit
import numpy as np
import pytest

from graph.analysis.communities.leiden import Leiden, relabelled


@pytest.fixture
def pairs_in_a_row():
    # Three pairs, tied within by 5 and in a row by 1.
    return Leiden(np.array([0, 2, 4, 1, 3]), np.array([1, 3, 5, 2, 4]), np.array([5.0, 5.0, 5.0, 1.0, 1.0]), 6)


def test_weights_decide_and_a_higher_resolution_parts_more(pairs_in_a_row):
    assert pairs_in_a_row.runs(1.0, [1]).tolist() == [[0, 0, 1, 1, 2, 2]]
    assert pairs_in_a_row.runs(0.01, [1]).tolist() == [[0] * 6]
    assert pairs_in_a_row.runs(20.0, [1]).tolist() == [[0, 1, 2, 3, 4, 5]]


def test_one_seed_gives_one_result_on_any_number_of_threads():
    rng = np.random.default_rng(5)
    ends = rng.integers(0, 200, (2, 600))
    before = networkit.engineering.getMaxNumberOfThreads()
    results = []
    try:
        for threads in (1, 2, 4):
            networkit.engineering.setNumberOfThreads(threads)
            results.append(Leiden(ends[0], ends[1], np.ones(600), 200).runs(1.0, [7, 8]).tolist())
            assert networkit.engineering.getMaxNumberOfThreads() == threads
    finally:
        networkit.engineering.setNumberOfThreads(before)
    assert results[0] == results[1] == results[2]
    assert results[0][0] != results[0][1]


def test_a_loop_counts_towards_its_node():
    # With weight 10 on either end of a tie of 1, parting gains (10 + 10) / 21 - 2 (1/2)^2 = 0.45; joined it is 0.
    alone = Leiden(np.array([0, 0, 1]), np.array([1, 0, 1]), np.array([1.0, 10.0, 10.0]), 2)
    assert alone.runs(1.0, [1]).tolist() == [[0, 1]]


def test_labels_are_numbered_by_first_appearance():
    assert relabelled(np.array([4, 4, 0, 9, 0])).tolist() == [0, 0, 1, 2, 1]
    assert relabelled(np.array([], np.int64)).tolist() == []
