import pytest

from loaders.resolution.clusters import Clusters


def test_two_numbers_never_come_together_through_a_third():
    clusters = Clusters(["1", None, "2"], [None] * 3)
    assert clusters.join(0, 1)
    assert not clusters.join(1, 2)
    assert clusters.number(1) == "1"


def test_judged_apart_holds_through_others():
    clusters = Clusters([None] * 4, [None] * 4, [(0, 3)])
    assert clusters.join(0, 1)
    assert clusters.join(2, 3)
    assert not clusters.join(1, 2)
    assert clusters.judged_apart(1, 2)


@pytest.mark.parametrize("order", [[(0, 1), (1, 2), (2, 3)], [(2, 3), (0, 1), (1, 2)], [(3, 2), (2, 1), (1, 0)]])
def test_the_first_record_stands_for_a_cluster_whatever_the_order(order):
    clusters = Clusters([None] * 4, ["a", None, "b", None])
    assert all(clusters.join(left, right) for left, right in order)
    assert {clusters.root(record) for record in range(4)} == {0}
    assert clusters.places(3) == {"a", "b"}
    assert clusters.size(2) == 4
