import csv
import io
import json

import openpyxl
import pytest

from graph.language import LANGUAGES


@pytest.fixture
def given(tmp_path):
    """Two triangles that x joins, by a collaboration with either."""
    collaborations = {"c1": "abc", "c2": "ab", "c3": "def", "c4": "de", "c5": "ax", "c6": "dx"}
    nodes = {
        "Organisation": "id,name,sector\n" + "".join(f"{name},組織{name},company\n" for name in "abcdefxy"),
        "Collaboration": "id,name\n" + "".join(f"{name},{name}\n" for name in collaborations),
        "PARTICIPATES_IN": "start,end\n"
        + "".join(f"{o},{name}\n" for name, members in collaborations.items() for o in members),
    }
    for name, text in nodes.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def rows(outcome):
    assert outcome.code == 0, outcome.err
    return json.loads(outcome.out)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_ranks_are_ranges_and_the_draws_are_told(cli, given, lang):
    outcome = cli("bridges", "--from", given, "--draws", 60, "--seed", 3, lang=lang)
    assert outcome.code == 0
    # x, a and d all lie on every way between the triangles.
    assert ("1〜" if lang == "ja" else "1–") in outcome.out
    assert "60" in outcome.err
    assert "90 %" in outcome.err
    assert ("(乱数の種 3)" if lang == "ja" else "(seed 3)") in outcome.err


def test_all_measures_are_in_json_csv_and_workbook(cli, given, tmp_path):
    asked = ("bridges", "--from", given, "--draws", 20)
    found = rows(cli(*asked, "--format", "json"))
    assert len(found) == 8
    first = next(row for row in found if row["organisationId"] == "x")
    expected = ["betweenness", "effectiveSize", "efficiency", "hierarchy", "participation", "withinModuleZ", "ratio"]
    expected += ["pairsLost", "expected", "z", "p", "q", "rankLow", "rankHigh", "top5", "missing30High"]
    assert set(expected) <= set(first)
    # Without x neither of the three on one side reaches the three on the other.
    assert (first["pairsLost"], first["separated"], first["articulation"]) == (9, 3, True)
    header = next(csv.reader(io.StringIO(cli(*asked, "--format", "csv").out)))
    assert header == list(first)
    file = tmp_path / "out.xlsx"
    assert cli(*asked, "--out", file, lang="ja").code == 0
    headings = [cell.value for cell in openpyxl.load_workbook(file).active[1]]
    assert len(headings) == len(first) - 1
    assert "偶然の何倍" in headings
    assert not [heading for heading in headings if heading in first and heading not in ("p", "q", "z")]


def test_without_draws_nothing_is_drawn(cli, given):
    outcome = cli("bridges", "--from", given, "--draws", 0, "--format", "json")
    assert not {"q", "rankLow"} & set(rows(outcome)[0])
    shown = cli("bridges", "--from", given, "--draws", 0, lang="ja")
    assert shown.code == 0
    assert "偶然" not in shown.out + shown.err


def test_few_draws_are_said_to_be_few(cli, sample):
    err = cli("bridges", "--from", sample, "--draws", 20, "--top", 1).err
    # 238 organisations have two or more collaborations and declared ties; 20 draws for each.
    assert "--draws 4760" in err


def test_it_is_said_where_nobody_can_bridge(cli, tmp_path):
    (tmp_path / "Organisation.csv").write_text("id,name\na,a\nb,b\n", encoding="utf-8")
    (tmp_path / "Collaboration.csv").write_text("id,name\nx,x\n", encoding="utf-8")
    (tmp_path / "PARTICIPATES_IN.csv").write_text("start,end\na,x\nb,x\n", encoding="utf-8")
    outcome = cli("bridges", "--from", tmp_path)
    assert outcome.code == 0
    assert "Nobody can lie between others" in outcome.err
    assert "confidence" not in outcome.err


def test_stability(cli, given):
    found = rows(cli("bridges", "--from", given, "--stability", "--draws", 50, "--format", "json"))
    assert found[0]["rankLow"] == 1
    shown = cli("bridges", "--from", given, "--stability", "--draws", 50, lang="ja").out
    assert "10 %欠け" in shown
    assert "100 %" in shown


@pytest.mark.parametrize("view", [(), ("--stability",), ("--roles",), ("--composite",), ("--single-points",)])
def test_no_organisation_at_all(cli, sample, view):
    outcome = cli("bridges", *view, "--from", sample / "Source.csv")
    assert outcome.code == 0
    assert "PARTICIPATES_IN" in outcome.err
    assert rows(cli("bridges", *view, "--from", sample / "Source.csv", "--format", "json")) == []


def test_composite_shows_parts_and_weights(cli, given):
    weights = ("--weight", "betweenness=3", "--weight", "degree=1")
    found = rows(cli("bridges", "--from", given, "--composite", *weights, "--format", "json"))
    assert {"betweennessPart", "degreePart", "rank", "compositeLow"} <= set(found[0])
    top = found[0]
    assert top["composite"] == pytest.approx(0.75 * top["betweennessPart"] + 0.25 * top["degreePart"])
    outcome = cli("bridges", "--from", given, "--composite", *weights, lang="ja")
    assert "媒介中心性 ×0.75" in outcome.out
    assert "相手の数 0.25" in outcome.err


def test_roles(cli, given):
    found = rows(cli("bridges", "--from", given, "--roles", "--by", "community", "--format", "json"))
    assert {"coordinator", "coordinatorExpected", "liaisonZ", "group"} <= set(found[0])
    outcome = cli("bridges", "--from", given, "--roles", lang="ja")
    assert "代表役・窓口役" in outcome.out
    assert "企業" in outcome.out
    assert "分野の間" in outcome.err
    directed = cli("bridges", "--from", given, "--roles", "--on", "declared", lang="en")
    assert "Gatekeeper" in directed.out


def test_single_points_on_another_form(cli, given):
    found = rows(cli("bridges", "--from", given, "--single-points", "--on", "bipartite", "--format", "json"))
    assert {row["organisationId"] for row in found} == {"a", "d", "x"}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "wrong",
    [
        ("--roles", "--stability"),
        ("--by", "sector"),
        ("--weight", "degree=1"),
        ("--composite", "--weight", "degree"),
        ("--composite", "--weight", "degree=-1"),
        ("--composite", "--weight", "rank=1"),
        ("--composite", "--weight", "degree=nan"),
        ("--composite", "--weight", "degree=0"),
        ("--stability", "--draws", "0"),
        ("--draws", "-1"),
        ("--on", "other"),
        ("--roles", "--by", "theme"),
    ],
)
def test_wrong_usage_is_one_sentence(cli, given, wrong, lang):
    outcome = cli("bridges", "--from", given, *wrong, lang=lang)
    assert outcome.code == 2
    assert outcome.out == ""
    assert "Traceback" not in outcome.err
