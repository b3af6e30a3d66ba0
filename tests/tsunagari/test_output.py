"""One table in every form; expected values are written by hand and read back by other programs' readers."""

import csv
import datetime as dt
import io
import json
import sys

import openpyxl
import pytest
from arro3.io import read_parquet

from graph.language import set_language
from graph.store import State
from tsunagari.cli.output import About, CannotWrite, Format, Rows, send

DAY = dt.date(2026, 3, 31)
INSTANT = dt.datetime(2026, 3, 31, 9, 30, tzinfo=dt.UTC)
MOMENT = INSTANT.replace(tzinfo=None)
COLUMNS = ["name", "count", "share", "day", "moment", "instant", "tags", "open", "note"]
ROWS = [
    ["=1+1|<b>", 3, 0.5, DAY, MOMENT, INSTANT, ["a", None], True, None],
    ["居場所\n見守り", 12_345_678_901_234_567, None, None, None, None, [], False, "-1"],
]
ABOUT = About(
    title="members/by_sector 分野別",
    cypher="MATCH (n)\nRETURN n",
    parameters={"theme": "居場所"},
    asked=dt.datetime(2026, 4, 1, 12, 0, tzinfo=dt.UTC),
    database="127.0.0.1:7687/neo4j",
    server="Neo4j/5.26.30",
    state=State(DAY, dt.datetime(2026, 4, 1, tzinfo=dt.UTC)),
    cut=2,
)


@pytest.fixture(autouse=True)
def _japanese():
    set_language("ja")
    yield
    set_language(None)


@pytest.fixture
def sent(tmp_path):
    """Send the table, or others, in a form, and give the file."""

    def call(form, named=None):
        out = tmp_path / f"out.{form}"
        send(named or {"": Rows(COLUMNS, iter(ROWS), own=False)}, form, out, about=lambda: ABOUT)
        return out

    return call


@pytest.mark.parametrize(("form", "separator"), [(Format.CSV, ","), (Format.TSV, "\t")])
def test_separated_values_open_in_excel_and_hold_no_formula(sent, form, separator):
    text = sent(form).read_bytes().decode("utf-8-sig")
    assert sent(form).read_bytes().startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter=separator)) == [
        COLUMNS,
        ["'=1+1|<b>", "3", "0.5", "2026-03-31", "2026-03-31T09:30:00", "2026-03-31T09:30:00+00:00", "a;", "True", ""],
        ["居場所\n見守り", "12345678901234567", "", "", "", "", "", "False", "'-1"],
    ]


def test_json_and_json_lines_are_the_same_objects(sent):
    expected = [
        {
            "name": "=1+1|<b>",
            "count": 3,
            "share": 0.5,
            "day": "2026-03-31",
            "moment": "2026-03-31T09:30:00",
            "instant": "2026-03-31T09:30:00+00:00",
            "tags": ["a", None],
            "open": True,
            "note": None,
        },
        {
            "name": "居場所\n見守り",
            "count": 12_345_678_901_234_567,
            "share": None,
            "day": None,
            "moment": None,
            "instant": None,
            "tags": [],
            "open": False,
            "note": "-1",
        },
    ]
    assert json.loads(sent(Format.JSON).read_bytes()) == expected
    assert [json.loads(line) for line in sent(Format.JSONL).read_bytes().decode().split("\n")[:-1]] == expected
    assert json.loads(sent(Format.JSON, {"": Rows(["a"], [])}).read_bytes()) == []
    named = {"cells": Rows(["a"], [[1]]), "ties": Rows(["b"], [])}
    assert json.loads(sent(Format.JSON, named).read_bytes()) == {"cells": [{"a": 1}], "ties": []}


def test_a_workbook_has_dates_and_numbers_as_such_and_says_where_it_is_from(sent):
    book = openpyxl.load_workbook(sent(Format.XLSX))
    sheet, about = book.worksheets
    cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
    midnight = MOMENT.replace(hour=0, minute=0)
    assert cells == [
        COLUMNS,
        ["=1+1|<b>", 3, 0.5, midnight, MOMENT, "2026-03-31T09:30:00+00:00", "a、", "はい", None],
        ["居場所\n見守り", "12345678901234567", None, None, None, None, None, "いいえ", "-1"],
    ]
    assert sheet["A2"].data_type == "s"
    assert (sheet["D2"].number_format, sheet["E2"].number_format) == ("yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss")
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:I3")
    assert about.title == "この表について"
    said = {row[0].value: row[1].value for row in about.iter_rows()}
    assert said["問い合わせ (Cypher)"] == "MATCH (n)\nRETURN n"
    assert said["パラメーター"] == 'theme = "居場所"'
    assert said["データベース"] == "127.0.0.1:7687/neo4j (Neo4j/5.26.30)"
    assert said["データの日付"] == "2026-03-31"
    assert said["行数"] == "最初の 2 行だけ"
    assert set(said) >= {"実行日時", "最後の読み込み", "問い合わせの名前"}


def test_what_excel_cannot_hold_is_text(sent):
    rows = [[dt.date(1868, 1, 25)], [float("inf")], ["あ" * 40_000], [dt.time(9, 30)]]
    sheet = openpyxl.load_workbook(sent(Format.XLSX, {"": Rows(["a"], rows, own=False)})).worksheets[0]
    first, second, third, fourth = (sheet.cell(row, 1).value for row in range(2, 6))
    assert (first, second, fourth) == ("1868-01-25", "inf", dt.time(9, 30))
    assert len(third) == 32_767
    assert third.endswith("…")


def test_parquet_keeps_types(sent):
    table = read_parquet(str(sent(Format.PARQUET))).read_all()
    types = {field.name: str(field.type) for field in table.schema}
    assert "Utf8" in types["name"]
    assert "Int64" in types["count"]
    assert "Float64" in types["share"]
    assert "Date32" in types["day"]
    assert "Timestamp" in types["moment"]
    assert "UTC" in types["instant"]
    assert "List" in types["tags"]
    assert "Boolean" in types["open"]
    held = {name: table.column(name).to_pylist() for name in COLUMNS}
    assert held["count"] == [3, 12_345_678_901_234_567]
    assert held["day"] == [DAY, None]
    assert held["tags"] == [["a", None], []]
    assert held["note"] == [None, "-1"]


def test_parquet_of_columns_that_mix_kinds(sent):
    rows = [[1, [1], {"a": 1}, None], [2.5, 2, "x", None], [None, [None, "b"], None, None]]
    out = sent(Format.PARQUET, {"": Rows(["number", "either", "text", "text"], rows)})
    table = read_parquet(str(out)).read_all()
    held = [table.column(i).to_pylist() for i in range(4)]
    assert held == [[1.0, 2.5, None], ["1", "2", ";b"], ['{"a": 1}', "x", None], [None, None, None]]


def test_markdown_shows_text_as_text(sent):
    lines = sent(Format.MARKDOWN).read_text(encoding="utf-8").split("\n")
    assert lines[1] == "| --- | ---: | ---: | --- | --- | --- | --- | --- | --- |"
    assert lines[2].startswith("| =1+1\\|&lt;b> | 3 | 0.5 | 2026-03-31 |")
    assert lines[3].startswith("| 居場所<br>見守り | 12345678901234567 |  |")
    assert "- データの日付: 2026-03-31" in lines


def test_html_shows_text_as_text_and_says_where_it_is_from(sent):
    text = sent(Format.HTML).read_text(encoding="utf-8")
    assert "<bdi>&#39;=1+1|&lt;b&gt;</bdi>" in text
    assert '<td class="number">3</td>' in text
    assert "127.0.0.1:7687/neo4j" in text
    assert "<script" not in text


def test_a_table_on_a_screen_cannot_be_moved_by_data(tmp_path):
    out = tmp_path / "out.txt"
    send({"": Rows(["a"], [["\x1b[2Jx"]], own=False)}, Format.TABLE, out)
    assert "\x1b" not in out.read_text(encoding="utf-8")


def test_columns_of_others_keep_their_names_and_values(tmp_path):
    for own, heading, value in ((True, "分野", "企業"), (False, "sector", "company")):
        out = tmp_path / "out.txt"
        send({"": Rows(["sector"], [["company"]], own=own)}, Format.TABLE, out)
        text = out.read_text(encoding="utf-8")
        assert heading in text
        assert value in text


def test_a_table_without_a_graph_is_no_graphml(tmp_path):
    with pytest.raises(CannotWrite, match="export graphml"):
        send({"": Rows(["a"], [[1]])}, Format.GRAPHML, tmp_path / "a.graphml")


def test_a_file_is_whole_or_as_it_was(tmp_path):
    out = tmp_path / "out.csv"
    out.write_text("before", encoding="utf-8")

    def rows():
        yield [1]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        send({"": Rows(["a"], rows())}, Format.CSV, out)
    assert out.read_text(encoding="utf-8") == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CannotWrite, match="--out"):
        send({"": Rows(["a"], [[1]])}, Format.CSV, tmp_path / "no" / "out.csv")


def test_the_library_for_parquet_is_named_where_it_is_missing(sent, monkeypatch):
    monkeypatch.setitem(sys.modules, "arro3", None)
    with pytest.raises(CannotWrite, match=r"tsunagari\[parquet\]"):
        sent(Format.PARQUET)


def test_several_tables_in_each_form(sent):
    named = {"organisations": [[1], [2]], "ties": [[3]]}
    held = {}
    for form in (Format.CSV, Format.JSONL, Format.MARKDOWN, Format.HTML, Format.XLSX):
        held[form] = sent(form, {name: Rows(["a"], iter(rows)) for name, rows in named.items()})
    stacked = [["table", "a"], ["organisations", "1"], ["organisations", "2"], ["ties", "3"]]
    assert list(csv.reader(io.StringIO(held[Format.CSV].read_text(encoding="utf-8-sig")))) == stacked
    assert json.loads(held[Format.JSONL].read_text(encoding="utf-8").splitlines()[2]) == {"table": "ties", "a": 3}
    assert len(openpyxl.load_workbook(held[Format.XLSX]).worksheets) == 3
    for form, heading in (
        (Format.MARKDOWN, "## 切れると離れるつながり"),
        (Format.HTML, "<h2>切れると離れるつながり</h2>"),
    ):
        assert heading in held[form].read_text(encoding="utf-8")
