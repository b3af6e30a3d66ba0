import pytest

from graph.analysis.themes import themes
from graph.analysis.themes.clusters import Basis, clusters

CODES = {"Y": "141003", "y": "141011", "K": "142042"}


def test_themes_that_members_share_come_before_those_of_the_tree(working):
    works = {f"p{i}": "AB" for i in range(15)} | {f"r{i}": "CDEF"[i % 4] for i in range(40)}
    tree = [{"start": t, "end": "W"} for t in "ABCD"] + [{"start": t, "end": "V"} for t in "EF"]
    found = themes(working(works, names={"W": "広", "V": "他"}, BROADER=tree))
    assert found.groups[["basis", "themes"]].values.tolist() == [
        ["members", ("A", "B")],
        ["tree", ("E", "F")],
        ["tree", ("C", "D")],
    ]


def test_three_themes_shared_by_the_same_members_are_one_group(working):
    works = {f"p{i}": "ABC" for i in range(12)} | {f"r{i}": "DEFGH"[i % 5] for i in range(60)}
    graph = working(works)
    found = themes(graph)
    assert clusters(graph, found.pairs, found.who.themes) == [(Basis.MEMBERS, ("A", "B", "C"))]


@pytest.fixture
def platform(working):
    sectors = {"c1": "company", "c2": "company", "n1": "nonprofit", "m1": "medical", "m2": "medical", "m3": "medical"}
    return working(
        {"c1": "AB", "c2": "AB", "n1": "AB", "m1": "A", "m2": "A", "m3": "B", "x": "Z"},
        names={"W": "広", "A": "あ", "B": "い", "Z": "外"},
        Organisation=[{"id": i, "name": i, "sector": sectors.get(i, "other")} for i in [*sectors, "x"]],
        Municipality=[{"id": m, "name": m, "code": code} for m, code in CODES.items()],
        PART_OF=[{"start": "y", "end": "Y"}],
        LOCATED_IN=[{"start": i, "end": "y"} for i in ("c1", "c2", "n1", "m1")] + [{"start": "m2", "end": "K"}],
        BROADER=[{"start": t, "end": "W"} for t in "AB"],
        Collaboration=[{"id": "C", "name": "C"}],
        PARTICIPATES_IN=[{"start": i, "end": "C"} for i in ("c1", "n1", "m3")],
        TIED_TO=[{"start": "m3", "end": "c2", "kind": "other"}],
    )


def test_who_is_there_and_who_is_missing_by_hand(platform):
    found = themes(platform)
    row = found.groups.iloc[0]
    # The core c1, c2, n1 works on both; c1 and n1 collaborate: one pair of three. m1 to m3 work on one.
    assert (row["workers"], row["core"], row["tiedPairs"], row["pairs"]) == (6, 3, 1, 3)
    assert row["sectors"] == ("company", "nonprofit")
    assert row["sectorsAbsent"] == ("medical", "other")
    assert row["municipalities"] == ("Y",)
    assert row["municipalitiesAbsent"] == ("K",)


def test_those_with_most_partners_are_invited_for_what_is_missing(platform):
    seats = themes(platform).members
    assert seats["organisation"].tolist() == ["c1", "n1", "c2", "m3", "m1", "m2"]
    assert seats["role"].tolist() == ["core"] * 3 + ["invited"] * 3
    by = seats.set_index("organisation")
    # m3 is tied with all three of the core; m1 and m2 with none. Two are invited for medical; m2 for K as well.
    assert by.loc["m3", "partners"] == 3
    assert by.loc["m2", "brings"] == ("K", "medical")
    assert by.loc["c1", "brings"] == ()


def test_nothing_to_group(working):
    for works in ({}, {"1": "A"}, {"1": "A", "2": "A"}):
        found = themes(working(works))
        assert found.groups.empty
        assert found.members.empty
        assert found.duplicates.empty
