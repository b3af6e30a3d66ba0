"""Jars are fetched from a real repository: a small one on the loopback address, named in jgo's configuration."""

import hashlib
import os
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from graph.errors import ServerError
from graph.server.jars import class_path
from graph.server.lock import Jar, Lock

CONTENT = {name: name.encode() * 1000 for name in ("part0", "part1", "part2", "part3", "part4", "neo4j")}


class Repository(ThreadingHTTPServer):
    """Serves the jars, and counts what was asked for."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.short: Counter[str] = Counter()


class Handler(BaseHTTPRequestHandler):
    server: Repository

    def do_GET(self) -> None:
        artifact = self.path.split("/")[-3]
        self.server.asked[artifact] += 1
        body = CONTENT[artifact]
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.server.wrong[artifact]:
            self.server.wrong[artifact] -= 1
            body = b"x" * len(body)
        if self.server.short[artifact]:
            self.server.short[artifact] -= 1
            body = body[:100]
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Heard:
    """A progress that notes what it is told."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, int | None]] = []
        self.done = 0

    def start(self, step: str, total: int | None = None) -> None:
        self.steps.append((step, total))

    def advance(self, amount: int = 1) -> None:
        self.done += amount


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Repository]:
    with Repository() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        name_repository(tmp_path, server.server_port)
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def lock() -> Lock:
    jars = [Jar("org.neo4j", name, "9.9", "", hashlib.sha256(body).hexdigest()) for name, body in CONTENT.items()]
    return Lock("9", tuple(jars), "Main", 17)


def name_repository(folder: Path, port: int) -> None:
    (folder / "jgo.conf").write_text(f"[repositories]\ncentral = http://127.0.0.1:{port}/maven\n")


def test_jars_are_fetched_in_class_path_order_with_progress(repository: Repository, lock: Lock) -> None:
    heard = Heard()
    paths = class_path(lock, progress=heard)
    assert [path.name for path in paths] == [jar.name for jar in lock.jars]
    assert [path.read_bytes() for path in paths] == [CONTENT[jar.artifact] for jar in lock.jars]
    assert (heard.steps, heard.done) == ([("download", 6)], 6)


def test_jars_that_are_there_are_not_fetched_again(repository: Repository, lock: Lock) -> None:
    class_path(lock)
    class_path(lock)
    assert set(repository.asked.values()) == {1}


def test_only_what_is_missing_or_wrong_is_fetched(repository: Repository, lock: Lock) -> None:
    paths = class_path(lock)
    paths[0].unlink()
    paths[1].write_bytes(b"broken")
    repository.asked.clear()
    class_path(lock)
    assert repository.asked == {"part0": 1, "part1": 1}
    assert paths[1].read_bytes() == CONTENT["part1"]


@pytest.mark.parametrize("fault", ["wrong", "short"])
def test_a_jar_that_arrives_wrong_is_fetched_again(repository: Repository, lock: Lock, fault: str) -> None:
    getattr(repository, fault)["part3"] = 2
    paths = class_path(lock)
    assert paths[3].read_bytes() == CONTENT["part3"]
    assert repository.asked["part3"] == 3


def test_a_jar_that_stays_wrong_is_refused_and_not_kept(repository: Repository, lock: Lock, own_cache: Path) -> None:
    repository.wrong["part3"] = 99
    with pytest.raises(ServerError, match=r"part3-9\.9\.jar"):
        class_path(lock)
    assert not list((own_cache / "neo4j-9.9").glob("part3*"))


def test_what_a_killed_download_left_is_cleared(repository: Repository, lock: Lock, own_cache: Path) -> None:
    folder = own_cache / "neo4j-9.9"
    folder.mkdir(parents=True)
    (folder / "part0-9.9.jar.part").write_bytes(b"half")
    class_path(lock)
    assert not list(folder.glob("*.part"))


def test_two_processes_fetch_each_jar_once(repository: Repository, lock: Lock, own_cache: Path) -> None:
    code = f"from graph.server.jars import class_path\nfrom graph.server.lock import Jar, Lock\nclass_path({lock!r})"
    processes = [subprocess.Popen([sys.executable, "-c", code], env=os.environ.copy()) for _ in range(2)]
    assert [process.wait(60) for process in processes] == [0, 0]
    assert set(repository.asked.values()) == {1}


def test_without_a_network_one_sentence_says_what_to_do(tmp_path: Path, lock: Lock) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        name_repository(tmp_path, unused.getsockname()[1])
        with pytest.raises(ServerError) as caught:
            class_path(lock)
    sentence = str(caught.value)
    assert all(word in sentence for word in ("Maven Central", "NEO4J_URI", "TSUNAGARI_NEO4J_JARS", "docker compose up"))
    assert "\n" not in sentence


def test_a_given_folder_is_used_without_a_network(tmp_path: Path, lock: Lock) -> None:
    for jar in lock.jars:
        (tmp_path / jar.name).write_bytes(CONTENT[jar.artifact])
    assert class_path(lock, tmp_path) == [tmp_path / jar.name for jar in lock.jars]


def test_a_given_folder_with_a_wrong_jar_is_refused(tmp_path: Path, lock: Lock) -> None:
    for jar in lock.jars:
        (tmp_path / jar.name).write_bytes(CONTENT[jar.artifact])
    class_path(lock, tmp_path)
    (tmp_path / lock.jars[2].name).write_bytes(b"tampered")
    with pytest.raises(ServerError) as caught:
        class_path(lock, tmp_path)
    assert lock.jars[2].name in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def test_a_verified_jar_is_not_read_again(tmp_path: Path, lock: Lock) -> None:
    for jar in lock.jars:
        (tmp_path / jar.name).write_bytes(CONTENT[jar.artifact])
    class_path(lock, tmp_path)
    first = tmp_path / lock.jars[0].name
    stat = first.stat()
    first.write_bytes(b"y" * stat.st_size)
    os.utime(first, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    class_path(lock, tmp_path)
