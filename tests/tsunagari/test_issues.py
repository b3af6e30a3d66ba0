import csv
import io

import openpyxl
import pytest

from graph.language import LANGUAGES, Text, set_language
from loaders import Issue
from tsunagari.cli.issues import listing, summary


@pytest.fixture(autouse=True)
def _restore():
    yield
    set_language(None)


def issues(count, kind="date", severity="refused"):
    problem, action = Text("読めません", "it cannot be read"), Text("直してください", "mend it")
    return [
        Issue(severity, "f.xlsx", "組織", row, "入会日", "未定", problem, action, kind) for row in range(2, count + 2)
    ]


def test_few_are_listed_by_kind_with_the_advice_once():
    set_language("ja")
    assert listing(issues(2)) == (
        "[読み込まず] 日付として読めない (2 件)\n"
        "  f.xlsx 組織 2行 入会日: 読めません。\n"
        "  f.xlsx 組織 3行 入会日: 読めません。\n"
        "  → 直してください。\n\n"
    )


def test_advice_that_differs_stands_at_each():
    set_language("en")
    one, two = issues(2)
    other = Issue("refused", "f.xlsx", "組織", 9, "入会日", "x", two.problem, Text("別", "do otherwise"), "date")
    assert listing([one, other]).splitlines()[1:5] == [
        "  f.xlsx 組織 row 2 入会日: it cannot be read.",
        "      → mend it.",
        "  f.xlsx 組織 row 9 入会日: it cannot be read.",
        "      → do otherwise.",
    ]


def test_many_are_summed_up_first_and_cut():
    set_language("en")
    lines = listing([*issues(4_000), *issues(3, "control")]).splitlines()
    assert lines[0] == "Issues: 4,003 refused, 0 mended, 0 notes."
    assert lines[1] == "4,000  [Not loaded] Cannot be read as a date — f.xlsx 組織 row 2 入会日 '未定'"
    assert lines[2] == "    3  [Not loaded] Control character — f.xlsx 組織 row 2 入会日 '未定'"
    assert "  … and 3,995 more; --report issues.xlsx shows all." in lines
    assert len(lines) == 3 + 1 + (1 + 5 + 1 + 1) + 1 + (1 + 3 + 1) + 1


def test_a_value_with_line_breaks_and_commands_of_terminals_stays_on_its_line():
    set_language("en")
    text = "8月5日\r\n \x1b[31m休み"
    (issue,) = issues(1)
    odd = Issue("refused", "f.xlsx", "組織", 2, "開催日", text, Text(text, text), issue.action, "date")
    assert listing([odd]).splitlines()[1] == "  f.xlsx 組織 row 2 開催日: 8月5日 [31m休み."
    assert summary([odd]).endswith("row 2 開催日 '8月5日 [31m休み'")


def test_nothing_is_said_of_no_issues():
    assert summary([]) == ""
    assert listing([]) == ""


@pytest.fixture
def bad(tmp_path):
    file = tmp_path / "Theme.csv"
    file.write_text("id,name\nT1,居場所\nT2,\n", encoding="utf-8")
    return file


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", ["check", "gaps", "bridges", "communities", "explore"])
def test_every_command_that_reads_files_writes_a_report(cli, bad, tmp_path, command, lang):
    report = tmp_path / "issues.csv"
    arguments = [bad] if command == "check" else ["--from", bad]
    if command == "explore":
        arguments += ["--out", tmp_path / "atlas.html"]
    outcome = cli(command, *arguments, "--report", report, lang=lang)
    assert outcome.code == 3, outcome.err
    assert str(report) in outcome.err
    _, row = csv.reader(io.StringIO(report.read_text(encoding="utf-8-sig")))
    assert row[:5] == [{"ja": "読み込まず", "en": "Not loaded"}[lang], "Theme.csv", "Theme", "3", "name"]


def test_the_ending_chooses_the_form(cli, bad, tmp_path):
    begins = {".xlsx": b"PK", ".csv": b"\xef\xbb\xbf", ".html": b"<!DOCTYPE", ".HTML": b"<!DOCTYPE"}
    for ending, first in begins.items():
        report = tmp_path / f"issues{ending}"
        assert cli("check", bad, "--report", report).code == 3
        assert report.read_bytes().startswith(first)
    assert openpyxl.load_workbook(tmp_path / "issues.xlsx").sheetnames == ["Summary", "Issues", "Theme"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_another_ending_is_one_sentence_before_anything_is_read(cli, tmp_path, lang):
    outcome = cli("check", tmp_path / "nosuch.csv", "--report", tmp_path / "issues.pdf", lang=lang)
    assert outcome.code == 1
    assert all(ending in outcome.err for ending in (".xlsx", ".csv", ".html"))
    assert "nosuch" not in outcome.err


def test_a_report_holds_no_formula(cli, tmp_path):
    file, report = tmp_path / "Theme.csv", tmp_path / "issues.csv"
    file.write_text('id,name,memo\n"=1+1",,x\n', encoding="utf-8")
    cli("check", file, "--report", report)
    cells = [cell for row in csv.reader(io.StringIO(report.read_text(encoding="utf-8-sig"))) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
