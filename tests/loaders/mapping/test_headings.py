"""How a mapping finds its columns, and tells rows apart; expected values are worked out by hand from the rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import MappingError
from graph.frames import rows
from loaders import Loaded, read
from loaders.mapping.headers import Headers
from loaders.mapping.reader import read_mapping

WriteText = Callable[..., Path]

BODY = """
    nodes:
      - {label: Organisation, id: "N-{番号}", properties: {name: 名称, address: 所在地}}
"""


def _read(write: WriteText, data: str, table: str) -> Loaded:
    mapping = write("mapping.yaml", f"tables:\n  - file: data.csv\n{table}")
    return read([write("data.csv", data)], mapping)


def _nodes(loaded: Loaded, label: str = "Organisation") -> list[dict[str, object]]:
    return rows(loaded.dataset[label])


def test_a_column_is_found_under_its_own_name_then_under_its_aliases() -> None:
    headers = Headers(["施設名", "名称", "住所"], {"名称": ["団体名", "施設名"], "所在地": ["住所", "施設名"]})
    assert (headers.position("名称"), headers.position("所在地"), headers.position("番号")) == (1, 2, None)
    assert Headers(["団体 名"], {"名称": ["団体名"]}).position("名 称") == 0


def test_aliases_and_columns_that_may_be_missing(write: WriteText) -> None:
    table = "    aliases: {名称: [団体名], 番号: [NO]}\n    optional: [所在*]\n" + BODY
    loaded = _read(write, "NO,団体名\n1,架空の会\n", table)
    assert _nodes(loaded) == [{"id": "N-1", "name": "架空の会"}]
    assert loaded.issues == ()


def test_a_column_that_is_missing_and_not_optional_is_an_error(write: WriteText) -> None:
    with pytest.raises(MappingError, match=r"the column '所在地' is not in data\.csv"):
        _read(write, "番号,名称\n1,a\n", BODY)


def test_two_headers_for_one_column_are_an_error(write: WriteText) -> None:
    with pytest.raises(MappingError, match="the column '番号' stands more than once"):
        _read(write, "ＮＯ,No,名称,所在地\n1,2,a,b\n", "    aliases: {番号: [NO]}\n" + BODY)


def test_an_alias_beside_the_column_itself_is_said_to_be_unused(write: WriteText) -> None:
    loaded = _read(write, "番号,名称,団体名,所在地\n1,a,b,c\n", "    aliases: {名称: [団体名]}\n" + BODY)
    assert [node["name"] for node in _nodes(loaded)] == ["a"]
    assert [(issue.kind, issue.column) for issue in loaded.issues] == [("column_unmapped", "団体名")]


def test_a_derived_column_takes_the_place_of_one_that_is_missing(write: WriteText) -> None:
    table = "    optional: [所在地]\n    derive: {所在地: {column: [所在地, 市]}}" + BODY
    assert _nodes(_read(write, "番号,名称,市\n1,a,架空市\n", table))[0]["address"] == "架空市"


def test_rows_with_the_same_number_are_told_apart(write: WriteText) -> None:
    table = """
    nodes:
      - {label: Place, distinct: true, id: ["P-{番号}", "P-{名称}"], properties: {name: 名称}}
"""
    loaded = _read(write, "番号,名称\n1,a\n2,b\n2,c\n,d\n3,e\n3,e\n", table)
    # 2 is of two different places, 3 twice of the same.
    assert [node["id"] for node in _nodes(loaded, "Place")] == ["P-1", "P-3", "P-b", "P-c", "P-d"]
    assert loaded.loaded == 6
    assert [(issue.kind, issue.severity, issue.column) for issue in loaded.issues] == [
        ("ids_missing", "note", "番号"),
        ("ids_repeated", "note", "番号"),
    ]
    assert "in 1 rows (rows 5)" in loaded.issues[0].problem.en
    assert "in 2 rows (rows 3, 4)" in loaded.issues[1].problem.en


def test_a_row_that_lists_several_is_read_for_each(write: WriteText) -> None:
    table = """
    each: {主催: "[;、]"}
    nodes:
      - {as: event, label: Event, id: "E-{行事}", properties: {name: 行事, date: {column: 日, optional: true}}}
      - {as: host, label: Organisation, id: "O-{主催}", when: {column: 主催, filled: true}, properties: {name: 主催}}
    relationships: [{type: HOSTED, start: host, end: event}]
"""
    loaded = _read(write, "行事,主催,日\nまつり,a;b、c,不明\n体操,,2024-04-01\n", table)
    assert [row["start"] for row in rows(loaded.dataset["HOSTED"])] == ["O-a", "O-b", "O-c"]
    assert [node["id"] for node in _nodes(loaded, "Event")] == ["E-まつり", "E-体操"]
    assert (loaded.rows, loaded.loaded) == (2, 2)
    # What is wrong with the row is said once, not once for each host.
    assert [(issue.kind, issue.row) for issue in loaded.issues] == [("date", 2)]


def test_numbers_have_bounds(write: WriteText) -> None:
    table = """
    nodes:
      - label: Place
        id: "P-{名称}"
        properties:
          name: 名称
          latitude: {column: 緯度, minimum: 20, maximum: 46, optional: true}
          longitude: {column: 経度, minimum: 122, maximum: 154, optional: true}
"""
    data = "名称,緯度,経度\na,35.4,139.6\nb,139.6,35.4\nc,0,0\nd,,\n"
    loaded = _read(write, data, table)
    places = {row["name"]: (row.get("latitude"), row.get("longitude")) for row in _nodes(loaded, "Place")}
    assert places == {"a": (35.4, 139.6), "b": (None, None), "c": (None, None), "d": (None, None)}
    assert [(issue.kind, issue.row, issue.column) for issue in loaded.issues] == [
        ("outside", 3, "緯度"),
        ("outside", 3, "経度"),
        ("outside", 4, "緯度"),
        ("outside", 4, "経度"),
    ]


def test_a_table_names_its_own_source_from_its_rows(write: WriteText) -> None:
    table = """
    source: {id: ["SRC-{コード|municipalityCode}", SRC-X], name: "{コード|municipalityName}の一覧"}
    nodes: [{label: Theme, id: "{名称}", properties: {name: 名称}}]
"""
    loaded = _read(write, "コード,名称\n,a\n141003,b\n", table)
    (source,) = _nodes(loaded, "Source")
    assert (source["id"], source["name"]) == ("SRC-141003", "横浜市の一覧")
    assert [node["sources"] for node in _nodes(loaded, "Theme")] == [["SRC-141003"], ["SRC-141003"]]


def test_an_end_by_its_name_is_found_in_any_file(write: WriteText) -> None:
    write(
        "mapping.yaml",
        """
tables:
  - file: data.csv
    each: {取組: "、"}
    nodes: [{label: Organisation, id: "{名称}", properties: {name: 名称}}]
    relationships: [{type: WORKS_ON, start: Organisation, end: {label: Theme, name: "{取組}"}}]
""",
    )
    data = write("data.csv", "名称,取組\na,居場所 づくり、農業\nb,\n")
    themes = write("テーマ.csv", "ID,名称\nT1,居場所づくり\nT2,食\nT3,食\n")
    loaded = read([data, themes], data.parent / "mapping.yaml")
    assert [(row["start"], row["end"]) for row in rows(loaded.dataset["WORKS_ON"])] == [("a", "T1")]
    assert [(issue.kind, issue.column) for issue in loaded.issues] == [("names_unknown", "取組")]
    data.write_text("名称,取組\na,食\n", encoding="utf-8")
    again = read([data, themes], data.parent / "mapping.yaml")
    assert len(again.dataset["WORKS_ON"]) == 0
    assert [issue.kind for issue in again.issues] == ["names_shared"]


def test_a_relationship_to_what_no_file_has_may_be_left_out(write: WriteText) -> None:
    table = """
    nodes: [{as: body, label: Organisation, id: "{番号}", properties: {name: 番号}}]
    relationships:
      - {type: SUCCEEDED_BY, start: body, end: "{承継先}", optional: true, when: {column: 承継先, filled: true}}
"""
    loaded = _read(write, "番号,承継先\n1,2\n2,\n3,4\n", table)
    assert [(row["start"], row["end"]) for row in rows(loaded.dataset["SUCCEEDED_BY"])] == [("1", "2")]
    assert (loaded.loaded, [(issue.kind, issue.row) for issue in loaded.issues]) == (3, [("end_left_out", 4)])


def test_what_is_shared_with_an_anchor_comes_in_its_place_and_gives_way(write: WriteText) -> None:
    path = write(
        "mapping.yaml",
        """
tables:
  - file: a.csv
    derive: &shared
      x: {constant: "1"}
      y: {template: "{x}"}
    nodes: [{label: Theme, id: "{y}", properties: {name: y}}]
  - file: b.csv
    derive:
      w: {constant: "2"}
      <<: *shared
      x: {column: w}
    nodes: [{label: Theme, id: "{y}", properties: {name: y}}]
""",
    )
    first, second = read_mapping(path).tables
    assert list(first.derive) == ["x", "y"]
    # What is written beside it stands for what would be taken over.
    assert list(second.derive) == ["w", "y", "x"]


BY_NAME = """nodes: [{label: Organisation, id: x}]
    relationships: [{type: WORKS_ON, start: Organisation, end: {label: Event, name: y}}]"""


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("aliases: {a: [x], b: [X]}", "aliases › b", "'X' is already an alias of 'a'"),
        ("aliases: [a]", "aliases", "key: value"),
        ("each: {a: '('}", "each › a", "regular expression"),
        ("recognise: {key: k, ja: あ, en: a, headers: [x]}", "recognise", "description is missing"),
        ("recognise: {key: k, ja: あ, en: a, header: [x]}", "recognise", "the nearest is 'headers'"),
        ("source: {id: x}", "source", "name is missing"),
        ("source: {id: x, nam: y}", "source", "the nearest is 'name'"),
        ("source: {id: '{a|up}', name: y}", "source › id", "the nearest is 'upper'"),
        ("nodes: [{label: Place, id: x, properties: {name: {column: a, minimum: 1}}}]", "minimum", "only numbers"),
        ("nodes: [{label: Place, id: x, properties: {latitude: {column: a, minimum: b}}}]", "minimum", "1, 2.5"),
        (BY_NAME, "end › label", "'Event' cannot stand here"),
    ],
)
def test_what_it_may_not_say(write: WriteText, text: str, place: str, said: str) -> None:
    with pytest.raises(MappingError) as caught:
        read_mapping(write("mapping.yaml", f"tables:\n  - file: a.csv\n    {text}\n"))
    sentence = str(caught.value)
    assert place in sentence
    assert said in sentence
