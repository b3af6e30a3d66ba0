from math import comb

import networkx as nx
import numpy as np
import pytest

from graph.analysis.themes.backbone import COLUMNS, Null, backbone
from graph.analysis.themes.incidence import incidence


def pairs(graph, null=Null.BICM):
    return backbone(graph, incidence(graph), null).set_index(["theme", "otherTheme"]).sort_index()


def test_davis_southern_women_as_the_package_bicm_has_it(working):
    # bicm 3.4.0, compute_projection(rows=False, approx_method="poibin") on networkx's Davis graph.
    women = nx.davis_southern_women_graph()
    table = pairs(working({w: list(women[w]) for w in women.graph["top"]}))
    expected = {
        ("E1", "E3"): 0.13608821431042128,
        ("E3", "E5"): 0.07321272820431379,
        ("E8", "E9"): 0.750174432184144,
        ("E10", "E12"): 0.04319055450523579,
        ("E13", "E14"): 0.02789382740022117,
    }
    for pair, p in expected.items():
        assert table.loc[pair, "p"] == pytest.approx(p, abs=1e-7)


def test_the_hypergeometric_null_by_hand(working):
    # Six members, A and B of three each, two in common: (C(3,2) C(3,1) + C(3,3)) / C(6,3) = 10/20; 9/6 expected.
    works = {"1": "AB", "2": "AB", "3": "A", "4": "B", "5": "C", "6": "C"}
    row = pairs(working(works), Null.HYPERGEOMETRIC).loc["A", "B"]
    assert row["p"] == pytest.approx(10 / comb(6, 3))
    assert (row["members"], row["otherMembers"], row["common"], row["expected"]) == (3, 3, 2, 1.5)
    assert row["lift"] == pytest.approx(4 / 3)
    assert row["jaccard"] == 0.5
    assert row["q"] == 1.0


def test_planted_pairs_are_found_and_others_are_not(working):
    rng = np.random.default_rng(8)
    works = {f"p{i}": "AB" for i in range(20)} | {f"q{i}": "CD" for i in range(20)}
    works |= {f"r{i}": "".join(rng.choice(list("ABCDEFGHIJKL"), 2, replace=False)) for i in range(120)}
    table = pairs(working(works))
    assert set(table.index[table["validated"]]) == {("A", "B"), ("C", "D")}


def test_themes_drawn_at_random_are_no_finding(working):
    rng = np.random.default_rng(4)
    works = {f"r{i}": rng.choice(list("ABCDEFGHIJ"), 3, replace=False).tolist() for i in range(120)}
    assert not pairs(working(works))["validated"].any()


def test_a_member_of_everything_says_nothing(working):
    # Under the model it is certain to be common; by the hypergeometric null four such members look like a finding.
    works = {f"all{i}": "ABCDEFGH" for i in range(4)} | {f"o{i}": "ABCDEFGH"[i % 8] for i in range(40)}
    assert pairs(working(works)).loc["A", "B"]["p"] == pytest.approx(1.0, abs=0.05)
    assert pairs(working(works), Null.HYPERGEOMETRIC).loc["A", "B"]["p"] < 0.1


def test_the_broader_theme_is_marked(working):
    table = pairs(working({"1": "AB", "2": "BC"}, BROADER=[{"start": "A", "end": "B"}]))
    assert table["related"].tolist() == [True, False]


@pytest.mark.parametrize("works", [{}, {"1": ""}, {"1": "A", "2": "A"}, {"1": "A", "2": "B"}])
def test_nothing_in_common(working, works):
    graph = working(works)
    for null in Null:
        table = backbone(graph, incidence(graph), null)
        assert table.empty
        assert table.columns.tolist() == list(COLUMNS)


def test_all_members_on_the_same_themes(working):
    row = pairs(working({"1": "AB", "2": "AB"})).loc["A", "B"]
    assert (row["common"], row["expected"], row["p"]) == (2, 2.0, 1.0)


def test_who_has_left_does_not_count(working):
    import datetime as dt

    left = {"id": "2", "name": "2", "memberUntil": dt.date(2025, 3, 31)}
    graph = working({"1": "AB", "2": "AB"}, Organisation=[{"id": "1", "name": "1"}, left])
    assert incidence(graph).members == ["1"]
