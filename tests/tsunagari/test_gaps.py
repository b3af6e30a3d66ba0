import csv
import io
import json

import openpyxl
import pytest


@pytest.fixture(scope="session")
def truth(root):
    return json.loads((root / "data" / "kanagawa" / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture
def gaps(cli, sample):
    """The rows that the command gives, as JSON."""

    def call(*arguments):
        outcome = cli("gaps", "--from", sample, "--as-of", "2026-03-31", "--format", "json", *arguments)
        assert outcome.code == 0, outcome.err
        return json.loads(outcome.out)

    return call


def test_the_planted_cells_come_first(gaps, truth):
    rows = gaps()
    planted = {(cell["municipality"], cell["theme"]) for cell in truth["emptyCells"]}
    assert len(rows) == truth["coverage"]["none"]
    assert {(row["municipalityId"], row["themeId"]) for row in rows[:12]} == planted
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    first = rows[0]
    assert first["nearest"] == first["helpers"][0]
    assert first["km"] == first["helperKm"][0]
    assert len(first["helpers"]) == len(first["helperIds"]) == len(first["helperSteps"])
    assert first["population"] is None
    assert first["peoplePart"] is None


def test_all_cells_have_the_states_of_the_truth(gaps, truth, cli, sample):
    rows = gaps_all = json.loads(cli("gaps", "--all", "--from", sample, "--format", "json").out)
    narrow = [row for row in gaps_all if not row["themeId"].endswith("0")]
    counted = {state: sum(row["state"] == state for row in narrow) for state in truth["coverage"]}
    assert counted == truth["coverage"]
    with_wards = json.loads(cli("gaps", "--all", "--wards", "--from", sample, "--format", "json").out)
    assert len(with_wards) == len(rows) // 33 * 61
    assert [row for row in with_wards if row["municipalityId"] in {row["municipalityId"] for row in rows}] == rows


def test_unknown_cells_and_wards_are_ranked_too(gaps, truth):
    assert len(gaps("--unknown")) == truth["coverage"]["none"] + truth["coverage"]["unknown"]
    assert any("区" in row["municipality"] for row in gaps("--unknown", "--wards"))


def test_one_table_in_four_forms(cli, sample, tmp_path, gaps):
    rows = gaps("--top", "3")
    assert len(rows) == 3
    text = cli("gaps", "--from", sample, "--as-of", "2026-03-31", "--format", "csv").out
    as_csv = list(csv.DictReader(io.StringIO(text)))
    assert as_csv[0]["helperIds"] == ";".join(rows[0]["helperIds"])
    shown = cli("gaps", "--from", sample, lang="ja")
    assert "ほか 12 件" in shown.out
    assert "municipalityId" not in shown.out
    file = tmp_path / "空白.xlsx"
    assert cli("gaps", "--from", sample, "--out", file, lang="ja").code == 0
    sheet = openpyxl.load_workbook(file).active
    assert sheet.max_row == 33
    assert {"点数の内訳(課題)", "近い担い手"} <= {cell.value for cell in sheet[1]}
    assert "themeId" not in {cell.value for cell in sheet[1]}


def test_a_sentence_says_what_the_table_means(cli, sample):
    said = cli("gaps", "--from", sample, "--as-of", "2026-03-31", lang="ja").err
    assert "課題が解決を待つところが 12 か所" in said
    assert "32 か所は人口が登録されていないため" in said
    assert "何も分かっていない欄が 230 か所" in said
    assert "何も分かっていない欄" not in cli("gaps", "--unknown", "--from", sample, lang="ja").err


@pytest.mark.parametrize(
    "arguments",
    [["--all", "--unknown"], ["--all", "--as-of", "2026-03-31"], ["--as-of", "31.3.2026"], ["--top", "0"]],
    ids=" ".join,
)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_options_that_contradict_are_one_sentence(cli, sample, arguments, lang):
    outcome = cli("gaps", "--from", sample, *arguments, lang=lang)
    assert outcome.code == 2
    assert outcome.out == ""
    assert "gaps --help" in outcome.err
    assert outcome.err.count("\n") == 1


def test_nothing_to_look_at(cli, tmp_path):
    file = tmp_path / "Organisation.csv"
    file.write_text("id,name\nO1,架空の会\n", encoding="utf-8")
    outcome = cli("gaps", "--from", file, "--format", "json")
    assert (outcome.code, json.loads(outcome.out)) == (0, [])
    assert "Gaps need municipalities and themes" in outcome.err
    assert cli("gaps", "--from", file).code == 0
