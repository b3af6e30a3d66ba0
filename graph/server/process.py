"""The server's process: begun, found again, asked whether it answers, ended."""

from __future__ import annotations

import contextlib
import json
import os
import re
import socket
import subprocess
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import psutil

from graph.errors import ServerError
from graph.server.configuration import HOST
from graph.server.folder import Folder, write_private

_POLL = 0.1
_STOP_SECONDS = 40
_SAME = 1.0
_PORT = re.compile(r"^server\.bolt\.listen_address=.*:(\d+)$", re.MULTILINE)


@dataclass(frozen=True)
class State:
    """Which process runs, since when, on which port; `ready` once it has answered."""

    pid: int
    created: float
    port: int
    version: str
    ready: bool = False


def begin(command: list[str], folder: Folder, port: int, version: str) -> State:
    """Begin a server that outlives this command, and write down which process it is."""
    with folder.log.open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - the Java found, no shell
            command,
            cwd=folder.path,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    # Popen warns when it is forgotten while its process runs, and this one is meant to outlive us.
    process.returncode = 0
    state = State(process.pid, psutil.Process(process.pid).create_time(), port, version)
    save(state, folder)
    return state


def environment() -> dict[str, str]:
    """Return the environment without the settings of another server."""
    return {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}


def save(state: State, folder: Folder) -> None:
    """Write the state file."""
    write_private(folder.state, json.dumps(asdict(state)))


def running(folder: Folder) -> State | None:
    """Return the state of the process that runs, or None when it runs no more."""
    state = last(folder)
    return state if state and alive(state) else None


def last(folder: Folder) -> State | None:
    """Return the state last written, or None where there is none or it cannot be read."""
    try:
        content = json.loads(folder.state.read_text(encoding="utf-8"))
        pid, created, port = int(content["pid"]), float(content["created"]), int(content["port"])
        return State(pid, created, port, str(content["version"]), content["ready"] is True)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def lost(folder: Folder, version: str) -> State | None:
    """Return the server of this folder whose state file was lost, found by its command line."""
    home = f"--home-dir={folder.path}"
    for process in psutil.process_iter(["cmdline", "create_time"]):
        if home in (process.info["cmdline"] or []):
            port = _PORT.search((folder.configuration / "neo4j.conf").read_text(encoding="utf-8"))
            state = State(process.pid, process.info["create_time"], int(port[1]) if port else 0, version)
            return state if alive(state) else None
    return None


def alive(state: State) -> bool:
    """Tell whether the very process of the state runs, not another that was given its number."""
    try:
        process = psutil.Process(state.pid)
        same = abs(process.create_time() - state.created) < _SAME
        return same and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def free_port(wish: int | None) -> int:
    """Return a port that nothing listens on: the one wished for, else any."""
    for port in (wish or 0, 0):
        with socket.socket() as listener, contextlib.suppress(OSError):
            if os.name == "posix":
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((HOST, port))
            return int(listener.getsockname()[1])
    raise ServerError("server_no_port")


def wait(state: State, folder: Folder, seconds: int, password: str) -> State:
    """Wait until the server answers over Bolt.

    Raises
    ------
    ServerError
        When its process ends, it does not answer in time, or it refuses the password.
    """
    from graph.server.bolt import answers  # noqa: PLC0415 - takes a second, in which the server starts

    deadline = time.monotonic() + seconds
    while not (_listens(state) and answers(state.port, password, folder)):
        if not alive(state):
            raise ServerError("server_died", reason=telling(folder.log), log=folder.log)
        if time.monotonic() > deadline:
            end(state)
            raise ServerError("server_slow", seconds=seconds, reason=telling(folder.log), log=folder.log)
        time.sleep(_POLL)
    ready = replace(state, ready=True)
    save(ready, folder)
    return ready


def end(state: State) -> None:
    """End the process: politely, and by force when it does not go."""
    with contextlib.suppress(psutil.NoSuchProcess):
        process = psutil.Process(state.pid)
        process.terminate()
        try:
            process.wait(_STOP_SECONDS)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait(_STOP_SECONDS)


def telling(log: Path) -> str:
    """Return the line of a log that says most about why the server ended."""
    lines = [line.strip() for line in tail(log, 200) if line.strip()]
    for sign in ("Caused by:", " ERROR ", "Error", "Exception"):
        found = [line for line in lines if sign in line]
        if found:
            return found[-1].rstrip(".")
    return lines[-1].rstrip(".") if lines else "-"


def tail(log: Path, count: int) -> list[str]:
    """Return the last lines of a log, none where there is no log."""
    try:
        return log.read_text(encoding="utf-8", errors="replace").splitlines()[-count:]
    except OSError:
        return []


def _listens(state: State) -> bool:
    # Only the process itself counts: whoever else took the port must not be told the password.
    try:
        sockets = psutil.Process(state.pid).net_connections("tcp")
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return False
    return any(each.status == psutil.CONN_LISTEN and each.laddr.port == state.port for each in sockets)
