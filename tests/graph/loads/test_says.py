"""What sources say together; expected values worked out by hand."""

import datetime as dt

from graph.loads.journal import Load
from graph.loads.merging import renamed
from graph.loads.says import BY_HAND, CLOSED, Editions, closed, newest_editions, replaced

A, B = ("Organisation", "a"), ("Organisation", "b")
NOW = dt.datetime(2026, 4, 1, tzinfo=dt.UTC)


def test_the_first_source_counts_and_the_others_complete():
    editions = Editions({"S1": {A: {"id": "a", "name": "会"}}, "S2": {A: {"id": "a", "name": "會", "url": "u"}}})
    assert editions.holding([A, B]) == {A: {"id": "a", "name": "会", "url": "u", "sources": ["S1", "S2"]}}


def test_lists_are_united_and_sources_named_by_rows_stay_unless_they_are_ours():
    first = {"id": "a", "formerNames": ["x"], "sources": ["ELSEWHERE", "S2", "S1"]}
    editions = Editions({"S1": {A: first}, "S2": {}, "S3": {A: {"id": "a", "formerNames": ["y", "x"]}}})
    # S2 has an edition, and it does not state the row: that the row names it does not count.
    assert editions.holding([A])[A] == {"id": "a", "formerNames": ["x", "y"], "sources": ["ELSEWHERE", "S1", "S3"]}


def test_what_is_closed_counts_only_where_nobody_states_it():
    gone = {"id": "a", "name": "会", "memberUntil": dt.date(2026, 3, 31)}
    assert Editions({"S": {}, CLOSED: {A: gone}}).holding([A]) == {A: gone}
    assert "memberUntil" not in Editions({"S": {A: {"id": "a"}}, CLOSED: {A: gone}}).holding([A])[A]


def test_what_is_written_by_hand_is_no_source():
    editions = Editions({"S": {}, BY_HAND: {A: {"id": "a", "url": "u"}}})
    assert editions.holding([A]) == {A: {"id": "a", "url": "u"}}


def test_the_next_edition_keeps_the_tables_that_the_files_do_not_have():
    tie = ("WORKS_ON", "a", "T")
    old = {A: {"id": "a"}, B: {"id": "b"}, tie: {"start": "a", "end": "T"}}
    old |= {("WORKS_ON", "b", "T"): {"start": "b", "end": "T"}}
    new = {A: {"id": "a"}}
    assert replaced(old, new, None) == new
    # b is gone, and with it what was said of its ties.
    assert set(replaced(old, new, frozenset({"Organisation"}))) == {A, tie}


def test_only_what_began_is_closed():
    today = dt.date(2026, 4, 1)
    began = {"id": "a", "memberSince": dt.date(2020, 4, 1), "sources": ["S"]}
    assert closed(A, began, today) == {"id": "a", "memberSince": dt.date(2020, 4, 1), "memberUntil": today}
    assert closed(A, {"id": "a"}, today) is None
    assert closed(("Theme", "T"), {"id": "T"}, today) is None
    ended = {**began, "memberUntil": dt.date(2021, 3, 31)}
    assert closed(A, ended, today) == {name: value for name, value in ended.items() if name != "sources"}


def load(number, sources, editions, state="done", first=()):
    return Load(number, state, "x", NOW, sources=sources, editions=frozenset(editions), first=frozenset(first))


def test_own_files_come_first_then_the_older_source_and_undone_loads_do_not_count():
    loads = [
        load(4, ("S2",), ("S2",), state="undone"),
        load(3, ("OWN", "S1"), ("OWN",), first=("OWN",)),
        load(2, ("S2",), ("S2",)),
        load(1, ("S1",), ("S1",)),
    ]
    newest, order = newest_editions(loads, ["NEW"])
    assert newest == {"S1": 1, "S2": 2, "OWN": 3}
    assert order == ["OWN", "S1", "S2", "NEW", BY_HAND, CLOSED]


def test_rows_that_come_to_be_about_the_same_are_made_one():
    rows = {
        B: {"id": "b", "name": "b", "url": "u"},
        A: {"id": "a", "name": "a"},
        ("WORKS_ON", "b", "T"): {"start": "b", "end": "T", "strength": 2.0},
        ("WORKS_ON", "a", "T"): {"start": "a", "end": "T"},
        ("SUCCEEDED_BY", "b", "a"): {"start": "b", "end": "a"},
        ("ADJACENT_TO", "m", "n"): {"start": "n", "end": "m"},
    }
    assert renamed(rows, {"b": "a"}) == {
        A: {"id": "a", "name": "a", "url": "u"},
        ("WORKS_ON", "a", "T"): {"start": "a", "end": "T", "strength": 2.0},
        ("ADJACENT_TO", "m", "n"): {"start": "n", "end": "m"},
    }
