"""Commands against a real Neo4j, as a person runs them."""

import csv
import io
import json

import pytest

from graph.frames import rows as rows_of
from graph.store import Store
from loaders import read
from tsunagari.resolving import resolved

pytestmark = pytest.mark.neo4j

SUBSIDIES = "government_nonprofit_subsidies_2011_2015.csv"


@pytest.fixture
def database(clean_connection, monkeypatch):
    """The settings of a person whose NEO4J_URI names the test's server, which holds nothing."""
    monkeypatch.setenv("NEO4J_URI", clean_connection.uri)
    monkeypatch.setenv("NEO4J_USERNAME", clean_connection.username)
    monkeypatch.setenv("NEO4J_PASSWORD", clean_connection.password)
    return clean_connection


def without_sources(dataset):
    return {key: frame.drop(columns="sources").to_dict("records") for key, frame in dataset.tables.items()}


def load(cli, *arguments):
    outcome = cli("load", *arguments, "--format", "json")
    return outcome.code, json.loads(outcome.out)


def test_demo_writes_a_page_and_can_be_repeated(cli, database, sample, tmp_path):
    page = tmp_path / "atlas.html"
    first = cli("demo", "--out", page, lang="ja")
    assert first.code == 0, first.err
    assert str(page) in first.err
    assert page.stat().st_size > 500_000
    again = cli("demo", "--out", page)
    assert "0 of them added now" in again.err
    with Store.open(database) as store:
        assert store.read() == read([sample]).dataset


def test_demo_does_not_mix_fiction_with_other_data(cli, database, tmp_path):
    own = tmp_path / "Theme.csv"
    own.write_text("id,name\nOWN,自分のテーマ\n", encoding="utf-8")
    assert load(cli, own)[0] == 0
    outcome = cli("demo", "--out", tmp_path / "atlas.html")
    assert outcome.code == 1
    assert "TSUNAGARI_HOME" in outcome.err
    assert json.loads(cli("cypher", "MATCH (n:Theme) RETURN count(n) AS n", "--format", "json").out) == [{"n": 1}]


def test_load_counts_what_it_changes(cli, database, tmp_path):
    file = tmp_path / "Theme.csv"
    file.write_text("id,name\nT1,居場所\nT2,見守り\n", encoding="utf-8")
    zero = {"created": 0, "updated": 0, "deleted": 0, "unchanged": 0, "closed": 0, "refused": 0}
    # The two themes, and the source that the file is.
    assert load(cli, file, "--dry-run") == (0, {**zero, "created": 3})
    assert load(cli, file) == (0, {**zero, "created": 3})
    assert load(cli, file) == (0, {**zero, "unchanged": 3})
    file.write_text("id,name\nT1,居場所づくり\nT3,\n", encoding="utf-8")
    # T1 and the file's digest differ; T2 is not taken for gone while a row is refused.
    assert load(cli, file) == (3, {**zero, "updated": 2, "unchanged": 1, "refused": 1})
    stopped = cli("load", file, "--replace")
    assert stopped.code == 1
    assert "--replace" in stopped.err
    file.write_text("id,name\nT1,居場所づくり\n", encoding="utf-8")
    assert load(cli, file, "--replace") == (0, {**zero, "updated": 1, "deleted": 1, "unchanged": 1})


def test_tables_from_the_database_are_those_from_the_files(cli, database, sample):
    load(cli, sample)
    for command in (["gaps"], ["bridges", "--draws", 20], ["communities"]):
        stored, direct = (cli(*command, *more, "--format", "csv").out for more in ((), ("--from", sample)))
        assert stored == direct
        assert stored.count("\n") > 5


def test_cypher_reads_and_writes_only_when_told(cli, database, sample):
    load(cli, sample)
    query = "MATCH (t:Theme {id: $id}) RETURN t.name AS name"
    theme = json.loads(
        cli("cypher", "MATCH (t:Theme) RETURN t.id AS id, t.name AS name LIMIT 1", "--format", "json").out
    )[0]
    rows = list(csv.DictReader(io.StringIO(cli("cypher", query, "-p", f"id={theme['id']}", "--format", "csv").out)))
    assert rows == [{"name": theme["name"]}]
    refused = cli("cypher", "CREATE (:Scratch)", lang="ja")
    assert refused.code == 1
    assert "--write" in refused.err
    assert cli("cypher", "CREATE (:Scratch)", "--write", "--yes").code == 0
    assert cli("cypher", "MATCH (s:Scratch) DELETE s", "--write", "--yes").code == 0
    wrong = cli("cypher", "MATCH (n")
    assert wrong.code == 1
    assert "Traceback" not in wrong.err


def test_query_run_with_a_parameter(cli, database, sample):
    load(cli, sample)
    outcome = cli("query", "run", "collaboration/largest", "-p", "limit=3", "--format", "json")
    assert len(json.loads(outcome.out)) == 3
    assert cli("query", "run", "collaboration/largest", "-p", "limit=x").code == 1
    by_name, by_id = (
        cli("query", "run", "empty_cells", "-p", f"theme={theme}", "--format", "csv").out
        for theme in ("見守り・声かけ", "THM-21")
    )
    assert by_name == by_id
    wrong = cli("query", "run", "empty_cells", "-p", "theme=見守", lang="ja")
    assert wrong.code == 1
    assert "もしかして: 見守り" in wrong.err


def test_connect_info_shows_where_the_password_is_but_not_the_password(cli, database):
    outcome = cli("neo4j", "connect-info", "--format", "json")
    assert json.loads(outcome.out)[0]["uri"] == database.uri
    assert database.password not in outcome.out + outcome.err


@pytest.mark.parametrize(
    ("file", "rows", "refused"),
    [
        (SUBSIDIES, 2052, 4),
        ("takamatsu/list_of_member_companies_0087.xlsx", 159, 0),
        ("nta_kanagawa_nonprofit_utf8.csv", 6582, 0),
        ("yaizu/公共施設一覧_222127_public_facility.csv", 230, 0),
        ("events/o1-142182_g1-000304.csv", 47, 0),
    ],
)
def test_real_files_go_in_and_come_out_equal(cli, database, root, tmp_path, file, rows, refused):
    real = root.parent / "shared" / "realdata" / file
    if not real.exists():
        pytest.skip("the folder of real files is not beside the repository")
    code, counts = load(cli, real)
    loaded = resolved(read([real])).loaded
    total = loaded.dataset.node_count + loaded.dataset.relationship_count
    assert code == (3 if refused else 0)
    assert (loaded.rows, loaded.refused) == (rows, refused)
    none = dict.fromkeys(("updated", "deleted", "unchanged", "closed"), 0)
    assert counts == {"created": total, **none, "refused": refused}
    with Store.open(database) as store:
        stored = store.read()
    assert without_sources(stored) == without_sources(loaded.dataset)
    # What no row names a source for, such as municipalities of the list, belongs to the file's source too.
    assert all(row.get("sources") for frame in stored.tables.values() for row in rows_of(frame))
    page = tmp_path / "real.html"
    assert cli("explore", "--out", page).code == 0
    assert page.stat().st_size > 500_000


def test_export_writes_what_the_database_holds(cli, database, sample, tmp_path):
    assert load(cli, sample)[0] == 0
    out = tmp_path / "atlas.graphml"
    outcome = cli("export", "graphml", out)
    assert outcome.code == 0, outcome.err
    assert read([out]).dataset == read([sample]).dataset
    zero = {"created": 0, "updated": 0, "deleted": 0, "closed": 0, "refused": 0}
    assert load(cli, out) == (0, {**zero, "unchanged": 5045})
