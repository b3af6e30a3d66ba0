"""Ad hoc queries on real servers, as a person asks them."""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time

import neo4j
import pytest
from defusedxml import ElementTree

from graph.errors import QueryError
from graph.network import knowledge_graph
from graph.store import Store
from loaders import read
from queries.elements import Elements
from queries.run import stream
from tsunagari.cli.run import run

pytestmark = pytest.mark.neo4j

ENDLESS = "UNWIND range(1, 10000000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS endless"
THEMES = "MATCH (o:Organisation)-[:WORKS_ON]->(t:Theme) RETURN t.name AS theme, count(*) AS organisations"
FILES = {
    "Organisation.csv": "id,name,sector\nO1,架空A会,nonprofit\nO2,架空B社,company\nO3,架空C会,nonprofit\n",
    "Theme.csv": "id,name\nT1,居場所\nT2,見守り\n",
    "WORKS_ON.csv": "start,end\nO1,T1\nO2,T1\nO3,T2\n",
}


def settle(monkeypatch, connection, folder):
    """Let commands reach the server, which holds the little graph of FILES."""
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("NEO4J_URI", connection.uri)
    monkeypatch.setenv("NEO4J_USERNAME", connection.username)
    monkeypatch.setenv("NEO4J_PASSWORD", connection.password)
    with Store.open(connection) as store:
        store.write(read([folder]).dataset, replace=True)
    return connection


@pytest.fixture
def database(clean_connection, monkeypatch, tmp_path_factory):
    return settle(monkeypatch, clean_connection, tmp_path_factory.mktemp("files"))


@pytest.fixture
def any_database(any_connection, monkeypatch, tmp_path_factory):
    return settle(monkeypatch, any_connection, tmp_path_factory.mktemp("files"))


def running(connection, text):
    """How many transactions of the server run a query with this text in it."""
    with neo4j.GraphDatabase.driver(connection.uri, auth=(connection.username, connection.password)) as driver:
        found = driver.execute_query("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery AS query").records
    return sum(text in record["query"] and "SHOW" not in record["query"] for record in found)


def until(holds, seconds=60):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "in vain"
        time.sleep(0.1)


def test_a_wrong_query_shows_the_place(cli, any_database):
    outcome = cli("cypher", "MATCH (o:Organisation)\nWHERE o.name = '居場所' RETRUN o")
    assert outcome.code == 1
    assert outcome.out == ""
    first, line, caret = outcome.err.rstrip("\n").split("\n")
    assert first.startswith("Neo4j did not accept the query: Invalid input 'RETRUN'")
    assert line == "  WHERE o.name = '居場所' RETRUN o"
    # Three characters of the name are two columns wide.
    assert caret == "  " + " " * (len("WHERE o.name = '居場所' ") + 3) + "^"


def test_names_the_database_does_not_have_are_warned_of(cli, any_database):
    query = "MATCH (o:Organization)-[:WORKS_IN]->() WHERE o.sektor = 'x' OR o.zzz = 1 RETURN o"
    for lang in ("en", "ja"):
        outcome = cli("cypher", query, lang=lang)
        assert outcome.code == 0
        warnings = outcome.err.splitlines()
        assert len(warnings) == 4
        for part in ("Organisation", "WORKS_ON", "sector", "zzz"):
            assert sum(part in line for line in warnings) == 1, part
    english = cli("cypher", query).err
    assert "The database has no label Organization; did you mean Organisation?" in english
    assert "The database has no property zzz; check its spelling" in english
    assert cli("cypher", THEMES).err == ""


def test_a_parameter_that_is_missing_is_named(cli, any_database):
    outcome = cli("cypher", "RETURN $theme AS t")
    assert (outcome.code, "-p NAME=VALUE" in outcome.err, "theme" in outcome.err) == (1, True, True)


def test_a_query_past_its_limit_is_stopped_on_the_server(cli, any_database):
    outcome = cli("cypher", ENDLESS, "--timeout", "0.5")
    assert outcome.code == 1
    assert "0.5 seconds" in outcome.err
    assert "--timeout" in outcome.err
    assert running(any_database, "endless") == 0


def test_an_interrupt_stops_the_query_on_the_server(any_database, root, tmp_path):
    out = tmp_path / "out.csv"
    # Whoever runs the tests in the background may have told processes to ignore the signal.
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from tsunagari.cli import main; main()"
    )
    arguments = [sys.executable, "-c", code, "--lang", "en", "cypher", ENDLESS, "--out", str(out)]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    process = subprocess.Popen(arguments, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True)
    until(lambda: running(any_database, "endless") == 1)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert (
        said
        == "Interrupted; the query was stopped on the server too, and nothing of it that was not committed remains.\n"
    )
    until(lambda: running(any_database, "endless") == 0)
    assert list(tmp_path.iterdir()) == []


def test_rows_are_written_while_the_answer_still_comes(database, monkeypatch):
    query = "UNWIND range(1, 20000) AS number RETURN number"
    seen = []

    class Output(io.RawIOBase):
        def writable(self):
            return True

        def write(self, data):
            seen.append((bytes(data).count(b"\r\n"), running(database, "AS number") if len(seen) < 2 else None))
            return len(data)

    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(Output(), 8192)))
    assert run(["--lang", "en", "cypher", query, "--format", "csv"]) == 0
    first_lines, still_running = seen[0]
    assert 0 < first_lines < 10_000
    assert still_running == 1
    assert sum(lines for lines, _ in seen) == 20_001


def test_rows_are_cut_and_it_is_said(cli, database, tmp_path):
    query = "UNWIND range(1, 1001) AS n RETURN n"
    screen = cli("cypher", query)
    assert "the first 1,000 rows only" in screen.err
    assert screen.out.count("\n") == 1002
    assert cli("cypher", query, "--format", "csv").out.count("\n") == 1002
    assert cli("cypher", query, "--limit", 0).err == ""
    few = cli("cypher", query, "--limit", 2, "--format", "jsonl")
    assert [json.loads(line) for line in few.out.splitlines()] == [{"n": 1}, {"n": 2}]
    assert "the first 2 rows only" in few.err
    assert cli("cypher", query, "--limit", 1001).err == ""


def test_the_query_may_be_a_file_or_standard_input(cli, database, tmp_path, monkeypatch):
    file = tmp_path / "themes.cypher"
    file.write_bytes(f"// テーマ別\n{THEMES} ORDER BY theme".encode("cp932"))
    rows = [{"theme": "居場所", "organisations": 2}, {"theme": "見守り", "organisations": 1}]
    assert json.loads(cli("cypher", "-f", file, "--format", "json").out) == rows
    for arguments in (["-"], ["-f", "-"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"RETURN 1 AS n")))
        assert json.loads(cli("cypher", *arguments, "--format", "json").out) == [{"n": 1}]
    assert cli("cypher").code == cli("cypher", "RETURN 1", "-f", file).code == 2
    (tmp_path / "empty.cypher").write_text("\n", encoding="utf-8")
    for name in ("empty.cypher", "missing.cypher"):
        outcome = cli("cypher", "-f", tmp_path / name)
        assert outcome.code == 1
        assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_profile_is_a_tree_with_rows_and_hits(cli, any_database, lang):
    outcome = cli("cypher", THEMES, "--profile", lang=lang)
    lines = outcome.out.splitlines()
    headings = ["Operator", "DB hits"] if lang == "en" else ["操作", "DB アクセス"]
    assert all(heading in lines[0] for heading in headings)
    assert lines[1].startswith("ProduceResults")
    assert lines[2].startswith("└── EagerAggregation")
    assert ":WORKS_ON" in outcome.out
    assert "居場所" not in outcome.out
    rows = json.loads(cli("cypher", THEMES, "--profile", "--format", "json").out)
    assert rows[0]["rows"] == 2
    assert lines[-1].split()[-1] == f"{sum(row['dbHits'] for row in rows):,}"


def test_a_plan_is_shown_and_nothing_is_run(cli, database):
    outcome = cli("cypher", "CREATE (:Scratch)", "--explain", "--write")
    assert outcome.code == 0
    assert "Create" in outcome.out
    assert "DB hits" not in outcome.out
    assert cli("cypher", f"EXPLAIN {THEMES}").out == cli("cypher", THEMES, "--explain").out
    assert json.loads(cli("cypher", "MATCH (s:Scratch) RETURN count(s) AS n", "--format", "json").out) == [{"n": 0}]
    assert cli("cypher", THEMES, "--explain", "--profile").code == 2


class Terminal(io.StringIO):
    """Standard input of somebody who answers."""

    def isatty(self):
        return True


def test_writing_is_asked_about(cli, database, monkeypatch):
    refused = cli("cypher", "CREATE (:Scratch)", "--write")
    assert (refused.code, "--yes" in refused.err) == (1, True)
    question = f"may change the database neo4j at {database.uri.removeprefix('bolt://')}"
    for answer, code, said in (("n\n", 1, "Not run"), ("", 1, "Not run"), ("y\n", 0, "1 nodes created")):
        monkeypatch.setattr(sys, "stdin", Terminal(answer))
        outcome = cli("cypher", "CREATE (:Scratch)", "--write")
        assert question in outcome.err
        assert said in outcome.err
        assert outcome.code == code
    gone = cli("cypher", "MATCH (s:Scratch) DELETE s", "--write", "--yes")
    assert gone.err == "Changed: 1 nodes deleted\n"
    assert cli("cypher", "MATCH (s:Scratch) DELETE s", "-y", "--write", lang="ja").err == "変更はありませんでした。\n"


def test_writing_is_whole_where_the_answer_is_cut(cli, database):
    outcome = cli("cypher", "UNWIND range(1, 3000) AS n CREATE (s:Scratch) RETURN n", "--write", "-y", "--limit", 1)
    assert "3,000 nodes created" in outcome.err
    assert cli("cypher", "MATCH (s:Scratch) DELETE s", "--write", "-y").err.startswith("Changed: 3,000 nodes deleted")


def test_nodes_relationships_and_paths_in_each_form(cli, database):
    query = "MATCH p = (t:Theme {id: 'T2'})<-[w:WORKS_ON]-(o) RETURN t, w, p"
    row = json.loads(cli("cypher", query, "--format", "json").out)[0]
    theme = {"labels": ["Theme"], "id": "T2", "name": "見守り"}
    assert {key: row["t"][key] for key in theme} == theme
    assert row["w"]["type"] == "WORKS_ON"
    assert [part.get("labels") or part["type"] for part in row["p"]] == [["Theme"], "WORKS_ON", ["Organisation"]]
    line = next(csv.DictReader(io.StringIO(cli("cypher", query, "--format", "csv").out)))
    assert {key: json.loads(value) for key, value in line.items()} == row
    shown = cli("cypher", query).out
    for part in ("(見守り:Theme)", "[:WORKS_ON]", "(見守り:Theme)<-[:WORKS_ON]-(架空C会:Organisation)"):
        assert part in shown


def test_the_graph_of_an_answer(database):
    with Store.open(database) as store:

        def drawn(cypher):
            elements = Elements()
            with stream(store, cypher) as answer:
                for row in answer.rows():
                    elements.take(row)
            return elements.drawing(store)

        whole = store.read()
        assert drawn("MATCH p = ()-->() RETURN [p] AS list").dataset == whole
        # The ends of relationships come from the database.
        ends = drawn("MATCH (:Organisation)-[w:WORKS_ON]->(:Theme {id: 'T1'}) RETURN {tie: w} AS map")
        assert sorted(knowledge_graph(ends.dataset).nodes) == ["O1", "O2", "T1"]
        nodes = drawn("MATCH (t:Theme) RETURN t")
        assert (nodes.dataset.node_count, nodes.dataset.relationship_count, nodes.left_out) == (2, 0, 0)
        with pytest.raises(QueryError, match="RETURN"):
            drawn("MATCH (t:Theme) RETURN t.name")


def test_graphml_of_an_answer(cli, database, tmp_path):
    out = tmp_path / "answer.graphml"
    outcome = cli("cypher", "MATCH (o:Organisation {sector: 'company'})-[w]->(t) RETURN o, w, t", "--out", out)
    assert (outcome.code, outcome.out) == (0, "")
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    tree = ElementTree.parse(out)
    assert sorted(node.get("id") for node in tree.iterfind(".//g:node", space)) == ["O2", "T1"]
    assert [(e.get("source"), e.get("target")) for e in tree.iterfind(".//g:edge", space)] == [("O2", "T1")]
    with Store.open(database) as store, store.driver.session() as session:
        session.run("CREATE (:Stranger {name: 'x'})").consume()
    mixed = cli("cypher", "MATCH (n) WHERE n:Theme OR n:Stranger RETURN n", "--out", out)
    assert mixed.err.startswith("1 nodes and relationships that the schema does not know")
    for query, said in (("MATCH (s:Stranger) RETURN s", "in the schema"), ("RETURN 1 AS n", "no nodes")):
        none = cli("cypher", query, "--format", "graphml")
        assert (none.code, said in none.err) == (1, True)
    assert cli("cypher", "MATCH (s:Stranger) DELETE s", "--write", "-y").code == 0


def test_a_page_of_an_answer(cli, database, tmp_path):
    page = tmp_path / "answer.html"
    outcome = cli("cypher", "MATCH p = (:Organisation)-[:WORKS_ON]->(:Theme {id: 'T1'}) RETURN p", "--explore", page)
    assert (outcome.code, outcome.out) == (0, "")
    assert "the 3 nodes and 2 relationships of the answer" in outcome.err
    assert page.stat().st_size > 300_000
    both = cli("cypher", "MATCH (t:Theme) RETURN t", "--explore", page, "--format", "csv")
    assert both.out.count("\r\n") == 3
    # All that was asked for is ticked, themes too, which a page of a whole platform opens without.
    assert '"opening":{"view":["network"],"kinds":["Theme"]}' in page.read_text(encoding="utf-8")


def test_a_workbook_says_where_it_is_from(cli, database, tmp_path):
    import openpyxl

    out = tmp_path / "members.xlsx"
    assert cli("query", "run", "members/by_sector", "--out", out, lang="ja").code == 0
    about = openpyxl.load_workbook(out)["この表について"]
    said = {row[0].value: row[1].value for row in about.iter_rows()}
    assert said["問い合わせの名前"].startswith("members/by_sector ")
    assert re.fullmatch(r"127\.0\.0\.1:\d+/neo4j \(Neo4j/5\.26\.\d+\)", said["データベース"])
    assert "MATCH" in said["問い合わせ (Cypher)"]


def test_troubles_with_the_server_are_one_sentence(cli, database, monkeypatch):
    for name, value, part in (
        ("NEO4J_PASSWORD", "wrong", "NEO4J_PASSWORD"),
        ("NEO4J_DATABASE", "nosuch", "NEO4J_DATABASE"),
        ("NEO4J_URI", "bolt://127.0.0.1:9", "NEO4J_URI"),
    ):
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            outcome = cli("cypher", "RETURN 1")
        assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
        assert part in outcome.err
