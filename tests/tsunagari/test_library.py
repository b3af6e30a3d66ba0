"""The commands of the query library that need no database, and what a shell is told when it completes them."""

import json

import pytest

from queries import catalog
from tsunagari.cli.run import run

OWN = """// title: 自分の
// question: 自分の問い
// columns: {n: 数}
RETURN 1 AS n
"""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("TSUNAGARI_QUERIES", str(tmp_path))
    return tmp_path


def test_the_list_has_names_titles_and_parameters_in_either_language(cli):
    ja, en = (cli("query", "list", lang=code).out for code in ("ja", "en"))
    assert "coverage/empty_cells" in ja
    assert "課題があるのに担い手のいない空白" in ja
    assert "Gaps with open needs" in en
    assert "パラメーター" in ja
    rows = json.loads(cli("query", "list", "--format", "json").out)
    assert [row["query"] for row in rows] == sorted(catalog())
    cells = next(row for row in rows if row["query"] == "coverage/empty_cells")
    assert cells["parameters"] == ["theme"]
    assert (cells["topic"], cells["file"], cells["overrides"]) == ("coverage", None, None)


def test_the_list_of_one_topic(cli):
    rows = json.loads(cli("query", "list", "--topic", "空白と担い手", "--format", "json").out)
    assert {row["topic"] for row in rows} == {"coverage"}
    outcome = cli("query", "list", "--topic", "cov")
    assert outcome.code == 1
    assert "coverage (Coverage)" in outcome.err


def test_own_queries_are_marked_and_broken_ones_said(cli, folder):
    (folder / "largest.cypher").write_text(OWN, encoding="utf-8")
    (folder / "broken.cypher").write_text("RETURN 1", encoding="utf-8")
    outcome = cli("query", "list", lang="ja")
    assert outcome.code == 0
    assert any("own/largest" in line and "collaboration/largest" in line for line in outcome.out.splitlines())
    assert "broken.cypher は使えません: 先頭に見出しがありません" in outcome.err
    shown = cli("query", "show", "largest")
    assert "in place of the library's collaboration/largest" in shown.err
    assert "RETURN 1 AS n" in shown.out
    assert cli("query", "show", "collaboration/largest").err == ""


def test_a_query_is_shown_with_all_that_its_header_says(cli, folder):
    file = folder / "mine.cypher"
    head = '// title: t\n// question: q\n// parameters:\n//   theme: {type: string, values: Theme.name, ja: "題"}\n'
    head += "//   status: {type: strings, default: [active], values: Collaboration.status, ja: 状態}\n"
    head += "//   limit: {type: integer, default: 20, least: 1, ja: 行数}\n// columns: {n: 数}\n"
    head += "// example: {theme: 居場所 づくり, status: [ended, active]}\n// since: '2025.06'\n"
    head += "// scans: すべて数える\n// growth: 組合せ\n"
    file.write_text(head + "RETURN $theme + $status + $limit AS n", encoding="utf-8")
    out = cli("query", "show", "mine", lang="ja").out
    for said in (
        "文字列、必須、値: データベースにあるテーマ(名称・ID)",
        "文字列の並び(コンマ区切り)、省くと active、値: 準備中、活動中、終了",
        "整数、省くと 20、1 以上",
        'tsunagari query run own/mine -p theme="居場所 づくり" -p status=ended,active',
        "Neo4j 2025.06 以降",
        "すべてを調べる理由: すべて数える",
        "組織が増えるより速く重くなる理由: 組合せ",
        f"自分のファイル: {file}",
        "RETURN $theme",
    ):
        assert said in out
    assert "has to be given; values: Theme in the database (Name or ID)" in cli("query", "show", "mine").out


def test_a_new_query_is_written_and_said_where(cli, folder):
    outcome = cli("query", "new", "mine", lang="ja")
    assert outcome.code == 0
    assert str(folder / "mine.cypher") in outcome.err
    assert "tsunagari query run own/mine" in outcome.err
    assert cli("query", "new", "mine").code == 1
    copied = cli("query", "new", "largest", "--from", "largest")
    assert "in place of the library's collaboration/largest" in copied.err


def completed(monkeypatch, capsys, line, shell="fish"):
    """What a shell gets back for a line that ends where TAB is pressed, by the protocol of its completion script."""
    monkeypatch.setenv("_TSUNAGARI_COMPLETE", f"complete_{shell}")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    monkeypatch.setenv("TSUNAGARI_LANG", "en")
    if shell == "bash":
        words = line.split(" ")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    with pytest.raises(SystemExit):
        run([])
    return [entry.split("\t")[0] for entry in capsys.readouterr().out.splitlines() if entry]


@pytest.mark.parametrize(
    ("line", "proposed"),
    [
        ("tsunagari query show coverage/e", ["coverage/empty_cells"]),
        ("tsunagari query run own/", ["own/mine"]),
        ("tsunagari query new x --from members/i", ["members/isolated"]),
        ("tsunagari query list --topic cov", ["coverage"]),
        ("tsunagari query run coverage/empty_cells -p ", ["theme="]),
        ("tsunagari query run empty_cells --parameter th", ["theme="]),
        ("tsunagari query run mine -p l", ["limit="]),
        ("tsunagari query run mine -p status=", ["status=planned", "status=active", "status=ended"]),
        ("tsunagari query run mine -p status=e", ["status=ended"]),
        ("tsunagari query run nosuch -p ", []),
    ],
)
def test_a_shell_completes_names_topics_and_parameters(monkeypatch, capsys, folder, line, proposed):
    text = OWN.replace(
        "// columns",
        "// parameters:\n//   status: {type: string, default: null, values: Collaboration.status, ja: 状態}\n"
        "//   limit: {type: integer, default: 1, ja: 行数}\n// columns",
    )
    (folder / "mine.cypher").write_text(text + "+ $status + $limit", encoding="utf-8")
    assert completed(monkeypatch, capsys, line) == proposed


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_other_shells_complete_too(monkeypatch, capsys, shell):
    found = completed(monkeypatch, capsys, "tsunagari query run coverage/empty_cells -p ", shell)
    assert any("theme=" in entry for entry in found)
