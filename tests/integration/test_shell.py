"""The shell at a real server, typed into through a pipe as a terminal would."""

from __future__ import annotations

import os
import signal
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from prompt_toolkit.history import FileHistory
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from graph.connection import Connection
from graph.language import set_language
from graph.store import Store
from loaders import read
from tsunagari.cli.shell.command import history_file
from tsunagari.cli.shell.session import Shell

pytestmark = pytest.mark.neo4j

LEAVE = "\x04"
TAB = "\t"


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    set_language("en")
    yield
    set_language(None)


@pytest.fixture(scope="module")
def store(connection: Connection, sample: Path) -> Iterator[Store]:
    with Store.open(connection) as opened:
        opened.write(read([sample]).dataset, replace=True)
        yield opened


@pytest.fixture
def shell(
    store: Store, connection: Connection, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> Callable[..., Any]:
    """Types lines and leaves; gives what stands on standard output and on standard error."""

    def typed(*lines: str, before: str = "") -> tuple[str, str]:
        """Type what stands before, and a moment later, when names have been offered, the lines."""
        text = "".join(f"{line}\r" for line in lines) + LEAVE
        with create_pipe_input() as pipe:
            pipe.send_text(before or text)
            if before:
                threading.Timer(1.5, pipe.send_text, [text]).start()
            history = FileHistory(str(history_file(tmp_path / "home")))
            Shell(store, connection, history, pipe, DummyOutput()).run()
        return capfd.readouterr()

    return typed


def test_a_query_over_several_lines_ends_with_a_semicolon(shell: Callable[..., Any]) -> None:
    out, _ = shell("MATCH (o:Organisation)", "RETURN count(o) AS organisations;")
    assert "320" in out


def test_errors_are_said_and_the_shell_goes_on(shell: Callable[..., Any]) -> None:
    out, err = shell("MATCH (o;", "CREATE (:Scratch);", ":nosuch", "RETURN 40 + 2 AS answer;")
    assert "42" in out
    assert "Traceback" not in err
    assert "--write" in err
    assert "There is no command :nosuch" in err


def test_parameters_stay_for_the_queries_that_follow(shell: Callable[..., Any]) -> None:
    out, _ = shell(":param least 300", ":param theme 見守り", ":params", "RETURN $least + 1 AS more, $theme AS t;")
    assert "least = 300" in out
    assert "301" in out
    assert "見守り" in out


def test_a_query_of_the_library_runs_by_name(shell: Callable[..., Any]) -> None:
    out, err = shell(":run collaboration/largest limit=3", ":run collaboration/largest limit=x", ":run")
    assert len([line for line in out.splitlines() if "│" in line]) == 3
    assert "limit" in err


def test_a_query_of_the_library_takes_names_as_the_command_does(shell: Callable[..., Any]) -> None:
    by_name, _ = shell(":run bridging/ego_network organisation=架空みなと配食サービス株式会社")
    by_id, _ = shell(":run bridging/ego_network organisation=ORG-007")
    assert by_name == by_id
    assert len(by_id.splitlines()) > 10


def test_the_schema_and_the_help_are_shown(shell: Callable[..., Any]) -> None:
    out, _ = shell(":schema", ":help")
    assert "PARTICIPATES_IN" in out
    assert ":explore out.html" in out


def test_the_last_answer_is_drawn_on_a_page(shell: Callable[..., Any], tmp_path: Path) -> None:
    page = tmp_path / "out.html"
    _, err = shell(f":explore {page}")
    assert ":explore out.html" in err
    shell("MATCH (o:Organisation)-[t:TIED_TO]->(p) RETURN o, t, p LIMIT 5;", f":explore {page}")
    assert page.stat().st_size > 100_000


def test_tab_completes_from_the_live_schema(shell: Callable[..., Any]) -> None:
    out, _ = shell(") RETURN count(n) AS n;", before=f"MATCH (n:Munici{TAB}")
    assert "61" in out


def test_ctrl_c_stops_the_query_on_the_server_and_the_shell_goes_on(shell: Callable[..., Any], store: Store) -> None:
    timer = threading.Timer(3, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    out, err = shell("UNWIND range(1, 100000000000) AS i RETURN count(i) AS n;", "RETURN 40 + 2 AS answer;")
    assert "stopped on the server" in err
    assert "42" in out
    running = store.driver.execute_query("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery AS query").records
    assert not [record for record in running if "100000000000" in record["query"]]


def test_quit_and_what_was_typed_is_kept_for_its_owner_alone(shell: Callable[..., Any], tmp_path: Path) -> None:
    out, _ = shell("RETURN 1 AS one;", ":quit", "RETURN 2 AS two;")
    assert "two" not in out
    file = tmp_path / "home" / "shell_history"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "RETURN 1 AS one;" in file.read_text(encoding="utf-8")


def test_without_a_terminal_it_says_what_to_do(cli: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = cli("shell")
    assert outcome.code == 1
    assert "tsunagari cypher -f" in outcome.err
