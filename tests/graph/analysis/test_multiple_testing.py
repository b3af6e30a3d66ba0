import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from graph.analysis.multiple_testing import adjusted

probabilities = st.lists(st.floats(0, 1), min_size=1, max_size=40)


@given(probabilities)
def test_q_values_are_scipys(p):
    assert adjusted(p) == pytest.approx(stats.false_discovery_control(p), rel=1e-12)


def test_q_values_of_benjamini_and_hochberg():
    # Benjamini & Hochberg (1995), section 4.1: of these fifteen the four smallest are findings at q = 0.05, where
    # Bonferroni's 0.05 / 15 = 0.0033 leaves three.
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459]
    p += [0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    assert (adjusted(p) <= 0.05).sum() == 4
    assert (adjusted(p, "bonferroni") <= 0.05).sum() == 3


@given(probabilities, st.integers(0, 30))
def test_tests_left_out_are_tests_with_p_one(p, left_out):
    for method in ("benjamini-hochberg", "bonferroni"):
        whole = adjusted(p + [1.0] * left_out, method)
        assert adjusted(p, method, tests=len(p) + left_out) == pytest.approx(whole[: len(p)], rel=1e-12)


def test_a_missing_p_is_no_test():
    q = adjusted([0.01, math.nan, 0.04])
    assert math.isnan(q[1])
    assert q[[0, 2]] == pytest.approx([0.02, 0.04])


def test_the_shape_is_kept():
    table = np.array([[0.01, 0.04], [0.04, np.nan]])
    assert adjusted(table).shape == (2, 2)
    assert adjusted([]).shape == (0,)


@pytest.mark.parametrize("p", [[-0.1], [1.1]])
def test_what_is_no_probability_is_refused(p):
    with pytest.raises(ValueError, match="between 0 and 1"):
        adjusted(p)


def test_fewer_tests_than_p_values_are_refused():
    with pytest.raises(ValueError, match="2 p-values of 1 tests"):
        adjusted([0.1, 0.2], tests=1)
