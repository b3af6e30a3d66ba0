import numpy as np
import pytest

from graph.analysis.communities.agreement import adjusted_rand, between, within


def test_the_worked_example():
    # By hand: {1 2}{3 4} against {1 2}{3}{4}: one pair together in both, 2 and 1 in each, 6 in all:
    # (1 - 2/6) / (1.5 - 2/6) = 4/7.
    a, b = np.array([0, 0, 1, 1]), np.array([0, 0, 1, 2])
    assert adjusted_rand(a, b) == pytest.approx(4 / 7)
    assert adjusted_rand(b, a) == pytest.approx(4 / 7)


def test_names_of_communities_do_not_matter():
    assert adjusted_rand(np.array([0, 0, 1, 1]), np.array([5, 5, 2, 2])) == 1.0


def test_crossed_partitions_agree_less_than_by_chance():
    # No pair in common: (0 - 2*2/6) / (2 - 2*2/6) = -1/2.
    assert adjusted_rand(np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])) == pytest.approx(-0.5)


def test_chance_gives_nought_on_average():
    rng = np.random.default_rng(3)
    drawn = rng.integers(0, 4, (40, 200))
    assert abs(within(drawn)) < 0.01


@pytest.mark.parametrize("labels", [[0, 0, 0], [0, 1, 2], [0], []])
def test_the_ends_of_the_scale_agree_with_themselves(labels):
    one = np.array(labels, np.int64)
    assert adjusted_rand(one, one) == 1.0


def test_many_runs():
    runs = np.array([[0, 0, 1, 1], [0, 0, 1, 2], [0, 0, 1, 1]])
    assert within(runs) == pytest.approx((4 / 7 + 1 + 4 / 7) / 3)
    assert within(runs[:1]) == 1.0
    assert between(runs[:1], runs[1:]) == pytest.approx((4 / 7 + 1) / 2)
