import networkx as nx
import numpy as np

from benchmarks.networks import platform
from graph.analysis.kernels import projection


def test_a_platform_is_always_the_same():
    again = platform.__wrapped__(500)
    assert again.member.tolist() == platform(500).member.tolist()


def test_a_platform_has_about_four_ties_an_organisation_and_few_isolates():
    given = platform(2_000)
    assert 3.5 < given.ties.nnz / 2_000 < 4.5
    assert sum(degree == 0 for _, degree in given.network.degree()) < 20
    assert nx.average_clustering(given.network) > 0.5


def test_its_projection_is_ours_and_networkxs():
    given = platform(300)
    members = [given.member[given.collaboration == number].tolist() for number in range(given.collaborations)]
    ours = projection(range(300), members).csr
    assert ours.indptr.tolist() == given.rows.indptr.tolist()
    assert ours.indices.tolist() == given.rows.indices.tolist()
    assert np.allclose(ours.weights, given.rows.weights, rtol=1e-12)
    theirs = nx.bipartite.collaboration_weighted_projected_graph(given.bipartite, range(300))
    assert nx.utils.graphs_equal(nx.Graph(theirs.edges), nx.Graph(given.network.edges))


def test_members_and_collaborations_are_the_same_pairs_both_ways():
    given = platform(300)
    (firsts, members), (starts, chosen) = given.by_collaboration, given.by_member
    pairs = set(zip(given.member.tolist(), given.collaboration.tolist(), strict=True))
    assert len(pairs) == given.member.size
    by_collaboration = np.repeat(np.arange(given.collaborations), np.diff(firsts))
    assert set(zip(members.tolist(), by_collaboration.tolist(), strict=True)) == pairs
    assert set(zip(np.repeat(np.arange(300), np.diff(starts)).tolist(), chosen.tolist(), strict=True)) == pairs
