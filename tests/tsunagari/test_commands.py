import csv
import io
import json
import re

import openpyxl
import pytest
import typer

from graph.language import LANGUAGES, Catalogue
from tsunagari.cli.app import app

JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")


def commands(command, path=()):
    yield path
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, (*path, name))


EVERY = list(commands(typer.main.get_command(app)))


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_help_of_every_command_is_in_either_language(cli, path):
    ja, en = (cli(*path, "--help", lang=lang) for lang in ("ja", "en"))
    assert (ja.code, en.code) == (0, 0)
    assert not JAPANESE.search(en.out)
    assert "使い方" in ja.out
    for left_over in ("Usage", "Options", "Arguments", "Commands", "Show this", "<bool>", "list[Path]"):
        assert left_over not in ja.out
    assert "…" not in ja.out.replace("...", "")


def test_the_command_line_of_the_readme_is_there():
    asked = ["demo", "check", "load", "explore", "gaps", "bridges", "communities", "cypher"]
    asked += [f"neo4j {name}" for name in ["start", "stop", "status", "logs", "dump", "restore", "connect-info"]]
    assert {tuple(name.split()) for name in asked} <= set(EVERY)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "arguments",
    [
        ["nosuch"],
        ["gaps", "--nosuch"],
        ["load"],
        ["neo4j", "dump"],
        ["bridges", "--top", "x"],
        ["gaps", "--format", "y"],
        ["cypher", "a", "b"],
        ["load", "x.csv", "--out"],
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(cli, arguments, lang):
    outcome = cli(*arguments, lang=lang)
    assert outcome.code == 2
    assert outcome.out == ""
    assert "--help" in outcome.err
    assert "Traceback" not in outcome.err
    assert bool(JAPANESE.search(outcome.err)) == (lang == "ja")


def test_an_unknown_language_is_wrong_usage(cli):
    assert cli("gaps", "--lang", "fr").code == 2


def test_the_language_may_stand_anywhere(cli, sample):
    assert "市町村" in cli("gaps", "--from", sample, "--lang=ja", lang="en").out


def test_gaps_are_the_planted_ones(cli, sample, root):
    outcome = cli("gaps", "--from", sample, "--format", "json")
    truth = json.loads((root / "data" / "kanagawa" / "truth.json").read_text(encoding="utf-8"))
    with_needs = {(row["municipalityId"], row["themeId"]) for row in json.loads(outcome.out) if row["openNeeds"]}
    assert outcome.code == 0
    assert with_needs == {(cell["municipality"], cell["theme"]) for cell in truth["emptyCells"]}
    assert len(with_needs) == 12


def test_bridges_and_single_points_are_the_planted_ones(cli, sample, root):
    truth = json.loads((root / "data" / "kanagawa" / "truth.json").read_text(encoding="utf-8"))
    ten = json.loads(cli("bridges", "--draws", 0, "--top", 10, "--from", sample, "--format", "json").out)
    planted = {item["organisation"] for item in truth["bridging"]}
    assert len(planted) == 6
    assert planted <= {row["organisationId"] for row in ten}
    points = json.loads(cli("bridges", "--single-points", "--from", sample, "--format", "json").out)
    assert {row["organisationId"] for row in points if row["separated"] >= 4} == {
        item["organisation"] for item in truth["singlePoints"]
    }


def test_one_table_in_four_forms(cli, sample, tmp_path):
    rows = json.loads(cli("communities", "--from", sample, "--format", "json").out)
    as_csv = list(csv.DictReader(io.StringIO(cli("communities", "--from", sample, "--format", "csv").out)))
    assert [int(row["size"]) for row in as_csv] == [row["size"] for row in rows]
    assert as_csv[1]["themes"] == ";".join(rows[1]["themes"])
    assert rows[1]["themes"][0] in cli("communities", "--from", sample).out
    file = tmp_path / "まとまり.xlsx"
    assert cli("communities", "--from", sample, "--out", file, lang="ja").code == 0
    sheet = openpyxl.load_workbook(file).active
    assert [cell.value for cell in sheet[1]][:2] == ["まとまり", "組織の数"]
    assert [row[1] for row in sheet.iter_rows(min_row=2, values_only=True)] == [row["size"] for row in rows]


def test_a_csv_file_opens_in_excel_and_holds_no_formula(cli, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "Organisation.csv").write_text('id,name\nO1,"=HYPERLINK(""http://x"")"\nO2,+1\n', encoding="utf-8")
    out = tmp_path / "out.csv"
    assert cli("bridges", "--from", folder, "--out", out).code == 0
    text = out.read_text(encoding="utf-8")
    assert text.startswith("\ufeff")
    assert [row["organisation"] for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))] == [
        '\'=HYPERLINK("http://x")',
        "'+1",
    ]
    out = tmp_path / "out.xlsx"
    assert cli("bridges", "--from", folder, "--out", out).code == 0
    assert openpyxl.load_workbook(out).active["B2"].data_type == "s"


def test_several_paths_after_one_from(cli, sample):
    outcome = cli(
        "bridges", "--top", 1, "--format", "json", "--from", sample / "Organisation.csv", sample / "Source.csv"
    )
    assert outcome.code == 0
    assert "PARTICIPATES_IN" in outcome.err  # said: nobody is tied to anybody


def test_check_lists_issues_and_says_so_by_its_exit_code(cli, sample, tmp_path):
    assert cli("check", sample).code == 0
    file = tmp_path / "Theme.csv"
    file.write_text("id,name\nT1,居場所\nT2,\nT1,見守り\n", encoding="utf-8")
    outcome = cli("check", file, "--format", "json", lang="ja")
    rows = json.loads(outcome.out)
    assert outcome.code == 3
    assert len(rows) == 2
    assert all("Theme.csv" in row.values() for row in rows)
    assert {3, 4} <= {value for row in rows for value in row.values() if isinstance(value, int)}
    assert "1 行、受け付けない 2 行" in outcome.err


@pytest.mark.parametrize("lang", LANGUAGES)
def test_errors_are_one_sentence_and_exit_code_1(cli, tmp_path, lang):
    empty = tmp_path / "empty.xlsx"
    empty.touch()
    for path in (tmp_path / "nosuch.csv", tmp_path / "leer", empty):
        if path.name == "leer":
            path.mkdir()
        outcome = cli("check", path, lang=lang)
        assert outcome.code == 1, path
        assert path.name in outcome.err
        assert "Traceback" not in outcome.err
        assert bool(JAPANESE.search(outcome.err.replace(str(tmp_path), ""))) == (lang == "ja")


def test_where_nothing_can_be_written(cli, sample, tmp_path):
    outcome = cli("gaps", "--from", sample, "--out", tmp_path / "no" / "gaps.csv")
    assert outcome.code == 1
    assert "--out" in outcome.err
    outcome = cli("explore", "--from", sample, "--out", tmp_path / "no" / "atlas.html")
    assert outcome.code == 1


def test_a_setting_that_cannot_be(cli, monkeypatch):
    monkeypatch.setenv("TSUNAGARI_NEO4J_VERSION", "3.5")
    outcome = cli("neo4j", "status")
    assert outcome.code == 1
    assert "TSUNAGARI_NEO4J_VERSION" in outcome.err


def test_the_managed_server_is_left_alone_when_another_is_named(cli, monkeypatch):
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    assert "NEO4J_URI" in cli("neo4j", "stop").err
    outcome = cli("gaps")
    assert outcome.code == 1
    assert "127.0.0.1:1" in outcome.err


def test_a_fault_of_ours_is_a_sentence_too(cli, monkeypatch, sample):
    def broken(*_):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("graph.analysis.study.coverage", broken)
    outcome = cli("gaps", "--from", sample)
    assert outcome.code == 1
    assert "TSUNAGARI_DEBUG" in outcome.err
    assert "Traceback" not in outcome.err


def test_explore_writes_a_page_from_files_alone(cli, sample, tmp_path):
    page = tmp_path / "atlas.html"
    outcome = cli("explore", "--from", sample, "--out", page, "--title", "架空の標題", lang="ja")
    assert outcome.code == 0
    assert "架空の標題" in page.read_text(encoding="utf-8")
    assert str(page) in outcome.err


def test_every_sentence_of_the_command_line_is_used(root):
    source = "".join(file.read_text(encoding="utf-8") for file in (root / "tsunagari").rglob("*.py"))
    for key in Catalogue("tsunagari").entries("en"):
        room, _, name = key.partition(".")
        if room in {"messages", "errors"}:
            assert f'"{name}"' in source or f'"{key}"' in source, key


def test_the_encoding_of_text_files_can_be_named(cli, tmp_path):
    file = tmp_path / "組織.csv"
    file.write_bytes("ID,名称\nO1,架空の会\n".encode("euc_jp"))
    assert cli("check", file, "--encoding", "EUC-JP").code == 0
    wrong = cli("check", file, "--encoding", "utf-8")
    assert (wrong.code, wrong.err.count("Traceback")) == (1, 0)
    assert "line 1 (byte 6)" in wrong.err
    unknown = cli("gaps", "--encoding", "utf-9", "--from", file)
    assert unknown.code != 0
    assert "no encoding 'utf-9'" in unknown.err


def test_it_is_said_that_a_network_is_kept_bipartite(cli, monkeypatch, sample):
    assert "kept as nodes" not in cli("bridges", "--draws", 0, "--from", sample).err
    monkeypatch.setattr("graph.network.MOST_TIES", 5)
    outcome = cli("bridges", "--draws", 0, "--from", sample)
    assert outcome.code == 0
    assert "kept as nodes" in outcome.err
