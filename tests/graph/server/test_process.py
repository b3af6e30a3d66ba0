import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from graph.errors import ServerError
from graph.server import process
from graph.server.folder import Folder
from graph.server.process import State

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "neo4j-5.26")
    folder.make()
    return folder


@pytest.fixture
def state(folder: Folder) -> Iterator[State]:
    state = process.begin(SLEEP, folder, 7999, "5.26.0")
    yield state
    process.end(state)


def test_a_process_is_found_by_its_state_file(folder: Folder, state: State) -> None:
    assert process.running(folder) == state


def test_a_process_outlives_the_session_of_the_command(state: State) -> None:
    assert os.getsid(state.pid) != os.getsid(0)


def test_a_dead_process_is_not_running(folder: Folder, state: State) -> None:
    process.end(state)
    assert process.running(folder) is None
    assert process.last(folder) == state


def test_a_killed_process_is_not_running_even_before_it_is_reaped(folder: Folder, state: State) -> None:
    psutil.Process(state.pid).kill()
    os.waitid(os.P_PID, state.pid, os.WEXITED | os.WNOWAIT)
    assert process.running(folder) is None


def test_a_number_given_to_another_process_is_not_the_server(folder: Folder) -> None:
    with subprocess.Popen(SLEEP) as other:
        created = psutil.Process(other.pid).create_time()
        process.save(State(other.pid, created - 100, 7999, "5.26.0"), folder)
        assert process.running(folder) is None
        other.kill()


@pytest.mark.parametrize("text", ["", "{", '{"pid": 12', "[]", "null", '{"pid": "x"}', '{"pid": 1}', "\x00"])
def test_a_broken_state_file_counts_for_nothing(folder: Folder, text: str) -> None:
    folder.state.write_text(text)
    assert process.running(folder) is None


def test_the_state_file_is_read_as_it_was_written(folder: Folder) -> None:
    state = State(12, 34.5, 7687, "5.26.1", ready=True)
    process.save(state, folder)
    assert process.last(folder) == state
    assert json.loads(folder.state.read_text())["port"] == 7687


def test_a_server_whose_state_file_is_lost_is_found_by_its_command_line(folder: Folder) -> None:
    (folder.configuration / "neo4j.conf").write_text("server.bolt.listen_address=127.0.0.1:7123\n")
    begun = process.begin([*SLEEP, f"--home-dir={folder.path}"], folder, 7123, "5.26.0")
    folder.state.unlink()
    try:
        assert process.lost(folder, "5.26.0") == begun
    finally:
        process.end(begun)
    assert process.lost(folder, "5.26.0") is None


def test_settings_of_another_server_are_not_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "secret")
    assert "NEO4J_PASSWORD" not in process.environment()


def test_the_port_wished_for_is_given_when_free() -> None:
    port = process.free_port(None)
    assert process.free_port(port) == port


def test_a_taken_port_is_not_given() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        taken = listener.getsockname()[1]
        assert process.free_port(taken) != taken


def test_a_process_that_ends_while_starting_is_reported_with_its_last_words(folder: Folder) -> None:
    command = [sys.executable, "-c", "raise SystemExit('x ERROR  the store is broken')"]
    state = process.begin(command, folder, process.free_port(None), "5.26.0")
    with pytest.raises(ServerError) as caught:
        process.wait(state, folder, 20, "secret")
    assert "the store is broken" in str(caught.value)
    assert str(folder.log) in str(caught.value)


def test_a_process_that_does_not_answer_is_ended(folder: Folder, state: State) -> None:
    with pytest.raises(ServerError, match="TSUNAGARI_NEO4J_TIMEOUT"):
        process.wait(replace(state, port=process.free_port(None)), folder, 1, "secret")
    assert not process.alive(state)


@pytest.mark.parametrize(
    ("log", "line"),
    [
        ("Starting\n2026 ERROR  Failed\n\tat x\nCaused by: no room.\n\tat y\n", "Caused by: no room"),
        ("Starting\n2026 ERROR  Failed\nStopped\n", "2026 ERROR  Failed"),
        ("Error: Could not create the Java Virtual Machine.\n\n", "Error: Could not create the Java Virtual Machine"),
        ("Starting\nKilled\n", "Killed"),
        ("", "-"),
    ],
)
def test_the_telling_line(tmp_path: Path, log: str, line: str) -> None:
    (tmp_path / "log").write_text(log)
    assert process.telling(tmp_path / "log") == line


def test_a_log_that_is_not_there_has_no_lines(tmp_path: Path) -> None:
    assert process.tail(tmp_path / "log", 5) == []


def test_another_program_on_the_port_is_not_told_the_password(folder: Folder, state: State) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(0.1)
        with pytest.raises(ServerError):
            process.wait(replace(state, port=other.getsockname()[1]), folder, 1, "secret")
        with pytest.raises(TimeoutError):
            other.accept()
