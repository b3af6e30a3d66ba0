import json
import random

import numpy as np
import pytest

from graph.analysis import Study
from graph.analysis.memberships import Memberships
from graph.analysis.multiple_testing import adjusted
from graph.analysis.significance import _Test, significance
from graph.dataset import Dataset
from graph.network import Form, knowledge_graph, organisation_network


def compared(given, form=Form.PROJECTION, **options):
    graph = knowledge_graph(given)
    return significance(graph, organisation_network(graph, form), **options)


def test_chance_by_hand(collaborating):
    # Three collaborations of two with a, d in one and b, c in two of them: 6 ways to write a-b-c-d (which
    # collaboration is which), 6 for a-c-b-d and 3 for a-d, b-c, b-c. b lies between two of the three pairs of others
    # in the first twelve, and between none in the last three: expected 12/15 × 2/3, reached in 12/15 of the networks.
    found = compared(collaborating(["ab", "bc", "cd"], alone="e"), number=4000)
    table = found.table.set_index("organisation")
    n = 5  # With e, who is alone, there are six pairs of others.
    assert table.loc["b", "betweenness"] == pytest.approx(2 / ((n - 1) * (n - 2) / 2))
    assert table.loc["b", "expected"] == pytest.approx(12 / 15 * 2 / 6, abs=0.01)
    assert table.loc["b", "ratio"] == pytest.approx(15 / 12, abs=0.04)
    # Standard deviation of a value that is 1/3 in 12 of 15 and 0 else: 1/3 × sqrt(0.8 × 0.2).
    assert table.loc["b", "z"] == pytest.approx((1 / 3 - 0.8 / 3) / (0.4 / 3), abs=0.05)
    assert table.loc["b", "p"] == pytest.approx(0.8, abs=0.03)
    # One collaboration alone lets nobody lie between others, and without ties there is no question.
    assert table.loc["a", ["p", "q"]].tolist() == [1.0, 1.0]
    assert table.loc["e", ["p", "q"]].isna().all()
    assert np.isnan(table.loc["a", "ratio"])
    assert (found.tested, found.draws, found.enough) == (2, 4000, 40)


def test_declared_ties_are_chance_too_in_their_own_network(collaborating):
    # The same network as declared ties: each tie a collaboration of two.
    given = collaborating([], ties=["ab", "bc", "cd"])
    table = compared(given, Form.DECLARED, number=4000).table.set_index("organisation")
    assert table.loc["b", "p"] == pytest.approx(0.8, abs=0.03)
    # In the projection they stay as they are, so that nothing is left to chance.
    table = compared(given, number=50).table.set_index("organisation")
    assert table.loc["b", "p"] == 1.0
    assert table.loc["b", "ratio"] == pytest.approx(1.0)
    assert np.isnan(table.loc["b", "z"])


def test_p_is_uniform_under_the_null(collaborating):
    generator = np.random.default_rng(11)
    sizes = generator.integers(2, 6, 30)
    collaborations = [generator.choice(24, size, replace=False).tolist() for size in sizes]
    names = [f"o{i:02}" for i in range(24)]
    graph = knowledge_graph(collaborating([[names[i] for i in found] for found in collaborations]))
    start = Memberships.of(graph, organisation_network(graph))
    busiest = int(start.held.argmax())
    draws, networks, bins = 39, 200, 10
    counts = np.zeros(bins)
    for seed in range(networks):
        test = _Test(start.rewired(generator), seed, threads=1)
        test.draw(draws)
        counts[round(test.p()[busiest] * (1 + draws) - 1) * bins // (1 + draws)] += 1
    expected = networks / bins
    # Chi-square of nine degrees of freedom is above 27.9 once in a thousand.
    assert ((counts - expected) ** 2 / expected).sum() < 27.9


def test_the_planted_bridges_are_more_than_chance_and_a_random_organisation_is_not(sample_study, root):
    truth = json.loads((root / "data" / "kanagawa" / "truth.json").read_text(encoding="utf-8"))
    planted = {item["organisation"] for item in truth["bridging"]}
    found = sample_study.significance
    q = found.table.set_index("organisation")["q"]
    assert len(planted) == 6
    assert (q[sorted(planted)] < 0.05).all()
    others = q.drop(sorted(planted)).dropna()
    assert others[random.Random(1).choice(sorted(others.index))] > 0.05
    assert (others < 0.05).mean() < 0.1
    assert found.draws == 1000


def test_q_is_of_those_that_can_lie_between_others(sample_study):
    found = sample_study.significance
    table = found.table
    can = table["expected"] > 0
    assert can.sum() == found.tested
    assert table.loc[can, "q"].to_numpy() == pytest.approx(adjusted(table.loc[can, "p"]))
    assert (table.loc[~can & table["p"].notna(), ["p", "q"]] == 1.0).all(axis=None)


def test_more_draws_where_the_first_are_too_few(collaborating, monkeypatch):
    # Of 40 organisations at random, one or two are reached by none of 20 draws; p = 1/21 decides nothing among 40.
    generator = np.random.default_rng(4)
    given = collaborating([[f"o{i:02}" for i in generator.choice(40, 3, replace=False)] for _ in range(60)])
    few = compared(given, number=20)
    assert few.undecided > 0
    assert few.enough == 20 * few.tested
    monkeypatch.setitem(significance.__globals__, "DRAWS", 20)
    found = compared(given)
    assert (found.draws, found.undecided) == (few.enough, 0)


def test_the_same_seed_gives_the_same_whatever_the_threads(collaborating):
    given = collaborating(["abc", "cd", "de", "efa", "bd", "gha", "he"])
    first, second = (compared(given, number=70, seed=5, threads=threads).table for threads in (1, 3))
    assert first.equals(second)
    assert not first.equals(compared(given, number=70, seed=6).table)


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("collaborations", [[], ["a"], ["abcd"], ["ab"]])
def test_networks_in_which_nobody_can_bridge(collaborating, collaborations, form):
    found = compared(collaborating(collaborations, alone="yz"), form)
    assert (found.tested, found.draws, found.undecided) == (0, 0, 0)
    assert (found.table["p"].dropna() == 1.0).all()
    assert found.table["ratio"].isna().all()


def test_no_organisation_at_all():
    assert compared(Dataset.of({})).table.empty


def test_no_draw_is_no_comparison(collaborating):
    with pytest.raises(ValueError, match="draw"):
        compared(collaborating(["ab", "bc"]), number=0)


def test_a_study_hands_on_draws_and_seed(collaborating):
    found = Study(collaborating(["ab", "bc", "cd"]), draws=30, seed=9).significance
    assert (found.draws, found.seed) == (30, 9)
