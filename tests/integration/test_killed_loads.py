"""Loads killed half-way, for real: the next load of the same files ends where an undisturbed one does."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph.server import Server
from graph.store import Store
from tests.integration.conftest import emptied, settings_of
from tsunagari import workflow

pytestmark = pytest.mark.neo4j

SCRIPT = Path(__file__).with_name("killed_load.py")
OWN_PROCESS = 0
# Before the comparison; before anything is written; when part of the nodes is; when part of the ties is; when all
# is written and only the commit is left. The sample has 886 nodes and 4,159 ties, written in batches of 2,000 at most.
POINTS = [("compare", 0), ("write", 0), ("write", 300), ("write", 3000), ("commit", 0)]


@pytest.fixture
def edition(sample, tmp_path):
    """The sample, one edition on: an organisation is gone, one has another name, and one is new."""
    folder = tmp_path / "csv"
    shutil.copytree(sample, folder)
    file = folder / "Organisation.csv"
    lines = file.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    gone = lines.pop(5).split(",")[0]
    lines[1] = lines[1].replace("架空波止場クリニック", "架空波止場医院")
    lines.append(lines[2].replace("ORG-002", "ORG-999"))
    file.write_text("".join(lines), encoding="utf-8")
    for other in folder.glob("*.csv"):
        rows = other.read_text(encoding="utf-8-sig").splitlines(keepends=True)
        other.write_text("".join(row for row in rows if gone not in row.split(",")[:2]), encoding="utf-8")
    return folder


def killed(connection, folder, step, amount, victim=OWN_PROCESS):
    environment = {**os.environ, "NEO4J_URI": connection.uri, "NEO4J_PASSWORD": connection.password}
    environment |= {"PYTHONPATH": str(SCRIPT.parents[2]), "TSUNAGARI_LANG": "en"}
    command = [sys.executable, str(SCRIPT), str(folder), step, str(amount), str(victim)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


def load(folder):
    return workflow.load([folder])


@pytest.fixture
def undisturbed(clean_connection, monkeypatch, sample, edition):
    """What the database holds after both editions when nothing goes wrong."""
    monkeypatch.setenv("NEO4J_URI", clean_connection.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", clean_connection.password)
    load(sample)
    load(edition)
    with Store.open(clean_connection) as store:
        found = store.read()
    emptied(clean_connection)
    return found


def test_the_next_load_ends_where_an_undisturbed_one_does(clean_connection, undisturbed, sample, edition):
    for step, amount in POINTS:
        emptied(clean_connection)
        first = killed(clean_connection, sample, step, amount)
        assert first.returncode == -signal.SIGKILL, first.stderr
        with Store.open(clean_connection) as store:
            assert store.read().node_count == 0, (step, amount)
            assert [each.state for each in store.loads()] == ["started"]
        load(sample)
        with Store.open(clean_connection) as store:
            before = store.read()
        # The small second edition is written in one batch: of its points those between batches do not exist.
        second = killed(clean_connection, edition, step, 0)
        assert second.returncode == -signal.SIGKILL, second.stderr
        with Store.open(clean_connection) as store:
            assert store.read() == before, (step, amount)
        load(edition)
        with Store.open(clean_connection) as store:
            assert store.read() == undisturbed, (step, amount)
            assert [each.state for each in store.loads()] == ["done", "started", "done", "started"]


@pytest.mark.parametrize(("step", "amount"), [("write", 3000), ("commit", 0)])
def test_a_server_that_dies_leaves_a_sentence_and_no_half(tmp_path, monkeypatch, sample, step, amount):
    server = Server(settings_of(tmp_path))
    connection = server.start()
    stopped = killed(connection, sample, step, amount, server.status().pid)
    assert stopped.returncode == 1
    assert len(stopped.stderr.strip().splitlines()) == 1
    assert "Traceback" not in stopped.stderr
    connection = Server(settings_of(tmp_path)).start()
    try:
        monkeypatch.setenv("NEO4J_URI", connection.uri)
        monkeypatch.setenv("NEO4J_PASSWORD", connection.password)
        with Store.open(connection) as store:
            assert store.read().node_count == 0
        outcome = load(sample)
        with Store.open(connection) as store:
            assert store.read() == outcome.loaded.dataset
    finally:
        Server(settings_of(tmp_path)).stop()
