from __future__ import annotations

from collections import Counter

import pytest

from graph.schema import Table, schema
from loaders.names import columns_of, fold, hint, nearest, table_named, table_names, values_of


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("組織", "Organisation"),
        ("organisation", "Organisation"),
        ("Ｏｒｇａｎｉｓａｔｉｏｎ", "Organisation"),
        ("LOCATED_IN", "LOCATED_IN"),
        ("located in", "LOCATED_IN"),
        ("所 在", "LOCATED_IN"),
        ("ﾃｰﾏ", "Theme"),
    ],
)
def test_tables_are_found_by_any_of_their_names(name: str, key: str) -> None:
    table = table_named(name)
    assert table is not None
    assert table.key == key


def test_no_two_tables_share_a_name() -> None:
    names = {(fold(name), table.key) for name in table_names() if (table := table_named(name))}
    assert max(Counter(name for name, _ in names).values()) == 1
    assert {key for _, key in names} == {*schema().labels, *schema().relationships}


def test_no_two_columns_of_a_table_share_a_header() -> None:
    for key in (*schema().labels, *schema().relationships):
        found: dict[str, set[str]] = {}
        for prop in schema().table(key).properties.values():
            for name in (prop.key, prop.name.ja, prop.name.en):
                found.setdefault(fold(name), set()).add(prop.key)
        assert all(len(columns) == 1 for columns in found.values()), key


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("start", "start"),
        ("起点ＩＤ", "start"),
        ("Start ID", "start"),
        ("組織", "start"),
        ("Organisation ID", "start"),
        ("終点", "end"),
        ("市町村ID", "end"),
        ("確認日", "confirmedOn"),
    ],
)
def test_ends_are_found_by_many_headers(header: str, column: str) -> None:
    assert columns_of("LOCATED_IN")[fold(header)] == column


def test_a_label_at_both_ends_names_neither() -> None:
    assert fold("市町村") not in columns_of("PART_OF")
    assert fold("組織ID") not in columns_of("TIED_TO")


def test_any_of_several_starts_names_the_start() -> None:
    assert columns_of("HAS_NEED")[fold("組織ID")] == columns_of("HAS_NEED")[fold("市町村")] == "start"


def test_values_of_enumerations_have_three_names() -> None:
    known = values_of("Organisation", "sector")
    assert known[fold("企業")] == known[fold("Company")] == known["company"] == "company"


def test_the_nearest_name_is_suggested() -> None:
    assert nearest("組識", table_names()) == "組織"
    assert hint("Organization", table_names()).en == "the nearest is 'Organisation'"
    assert nearest("zzzz", ["組織"]) is None
    assert hint("zzzz", ["組織", "市町村"]).ja == "使える名前: 組織、市町村"


@pytest.mark.parametrize("dash", "-‐‑‒–—―−─━－ｰ")
def test_kinds_of_dashes_and_brackets_are_one(dash: str) -> None:
    assert fold(f"コ{dash}ド（主）") == fold("コード(主)")
    assert fold("サビス") != fold("サービス")


def test_no_two_names_of_the_schema_fold_alike() -> None:
    described = schema()
    tables: list[Table] = [*described.labels.values(), *described.relationships.values()]
    owners: dict[str, set[str]] = {}
    for table in tables:
        for name in (table.key, table.name.ja, table.name.en):
            owners.setdefault(fold(name), set()).add(table.key)
        columns: dict[str, set[str]] = {}
        for prop in table.properties.values():
            for name in (prop.key, prop.name.ja, prop.name.en):
                columns.setdefault(fold(name), set()).add(prop.key)
            values: dict[str, set[str]] = {}
            for key, text in (prop.choices or {}).items():
                for name in (key, text.ja, text.en):
                    values.setdefault(fold(name), set()).add(key)
            assert all(len(keys) == 1 for keys in values.values())
        assert all(len(keys) == 1 for keys in columns.values())
    assert all(len(keys) == 1 for keys in owners.values())
