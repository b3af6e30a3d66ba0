import datetime as dt
import json

import networkx as nx
import pandas as pd
import pytest

import tsunagari as tg
from graph.frames import native
from graph.network import knowledge_graph, organisation_network
from tests.viz import made_up
from tsunagari.notebook.findings import drawn, studied


@pytest.fixture(scope="module")
def dataset():
    return made_up.platform()


@pytest.fixture(scope="module")
def kanagawa(sample):
    return tg.read(sample).dataset


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        (["gaps"], tg.gaps),
        (["bridges", "--draws", "0"], lambda given: tg.bridges(given, draws=0)),
        (["themes"], tg.themes),
    ],
    ids=["gaps", "bridges", "themes"],
)
def test_tables_are_those_of_the_command_line(cli, sample, kanagawa, command, answer):
    printed = json.loads(cli(*command, "--from", sample, "--format", "json").out)
    found = answer(kanagawa)
    assert list(found.columns) == list(printed[0])
    second = found.columns[1]
    assert found[second].map(native).tolist() == [row[second] for row in printed]


def test_bridging_is_compared_with_chance_by_draws(dataset):
    found = tg.bridges(dataset, draws=5)
    assert {"expected", "ratio", "q", "rankLow", "rankHigh"} <= set(found.columns) - set(
        tg.bridges(dataset, draws=0).columns
    )


def test_networks_are_those_of_the_analysis(dataset):
    whole, organisations = tg.network(dataset), tg.organisations_network(dataset)
    assert isinstance(whole, nx.MultiDiGraph)
    assert nx.utils.graphs_equal(whole, knowledge_graph(dataset))
    assert nx.utils.graphs_equal(organisations, organisation_network(whole))
    assert nx.utils.graphs_equal(
        tg.organisations_network(dataset, form="declared"), organisation_network(whole, "declared")
    )


def test_what_a_notebook_does_to_a_network_changes_no_answer(dataset):
    before = tg.bridges(dataset, draws=0)
    tg.organisations_network(dataset).clear()
    tg.network(dataset).clear()
    pd.testing.assert_frame_equal(tg.bridges(dataset, draws=0), before)
    assert tg.network(dataset).number_of_nodes() == dataset.node_count


def test_one_analysis_serves_all_questions_about_a_dataset():
    dataset = made_up.platform()
    first = tg.findings(dataset, draws=0)
    assert tg.findings(dataset, draws=0) is first
    assert studied(dataset) is drawn(dataset, 0)
    tg.themes(made_up.empty())
    assert tg.findings(dataset, draws=0) is not first


def test_findings_are_shown_as_a_card_in_the_language_set(dataset, monkeypatch):
    found = tg.findings(dataset, draws=0)
    monkeypatch.setenv("TSUNAGARI_LANG", "ja")
    tg.themes(dataset)
    assert "どこが空白か" in found._repr_html_()
    monkeypatch.setenv("TSUNAGARI_LANG", "en")
    tg.themes(dataset)
    assert "Where are the gaps?" in found._repr_html_()


def test_gaps_are_of_the_day_asked_for(kanagawa):
    now, later = (tg.gaps(kanagawa, as_of=dt.date(year, 4, 1)) for year in (2026, 2099))
    # Some resources of the sample end before 2099.
    assert later["resourcesFitting"].sum() < now["resourcesFitting"].sum()


def test_files_are_read_with_their_issues(tmp_path):
    (tmp_path / "Organisation.csv").write_text("ID,名称\nA,架空の会\nA,もう一つの会\n", encoding="utf-8")
    loaded = tg.read(tmp_path / "Organisation.csv")
    issues = tg.issues(loaded)
    assert loaded.refused == len(issues[issues["severity"] == "refused"]) == 1
    assert issues["row"].dropna().tolist() == [3]
