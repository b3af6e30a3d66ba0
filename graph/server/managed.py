"""The managed local Neo4j of one home folder and one version line."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from graph.connection import Connection
from graph.errors import ServerError
from graph.progress import SILENT, Progress
from graph.server import java, process
from graph.server.admin import Admin
from graph.server.configuration import DATABASE, USERNAME, configure, options, password, uri
from graph.server.folder import Folder, writing
from graph.server.jars import class_path
from graph.server.lock import lock
from graph.server.process import State
from graph.settings import Settings

_ATTEMPTS = 4
_TAKEN = ("Address already in use", "BindException", "PortBindException")


@dataclass(frozen=True)
class Status:
    """How the managed server stands; `uri` and `pid` are None while it is stopped."""

    running: bool
    uri: str | None
    pid: int | None
    version: str
    username: str
    home: Path
    log: Path
    password_file: Path


class Server:
    """The managed Neo4j: fetched and started once, found again by every later command.

    Parameters
    ----------
    settings
        Name the home folder, the version line, the memory, and where jars and Java are.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.lock = lock(settings.neo4j_version)
        self.folder = Folder(settings.home.absolute() / f"neo4j-{settings.neo4j_version}")
        self._alone = FileLock(self.folder.lock)

    def start(self, progress: Progress = SILENT) -> Connection:
        """Start the server unless it runs, and return how to reach it.

        Parameters
        ----------
        progress
            Told how far the download and the start are.

        Raises
        ------
        ServerError
            When it cannot be fetched or started.
        """
        state = process.running(self.folder)
        if state and state.ready:
            return self._connection(state)
        self.folder.make()
        with writing(self.folder.path), self._alone:
            return self._connection(self._found() or self._begin(progress))

    def stop(self) -> bool:
        """Stop the server; tell whether it ran."""
        if not self.folder.path.exists():
            return False
        with self._alone:
            state = self._state()
            if state:
                process.end(state)
            return state is not None

    def status(self) -> Status:
        """Return how the server stands."""
        state = process.running(self.folder)
        return Status(
            running=state is not None,
            uri=uri(state.port) if state else None,
            pid=state.pid if state else None,
            version=state.version if state else self.lock.version,
            username=USERNAME,
            home=self.folder.path,
            log=self.folder.log,
            password_file=self.folder.password,
        )

    def log_lines(self, count: int = 20) -> list[str]:
        """Return the last lines that the server wrote since it was last started."""
        return process.tail(self.folder.log, count)

    def dump(self, file: Path, overwrite: bool = False) -> None:  # noqa: FBT001, FBT002 - as the command says it
        """Write the database to a file; a running server is stopped for it and started again.

        Parameters
        ----------
        file
            Where to; Neo4j's own dump format.
        overwrite
            Whether a file that is there may be replaced.

        Raises
        ------
        ServerError
            When the file is there already, there is no database yet, or Neo4j refuses.
        """
        if file.exists() and not overwrite:
            raise ServerError("server_dump_exists", file=file)
        if not (self.folder.data / "databases" / DATABASE).exists():
            raise ServerError("server_no_data", folder=self.folder.path)
        self._while_stopped(lambda admin: admin.dump(file, overwrite=overwrite))

    def restore(self, file: Path) -> None:
        """Replace the database by a dump; when it cannot be read the old data stay.

        Parameters
        ----------
        file
            A dump of this version line.

        Raises
        ------
        ServerError
            When there is no such file or Neo4j refuses it.
        """
        if not file.is_file():
            raise ServerError("server_dump_missing", file=file)
        self.folder.make()
        self._while_stopped(lambda admin: admin.load(file))

    def _found(self) -> State | None:
        state = self._state()
        if state and not state.ready:
            return process.wait(state, self.folder, self.settings.neo4j_timeout, password(self.folder))
        return state

    def _state(self) -> State | None:
        return process.running(self.folder) or process.lost(self.folder, self.lock.version)

    def _begin(self, progress: Progress) -> State:
        plugins = self._plugins(progress)
        command = [*self._java(progress, plugins), self.lock.main, *self._arguments()]
        secret = password(self.folder)
        progress.start("start_neo4j")
        for _ in range(_ATTEMPTS - 1):
            try:
                return self._begin_once(command, secret, plugins)
            except ServerError:
                if not self._port_was_taken():
                    raise
                self.folder.state.unlink(missing_ok=True)
        return self._begin_once(command, secret, plugins)

    def _begin_once(self, command: list[str], secret: str, plugins: list[Path]) -> State:
        last = process.last(self.folder)
        port = process.free_port(last.port if last else None)
        configure(self.folder, port, plugins[0].parent if plugins else None)
        state = process.begin(command, self.folder, port, self.lock.version)
        return process.wait(state, self.folder, self.settings.neo4j_timeout, secret)

    def _port_was_taken(self) -> bool:
        return any(sign in line for line in self.log_lines(200) for sign in _TAKEN)

    def _plugins(self, progress: Progress) -> list[Path]:
        """Return the jars of the plugin of the settings, which stand in a folder of their own."""
        if not self.settings.neo4j_plugins:
            return []
        plugin = lock(self.settings.neo4j_version, self.settings.neo4j_plugins)
        given = self.settings.neo4j_jars
        return class_path(plugin, given and given / plugin.name, progress)

    def _java(self, progress: Progress = SILENT, plugins: Sequence[Path] = ()) -> list[str]:
        program = java.find(self.lock.java, self.settings.java)
        jars = class_path(self.lock, self.settings.neo4j_jars, progress)
        return [
            str(program.path),
            *options(self.settings.neo4j_memory),
            *java.archive(program),
            "-cp",
            os.pathsep.join(map(str, (*jars, *plugins))),
        ]

    def _arguments(self) -> list[str]:
        return [
            f"--home-dir={self.folder.path}",
            f"--config-dir={self.folder.configuration}",
            "--console-mode",
        ]

    def _connection(self, state: State) -> Connection:
        return Connection(uri(state.port), USERNAME, password(self.folder), DATABASE)

    def _while_stopped(self, action: Callable[[Admin], None]) -> None:
        with self._alone:
            admin = Admin(self.folder, self._java())
            ran = self.stop()
            try:
                action(admin)
            finally:
                if ran:
                    self.start()
