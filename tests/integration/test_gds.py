"""Graph Data Science in the managed server of each version line: what it works out, against the kernels and by hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pytest

from graph.analysis import Study, kernels
from graph.analysis.communities import communities
from graph.analysis.csr import csr
from graph.connection import Connection
from graph.errors import DatabaseError
from graph.gds import Gds
from graph.server import Server
from graph.settings import Settings
from graph.store import Store
from loaders import read

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module", params=["5.26", "2026"])
def connection(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """How to reach a managed server that was started with the one setting."""
    settings = Settings(
        _env_file=None,
        NEO4J_URI=None,
        TSUNAGARI_HOME=tmp_path_factory.mktemp("gds"),
        TSUNAGARI_NEO4J_VERSION=request.param,
        TSUNAGARI_NEO4J_PLUGINS="gds",
    )
    server = Server(settings)
    yield server.start()
    server.stop()


@pytest.fixture(scope="module")
def store(connection: Connection) -> Iterator[Store]:
    with Store.open(connection) as opened:
        yield opened


@pytest.fixture(scope="module")
def study(sample: Path) -> Study:
    return Study(read([sample]).dataset)


def test_betweenness_is_that_of_the_kernels(store: Store, study: Study) -> None:
    rows = csr(study.network)
    assert Gds(store).betweenness(rows) == pytest.approx(kernels.betweenness(rows), abs=1e-12)


def test_betweenness_of_a_path_with_an_isolate(store: Store) -> None:
    # a – b – c, and d alone: b lies on one of the three pairs of others.
    network = nx.path_graph(["a", "b", "c"])
    network.add_node("d")
    assert Gds(store).betweenness(csr(network)) == pytest.approx({"a": 0, "b": 1 / 3, "c": 0, "d": 0})


def test_nothing_is_asked_of_nothing(store: Store) -> None:
    assert Gds(store).betweenness(csr(nx.empty_graph(["a", "b"]))) == {"a": 0, "b": 0}
    assert Gds(store).jaccard(np.zeros((2, 0), np.bool_)).shape == (0, 0)


def test_similarity_of_themes_is_jaccard(store: Store, study: Study) -> None:
    matrix = study.themes.who.matrix
    themes = [set(matrix[:, i].nonzero()[0].tolist()) for i in range(matrix.shape[1])]
    expected = [[len(a & b) / len(a | b) for b in themes] for a in themes]
    assert Gds(store).jaccard(matrix) == pytest.approx(np.array(expected), abs=1e-12)


def test_leiden_finds_planted_communities(store: Store) -> None:
    # Four groups of eight, all tied inside and in a ring outside: no order of nodes leads elsewhere.
    network = nx.connected_caveman_graph(4, 8)
    ties = np.array(network.edges).T
    labels = Gds(store).leiden(ties[0], ties[1], np.ones(ties.shape[1]), 32).runs(1.0, seeds=[1, 2])
    assert labels.tolist() == [np.repeat(range(4), 8).tolist()] * 2


def test_leiden_is_nearly_as_good_as_that_of_networkit(store: Store, study: Study) -> None:
    found = communities(study.graph, study.network, resolution=1.0, runs=10, engine=Gds(store))
    assert found.modularity > study.communities.modularity - 0.03


def test_nothing_stays_in_memory(store: Store) -> None:
    Gds(store).betweenness(csr(nx.path_graph(3)))
    records = store.driver.execute_query("CALL gds.graph.list() YIELD graphName RETURN graphName").records
    assert records == []


def test_a_server_without_it_says_what_to_do(servers: Callable[[str], Server]) -> None:
    with (
        Store.open(servers("5.26").start()) as without,
        pytest.raises(DatabaseError, match="TSUNAGARI_NEO4J_PLUGINS=gds"),
    ):
        Gds(without)


def test_the_option_gives_the_same_pairs_of_themes(
    cli: Callable[..., Any], connection: Connection, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", connection.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", connection.password)
    commands = [
        ["themes", "--pairs", "--from", sample, "--format", "json", "--engine", name] for name in ("own", "gds")
    ]
    own, gds = (json.loads(cli(*command).out) for command in commands)
    assert [row.pop("jaccard") for row in gds] == pytest.approx([row.pop("jaccard") for row in own], abs=1e-12)
    assert gds == own
