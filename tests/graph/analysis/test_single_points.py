import datetime as dt

import pytest

from graph.analysis.single_points import single_points
from graph.dataset import Dataset
from graph.network import Form, knowledge_graph, organisation_network

YOKOHAMA, KAMAKURA, TSURUMI = "141003", "142042", "141011"
# Two triangles joined at c - d, and g that hangs on f.
TIES = ["ab", "bc", "ac", "cd", "de", "ef", "df", "fg"]


def tied(*ties, **tables):
    nodes = sorted({node for tie in ties for node in tie})
    return {
        "Organisation": [{"id": n, "name": n} for n in nodes],
        "TIED_TO": [{"start": a, "end": b, "kind": "cooperation"} for a, b in ties],
        **tables,
    }


def found(tables, community=None, form=Form.PROJECTION, **options):
    graph = knowledge_graph(Dataset.of(tables))
    network = organisation_network(graph, form)
    return single_points(graph, network, community or {}, **options)


def test_what_an_organisation_costs_by_hand():
    table = found(tied(*TIES)).organisations.set_index("organisation")
    # Without c: {a, b} and {d, e, f, g} part, 2 x 4 pairs. Without d: {a, b, c} and {e, f, g}. Without f: g and 5.
    assert table["pairsLost"].to_dict() == {"d": 9, "c": 8, "f": 5}
    assert table["separated"].to_dict() == {"d": 3, "c": 2, "f": 1}
    assert table.loc["c", "cutOff"] == ("a", "b")
    assert table.loc["f", "cutOff"] == ("g",)


@pytest.mark.parametrize("form", [Form.PROJECTION, Form.DECLARED])
def test_ties_that_hold_two_sides_together_alone(form):
    ties = found(tied(*TIES), form=form).ties
    columns = ["organisation", "partner", "pairsLost", "separated", "cutOff", "collaborations", "declared"]
    assert [tuple(row) for row in ties[columns].itertuples(index=False)] == [
        ("c", "d", 12, 3, ("a", "b", "c"), 0, True),
        ("g", "f", 6, 1, ("g",), 0, True),
    ]


def test_the_bipartite_form_counts_organisations_alone():
    tables = {
        "Organisation": [{"id": n, "name": n} for n in "abcde"],
        "Collaboration": [{"id": n, "name": n} for n in "xy"],
        "PARTICIPATES_IN": [{"start": o, "end": c} for c, members in (("x", "abc"), ("y", "cde")) for o in members],
    }
    for form in (Form.PROJECTION, Form.BIPARTITE):
        table = found(tables, form=form).organisations
        assert table[["organisation", "pairsLost", "separated"]].to_numpy().tolist() == [["c", 4, 2]]
    ties = found(tables, form=Form.BIPARTITE).ties
    # Each of a, b, d, e hangs on its one participation (1 x 4), and c joins two to two and itself (2 x 3).
    assert ties["pairsLost"].tolist() == [6, 6, 4, 4, 4, 4]


@pytest.fixture
def cells():
    """One place, one theme, an organisation there, one that serves it, and a collaboration of two."""
    return {
        "Municipality": [{"id": code, "name": code, "code": code} for code in (YOKOHAMA, KAMAKURA, TSURUMI)],
        "PART_OF": [{"start": TSURUMI, "end": YOKOHAMA}],
        "Theme": [{"id": "t", "name": "見守り"}],
        "Organisation": [{"id": n, "name": n} for n in ("local", "server", "p", "q")],
        "LOCATED_IN": [{"start": "local", "end": TSURUMI}, {"start": "server", "end": KAMAKURA}],
        "SERVES": [{"start": "server", "end": YOKOHAMA}],
        "WORKS_ON": [{"start": "local", "end": "t"}, {"start": "server", "end": "t"}],
        "Need": [{"id": "n", "name": "n"}],
        "ADDRESSES": [{"start": "n", "end": "t"}],
        "TAKES_PLACE_IN": [{"start": "n", "end": TSURUMI}],
    }


def hanging(tables, **options):
    table = found(tables, **options).cells
    return {(row.municipality, row.organisation): (row.before, row.after, row.openNeeds) for row in table.itertuples()}


def test_cells_that_hang_on_one_organisation(cells):
    assert hanging(cells) == {
        (YOKOHAMA, "local"): ("covered", "neighbour", 1),
        (KAMAKURA, "server"): ("covered", "unknown", 0),
    }
    table = found(cells).organisations.set_index("organisation")
    assert table.loc["local", ["cellsLost", "cellsEmptied"]].tolist() == [1, 0]
    assert table.loc["server", ["cellsLost", "cellsEmptied"]].tolist() == [1, 1]
    cells["SERVES"] = []
    assert hanging(cells)[YOKOHAMA, "local"] == ("covered", "none", 1)


def test_wards_are_cells_too(cells):
    assert hanging(cells, wards=True)[TSURUMI, "local"] == ("covered", "neighbour", 1)


def test_two_hold_a_cell_and_one_that_has_left_holds_nothing(cells):
    cells["LOCATED_IN"].append({"start": "p", "end": YOKOHAMA})
    cells["WORKS_ON"].append({"start": "p", "end": "t"})
    assert (YOKOHAMA, "local") not in hanging(cells)
    cells["Organisation"][2]["memberUntil"] = dt.date(2025, 3, 31)
    assert (YOKOHAMA, "local") in hanging(cells)


@pytest.mark.parametrize(("members", "holders"), [("", set()), ("p", {"p"}), ("pq", {"p", "q"}), ("pqs", set())])
def test_a_collaboration_ends_when_fewer_than_two_are_left(cells, members, holders):
    cells["LOCATED_IN"], cells["SERVES"] = [], []
    cells["Organisation"].append({"id": "s", "name": "s"})
    cells["Collaboration"] = [{"id": "c", "name": "c", "status": "active"}]
    cells["ADDRESSES"].append({"start": "c", "end": "t"})
    cells["TAKES_PLACE_IN"].append({"start": "c", "end": YOKOHAMA})
    cells["PARTICIPATES_IN"] = [{"start": member, "end": "c"} for member in members]
    assert {holder for place, holder in hanging(cells) if place == YOKOHAMA} == holders


def test_communities_that_hang_on_one_organisation():
    # a - b - c - d all tied to each other; only a is tied on, to h, which holds i, j, k together.
    ties = ["ab", "ac", "ad", "bc", "bd", "cd", "ah", "hi", "hj", "hk"]
    community = dict.fromkeys("abcd", 1) | dict.fromkeys("hijk", 2)
    table = found(tied(*ties), community).communities
    assert [tuple(row) for row in table.itertuples(index=False)] == [
        (1, "a", "door", 4, 3),  # b, c, d reach the rest over a alone
        (1, "h", "door", 4, 4),  # and all four over h alone
        (2, "a", "door", 4, 4),
        (2, "h", "door", 4, 3),
        (2, "h", "hub", 4, 2),  # i, j, k know each other through h alone
    ]


def test_doors_of_the_bipartite_form_are_those_of_the_projection():
    members = {"x": "abcd", "y": "ah", "z": "hijk"}
    tables = {
        "Organisation": [{"id": n, "name": n} for n in "abcdhijk"],
        "Collaboration": [{"id": n, "name": n} for n in members],
        "PARTICIPATES_IN": [{"start": o, "end": c} for c, some in members.items() for o in some],
    }
    community = dict.fromkeys("abcd", 1) | dict.fromkeys("hijk", 2)
    projected, bipartite = (
        found(tables, community, form).communities.to_numpy().tolist() for form in (Form.PROJECTION, Form.BIPARTITE)
    )
    assert projected == bipartite
    assert [row[:3] for row in projected] == [[1, "a", "door"], [1, "h", "door"], [2, "a", "door"], [2, "h", "door"]]


def test_who_has_left_is_no_single_point():
    tables = tied(*TIES)
    tables["Organisation"][3]["memberUntil"] = dt.date(2025, 3, 31)
    assert "d" not in set(found(tables).organisations["organisation"])


@pytest.mark.parametrize("tables", [{}, {"Organisation": [{"id": "a", "name": "a"}]}])
@pytest.mark.parametrize("form", list(Form))
def test_nothing_in_nothing_out(tables, form):
    made = found(tables, form=form)
    assert all(frame.empty for frame in (made.organisations, made.ties, made.cells, made.communities))
