import numpy as np
import pytest

from graph.analysis import kernels
from graph.analysis.csr import csr
from graph.analysis.memberships import Memberships
from graph.network import Form, knowledge_graph, organisation_network


@pytest.fixture
def memberships(collaborating):
    def make(collaborations, ties=(), form=Form.PROJECTION):
        graph = knowledge_graph(collaborating(collaborations, ties))
        network = organisation_network(graph, form)
        return Memberships.of(graph, network), network

    return make


GIVEN = (["abc", "cd", "bd", "e", "efg", "gh"], ["ah", "ad", "da", "cd"])


@pytest.mark.parametrize("form", Form)
def test_the_network_is_that_of_the_graph(memberships, form):
    found, network = memberships(*GIVEN, form)
    rows, (indptr, indices) = csr(network), found.rows()
    assert indptr.tolist() == rows.indptr.tolist()
    assert indices.tolist() == rows.indices.tolist()
    theirs = kernels.betweenness(network)
    assert found.betweenness() == pytest.approx([theirs[name] for name in found.organisations])


@pytest.mark.parametrize("form", Form)
def test_rewiring_keeps_how_many_each_has_and_the_declared_ties(memberships, form):
    found, _ = memberships(*GIVEN, form)
    for other in (found.rewired(np.random.default_rng(3)), found.unwired(np.random.default_rng(3))):
        assert other.held.tolist() == found.held.tolist()
        assert other.indptr.tolist() == found.indptr.tolist()
        assert other.ties.tolist() == found.ties.tolist()
        assert other.members.tolist() != found.members.tolist()
        parts = np.split(other.members, other.indptr[1:-1])
        assert all(len(set(part.tolist())) == len(part) for part in parts)


def test_what_each_holds_by_hand(memberships):
    # a: abc and the ties to h and d (declared both ways, one tie); e: e and efg; h: gh and the tie to a.
    assert memberships(*GIVEN)[0].held.tolist() == [3, 2, 3, 4, 2, 1, 2, 2]
    # Of the declared network each tie counts as a collaboration of two, ad and da as one.
    assert memberships(*GIVEN, Form.DECLARED)[0].held.tolist() == [2, 0, 1, 2, 0, 0, 0, 1]


def test_resampling_takes_whole_collaborations_and_leaves_about_a_third_out(memberships):
    found, _ = memberships([f"{a}{b}" for a in "abcdefgh" for b in "ijklmnop"])
    generator = np.random.default_rng(5)
    kept = []
    for _ in range(200):
        other = found.resampled(generator)
        assert set(np.diff(other.indptr)) == {2}
        kept.append(len(other.indptr) - 1)
    # Of 64 draws with replacement, 64 (1 - (63/64)^64) = 40.64 differ on average.
    assert np.mean(kept) == pytest.approx(40.64, abs=0.6)


def test_who_is_gone_has_no_ties(memberships):
    found, _ = memberships(*GIVEN)
    gone = np.array([name in "ce" for name in found.organisations])
    left = found.without(gone)
    indptr, indices = left.rows()
    degrees = dict(zip(found.organisations, np.diff(indptr).tolist(), strict=True))
    # a: b, d, h; b: a, d; d: a, b; f: g; g: f, h; h: a, g.
    assert degrees == {"a": 3, "b": 2, "c": 0, "d": 2, "e": 0, "f": 1, "g": 2, "h": 2}
    assert not set(indices.tolist()) & set(np.flatnonzero(gone).tolist())


def test_nobody_and_nothing(memberships):
    found, _ = memberships([])
    assert found.betweenness().tolist() == []
    assert found.rewired(np.random.default_rng(1)).resampled(np.random.default_rng(1)).betweenness().tolist() == []
