"""How right resolution is on real names: lower bounds, of which the measured values stand in docs/methods."""

import pytest

from benchmarks.resolution import peers
from benchmarks.resolution.accuracy import clustered, pairs, resolved
from benchmarks.resolution.truth import COLUMNS, SUBSIDIES, by_name, by_row, filled, rows

here = pytest.mark.skipif(not SUBSIDIES.is_file(), reason="the folder of real files is not beside the repository")


def test_precision_and_recall_by_hand():
    # Clusters {1, 2, 3} and {4}; truly {1, 2} and {3, 4}: one of three pairs is right, one of two found.
    found = clustered("aaab", "xxyy")
    assert (found.precision, found.recall) == (1 / 3, 1 / 2)
    assert pairs("aaab") == 3


@pytest.fixture(scope="module")
def found():
    return rows(SUBSIDIES)


@here
@pytest.mark.parametrize("column", COLUMNS)
def test_names_as_written(found, column):
    scores = resolved(by_name(found, column, filled(found)).corrected())
    assert scores.precision >= 0.98
    assert scores.recall >= 0.80
    assert scores.found >= 0.88
    assert scores.asked <= 60


@here
@pytest.mark.parametrize("column", COLUMNS)
def test_rows_by_the_truth_as_it_is(found, column):
    scores = resolved(by_row(found, column, filled(found)))
    assert scores.precision >= 0.98
    assert scores.recall >= 0.80
    assert scores.found >= 0.88


@here
def test_peers_find_less_of_names_with_what_stands_behind_them(found):
    given = by_name(found, "grantee_detail", filled(found))
    ours = resolved(given)
    for peer in (peers.plain(given), peers.rapidfuzz_alone(given)):
        assert peer.scores.recall < ours.recall - 0.2
        assert peer.scores.precision < ours.precision + 0.01
