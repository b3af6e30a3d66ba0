from __future__ import annotations

from graph.schema import schema
from loaders.combine import combined
from loaders.statements import Statements

THEME = schema().labels["Theme"]


def _mapped(ids: list[str | None], names: list[str | None], rows: list[int], **combine: str) -> Statements:
    return Statements("Theme", {"id": ids, "name": names}, rows, combinable=True, combine=combine)


def test_own_rows_of_one_id_stay_two() -> None:
    records = combined([Statements("Theme", {"id": ["a", "a"], "name": ["x", "y"]}, [0, 1])], THEME, set())
    assert records.columns == {"id": ["a", "a"], "name": ["x", "y"]}
    assert records.rows == [(0,), (1,)]


def test_mapped_rows_of_one_id_are_one_and_remember_their_rows() -> None:
    records = combined([_mapped(["a", "b", "a", "a"], ["x", "y", None, "z"], [0, 1, 2, 3])], THEME, set())
    assert records.columns["name"] == ["x", "y"]
    assert records.rows == [(0, 2, 3), (1,)]
    (difference,) = records.differences
    assert (difference.row, difference.kept, difference.value) == (3, "x", "z")


def test_refused_rows_are_left_out() -> None:
    records = combined([_mapped(["a", "a"], ["x", "y"], [0, 1])], THEME, {0})
    assert records.columns == {"id": ["a"], "name": ["y"]}
    own = combined([Statements("Theme", {"id": ["a", "b"], "name": ["x", "y"]}, [0, 1])], THEME, {0})
    assert own.columns == {"id": ["b"], "name": ["y"]}


def test_equal_amounts_are_added_too() -> None:
    table = schema().relationships["PARTICIPATES_IN"]
    part = Statements(
        table.key,
        {"start": ["a", "a"], "end": ["c", "c"], "amount": [5.0, 5.0]},
        [0, 1],
        combinable=True,
        combine={"amount": "sum"},
    )
    assert combined([part], table, set()).columns["amount"] == [10.0]


def test_lists_are_united() -> None:
    part = Statements("Theme", {"id": ["a", "a"], "sources": [("s", "t"), ("t", "u")]}, [0, 1], combinable=True)
    assert combined([part], THEME, set()).columns["sources"] == [("s", "t", "u")]


def test_own_rows_stand_before_mapped_ones_whatever_the_order() -> None:
    own = Statements("Theme", {"id": ["a"], "name": ["own"]}, [5])
    records = combined([_mapped(["a"], ["mapped"], [0]), own], THEME, set())
    assert records.columns["name"] == ["own"]
    assert records.rows == [(5, 0)]
