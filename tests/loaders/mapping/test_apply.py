"""What mappings make of rows; every expected node is worked out by hand from the few rows above it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from graph.errors import MappingError
from graph.frames import rows
from loaders import Loaded, read

WriteText = Callable[..., Path]
WriteWorkbook = Callable[[str, Mapping[str, Sequence[Sequence[object]]]], Path]

BODY = """
      - as: body
        label: Organisation
        id: "N-{名前|compact}"
        properties: {name: 名前}
"""


def _read(write: WriteText, data: str, table: str, source: str = "") -> Loaded:
    mapping = write("mapping.yaml", f"{source}\ntables:\n  - file: data.csv\n{table}")
    return read([write("data.csv", data)], mapping)


def _nodes(loaded: Loaded, label: str = "Organisation") -> list[dict[str, object]]:
    return rows(loaded.dataset[label])


def test_nodes_relationships_and_their_source(write: WriteText) -> None:
    loaded = _read(
        write,
        "名前,事業,金額\n架空の会,居場所,100\n空想の会,居場所,200\n",
        f"""
    nodes:{BODY}
      - {{as: work, label: Collaboration, id: "C-{{事業}}", properties: {{name: 事業, kind: {{constant: 助成・補助}}}}}}
    relationships:
      - {{type: PARTICIPATES_IN, start: body, end: work, properties: {{role: {{constant: recipient}}, amount: 金額}}}}
""",
        "source: {id: S1, name: 補助一覧}",
    )
    assert (loaded.rows, loaded.loaded, loaded.issues) == (2, 2, ())
    assert _nodes(loaded) == [
        {"id": "N-架空の会", "name": "架空の会", "sources": ["S1"]},
        {"id": "N-空想の会", "name": "空想の会", "sources": ["S1"]},
    ]
    assert _nodes(loaded, "Collaboration") == [{"id": "C-居場所", "name": "居場所", "kind": "grant", "sources": ["S1"]}]
    assert [row["amount"] for row in _nodes(loaded, "PARTICIPATES_IN")] == [100.0, 200.0]
    (source,) = _nodes(loaded, "Source")
    assert (source["id"], source["file"]) == ("S1", "data.csv")
    assert len(str(source["sha256"])) == 64


def test_the_first_complete_and_valid_id_wins(write: WriteText) -> None:
    loaded = _read(
        write,
        "番号,名前\n8000020148415,架空 の会\n1234567890123,空想の会\n,夢の会\n",
        """
    nodes:
      - label: Organisation
        id: ["JP-JCN-{番号|corporateNumber}", "N-{名前|compact}"]
        properties: {name: 名前, corporateNumber: {column: 番号, optional: true}}
""",
    )
    assert {row["id"] for row in _nodes(loaded)} == {"JP-JCN-8000020148415", "N-空想の会", "N-夢の会"}
    assert [(issue.severity, issue.row, issue.column) for issue in loaded.issues] == [("mended", 3, "番号")]
    assert (loaded.loaded, loaded.refused) == (3, 0)


def test_a_value_that_does_not_fit_refuses_its_row_unless_optional(write: WriteText) -> None:
    table = """
    nodes:
      - {label: Organisation, id: "N-{名前}", properties: {name: 名前, memberSince: {column: 日, optional: %s}}}
"""
    data = "名前,日\n架空の会,未定\n空想の会,2024-04-01\n"
    refused = _read(write, data, table % "false")
    assert (refused.loaded, refused.refused) == (1, 1)
    mended = _read(write, data, table % "true")
    assert (mended.loaded, mended.refused) == (2, 0)
    (issue,) = mended.issues
    assert (issue.severity, issue.row, issue.column, issue.value) == ("mended", 2, "日", "未定")
    assert issue.done.en == "the row was loaded without this value"


def test_nothing_of_a_refused_row_is_loaded(write: WriteText) -> None:
    loaded = _read(
        write,
        "名前,事業\n架空の会,居場所\n空想の会,\n",
        f"""
    nodes:{BODY}
      - {{as: work, label: Collaboration, id: "C-{{事業}}", properties: {{name: 事業}}}}
    relationships: [{{type: PARTICIPATES_IN, start: body, end: work}}]
""",
    )
    assert (loaded.loaded, loaded.refused) == (1, 1)
    assert [row["id"] for row in _nodes(loaded)] == ["N-架空の会"]
    assert [(issue.row, issue.column) for issue in loaded.issues] == [(3, "事業")]


def test_an_optional_or_conditional_part_may_be_left_out(write: WriteText) -> None:
    table = f"""
    nodes:{BODY}
      - {{as: work, label: Collaboration, id: "C-{{事業}}", properties: {{name: 事業}}, %s}}
    relationships: [{{type: PARTICIPATES_IN, start: body, end: work}}]
"""
    data = "名前,事業\n架空の会,居場所\n空想の会,\n"
    for part, severities in (("optional: true", ["mended"]), ("when: {column: 事業, filled: true}", [])):
        loaded = _read(write, data, table % part)
        assert (loaded.loaded, loaded.refused) == (2, 0)
        assert len(loaded.dataset["PARTICIPATES_IN"]) == 1
        assert [issue.severity for issue in loaded.issues] == severities


@pytest.mark.parametrize(
    ("when", "kept"),
    [
        ("{column: 種, equals: 会員}", ["a"]),
        ("{column: 種, equals: [会員, 賛助]}", ["a", "b"]),
        ("{column: 種, matches: '^[会賛]'}", ["a", "b"]),
        ("{column: 種, filled: false}", ["c"]),
        ("[{column: 種, filled: true}, {column: 名前, equals: b}]", ["b"]),
    ],
)
def test_conditions(write: WriteText, when: str, kept: list[str]) -> None:
    loaded = _read(
        write,
        "名前,種\na,会員\nb,賛助\nc,\n",
        f'    nodes: [{{label: Organisation, id: "{{名前}}", properties: {{name: 名前}}, when: {when}}}]',
    )
    assert [row["id"] for row in _nodes(loaded)] == kept
    assert loaded.refused == 0


def test_rules_for_values(write: WriteText) -> None:
    loaded = _read(
        write,
        '名前,種,別名,タグ,日\n"　株式会社\n架空",A,,x/y,4/1/2024\n特定非営利活動法人空想,Z,くうそう,,12/31/2023\n',
        r"""
    derive:
      both: {template: "{種}-{名前|squeeze}"}
    nodes:
      - label: Organisation
        id: "{both|digest}"
        properties:
          name: {column: 名前, transform: squeeze, replace: {'^(株式会社) ?(.*)$': '\2\1'}}
          nameKana: {column: [別名, 名前], transform: [squeeze, katakana]}
          sector: {column: 名前, match: {株式会社: company, 法人: nonprofit}, default: other}
          legalForm: {column: 種, values: {A: 甲, B: 乙}, default: 丙}
          address: {constant: "{架空}"}
          sources: {column: タグ, split: "/"}
          memberSince: {column: 日, format: "%m/%d/%Y"}
          nameEn: {template: "{{{種}}}"}
""",
    )
    by_name = {row["name"]: row for row in _nodes(loaded)}
    first, second = by_name["架空株式会社"], by_name["特定非営利活動法人空想"]
    assert first["nameKana"] == "株式会社 架空"
    assert second["nameKana"] == "クウソウ"
    assert (first["sector"], second["sector"]) == ("company", "nonprofit")
    assert (first["legalForm"], second["legalForm"]) == ("甲", "丙")
    assert first["address"] == "{架空}"
    assert first["sources"] == ["x", "y"]
    assert "sources" not in second
    assert (first["memberSince"], second["memberSince"]) == (dt.date(2024, 4, 1), dt.date(2023, 12, 31))
    assert first["nameEn"] == "{A}"


def test_an_exact_value_that_is_in_no_table_stays_without_a_default(write: WriteText) -> None:
    loaded = _read(
        write,
        "名前\na\nb\n",
        '    nodes: [{label: Theme, id: "{名前}", properties: {name: {column: 名前, values: {a: 甲}}}}]',
    )
    assert [row["name"] for row in _nodes(loaded, "Theme")] == ["甲", "b"]


def test_a_value_may_be_dropped_and_what_is_in_neither_table_takes_the_default(write: WriteText) -> None:
    loaded = _read(
        write,
        "名前,形\na,－\nb,甲会\nc,乙\nd,\n",
        """
    nodes:
      - label: Organisation
        id: "{名前}"
        properties:
          name: 名前
          legalForm: {column: 形, values: {－: ''}, match: {会: 会}, default: 不明}
          address: {column: 形, match: {会: 会}}
""",
    )
    assert [(row.get("legalForm"), row.get("address")) for row in _nodes(loaded)] == [
        (None, None),
        ("会", "会"),
        ("不明", None),
        ("不明", None),
    ]


def test_values_are_filled_from_rows_of_the_same_key_when_these_agree(write: WriteText) -> None:
    loaded = _read(
        write,
        "名前,番号,行\nA,1,r1\nA,,r2\nB,1,r3\nB,2,r4\nB,,r5\n",
        """
    derive: {番号: {column: 番号, fill: 名前}}
    nodes: [{label: Theme, id: "{行}", properties: {name: 名前, description: 番号}}]
""",
    )
    found = {row["id"]: row.get("description") for row in _nodes(loaded, "Theme")}
    # Rows of B disagree (1 and 2), so the fifth stays empty.
    assert found == {"r1": "1", "r2": "1", "r3": "1", "r4": "2", "r5": None}
    assert [(issue.severity, issue.column) for issue in loaded.issues] == [("note", "番号")]
    assert "1 rows" in loaded.issues[0].problem.en


def test_rows_about_one_node_are_one_node(write: WriteText) -> None:
    loaded = _read(
        write,
        "名前,形,額,日\nA,財団,1,2012-05-01\nA,公財,2,2011-05-01\nA,,4,2013-05-01\n",
        """
    nodes:
      - {as: body, label: Organisation, id: "{名前}", properties: {name: 名前, legalForm: 形}}
      - {as: work, label: Collaboration, id: C, properties: {name: {constant: C}}}
    relationships:
      - {type: PARTICIPATES_IN, start: body, end: work, properties: {amount: 額, since: 日, until: 日},
         combine: {amount: sum, since: min, until: max}}
""",
    )
    (tie,) = _nodes(loaded, "PARTICIPATES_IN")
    assert (tie["amount"], tie["since"], tie["until"]) == (7.0, dt.date(2011, 5, 1), dt.date(2013, 5, 1))
    assert [row["legalForm"] for row in _nodes(loaded)] == ["財団"]
    # One sentence for the property and the node, at the first row that differs.
    assert [(issue.severity, issue.row, issue.column, issue.value) for issue in loaded.issues] == [
        ("mended", 3, "形", "公財")
    ]
    assert loaded.loaded == 3


def test_the_last_value_may_be_kept(write: WriteText) -> None:
    loaded = _read(
        write,
        "名前,形\nA,財団\nA,公財\nA,\n",
        '    nodes: [{label: Organisation, id: "{名前}", properties: {name: 名前, legalForm: 形},'
        " combine: {legalForm: last}}]",
    )
    assert [row["legalForm"] for row in _nodes(loaded)] == ["公財"]
    assert loaded.issues == ()


def test_what_a_refused_row_says_is_not_combined(write: WriteText) -> None:
    loaded = _read(
        write,
        "名前,額,テーマ\nA,1,t\nA,2,\n",
        """
    nodes:
      - {as: body, label: Organisation, id: "{名前}", properties: {name: 名前}}
      - {as: work, label: Collaboration, id: C, properties: {name: {constant: C}}}
      - {as: theme, label: Theme, id: "{テーマ}", properties: {name: テーマ}}
    relationships:
      - {type: PARTICIPATES_IN, start: body, end: work, properties: {amount: 額}, combine: {amount: sum}}
""",
    )
    assert loaded.refused == 1
    assert [row["amount"] for row in _nodes(loaded, "PARTICIPATES_IN")] == [1.0]


def test_municipalities_are_joined_by_code(write: WriteText) -> None:
    loaded = _read(
        write,
        "名前,県,市\na,14,100\nb,14,101\nc,99,999\n",
        f"""
    nodes:{BODY}
      - {{as: place, join: municipalities, code: "{{県}}{{市}}"}}
    relationships: [{{type: LOCATED_IN, start: body, end: place}}]
""",
    )
    assert (loaded.loaded, loaded.refused) == (2, 1)
    assert [(issue.severity, issue.row, issue.value) for issue in loaded.issues] == [("refused", 4, "99999")]
    assert [row["name"] for row in _nodes(loaded, "Municipality")] == ["横浜市", "横浜市鶴見区"]
    assert len(loaded.dataset["PART_OF"]) == 1


def test_columns_that_are_not_used_are_said_unless_skipped(write: WriteText) -> None:
    table = '    skip: [%s]\n    nodes: [{label: Theme, id: "{名前}", properties: {name: 名前}}]'
    data = "名前,メモ,備考1\na,x,y\n"
    assert [issue.column for issue in _read(write, data, table % "").issues] == ["メモ", "備考1"]
    assert _read(write, data, table % '"メモ", "備考*"').issues == ()


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('nodes: [{label: Theme, id: "{名}", properties: {name: 名前}}]', "the nearest is '名前'"),
        ('nodes: [{label: Theme, id: "{名前}", properties: {name: x}}]', "nodes 1 › properties › name"),
        ('nodes: [{label: Theme, id: "{重複}"}]', "more than once"),
        ('derive: {a: b, b: 名前}\n    nodes: [{label: Theme, id: "{a}"}]', "not made yet"),
        ("nodes: [{label: Theme, id: x, when: {column: zzz, filled: true}}]", "nodes 1 › when"),
        ('relationships: [{type: BROADER, start: "{名前}", end: "{zzz}"}]', "relationships 1 › end"),
    ],
)
def test_a_column_that_the_file_lacks_is_named(write: WriteText, table: str, said: str) -> None:
    with pytest.raises(MappingError) as caught:
        _read(write, "名前,重複,重複\na,b,c\n", f"    {table}")
    assert said in str(caught.value)
    assert "mapping.yaml" in str(caught.value)


def test_a_file_without_a_header(write: WriteText) -> None:
    table = '    headers: [番号, 名前]\n    nodes: [{label: Theme, id: "{番号}", properties: {name: 名前}}]'
    without = _read(write, "1,a\n2,b\n", table)
    with_header = _read(write, "番号,名前\n1,a\n2,b\n", table)
    assert without.dataset == with_header.dataset
    assert (without.rows, with_header.rows) == (2, 2)
    assert _read(write, "1,a\n2,b,c\n", table).issues[0].row == 2


def test_a_header_further_down_and_sheets_by_name(write: WriteText, write_workbook: WriteWorkbook) -> None:
    book = write_workbook(
        "data.xlsx",
        {
            "表紙": [["この資料は架空です"]],
            "令和5年度": [["一覧"], [], ["番号", "名前"], ["1", "a"]],
            "令和6年度": [["一覧"], [], ["番号", "名前"], ["2", "b"], ["", "c"]],
        },
    )
    table = """
tables:
  - file: data.xlsx
    sheet: "令和*"
    header: 3
    nodes: [{label: Theme, id: "{番号}", properties: {name: 名前}}]
"""
    loaded = read([book], write("mapping.yaml", table))
    assert [row["id"] for row in _nodes(loaded, "Theme")] == ["1", "2"]
    assert [(issue.severity, issue.sheet, issue.row) for issue in loaded.issues] == [
        ("refused", "令和6年度", 5),
        ("note", "表紙", None),
    ]
    with pytest.raises(MappingError, match="the nearest is '令和6年度'"):
        read([book], write("mapping.yaml", table.replace("令和*", "令和 7年度")))


def test_mapped_and_own_rows_meet_and_the_own_stand(write: WriteText) -> None:
    own = write("組織.csv", "ID,名称,法人格\nN-a,a,甲\n")
    mapping = write(
        "mapping.yaml",
        'tables: [{file: data.csv, nodes: [{label: Organisation, id: "N-{名前}",'
        " properties: {name: 名前, legalForm: 形, address: 所}}]}]",
    )
    loaded = read([write("data.csv", "名前,形,所\na,乙,架空市\n"), own], mapping)
    assert _nodes(loaded) == [{"id": "N-a", "name": "a", "legalForm": "甲", "address": "架空市"}]
    assert [(issue.severity, issue.file, issue.value) for issue in loaded.issues] == [("mended", "data.csv", "乙")]
    assert loaded.loaded == 2


def test_an_invalid_value_refuses_only_the_row_and_the_node_that_give_it(write: WriteText) -> None:
    loaded = _read(
        write,
        "省,名前,番号\nA,a,1234567890123\nA,b,8000020148415\n",
        """
    nodes:
      - {as: ministry, label: Organisation, id: "G-{省}", properties: {name: 省}}
      - {as: body, label: Organisation, id: "N-{名前}", properties: {name: 名前, corporateNumber: 番号}}
""",
    )
    assert (loaded.loaded, loaded.refused) == (1, 1)
    assert [row["id"] for row in _nodes(loaded)] == ["G-A", "N-b"]
    assert [(issue.row, issue.column) for issue in loaded.issues] == [(2, "番号")]
