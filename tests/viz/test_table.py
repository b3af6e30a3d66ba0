import datetime as dt
import math

import pandas as pd

from graph.analysis import Findings
from graph.dataset import Dataset
from viz.table import Nodes, plain, ties


def test_every_node_of_the_dataset_has_one_number(findings: Findings) -> None:
    nodes = Nodes.of(findings.dataset)
    frames = findings.dataset.nodes
    assert len(nodes.ids) == findings.dataset.node_count
    assert [nodes.number[id_] for id_ in nodes.ids] == list(range(len(nodes.ids)))
    assert {label: table["count"] for label, table in nodes.tables.items()} == {
        label: len(frame) for label, frame in frames.items() if len(frame)
    }


def test_columns_without_a_value_are_left_out() -> None:
    nodes = Nodes.of(Dataset.of({"Theme": [{"id": "T", "name": "居場所"}]}))
    assert nodes.tables["Theme"]["columns"] == {"id": ["T"], "name": ["居場所"]}


def test_dates_known_by_month_or_year_show_as_such_and_what_is_internal_not_at_all() -> None:
    member = {
        "id": "O",
        "name": "架空の会",
        "memberSince": dt.date(2024, 4, 1),
        "memberUntil": dt.date(2026, 3, 31),
        "datePrecision": ("memberSince:month", "memberUntil:fiscalYear"),
    }
    other = {"id": "P", "name": "空想の会", "memberSince": dt.date(2024, 4, 1)}
    columns = Nodes.of(Dataset.of({"Organisation": [member, other]})).tables["Organisation"]["columns"]
    assert columns["memberSince"] == ["2024-04", "2024-04-01"]
    assert columns["memberUntil"] == ["2025年度", None]
    assert "datePrecision" not in columns


def test_a_name_that_shows_nothing_gives_way_to_the_id() -> None:
    nodes = Nodes.of(Dataset.of({"Theme": [{"id": "T", "name": " \u3000"}]}))
    assert (nodes.names[0].ja, nodes.names[0].en) == ("T", "T")


def test_the_english_name_shows_in_english_only() -> None:
    nodes = Nodes.of(Dataset.of({"Theme": [{"id": "T", "name": "居場所", "nameEn": "Places"}]}))
    assert (nodes.names[0].ja, nodes.names[0].en) == ("居場所", "Places")


def test_every_tie_of_the_dataset_keeps_its_ends(findings: Findings) -> None:
    nodes = Nodes.of(findings.dataset)
    found = ties(findings.dataset, nodes)
    assert sum(len(table["start"]) for table in found.values()) == findings.dataset.relationship_count
    for kind, table in found.items():
        frame = findings.dataset[kind]
        starts: list[int] = table["start"]
        ends: list[int] = table["end"]
        assert [nodes.ids[i] for i in starts] == list(frame["start"])
        assert [nodes.ids[i] for i in ends] == list(frame["end"])


def test_json_gets_only_what_it_can_say() -> None:
    assert plain(dt.date(2025, 4, 1)) == "2025-04-01"
    assert plain(("a", "b")) == ["a", "b"]
    assert plain(pd.NA) is None
    assert plain(math.inf) is None
    assert plain(pd.Series([3], dtype="Int64")[0]) == 3
