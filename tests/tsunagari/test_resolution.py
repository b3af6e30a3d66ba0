import csv
import io

import openpyxl
import pytest

FILE = "名称,法人番号,備考\n㈱架空,,=1+1\n株式会社架空,,\n想像会,1234567890123,\n,,名称なし\n"


@pytest.fixture
def names(tmp_path):
    file = tmp_path / "名簿.csv"
    file.write_text(FILE, encoding="cp932")
    return file


def test_resolve_writes_every_row_and_says_how_many(cli, names, tmp_path):
    out = tmp_path / "out.csv"
    outcome = cli("resolve", names, "--name", "名称", "--corporate-number", "法人番号", "--out", out)
    assert outcome.code == 0, outcome.err
    assert outcome.out == ""
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"), newline="")))
    assert [row["名称"] for row in rows] == ["㈱架空", "株式会社架空", "想像会", ""]
    assert [row["decision"] for row in rows] == ["same", "same", "new", "new"]
    assert rows[0]["備考"] == "'=1+1"
    assert (rows[0]["score"], rows[0]["reasons"]) == ("100.0", "same name")
    assert "4 rows are 2 organisations: 2 rows the same as another, 0 to be reviewed, 2 new" in outcome.err
    assert "1234567890123" in outcome.err
    assert "no name" in outcome.err


def test_resolve_speaks_japanese_and_writes_workbooks(cli, names, tmp_path):
    out = tmp_path / "out.xlsx"
    outcome = cli("resolve", names, "--name", "名称", "--out", out, lang="ja")
    assert outcome.code == 0, outcome.err
    assert "4 行は 2 団体です" in outcome.err
    rows = list(openpyxl.load_workbook(out).active.values)
    assert rows[0] == ("名称", "法人番号", "備考", "entityId", "decision", "score", "reasons")
    assert (rows[1][2], rows[1][6]) == ("=1+1", "名称が同じ")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_wrong_column_is_one_sentence(cli, names, lang):
    outcome = cli("resolve", names, "--name", "名前", lang=lang)
    assert outcome.code == 1
    assert "名前" in outcome.err
    assert "名簿.csv" in outcome.err
    assert len(outcome.err.strip().splitlines()) <= 2


def test_rows_that_do_not_fit_end_with_code_3(cli, tmp_path):
    file = tmp_path / "a.csv"
    file.write_text("名称,番号\n架空会,1\n想像会\n", encoding="utf-8")
    outcome = cli("resolve", file, "--name", "名称", "--format", "csv")
    assert outcome.code == 3
    assert outcome.out.count("\n") == 3


@pytest.mark.parametrize("text", ["x", "0", "-1"])
def test_undo_takes_a_number(cli, text):
    outcome = cli("review", "--undo", "--", text)
    assert outcome.code == 2
    assert "--undo" in outcome.err


def test_a_workbook_that_is_no_list_of_pairs_is_one_sentence(cli, names):
    outcome = cli("review", names, lang="ja")
    assert outcome.code == 1
    assert "tsunagari review --out" in outcome.err
