from fractions import Fraction
from itertools import combinations
from math import comb

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from graph.analysis.kernels import backbone

memberships = st.integers(1, 9).flatmap(
    lambda n: st.tuples(st.just(range(n)), st.lists(st.sets(st.integers(0, n - 1)), max_size=40))
)


def exact(x, n, a, b):
    ways = sum(comb(a, k) * comb(n - a, b - k) for k in range(x, min(a, b) + 1) if b - k <= n - a)
    return Fraction(ways, comb(n, b))


@settings(deadline=None, max_examples=300)
@given(memberships)
def test_p_is_the_share_of_all_ways(membership):
    nodes, groups = membership
    found = backbone(nodes, groups)
    of = {node: {i for i, group in enumerate(groups) if node in group} for node in nodes}
    pairs = [(a, b) for a, b in combinations(nodes, 2) if of[a] & of[b]]
    assert list(zip(found.first.tolist(), found.second.tolist(), strict=True)) == pairs
    assert found.shared.tolist() == [len(of[a] & of[b]) for a, b in pairs]
    n = len(groups)
    assert found.p == pytest.approx(
        [float(exact(len(of[a] & of[b]), n, len(of[a]), len(of[b]))) for a, b in pairs], rel=1e-11
    )
    assert found.expected == pytest.approx([len(of[a]) * len(of[b]) / n for a, b in pairs])
    some = sum(bool(held) for held in of.values())
    assert found.tests == some * (some - 1) // 2


def test_p_is_scipys_where_many_are_shared():
    generator = np.random.default_rng(4)
    shares = generator.uniform(0.01, 0.9, 40)
    table = generator.random((5_000, 40)) < shares
    table[:, 1] = table[:, 0] ^ (generator.random(5_000) < 0.02)
    found = backbone(range(40), [np.flatnonzero(row).tolist() for row in table])
    held = table.sum(axis=0)
    theirs = stats.hypergeom.sf(found.shared - 1, 5_000, held[found.first], held[found.second])
    assert found.p == pytest.approx(theirs, rel=1e-8, abs=1e-300)
    assert found.p.min() < 1e-200


def test_southern_women_who_met_more_than_chance_gives():
    # Davis, Gardner and Gardner (1941): 18 women, 14 events. Evelyn went to 8, Laura to 7, and they met at 6. Of the
    # (14 choose 7) = 3432 ways to choose Laura's, (8 choose 6)(6 choose 1) have 6 of Evelyn's and (8 choose 7) have 7.
    women = nx.davis_southern_women_graph()
    names = women.graph["top"]
    found = backbone(names, [list(women[event]) for event in women.graph["bottom"]])
    by_pair = {
        frozenset((names[a], names[b])): (x, p)
        for a, b, x, p in zip(found.first, found.second, found.shared, found.p, strict=True)
    }
    x, p = by_pair[frozenset(("Evelyn Jefferson", "Laura Mandeville"))]
    assert x == 6
    assert p == pytest.approx((28 * 6 + 8) / 3432, rel=1e-12)
    assert found.tests == 153


def test_chance_gives_no_findings():
    # Each of 30 themes in as many of 400 organisations as it is, by chance: p at most t for a share of at most t.
    generator = np.random.default_rng(11)
    held = [generator.choice(400, size, replace=False) for size in generator.integers(20, 120, 30)]
    groups = [[] for _ in range(400)]
    for theme, organisations in enumerate(held):
        for organisation in organisations:
            groups[organisation].append(theme)
    found = backbone(range(30), groups)
    p = np.append(found.p, np.ones(found.tests - len(found.p)))
    assert stats.kstest(p, "uniform", alternative="greater").pvalue > 0.05
    assert (found.q() < 0.05).sum() == 0


def test_a_planted_pair_is_found():
    generator = np.random.default_rng(11)
    groups = [{int(theme) for theme in generator.choice(30, 3, replace=False)} for _ in range(400)]
    groups = [group | {1} if 0 in group else group - {1} for group in groups]
    found = backbone(range(30), groups)
    for method in ("benjamini-hochberg", "bonferroni"):
        sure = found.q(method) < 0.05
        assert list(zip(found.first[sure].tolist(), found.second[sure].tolist(), strict=True)) == [(0, 1)]


@pytest.mark.parametrize(
    ("nodes", "groups", "p"),
    [
        ([], [], []),
        (["a", "b"], [], []),
        (["a", "b"], [["a"], ["b"]], []),
        (["a", "b"], [["a", "b"]], [1.0]),  # all in one
        (["a", "b"], [["a", "b"], []], [0.5]),  # b is drawn where a is: one of two
        (["a", "b", "c"], [["a", "b"], ["a", "b"]], [1.0]),
    ],
)
def test_small_cases(nodes, groups, p):
    assert backbone(nodes, groups).p.tolist() == pytest.approx(p)
