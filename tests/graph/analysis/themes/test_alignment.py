import sys

import numpy as np
import pytest

from graph.analysis.themes.alignment import alignment, expected_overlap, overlap
from graph.analysis.themes.incidence import incidence


def rows(graph, **options):
    return alignment(incidence(graph), **({"draws": 200} | options)).set_index("against")


def matrix(*members, themes="ABCD"):
    return np.array([[theme in member for theme in themes] for member in members])


def test_overlap_by_hand():
    # AB-BC 1/3, AB-C 0, BC-C 1/2.
    assert overlap(matrix("AB", "BC", "C")) == pytest.approx((1 / 3 + 0 + 1 / 2) / 3)
    assert overlap(matrix("AB", "AB", "AB")) == 1.0
    assert overlap(matrix("A", "B")) == 0.0


def test_expected_overlap_is_the_mean_over_all_choices():
    # Two of four themes each, by hand: 6 choices of the second: 1 the same, 4 with one in common (1/3), 1 with none.
    assert expected_overlap(np.array([2, 2]), 4) == pytest.approx((1 + 4 / 3) / 6)
    # One and three of four: in common with 3/4, then 1/3.
    assert expected_overlap(np.array([1, 3]), 4) == pytest.approx(1 / 4)
    assert expected_overlap(np.array([4, 4]), 4) == 1.0


def test_all_on_the_same_of_many_themes_is_alignment_one(working):
    found = rows(working({f"{i}": "AB" for i in range(8)} | {"x": "CD"}))
    whole = rows(working({f"{i}": "A" for i in range(8)} | {"x": "B"}))
    assert found.loc["even", "alignment"] > 0.6
    # A theme each: 28 of 36 pairs share it; evenly half would; (28/36 - 1/2) / (1/2) = 5/9.
    assert whole.loc["even", "alignment"] == pytest.approx(5 / 9)
    assert whole.loc["popular", "alignment"] == pytest.approx(0.0)


def test_bundles_are_seen_against_popularity(working):
    # Four bundles of two themes, each as popular as the other: focus is low, bundling is not.
    bundled = rows(working({f"{i}": ["AB", "CD", "EF", "GH"][i % 4] for i in range(40)}))
    assert bundled.loc["popular", "p"] < 0.01
    assert bundled.loc["popular", "lower"] > 0.05
    rng = np.random.default_rng(1)
    mixed = rows(working({f"{i}": rng.choice(list("ABCDEFGH"), 2, replace=False).tolist() for i in range(40)}))
    assert mixed.loc["popular", "p"] > 0.05
    assert mixed.loc["popular", "lower"] < 0 < mixed.loc["popular", "upper"]


def test_twice_as_many_members_of_the_same_kinds_have_the_same_alignment(working):
    rng = np.random.default_rng(6)
    kinds = [
        rng.choice(list("ABCDEF"), size, replace=False, p=[0.3, 0.3, 0.1, 0.1, 0.1, 0.1]) for size in [1, 2, 3] * 60
    ]
    few, many = (rows(working({f"{i}": kind.tolist() for i, kind in enumerate(kinds[:n])})) for n in (90, 180))
    for against in ("even", "popular"):
        assert many.loc[against, "alignment"] == pytest.approx(few.loc[against, "alignment"], abs=0.03)
        assert few.loc[against, "lower"] < many.loc[against, "alignment"] < few.loc[against, "upper"]
    assert many.loc["even", "upper"] - many.loc["even", "lower"] < few.loc["even", "upper"] - few.loc["even", "lower"]


def test_the_interval_holds_the_truth_as_often_as_it_says(working):
    # 40 samples of 60 members of one population, whose alignment is known from 1,000 of them.
    rng = np.random.default_rng(9)

    def population(n):
        return {
            f"{i}": rng.choice(list("ABCDEF"), 1 + i % 2, replace=False, p=[0.4, 0.3, 0.1, 0.1, 0.05, 0.05]).tolist()
            for i in range(n)
        }

    truth = rows(working(population(1000)), draws=20).loc["even", "alignment"]
    found = [rows(working(population(60)), draws=40).loc["even"] for _ in range(40)]
    held = np.mean([row["lower"] <= truth <= row["upper"] for row in found])
    assert 0.78 <= held <= 1.0


def test_the_same_seed_gives_the_same(working):
    graph = working({f"{i}": ["AB", "BC", "C"][i % 3] for i in range(20)})
    assert rows(graph).equals(rows(graph))
    assert not rows(graph).equals(rows(graph, seed=2))


def test_of_many_members_some_are_measured(working, monkeypatch):
    module = sys.modules[alignment.__module__]
    monkeypatch.setattr(module, "_MOST", 10)
    assert rows(working({f"{i}": ["AB", "BC", "C"][i % 3] for i in range(20)}), draws=5)["members"].tolist() == [10, 10]


@pytest.mark.parametrize("works", [{}, {"1": "AB"}, {"1": "A", "2": "A"}])
def test_too_little_to_overlap(working, works):
    found = rows(working(works))
    assert found["overlap"].isna().all()
    assert found["draws"].tolist() == [0, 0]


def test_three_members_have_no_interval(working):
    found = rows(working({"1": "AB", "2": "BC", "3": "C"}))
    assert found["lower"].isna().all()
    assert found["alignment"].notna().all()


def test_all_on_all_themes(working):
    found = rows(working({f"{i}": "AB" for i in range(6)}))
    assert found["overlap"].tolist() == [1.0, 1.0]
    assert found["alignment"].isna().all()
