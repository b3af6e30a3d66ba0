from math import comb

import numpy as np
import pytest
from scipy.stats import binom

from graph.analysis.themes.poisson_binomial import tails


def test_by_hand():
    # 0.5 and 0.2: none 0.4, one 0.5, two 0.1.
    assert tails([0.5, 0.2], [1, 1], 3).tolist() == pytest.approx([1.0, 0.6, 0.1, 0.0])


def test_one_probability_is_binomial_also_far_out():
    found = tails([0.01], [400], 60)
    assert found == pytest.approx(binom.sf(np.arange(61) - 1, 400, 0.01), rel=1e-9)
    assert found[60] < 1e-40


def test_many_trials():
    found = tails([0.3, 0.9], [20_000, 100], 6_200)
    assert found[6_000] == pytest.approx(
        binom.sf(np.arange(6000 - 101, 6000), 20_000, 0.3)[::-1] @ binom.pmf(range(101), 100, 0.9), rel=1e-8
    )


def test_certain_and_impossible_trials():
    assert tails([1.0, 0.0, 0.5], [2, 5, 1], 4).tolist() == [1.0, 1.0, 1.0, 0.5, 0.0]
    assert tails([], [], 1).tolist() == [1.0, 0.0]
    assert tails([0.5], [4], 4)[4] == 1 / 2 ** comb(4, 1)
