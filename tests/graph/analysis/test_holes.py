from itertools import combinations

import numpy as np
import pytest

from graph.analysis.holes import _quasi_independent, holes
from graph.dataset import Dataset
from graph.network import Form, knowledge_graph, organisation_network


def platform(works, themes=None, **tables):
    members = sorted({member for work in works for member in work} | set(themes or {}))
    themes = themes or dict.fromkeys(members, "T")
    return knowledge_graph(
        Dataset.of(
            {
                "Organisation": [{"id": i, "name": i} for i in members],
                "Theme": [{"id": t, "name": t} for t in sorted(set("".join(themes.values())))],
                "WORKS_ON": [{"start": i, "end": t} for i in members for t in themes.get(i, "")],
                "Collaboration": [{"id": f"C{n}", "name": f"C{n}"} for n in range(len(works))],
                "PARTICIPATES_IN": [{"start": i, "end": f"C{n}"} for n, work in enumerate(works) for i in work],
                **tables,
            }
        )
    )


def found(graph, parts, form=Form.PROJECTION, **options):
    community = {node: n for n, part in enumerate(parts, start=1) for node in part}
    network = organisation_network(graph, form)
    return holes(graph, network, {node: community.get(node, 0) for node in network}, **({"draws": 300} | options))


def test_expected_ties_and_p_by_hand():
    # Six organisations in one collaboration of two each: 15 ways to pair them. In 6 ways three pairs cross, in 9 one
    # does: 1.8 are expected, and at most one has the probability 0.6.
    result = found(platform(["ab", "cd", "ef"]), ["abc", "def"], draws=4000).pairs.iloc[0]
    assert result["observed"] == 1.0
    assert result["expected"] == pytest.approx(1.8, abs=0.05)
    assert result["p"] == pytest.approx(0.6, abs=0.03)
    assert result["missing"] == pytest.approx(result["expected"] - 1)
    assert not result["hole"]


@pytest.mark.parametrize("form", list(Form))
def test_observed_is_the_weight_of_the_ties(form):
    ties = [{"start": "a", "end": "f", "kind": "other", "strength": 0.5}, {"start": "b", "end": "c", "kind": "other"}]
    graph = platform(["abc", "cdef", "ad"], TIED_TO=ties)
    network = organisation_network(graph, Form.DECLARED if form is Form.DECLARED else Form.PROJECTION)
    across = sum(w for a, b, w in network.edges(data="weight") if (a in "abc") != (b in "abc"))
    assert found(graph, ["abc", "def"], form).pairs["observed"].tolist() == [pytest.approx(across)]


def test_the_one_pair_without_ties_among_many_is_the_hole():
    rng = np.random.default_rng(2)
    parts = [[f"{letter}{i:02}" for i in range(12)] for letter in "abcd"]
    works = [rng.choice(part, 3, replace=False).tolist() for part in parts for _ in range(12)]
    works += [
        [rng.choice(parts[a]), rng.choice(parts[b])]
        for a, b in combinations(range(4), 2)
        for _ in range(0 if (a, b) == (0, 2) else 6)
    ]
    result = found(platform(works), parts).pairs
    assert result[["community", "otherCommunity"]][result["hole"]].values.tolist() == [[1, 3]]
    assert result.iloc[0]["hole"]
    # Communities are found for having few ties between them: q alone would call each pair a hole.
    assert (result["q"] < 0.05).all()


def test_pairs_that_are_not_alike_are_no_holes():
    themes = dict.fromkeys("abc", "T") | dict.fromkeys("def", "U")
    assert found(platform(["abc", "def"], themes), ["abc", "def"]).pairs.empty
    codes = {"y": "141011", "Y": "141003"}
    where = {
        "Municipality": [{"id": m, "name": m, "code": code} for m, code in codes.items()],
        "PART_OF": [{"start": "y", "end": "Y"}],
        "LOCATED_IN": [{"start": i, "end": "y"} for i in "abc"] + [{"start": i, "end": "Y"} for i in "de"],
    }
    row = found(platform(["abc", "def"], themes, **where), ["abc", "def"]).pairs.iloc[0]
    # A ward counts for its city.
    assert (row["themeSimilarity"], row["areaSimilarity"], row["sharedAreas"]) == (0.0, 1.0, ("Y",))


def test_similarity_by_hand():
    # T 3 and U 1 against T 1 and U 2: (3 + 2) / (sqrt 10 sqrt 5).
    themes = {"a": "TU", "b": "T", "c": "T", "d": "TU", "e": "U", "f": ""}
    row = found(platform(["abc", "def"], themes), ["abc", "def"]).pairs.iloc[0]
    assert row["themeSimilarity"] == pytest.approx(5 / 50**0.5)
    assert row["sharedThemes"] == ("T", "U")


def test_who_is_nearest_to_the_other_community():
    # c is tied with d; a and b are two steps away, and b works on a theme of two of the others.
    themes = {"a": "T", "b": "TU", "c": "T", "d": "T", "e": "U", "f": ""}
    for form in (Form.PROJECTION, Form.BIPARTITE):
        nearest = found(platform(["abc", "cd", "def"], themes), ["abc", "def"], form).nearest
        rows = nearest[nearest["community"] == 1][["organisation", "ties", "steps", "alike"]].values.tolist()
        assert rows == [["c", 1.0, 1, 1], ["b", 0.0, 2, 2], ["a", 0.0, 2, 1]]


def test_who_is_out_of_reach():
    nearest = found(platform(["abc", "def"]), ["abc", "def"]).nearest
    assert nearest["steps"].isna().all()


def test_ties_of_quasi_independence_keep_the_sums():
    even = np.array([[0, 2, 2], [2, 0, 2], [2, 2, 0]], float)
    assert _quasi_independent(even) == pytest.approx(even)
    uneven = np.array([[0, 5, 1, 0], [5, 0, 2, 3], [1, 2, 0, 4], [0, 3, 4, 0]], float)
    expected = _quasi_independent(uneven)
    assert expected.sum(axis=1) == pytest.approx(uneven.sum(axis=1))
    assert np.diag(expected).tolist() == [0.0] * 4
    assert _quasi_independent(np.zeros((2, 2))).tolist() == [[0.0, 0.0], [0.0, 0.0]]


def test_the_same_seed_gives_the_same():
    graph = platform(["abc", "cd", "def", "be"])
    assert found(graph, ["abc", "def"]).pairs.equals(found(graph, ["abc", "def"]).pairs)


@pytest.mark.parametrize(
    ("works", "parts"), [([], []), (["abc"], ["abc"]), (["ab", "cd"], ["ab", "cd"]), (["abc", "def"], [])]
)
def test_nothing_to_compare(works, parts):
    result = found(platform(works), parts)
    assert result.pairs.empty
    assert result.nearest.empty


def test_organisations_without_themes_or_places():
    assert found(platform(["abc", "def"], dict.fromkeys("abcdef", "")), ["abc", "def"]).pairs.empty
