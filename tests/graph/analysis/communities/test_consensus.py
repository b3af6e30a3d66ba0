import networkx as nx
import numpy as np
import pytest

from graph.analysis.communities import consensus as module
from graph.analysis.communities.agreement import adjusted_rand
from graph.analysis.communities.consensus import certainty, connected, consensus
from graph.analysis.communities.leiden import Leiden

CHAIN = (np.arange(5), np.arange(1, 6))


def test_the_majority_decides():
    runs = np.array([[0, 0, 0, 1, 1, 1], [0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 1, 1]])
    assert consensus(runs, CHAIN, [1, 2, 3]).tolist() == [0, 0, 0, 1, 1, 1]


def test_runs_that_are_one_are_the_consensus():
    runs = np.array([[0, 1, 1, 0, 2, 2]] * 3)
    assert consensus(runs, CHAIN, [1]).tolist() == runs[0].tolist()


def test_who_is_with_nobody_most_of_the_time_goes_where_it_most_often_is():
    # Node 2 is with {0, 1} in two of five runs, with {3, 4, 5} in one, alone in two: never more than half.
    runs = np.array([[0, 0, 0, 1, 1, 1]] * 2 + [[0, 0, 1, 1, 1, 1]] + [[0, 0, 1, 2, 2, 2]] * 2)
    assert consensus(runs, CHAIN, [1, 2]).tolist() == [0, 0, 0, 1, 1, 1]


def test_the_consensus_is_nearer_to_what_is_planted_than_most_runs():
    planted = np.repeat(np.arange(4), 32)
    network = nx.planted_partition_graph(4, 32, 0.32, 0.07, seed=11)
    ends = np.array(network.edges).T
    runs = Leiden(ends[0], ends[1], np.ones(ends.shape[1]), 128).runs(1.0, list(range(20)))
    result = consensus(runs, (ends[0], ends[1]), list(range(20)))
    alone = [adjusted_rand(labels, planted) for labels in runs]
    assert adjusted_rand(result, planted) >= np.median(alone)


def test_comparing_tied_nodes_alone_gives_the_same_here(monkeypatch):
    network = nx.planted_partition_graph(4, 32, 0.4, 0.02, seed=2)
    ends = np.array(network.edges).T
    runs = Leiden(ends[0], ends[1], np.ones(ends.shape[1]), 128).runs(2.0, list(range(20)))
    whole = consensus(runs, (ends[0], ends[1]), [1, 2, 3])
    monkeypatch.setattr(module, "_MOST_ATOMS", 0)
    assert consensus(runs, (ends[0], ends[1]), [1, 2, 3]).tolist() == whole.tolist()


def test_certainty_by_hand():
    # {0, 1, 2}: 0 and 1 are always together, 2 with both in one run of two. 3 is alone in its community.
    runs = np.array([[0, 0, 0, 1], [0, 0, 1, 1]])
    found = certainty(runs, np.array([0, 0, 0, 1]))
    assert found[:3].tolist() == [0.75, 0.75, 0.5]
    assert np.isnan(found[3])


def test_a_community_in_pieces_is_parted():
    network = nx.Graph([(0, 1), (1, 2), (2, 3)])
    assert connected(np.array([0, 1, 1, 0]), network).tolist() == [0, 1, 1, 2]


@pytest.mark.parametrize("runs", [np.zeros((3, 1), np.int64), np.zeros((1, 4), np.int64)])
def test_nothing_to_agree_on(runs):
    nobody = np.array([], np.int64)
    assert set(consensus(runs, (nobody, nobody), [1]).tolist()) == {0}
