"""The managed server itself: real processes, real signals, real sockets."""

from __future__ import annotations

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Self

import neo4j
import psutil
import pytest
from neo4j.exceptions import AuthError, ClientError, Neo4jError

from graph.connection import Connection
from graph.errors import ServerError
from graph.language import set_language
from graph.server import Server, connection, process
from graph.settings import Settings

pytestmark = pytest.mark.neo4j

START = "from graph.settings import settings; from graph.server import Server; print(Server(settings()).start().uri)"


def driver(connection: Connection) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(connection.uri, auth=(connection.username, connection.password))


def run(connection: Connection, query: str, **parameters: object) -> list[dict[str, object]]:
    with driver(connection) as opened:
        return [record.data() for record in opened.execute_query(query, parameters, database_="neo4j").records]


def read(connection: Connection, query: str) -> list[neo4j.Record]:
    with driver(connection) as opened, opened.session(default_access_mode=neo4j.READ_ACCESS) as session:
        return list(session.run(query))


def command(home: Path) -> subprocess.Popen[str]:
    """Another command that starts the server, in a process of its own."""
    environment = os.environ | {"TSUNAGARI_HOME": str(home)}
    return subprocess.Popen([sys.executable, "-c", START], env=environment, stdout=subprocess.PIPE, text=True)


def pid(server: Server) -> int:
    found = server.status().pid
    assert found is not None
    return found


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    set_language("en")
    yield
    set_language(None)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lifecycle")


@pytest.fixture(scope="module")
def own(home: Path) -> Iterator[Server]:
    """A server that a test may stop, kill and spoil."""
    own = Server(Settings(_env_file=None, NEO4J_URI=None, TSUNAGARI_HOME=home))
    yield own
    own.stop()


class TestLife:
    def test_two_simultaneous_commands_get_one_server(self, own: Server, home: Path) -> None:
        commands = [command(home), command(home)]
        answers = [each.communicate(timeout=180)[0].strip() for each in commands]
        assert answers[0] == answers[1] == own.status().uri
        assert [each.returncode for each in commands] == [0, 0]
        folder = f"--home-dir={own.folder.path}"
        assert [each.pid for each in psutil.process_iter(["cmdline"]) if folder in (each.info["cmdline"] or [])] == [
            pid(own)
        ]

    def test_it_stays_up_and_is_found_again(self, own: Server) -> None:
        first = own.start()
        before = pid(own)
        assert Server(own.settings).start() == first
        assert pid(own) == before
        assert run(first, "RETURN 1 AS one") == [{"one": 1}]

    def test_it_is_what_a_program_without_neo4j_uri_gets(self, own: Server) -> None:
        assert connection(own.settings) == own.start()

    def test_a_killed_server_is_started_again_with_its_data(self, own: Server) -> None:
        run(own.start(), "CREATE (:Theme {id: 'kept'})")
        before = pid(own)
        os.kill(before, signal.SIGKILL)
        psutil.wait_procs([psutil.Process(before)] if psutil.pid_exists(before) else [], timeout=20)
        assert not own.status().running
        assert run(own.start(), "MATCH (t:Theme {id: 'kept'}) RETURN count(t) AS n") == [{"n": 1}]
        assert pid(own) != before

    @pytest.mark.parametrize("text", ["", '{"pid": 12'])
    def test_a_half_written_state_file_does_not_hide_a_running_server(self, own: Server, text: str) -> None:
        first = own.start()
        before = pid(own)
        own.folder.state.write_text(text)
        assert own.start() == first
        assert pid(own) == before

    def test_a_stopped_server_says_so(self, own: Server) -> None:
        own.start()
        assert own.stop()
        assert not own.stop()
        status = own.status()
        assert (status.running, status.uri, status.pid) == (False, None, None)

    def test_a_number_given_to_another_process_and_a_taken_port(self, own: Server) -> None:
        first = own.start()
        own.stop()
        state = json.loads(own.folder.state.read_text())
        own.folder.state.write_text(json.dumps(state | {"pid": os.getpid()}))
        with socket.create_server(("127.0.0.1", state["port"])):
            second = own.start()
        assert second.uri != first.uri
        assert pid(own) != os.getpid()
        assert run(second, "RETURN 1 AS one") == [{"one": 1}]

    def test_a_port_taken_between_choosing_and_binding(self, own: Server, monkeypatch: pytest.MonkeyPatch) -> None:
        own.stop()
        free = process.free_port
        with socket.create_server(("127.0.0.1", 0)) as listener:
            ports = [listener.getsockname()[1]]
            monkeypatch.setattr(process, "free_port", lambda wish: ports.pop() if ports else free(wish))
            assert run(own.start(), "RETURN 1 AS one") == [{"one": 1}]
        assert ports == []

    def test_a_command_killed_while_starting_leaves_a_server_that_the_next_one_finds(
        self, own: Server, home: Path
    ) -> None:
        own.stop()
        own.folder.state.unlink()
        first = command(home)
        while not own.folder.state.exists():
            time.sleep(0.05)
        first.kill()
        first.communicate()
        began = pid(own)
        assert run(own.start(), "RETURN 1 AS one") == [{"one": 1}]
        assert pid(own) == began

    def test_a_changed_password_is_said_to_be_wrong(self, own: Server) -> None:
        run(own.start(), "CREATE (:Theme {id: 'still there'})")
        own.stop()
        right = own.folder.password.read_text()
        own.folder.password.write_text("wrong")
        try:
            with pytest.raises(ServerError) as caught:
                own.start()
            assert str(own.folder.password) in str(caught.value)
        finally:
            own.folder.password.write_text(right)
        assert run(own.start(), "RETURN 1 AS one") == [{"one": 1}]

    def test_a_server_that_cannot_start_is_reported_in_a_sentence(self, own: Server) -> None:
        own.stop()
        store = own.folder.data / "databases" / "store_lock"
        aside = store.rename(store.with_name("aside"))
        store.mkdir()
        try:
            with pytest.raises(ServerError) as caught:
                own.start()
        finally:
            store.rmdir()
            aside.rename(store)
        assert "\n" not in str(caught.value)
        assert str(own.folder.log) in str(caught.value)

    def test_log_lines_are_the_last(self, own: Server) -> None:
        own.start()
        assert any("Started." in line for line in own.log_lines(5))
        assert len(own.log_lines(2)) == 2


class TestDump:
    def test_what_was_dumped_comes_back(self, own: Server, tmp_path: Path) -> None:
        run(own.start(), "MATCH (n) DETACH DELETE n")
        run(own.start(), "UNWIND range(1, 100) AS i CREATE (:Theme {id: toString(i), name: '居場所'})")
        own.dump(tmp_path / "themes.dump")
        assert own.status().running
        run(own.start(), "MATCH (n) DETACH DELETE n CREATE (:Other)")
        own.restore(tmp_path / "themes.dump")
        assert run(own.start(), "MATCH (t) RETURN count(t) AS n, collect(DISTINCT t.name) AS names") == [
            {"n": 100, "names": ["居場所"]}
        ]

    def test_a_file_that_is_there_is_kept_unless_overwriting_is_allowed(self, own: Server, tmp_path: Path) -> None:
        own.start()
        own.stop()
        file = tmp_path / "there.dump"
        file.write_text("mine")
        with pytest.raises(ServerError, match=r"there\.dump"):
            own.dump(file)
        assert file.read_text() == "mine"
        own.dump(file, overwrite=True)
        assert file.stat().st_size > 1000
        assert [each.name for each in tmp_path.iterdir()] == ["there.dump"]
        assert not own.status().running

    def test_a_dump_that_cannot_be_read_leaves_the_data_and_the_server_as_they_were(
        self, own: Server, tmp_path: Path
    ) -> None:
        run(own.start(), "MERGE (:Theme {id: 'safe'})")
        (tmp_path / "broken.dump").write_bytes(b"this is no dump" * 100)
        with pytest.raises(ServerError) as caught:
            own.restore(tmp_path / "broken.dump")
        assert "\n" not in str(caught.value)
        assert own.status().running
        assert run(own.start(), "MATCH (t:Theme {id: 'safe'}) RETURN count(t) AS n") == [{"n": 1}]

    def test_a_dump_that_is_not_there_is_named(self, own: Server, tmp_path: Path) -> None:
        with pytest.raises(ServerError, match=r"none\.dump"):
            own.restore(tmp_path / "none.dump")

    def test_where_nothing_was_ever_loaded_there_is_nothing_to_dump(self, tmp_path: Path) -> None:
        server = Server(Settings(_env_file=None, NEO4J_URI=None, TSUNAGARI_HOME=tmp_path))
        with pytest.raises(ServerError):
            server.dump(tmp_path / "x.dump")
        assert not server.stop()


class TestGuards:
    def test_the_version_is_the_one_locked(self, any_server: Server) -> None:
        query = """
            CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel'
            RETURN versions[0] AS version, edition
        """
        assert run(any_server.start(), query) == [{"version": any_server.lock.version, "edition": "community"}]

    def test_it_listens_on_the_loopback_address_only(self, any_server: Server) -> None:
        listening = [
            each.laddr.ip
            for each in psutil.Process(pid(any_server)).net_connections("inet")
            if each.status == psutil.CONN_LISTEN
        ]
        assert listening
        assert {address.removeprefix("::ffff:") for address in listening} <= {"127.0.0.1", "::1"}

    def test_it_asks_for_the_password(self, any_server: Server) -> None:
        uri = any_server.start().uri
        for auth in (None, ("neo4j", "neo4j"), ("neo4j", "wrong")):
            with neo4j.GraphDatabase.driver(uri, auth=auth) as opened, pytest.raises((AuthError, ClientError)):
                opened.verify_connectivity()

    def test_the_password_is_in_a_private_file_and_nowhere_else(self, any_server: Server) -> None:
        secret = any_server.start().password
        folder = any_server.folder
        assert folder.password.read_text() == secret
        assert stat.S_IMODE(folder.password.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
        assert secret not in " ".join(psutil.Process(pid(any_server)).cmdline())
        others = [file for file in folder.path.rglob("*") if file.is_file() and file != folder.password]
        assert not [file for file in others if secret.encode() in file.read_bytes()]
        assert secret not in repr(any_server.start())

    def test_files_cannot_be_read(self, any_server: Server) -> None:
        with pytest.raises(Neo4jError) as caught:
            read(any_server.start(), "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line")
        assert "root:" not in str(caught.value)
        assert "allow_csv_import_from_file_urls" in str(caught.value)

    def test_addresses_of_this_computer_are_not_called(self, any_server: Server) -> None:
        with Listener() as listener:
            for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]"):
                query = f"LOAD CSV FROM 'http://{host}:{listener.server_port}/x.csv' AS line RETURN line"
                with pytest.raises(Neo4jError):
                    read(any_server.start(), query)
        assert listener.requests == []

    @pytest.mark.parametrize("address", ["10.0.0.1", "192.168.1.1", "169.254.169.254", "[fd00::1]"])
    def test_private_addresses_are_blocked_before_any_call(self, any_server: Server, address: str) -> None:
        with pytest.raises(Neo4jError) as caught:
            read(any_server.start(), f"LOAD CSV FROM 'http://{address}/x.csv' AS line RETURN line")
        assert "blocked" in str(caught.value)

    def test_a_reading_session_cannot_write(self, any_server: Server) -> None:
        for query in ("CREATE (:Theme)", "CALL db.createLabel('Secret')", "CREATE INDEX FOR (t:Theme) ON (t.x)"):
            with pytest.raises(ClientError) as caught:
                read(any_server.start(), query)
            assert caught.value.code == "Neo.ClientError.Statement.AccessMode"

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("dbms.usage_report.enabled", "false"),
            ("dbms.security.auth_enabled", "true"),
            ("dbms.security.allow_csv_import_from_file_urls", "false"),
            ("server.http.enabled", "false"),
            ("server.https.enabled", "false"),
        ],
    )
    def test_settings_stand_as_written(self, any_server: Server, name: str, value: str) -> None:
        query = "SHOW SETTINGS $name YIELD name, value RETURN name, value"
        assert run(any_server.start(), query, name=name) == [{"name": name, "value": value}]

    def test_the_two_lines_keep_their_data_apart(self, servers: Callable[[str], Server]) -> None:
        assert servers("5.26").folder.path != servers("2026").folder.path
        assert servers("5.26").start().uri != servers("2026").start().uri


class Listener(HTTPServer):
    """Notes every request it gets."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Noting)
        self.requests: list[str] = []
        self.thread = threading.Thread(target=self.serve_forever)

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.thread.join()
        self.server_close()


class Noting(BaseHTTPRequestHandler):
    server: Listener

    def do_GET(self) -> None:
        self.server.requests.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"a,b\n")
