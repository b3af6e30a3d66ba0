import csv
import io
import json

import openpyxl
import pytest

from graph.language import LANGUAGES, Catalogue


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
    assert any("Ward" in row["municipality"] for row in gaps("--unknown", "--wards"))


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
    [
        ["--all", "--unknown"],
        ["--all", "--as-of", "2026-03-31"],
        ["--as-of", "31.3.2026"],
        ["--top", "0"],
        ["--mixing", "--isolates"],
        ["--mixing", "--wards"],
        ["--without", "ORG-018"],
        ["--isolates", "--draws", "10"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_options_that_contradict_are_one_sentence(cli, sample, arguments, lang):
    outcome = cli("gaps", "--from", sample, *arguments, lang=lang)
    assert outcome.code == 2
    assert outcome.out == ""
    assert "gaps --help" in outcome.err
    assert outcome.err.count("\n") == 1
    assert "Invalid" not in outcome.err or "--top" in arguments


def test_no_gap_is_known(cli, tmp_path):
    (tmp_path / "Theme.csv").write_text("id,name\nT1,居場所\n", encoding="utf-8")
    (tmp_path / "Municipality.csv").write_text("id,name,code\nM,鎌倉市,142042\n", encoding="utf-8")
    outcome = cli("gaps", "--from", tmp_path, lang="ja")
    assert "空白はありません" in outcome.err
    assert "何も分かっていない欄が 1 か所" in outcome.err


def test_nothing_to_look_at(cli, tmp_path):
    file = tmp_path / "Organisation.csv"
    file.write_text("id,name\nO1,架空の会\n", encoding="utf-8")
    outcome = cli("gaps", "--from", file, "--format", "json")
    assert (outcome.code, json.loads(outcome.out)) == (0, [])
    assert "Gaps need municipalities and themes" in outcome.err
    assert cli("gaps", "--from", file).code == 0


@pytest.fixture
def several(cli, sample):
    """The tables that a view of several gives, as JSON."""

    def call(*arguments):
        outcome = cli("gaps", "--from", sample, "--format", "json", *arguments)
        assert outcome.code == 0, outcome.err
        return json.loads(outcome.out)

    return call


def test_single_points_are_the_planted_ones_and_say_who_is_cut_off(several, cli, sample, truth):
    tables = several("--single-points")
    costly = {row["organisationId"]: row["cutOffIds"] for row in tables["organisations"] if row["separated"] >= 4}
    assert costly == {row["organisation"]: row["cutsOff"] for row in truth["singlePoints"]}
    assert set(tables) == {"organisations", "ties", "cells", "communities"}
    assert all(row["state"] != row["stateAfter"] for row in tables["cells"])
    alone = json.loads(cli("bridges", "--single-points", "--top", 500, "--from", sample, "--format", "json").out)
    assert alone == tables["organisations"]


def test_isolates_are_the_planted_ones(several, truth):
    rows = several("--isolates")
    assert [row["organisationId"] for row in rows if row["partners"] == 0] == truth["isolated"]
    assert all(row["partnerId"] and row["partner"] for row in rows if row["partners"] == 1)


def test_horizontal_takes_the_secretariat_out_and_says_whom_it_took_for_it(several, cli, sample):
    tables = several("--horizontal")
    assert [row["organisationId"] for row in tables["removed"]] == ["ORG-018"]
    said = cli("gaps", "--horizontal", "--from", sample, lang="ja").err
    assert "「架空かながわ県 つながり推進室」を事務局とみなして除きました" in said
    both = several("--horizontal", "--without-governments", "--top", "50")
    assert len(both["removed"]) == 34
    assert {row["sector"] for row in both["removed"]} == {"localGovernment"}
    few = several("--horizontal", "--top", "1")
    assert (len(few["removed"]), len(few["measures"])) == (1, len(both["measures"]))
    rows = {row["measure"]: row for row in both["measures"]}
    assert rows["pairsShare"]["now"] > rows["pairsShare"]["without"] > rows["pairsShare"]["independent"]


def test_horizontal_takes_out_whom_it_is_told(several, cli, sample):
    named = several("--horizontal", "--without", "架空湯けむり助けあいの会", "--without", "ORG-315")
    assert {row["organisationId"] for row in named["removed"]} == {"ORG-312", "ORG-315"}
    assert {row["organisationId"] for row in named["losing"]} >= {"ORG-308", "ORG-316"}
    nobody = cli("gaps", "--horizontal", "--without", "架空湯けむり助け合いの会", "--from", sample, lang="ja")
    assert (nobody.code, nobody.out) == (1, "")
    assert "架空湯けむり助けあいの会" in nobody.err


def test_horizontal_without_anybody_to_take_out(cli, tmp_path):
    file = tmp_path / "Organisation.csv"
    file.write_text("id,name,corporateNumber\nO1,架空の会,7000012050002\nO2,架空の会,8000012010038\n", encoding="utf-8")
    outcome = cli("gaps", "--horizontal", "--from", file)
    assert (outcome.code, outcome.out) == (1, "")
    assert "--without" in outcome.err
    twice = cli("gaps", "--horizontal", "--without", "架空の会", "--from", file)
    assert twice.code == 1
    assert "JP-JCN-7000012050002, JP-JCN-8000012010038" in twice.err


def test_horizontal_with_nobody_left(cli, tmp_path):
    (tmp_path / "Organisation.csv").write_text("id,name\nO1,架空の会\nO2,架空の輪\n", encoding="utf-8")
    (tmp_path / "TIED_TO.csv").write_text("start,end,kind\nO1,O2,referral\n", encoding="utf-8")
    outcome = cli("gaps", "--horizontal", "--without", "O1", "--without", "O2", "--from", tmp_path, lang="ja")
    assert outcome.code == 0, outcome.err
    assert "nan" not in outcome.err + outcome.out


@pytest.mark.parametrize(("sectors", "said"), [(",", "No two organisations of known sector"), ("company,company", "—")])
def test_mixing_where_sectors_are_unknown_or_one(cli, tmp_path, sectors, said):
    first, second = sectors.split(",")
    text = f"id,name,sector\nO1,架空の会,{first}\nO2,架空の輪,{second}\n"
    (tmp_path / "Organisation.csv").write_text(text, encoding="utf-8")
    (tmp_path / "TIED_TO.csv").write_text("start,end,kind\nO1,O2,referral\n", encoding="utf-8")
    outcome = cli("gaps", "--mixing", "--draws", "9", "--from", tmp_path)
    assert outcome.code == 0, outcome.err
    assert said in outcome.err
    assert "nan" not in outcome.err + outcome.out


def test_mixing_says_how_sectors_mix(several, cli, sample):
    tables = several("--mixing", "--draws", "99")
    assert len(tables["sectors"]) == 9
    assert len(tables["pairs"]) == 45
    assert several("--mixing", "--draws", "99") == tables
    said = cli("gaps", "--mixing", "--draws", "99", "--from", sample, lang="ja").err
    assert "分野をまたぐつながりは、偶然と変わりません" in said


def test_several_tables_in_four_forms(cli, sample, several, tmp_path):
    tables = several("--mixing", "--draws", "9")
    text = cli("gaps", "--mixing", "--draws", "9", "--from", sample, "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["table"] for row in rows] == [name for name, some in tables.items() for _ in some]
    assert [float(row["ratio"]) for row in rows if row["table"] == "pairs"] == [row["ratio"] for row in tables["pairs"]]
    shown = cli("gaps", "--mixing", "--draws", "9", "--from", sample, lang="ja").out
    assert shown.index("分野ごと") < shown.index("分野と分野") < shown.index("全体")
    file = tmp_path / "分野.xlsx"
    assert cli("gaps", "--mixing", "--draws", "9", "--from", sample, "--out", file, lang="ja").code == 0
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == ["分野ごと", "分野と分野", "全体"]
    assert book["分野と分野"].max_row == 46
    assert book["分野ごと"]["A2"].value == "地域団体"


@pytest.mark.parametrize("view", ["--single-points", "--isolates", "--mixing"])
@pytest.mark.parametrize("content", ["", "O1,架空の会\n"])
def test_nothing_hangs_on_nothing(cli, tmp_path, view, content):
    file = tmp_path / "Organisation.csv"
    file.write_text(f"id,name\n{content}", encoding="utf-8")
    for form in ("table", "csv"):
        outcome = cli("gaps", view, "--from", file, "--format", form, lang="ja")
        assert outcome.code == 0, outcome.err
        assert "Traceback" not in outcome.err
    assert view == "--isolates" or "つながりがありません" in outcome.err


@pytest.mark.parametrize("lang", LANGUAGES)
def test_titles_of_tables_fit_a_sheet(lang):
    """Excel takes 31 characters, none of them of these."""
    titles = [text for key, text in Catalogue("tsunagari").entries(lang).items() if key.startswith("tables.")]
    sheets = [title for title in titles if "{" not in title]
    assert len(sheets) == len(set(sheets)) > 9
    assert all(len(title) <= 31 and not set(title) & set("[]:*?/\\") for title in sheets)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_names_are_in_the_language_of_the_reader_and_both_are_understood(cli, sample, lang):
    names = {"ja": "架空かながわ県 つながり推進室", "en": "Fictional Kanagawa Prefecture Ties Promotion Office"}
    for name in names.values():
        outcome = cli("gaps", "--horizontal", "--from", sample, "--without", name, "--format", "json", lang=lang)
        (removed,) = json.loads(outcome.out)["removed"]
        assert (removed["organisationId"], removed["organisation"]) == ("ORG-018", names[lang])


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_workbook_has_every_column_that_people_read_under_a_heading_of_its_own(cli, sample, tmp_path, lang):
    file = tmp_path / "gaps.xlsx"
    assert cli("gaps", "--from", sample, "--out", file, lang=lang).code == 0
    rows = json.loads(cli("gaps", "--from", sample, "--format", "json").out)
    sheet = openpyxl.load_workbook(file).active
    headings = [cell.value for cell in sheet[1]]
    shown = [name for name in rows[0] if not name.endswith(("Id", "Ids"))]
    assert len(set(headings)) == len(headings) == len(shown)
    at = {name: i for i, name in enumerate(headings)}["使えそうな資源" if lang == "ja" else "Resources that fit"]
    assert [row[at] for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        row["resourcesFitting"] for row in rows
    ]
