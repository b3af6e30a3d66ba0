import datetime as dt

import pytest

from graph.analysis.evidence import Trees
from graph.analysis.resources import fitting, seats
from graph.dataset import Dataset
from graph.network import knowledge_graph


@pytest.fixture
def tables():
    return {
        "Theme": [{"id": name, "name": name} for name in ("wide", "narrow", "sibling", "else")],
        "BROADER": [{"start": "narrow", "end": "wide"}, {"start": "sibling", "end": "wide"}],
        "Municipality": [{"id": "M", "name": "市", "code": "142042"}, {"id": "H", "name": "町", "code": "143014"}],
        "Organisation": [{"id": "O", "name": "架空の会"}],
        "LOCATED_IN": [{"start": "O", "end": "H"}],
        "Resource": [{"id": "R", "name": "部屋"}],
        "ADDRESSES": [{"start": "R", "end": "narrow"}],
        "OFFERS": [{"start": "O", "end": "R"}],
        "Need": [{"id": "N", "name": "場がほしい"}],
    }


def fits(tables, as_of=None):
    graph = knowledge_graph(Dataset.of(tables))
    found = fitting(graph, Trees.of(graph), as_of)
    return {theme: str(resources["R"]) for theme, resources in found.items() if resources}


def test_a_resource_fits_its_theme_and_those_above_and_below(tables):
    assert fits(tables) == {"narrow": "same", "wide": "narrower"}
    tables["ADDRESSES"] = [{"start": "R", "end": "wide"}]
    assert fits(tables) == {"wide": "same", "narrow": "broader", "sibling": "broader"}


def test_on_the_days_it_can_be_used(tables):
    tables["Resource"][0] |= {"availableFrom": dt.date(2025, 4, 1), "availableUntil": dt.date(2026, 3, 31)}
    assert fits(tables)
    assert fits(tables, dt.date(2025, 4, 1))
    assert fits(tables, dt.date(2026, 3, 31))
    assert not fits(tables, dt.date(2025, 3, 31))
    assert not fits(tables, dt.date(2026, 4, 1))


@pytest.mark.parametrize(
    ("status", "free"), [("proposed", True), ("accepted", False), ("done", False), ("rejected", True)]
)
def test_what_a_need_has_taken_is_not_free(tables, status, free):
    tables["MATCHED_WITH"] = [{"start": "N", "end": "R", "status": status}]
    assert bool(fits(tables)) == free


def test_what_somebody_offered_who_has_left_is_gone(tables):
    tables["Organisation"][0]["memberUntil"] = dt.date(2025, 3, 31)
    assert not fits(tables)
    tables["OFFERS"].append({"start": "M", "end": "R"})
    assert fits(tables)
    tables["OFFERS"] = []  # nobody is known to offer it
    assert fits(tables)


def test_a_resource_is_where_it_says_else_where_who_offers_it_is(tables):
    assert seats(knowledge_graph(Dataset.of(tables)), "R") == {"H"}
    tables["OFFERS"].append({"start": "M", "end": "R"})
    assert seats(knowledge_graph(Dataset.of(tables)), "R") == {"H", "M"}
    tables["TAKES_PLACE_IN"] = [{"start": "R", "end": "M"}]
    assert seats(knowledge_graph(Dataset.of(tables)), "R") == {"M"}
