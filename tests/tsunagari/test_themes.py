import json

import pytest

from graph.language import LANGUAGES


def asked(cli, sample, *options):
    outcome = cli("themes", *options, "--from", sample, "--format", "json")
    assert outcome.code == 0
    return json.loads(outcome.out)


def test_working_groups_of_the_sample_follow_the_tree(cli, sample):
    groups = asked(cli, sample)
    assert {row["basis"] for row in groups} == {"tree"}  # the sample's themes are drawn without a plan
    assert groups[0]["themeIds"] == ["THM-11", "THM-12", "THM-13"]
    assert groups[0]["tiedPairs"] <= groups[0]["pairs"] == groups[0]["core"] * (groups[0]["core"] - 1) // 2


def test_would_be_members_bring_what_is_absent(cli, sample):
    absent = {row["workingGroup"]: {*row["sectorsAbsent"], *row["municipalitiesAbsent"]} for row in asked(cli, sample)}
    seats = asked(cli, sample, "--members")
    assert {row["role"] for row in seats} == {"core", "invited"}
    for row in seats:
        assert set(row["brings"] or []) <= absent[row["workingGroup"]]
        assert bool(row["brings"]) == (row["role"] == "invited")


def test_pairs_by_either_null(cli, sample):
    bicm, alike = (asked(cli, sample, "--pairs", *null) for null in ([], ["--null", "hypergeometric"]))
    assert len(bicm) == len(alike) == 128
    assert bicm[0]["expected"] != alike[0]["expected"]


def test_alignment_says_against_what(cli, sample):
    rows = asked(cli, sample, "--alignment", "--draws", 20)
    assert [row["against"] for row in rows] == ["even", "popular"]
    assert all(row["lower"] <= row["alignment"] <= row["upper"] for row in rows)
    assert rows == asked(cli, sample, "--alignment", "--draws", 20)


def test_themes_that_may_be_one(cli, tmp_path):
    (tmp_path / "Theme.csv").write_text("id,name\nT1,居場所づくり\nT2,居場所\n", encoding="utf-8")
    (tmp_path / "Organisation.csv").write_text("id,name\nO1,会\n", encoding="utf-8")
    (tmp_path / "WORKS_ON.csv").write_text("start,end\nO1,T1\n", encoding="utf-8")
    rows = asked(cli, tmp_path, "--duplicates")
    assert [(row["keep"], row["merge"], row["evidence"]) for row in rows] == [("居場所づくり", "居場所", "name")]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("view", [[], ["--members"], ["--pairs"], ["--duplicates"], ["--alignment"]])
def test_no_themes_is_said(cli, tmp_path, view, lang):
    (tmp_path / "Organisation.csv").write_text("id,name\nO1,会\n", encoding="utf-8")
    outcome = cli("themes", *view, "--from", tmp_path, lang=lang)
    assert outcome.code == 0
    assert "WORKS_ON" in outcome.err


@pytest.mark.parametrize("options", [["--pairs", "--members"], ["--null", "bicm"], ["--draws", "5"], ["--null", "x"]])
def test_options_that_do_not_go_together(cli, sample, options):
    assert cli("themes", *options, "--from", sample).code == 2


@pytest.mark.parametrize("view", ["--members", "--typical", "--sweep"])
def test_views_of_communities(cli, sample, view):
    rows = json.loads(cli("communities", view, "--from", sample, "--format", "json").out)
    if view == "--members":
        assert len(rows) == 320
        assert all(0.5 < row["certainty"] <= 1 for row in rows if row["community"])
    elif view == "--typical":
        assert all(row["lift"] > 1 and row["valueId"] for row in rows)
    else:
        assert sum(row["chosen"] for row in rows) == 1


def test_a_community_is_named_by_place_theme_and_sector(cli, sample):
    rows = json.loads(cli("communities", "--from", sample, "--format", "json", lang="ja").out)
    assert rows[0]["communityName"] == "横浜市"
    place, theme, sector = rows[1]["communityName"].split(" × ")
    assert place.split("・") == rows[1]["municipalities"][:2]
    assert theme == rows[1]["themes"][0]
    assert sector == "地方公共団体"
    assert rows[1]["sectors"] == ["localGovernment"]


def test_holes_between_communities(cli, sample):
    outcome = cli("gaps", "--holes", "--draws", 100, "--from", sample, "--format", "json")
    tables = json.loads(outcome.out)
    assert outcome.code == 0
    holes = [row for row in tables["holes"] if row["hole"]]
    assert holes
    assert all(
        row["q"] < 0.05 and row["observed"] <= min(row["expectedOutward"] / 2, row["expectedOutward"] - 1)
        for row in holes
    )
    # Six organisations could bridge each: three of either community.
    assert len(tables["nearest"]) == 6 * len(holes)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_pair_of_communities_is_said(cli, tmp_path, lang):
    (tmp_path / "Organisation.csv").write_text("id,name\nO1,会\n", encoding="utf-8")
    outcome = cli("gaps", "--holes", "--from", tmp_path, lang=lang)
    assert outcome.code == 0
    assert ("組がありません" if lang == "ja" else "No two communities") in outcome.err
