import html
import re

import networkx as nx
import pytest

import tsunagari
from graph.analysis import analyse
from graph.dataset import Dataset
from graph.network import dataset_of, knowledge_graph
from tests.viz import made_up


def framed(page):
    """Return what the frame holds, as a browser reads the attribute."""
    return html.unescape(re.search(r'srcdoc="([^"]*)"', page._repr_html_())[1])


def test_a_frame_holds_the_whole_page_and_nothing_of_it_gets_out():
    page = tsunagari.page(made_up.hostile(), lang="en")
    assert framed(page) == page.html
    assert page.html.startswith("<!DOCTYPE html>")
    assert "allow-same-origin" not in page._repr_html_()


@pytest.mark.parametrize("given", ["dataset", "findings", "graph"])
def test_a_page_is_made_of_whatever_a_notebook_has(given):
    dataset = Dataset.of({"Organisation": [{"id": "a", "name": "架空の会"}, {"id": "b", "name": "b"}]})
    kinds = {"dataset": dataset, "findings": analyse(dataset), "graph": knowledge_graph(dataset)}
    assert "架空の会" in tsunagari.page(kinds[given], title="題").html


def test_a_graph_gives_back_the_dataset_it_was_made_from():
    dataset = made_up.prefecture(organisations=40)
    assert dataset_of(knowledge_graph(dataset)) == dataset


def test_any_graph_becomes_organisations_and_ties():
    club = nx.karate_club_graph()
    found = dataset_of(club)
    assert (len(found["Organisation"]), len(found["TIED_TO"])) == (34, 78)
    weights = {(a, b): data["weight"] for a, b, data in club.edges(data=True)}
    ties = found["TIED_TO"]
    assert {
        (int(a), int(b)): w for a, b, w in zip(ties["start"], ties["end"], ties["strength"], strict=True)
    } == weights


def test_a_page_is_saved(tmp_path):
    page = tsunagari.page(Dataset.of({}))
    assert page.save(tmp_path / "a.html").read_text(encoding="utf-8") == page.html
