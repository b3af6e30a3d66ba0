"""Each query of the library on the sample, against what pandas makes of the sample's own CSV files."""

import pandas as pd
import pytest

from graph.errors import QueryError
from graph.schema import schema
from graph.store import Store
from loaders import read
from queries import catalog, query, run
from queries.parameters import fitting

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def folder(root):
    return root / "data" / "kanagawa" / "csv"


@pytest.fixture(scope="module")
def tables(folder):
    """The CSV files by pandas alone, with the schema's keys as columns."""
    found = {}
    for table in (*schema().labels.values(), *schema().relationships.values()):
        file = folder / f"{table.key}.csv"
        headings = {"起点": "start", "終点": "end"} | {d.name.ja: key for key, d in table.properties.items()}
        found[table.key] = pd.read_csv(file, dtype=str).rename(columns=headings) if file.exists() else pd.DataFrame()
    return found


@pytest.fixture(scope="module")
def store(connection, folder):
    with Store.open(connection) as opened:
        opened.write(read([folder]).dataset, replace=True)
        yield opened


def answer(store, name, **values):
    found = query(name)
    return run(store, found.cypher, fitting(found, values)).frame


def current(tables):
    organisations = tables["Organisation"]
    return organisations if "memberUntil" not in organisations else organisations[organisations["memberUntil"].isna()]


def sector_keys():
    return {text.ja: key for key, text in schema().enumerations["sector"].items()}


def test_every_query_runs_and_gives_its_columns(store):
    for found in catalog().values():
        frame = run(store, found.cypher, fitting(found, {})).frame
        assert list(frame.columns) == list(found.columns), found.name
        assert len(frame), found.name


def test_members_by_sector(store, tables):
    expected = current(tables)["sector"].map(sector_keys()).value_counts().to_dict()
    frame = answer(store, "members/by_sector")
    assert dict(zip(frame["sector"], frame["organisations"], strict=True)) == expected


def test_isolated_members(store, tables):
    joined = tables["PARTICIPATES_IN"]
    shared = joined[joined.groupby("end")["start"].transform("nunique") > 1]
    tied = {*shared["start"], *tables["TIED_TO"]["start"], *tables["TIED_TO"]["end"]}
    expected = [
        name
        for i, name in zip(tables["Organisation"]["id"], tables["Organisation"]["name"], strict=True)
        if i not in tied
    ]
    assert sorted(answer(store, "members/isolated")["organisation"]) == sorted(expected)


def test_largest_collaborations(store, tables):
    sizes = tables["PARTICIPATES_IN"].groupby("end")["start"].nunique().sort_values(ascending=False)
    frame = answer(store, "collaboration/largest", limit="7")
    assert frame["organisations"].tolist() == sizes.head(7).tolist()


def test_most_partners(store, tables):
    joined = tables["PARTICIPATES_IN"][["start", "end"]]
    pairs = joined.merge(joined, on="end").query("start_x != start_y")
    partners = pairs.groupby("start_x")["start_y"].nunique().sort_values(ascending=False)
    assert answer(store, "bridging/most_partners", limit="10")["partners"].tolist() == partners.head(10).tolist()


def test_organisations_by_theme(store, tables):
    works = tables["WORKS_ON"][tables["WORKS_ON"]["start"].isin(current(tables)["id"])]
    names = dict(zip(tables["Theme"]["id"], tables["Theme"]["name"], strict=True))
    expected = dict.fromkeys(names.values(), 0) | works["end"].map(names).value_counts().to_dict()
    frame = answer(store, "coverage/organisations_by_theme")
    assert dict(zip(frame["theme"], frame["organisations"], strict=True)) == expected


def test_empty_cells_hold_the_planted_ones(store, root):
    import json

    truth = json.loads((root / "data" / "kanagawa" / "truth.json").read_text(encoding="utf-8"))
    planted = {need for cell in truth["emptyCells"] for need in cell["needs"]}
    found = {need for needs in answer(store, "coverage/empty_cells")["needs"] for need in needs}
    assert planted <= found


def test_resources_for_open_needs(store, tables):
    needs, resources = tables["Need"], tables["Resource"]
    where = tables["ADDRESSES"][["start", "end"]].merge(tables["TAKES_PLACE_IN"][["start", "end"]], on="start")
    open_ones = where[where["start"].isin(needs[needs["closedOn"].isna()]["id"])]
    offered = where[where["start"].isin(resources["id"])]
    pairs = open_ones.merge(offered, on=["end_x", "end_y"])  # theme and municipality
    names = {row.id: row.name_ for row in pd.concat([needs, resources]).rename(columns={"name": "name_"}).itertuples()}
    frame = answer(store, "matching/resources_for_open_needs")
    assert sorted(zip(frame["need"], frame["resource"], strict=True)) == sorted(
        (names[need], names[resource]) for need, resource in zip(pairs["start_x"], pairs["start_y"], strict=True)
    )


def test_without_source(store):
    frame = answer(store, "quality/without_source")
    assert frame["withoutSource"].sum() == 0
    assert dict(zip(frame["label"], frame["nodes"], strict=True))["Organisation"] >= 320


def test_read_only_is_the_servers_own_refusal(store):
    with pytest.raises(QueryError, match="--write"):
        run(store, "CREATE (:Theme {id: 'x'})")
    assert run(store, "MATCH (t:Theme {id: 'x'}) RETURN count(t) AS n").frame["n"].tolist() == [0]


def test_writing_when_told(store):
    assert run(store, "CREATE (:Scratch {id: 'x'})", write=True).counters["nodes_created"] == 1
    assert run(store, "MATCH (s:Scratch) DELETE s", write=True).counters == {"nodes_deleted": 1}


def test_a_wrong_query_is_one_sentence(store):
    with pytest.raises(QueryError, match="Neo4j"):
        run(store, "MATCH (n RETURN n")


def test_values_come_back_as_plain_python(store):
    frame = run(
        store,
        "MATCH (t:Theme)-[b:BROADER]->(w:Theme) WITH t, b, w LIMIT 1 "
        "RETURN t AS node, b AS tie, date('2025-04-01') AS day, [1, 2] AS list, $p AS value, null AS nothing",
        {"p": "x"},
    ).frame
    row = frame.iloc[0]
    assert row["node"]["labels"] == ["Theme"]
    assert row["tie"]["type"] == "BROADER"
    assert str(row["day"]) == "2025-04-01"
    assert row["list"] == [1, 2]
    assert row["value"] == "x"
