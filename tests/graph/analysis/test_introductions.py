import datetime as dt
from collections import Counter
from itertools import pairwise

import pandas as pd
import pytest

from graph.analysis.holes import NEAREST, PAIRS, Holes
from graph.analysis.introductions import PER_ISOLATE, PER_ORGANISATION, introductions
from graph.analysis.isolates import isolates
from graph.dataset import Dataset
from graph.network import Form, knowledge_graph, organisation_network


def found(tables, pairs=(), nearest=(), form=Form.PROJECTION):
    """Return the table for holes made by hand: pairs (community, otherCommunity, expectedOutward), nearest by both."""
    graph = knowledge_graph(Dataset.of(tables))
    network = organisation_network(graph, form)
    rows = [
        {"community": a, "otherCommunity": b, "observed": 0.0, "expectedOutward": e, "hole": True} for a, b, e in pairs
    ]
    near = [{"community": a, "otherCommunity": b, "organisation": o} for a, b, names in nearest for o in names]
    holes = Holes(pd.DataFrame(rows, columns=list(PAIRS)), pd.DataFrame(near, columns=list(NEAREST)), 0)
    return introductions(graph, network, holes, isolates(graph, network)).table


def rows(table, *columns):
    return list(zip(*(table[name] for name in columns), strict=True))


@pytest.fixture
def parted():
    """Two communities, a b c and d e f, joined by the secretariat s, and by a longer way over x and y."""
    ties = ("ab", "bc", "cs", "sd", "de", "ef", "cx", "xy", "yd")
    works = {"a": "t", "c": "tu", "d": "tu", "f": "t"}
    return {
        "Organisation": [{"id": n, "name": n} for n in "abcdefsxy"],
        "Theme": [{"id": n, "name": n} for n in "tu"],
        "Municipality": [{"id": "ward", "name": "w", "code": "141011"}, {"id": "city", "name": "c", "code": "141003"}],
        "Event": [{"id": n, "name": n} for n in ("e1", "e2")],
        "PART_OF": [{"start": "ward", "end": "city"}],
        "HOSTED": [{"start": "s", "end": n} for n in ("e1", "e2")],
        "TIED_TO": [{"start": a, "end": b, "kind": "cooperation"} for a, b in ties],
        "WORKS_ON": [{"start": o, "end": t} for o, themes in works.items() for t in themes],
        "LOCATED_IN": [{"start": "a", "end": "ward"}],
        "SERVES": [{"start": "f", "end": "city"}],
    }


HOLE = {"pairs": [(1, 2, 2.5)], "nearest": [(1, 2, "cba"), (2, 1, "def")]}


def test_a_hole_is_closed_by_its_nearest_that_share_most_each_once(parted):
    table = found(parted, **HOLE)
    # c and d share two themes; of a, f and the others a and f share most: a theme and the city.
    assert rows(table, "organisation", "partner", "kind") == [("c", "d", "hole"), ("a", "f", "hole")]
    assert rows(table, "sharedThemes", "sharedAreas") == [(("t", "u"), ()), (("t",), ("city",))]
    assert rows(table, "community", "otherCommunity", "observed", "expected") == [(1, 2, 0.0, 2.5)] * 2
    assert table[["municipality", "theme", "borders", "km"]].isna().all(axis=None)


def test_the_way_does_not_lead_through_the_secretariat_where_there_is_another(parted):
    table = found(parted, **HOLE)
    assert rows(table, "steps", "via") == [(2, ("x", "y")), (6, ("b", "c", "x", "y", "d", "e"))]
    parted["TIED_TO"].pop()
    assert rows(found(parted, **HOLE), "steps", "via")[0] == (2, ("s",))


def test_the_secretariat_is_introduced_to_nobody_nor_who_has_left(parted):
    parted["Organisation"][3]["memberUntil"] = dt.date(2025, 3, 31)
    parted["WORKS_ON"] += [{"start": "s", "end": "t"}]
    table = found(parted, pairs=HOLE["pairs"], nearest=[(1, 2, "c"), (2, 1, "sd")])
    assert table.empty


def test_who_is_tied_or_shares_nothing_is_not_introduced(parted):
    nearest = [(1, 2, "b"), (2, 1, "def")]
    assert found(parted, pairs=HOLE["pairs"], nearest=nearest).empty
    parted["TIED_TO"] += [{"start": a, "end": b, "kind": "other"} for a, b in ("cd", "cf", "ad", "af")]
    assert found(parted, **HOLE).empty


def test_the_stronger_of_equally_short_ways_is_named(parted):
    parted["TIED_TO"] += [
        {"start": a, "end": b, "kind": "funding", "strength": strength}
        for middle, strength in (("a", 1.0), ("b", 3.0))
        for a, b in (("x", middle), (middle, "f"))
    ]
    # From x to f there are two ways of two ties: over a (strength 1) and over b (strength 3).
    table = found(parted, pairs=[(1, 2, 1.0)], nearest=[(1, 2, "x"), (2, 1, "f")])
    assert table.empty
    parted["WORKS_ON"] += [{"start": "x", "end": "t"}]
    assert rows(found(parted, pairs=[(1, 2, 1.0)], nearest=[(1, 2, "x"), (2, 1, "f")]), "steps", "via") == [(2, ("b",))]


@pytest.fixture
def lonely():
    """i is tied to nobody; q is active in its municipality, p and z are next door, r is further away."""
    return {
        "Organisation": [{"id": n, "name": n} for n in "ipqrz"],
        "Theme": [{"id": n, "name": n} for n in "tu"],
        "Municipality": [
            {"id": "m1", "name": "m1", "code": "142042", "latitude": 35.0, "longitude": 139.0},
            {"id": "m2", "name": "m2", "code": "142051", "latitude": 35.1, "longitude": 139.0},
            {"id": "m3", "name": "m3", "code": "142069", "latitude": 35.01, "longitude": 139.0},
        ],
        "ADJACENT_TO": [{"start": "m1", "end": "m2"}, {"start": "m2", "end": "m3"}],
        "TIED_TO": [{"start": a, "end": b, "kind": "cooperation"} for a, b in pairwise("pqrz")],
        "LOCATED_IN": [
            {"start": o, "end": m} for o, m in (("i", "m1"), ("p", "m2"), ("z", "m2"), ("q", "m3"), ("r", "m3"))
        ],
        "SERVES": [{"start": "q", "end": "m1"}],
        "WORKS_ON": [
            {"start": o, "end": t}
            for o, themes in zip("ipqrz", ("tu", "t", "u", "t", "t"), strict=True)
            for t in themes
        ],
    }


def test_an_isolate_meets_the_nearest_on_its_theme(lonely):
    table = found(lonely)
    assert rows(table, "organisation", "partner", "kind") == [("i", "q", "isolate"), ("i", "p", "isolate")]
    assert rows(table, "municipality", "theme", "borders") == [("m1", "u", 0), ("m2", "t", 1)]
    # A tenth of a degree of latitude: 6371.0088 km * pi / 1800.
    assert table["km"].tolist() == pytest.approx([0.0, 11.119], abs=1e-3)
    assert table[["community", "otherCommunity", "steps", "observed", "expected"]].isna().all(axis=None)
    assert table["via"].tolist() == [(), ()]


def test_nobody_is_named_too_often(lonely):
    alone = [f"i{n}" for n in range(6)]
    lonely["Organisation"] += [{"id": n, "name": n} for n in alone]
    lonely["LOCATED_IN"] += [{"start": n, "end": "m1"} for n in alone]
    lonely["WORKS_ON"] += [{"start": n, "end": "u"} for n in alone]
    table = found(lonely)
    assert table["organisation"].value_counts().max() <= PER_ISOLATE
    assert Counter([*table["organisation"], *table["partner"]]).most_common(1)[0][1] <= PER_ORGANISATION
    met = [frozenset(pair) for pair in rows(table, "organisation", "partner")]
    assert len(set(met)) == len(met)


def test_without_place_or_theme_nobody_is_near(lonely):
    assert found(lonely | {"WORKS_ON": []}).empty
    assert found(lonely | {"LOCATED_IN": [], "SERVES": []}).empty


def test_a_collaboration_is_one_step_in_either_form():
    tables = {
        "Organisation": [{"id": n, "name": n} for n in "abc"],
        "Theme": [{"id": "t", "name": "t"}],
        "Collaboration": [{"id": n, "name": n} for n in ("k", "l")],
        "PARTICIPATES_IN": [{"start": o, "end": k} for k, members in (("k", "ab"), ("l", "bc")) for o in members],
        "WORKS_ON": [{"start": o, "end": "t"} for o in "ac"],
    }
    for form in (Form.PROJECTION, Form.BIPARTITE):
        table = found(tables, pairs=[(1, 2, 1.0)], nearest=[(1, 2, "a"), (2, 1, "c")], form=form)
        assert rows(table, "steps", "via") == [(2, ("b",))]


def test_the_sample_s_isolates_and_holes(sample_study):
    table = sample_study.introductions.table
    holes = sample_study.holes.pairs
    closed = table[table["kind"] == "hole"]
    assert set(rows(closed, "community", "otherCommunity")) <= set(
        rows(holes[holes["hole"].astype(bool)], "community", "otherCommunity")
    )
    alone = sample_study.isolates.table
    assert set(table[table["kind"] == "isolate"]["organisation"]) <= set(alone[alone["ties"] == 0]["organisation"])
    network = sample_study.network
    assert not any(network.has_edge(a, b) for a, b in rows(table, "organisation", "partner"))
    for a, b, via in rows(closed, "organisation", "partner", "via"):
        assert all(network.has_edge(x, y) for x, y in pairwise((a, *via, b)))


def test_nothing_in_nothing_out():
    assert found({}).empty
