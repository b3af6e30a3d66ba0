"""Neo4j's own administration program on the databases of a stopped server."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from graph.errors import ServerError
from graph.server.configuration import DATABASE
from graph.server.folder import Folder, writing
from graph.server.process import environment

_PROGRAM = "org.neo4j.cli.AdminTool"
_INCOMING = "restoring"
_PARTS = ("databases", "transactions")


@dataclass(frozen=True)
class Admin:
    """The program, ready to be called: `java` is the command up to and with the class path."""

    folder: Folder
    java: list[str]

    def dump(self, file: Path, *, overwrite: bool) -> None:
        """Write the database to a file, whole or not at all."""
        with writing(file.parent), _beside(file) as temporary:
            with temporary.open("wb") as stream:
                self._run("database", "dump", DATABASE, "--to-stdout", output=stream)
            if overwrite:
                temporary.replace(file)
            else:
                _place(temporary, file)

    def load(self, file: Path) -> None:
        """Put a dump in the database's place; what was there stays until all of the dump is read."""
        self._remove(_INCOMING)
        try:
            with file.open("rb") as stream:
                self._run("database", "load", _INCOMING, "--from-stdin", source=stream)
            with writing(self.folder.data):
                self._remove(DATABASE)
                self._rename(_INCOMING, DATABASE)
        finally:
            self._remove(_INCOMING)

    def _run(self, *arguments: str, source: BinaryIO | None = None, output: BinaryIO | None = None) -> None:
        home = {"NEO4J_HOME": str(self.folder.path), "NEO4J_CONF": str(self.folder.configuration)}
        done = subprocess.run(  # noqa: S603 - the Java found, no shell
            [*self.java, _PROGRAM, *arguments],
            env=environment() | home,
            stdin=source or subprocess.DEVNULL,
            stdout=output or subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
        )
        if done.returncode:
            raise ServerError("server_admin", action=arguments[1], reason=_reason(done.stderr))

    def _remove(self, database: str) -> None:
        for part in _PARTS:
            shutil.rmtree(self.folder.data / part / database, ignore_errors=True)

    def _rename(self, old: str, new: str) -> None:
        for part in _PARTS:
            (self.folder.data / part / old).rename(self.folder.data / part / new)


@contextlib.contextmanager
def _beside(file: Path) -> Iterator[Path]:
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    os.close(descriptor)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _place(temporary: Path, file: Path) -> None:
    # A link, unlike a rename, fails when another has made the file meanwhile.
    try:
        file.hardlink_to(temporary)
    except FileExistsError as error:
        raise ServerError("server_dump_exists", file=file) from error
    except OSError:  # this file system has no links
        temporary.replace(file)


def _reason(output: bytes) -> str:
    lines = [line.strip() for line in output.decode(errors="replace").splitlines() if line.strip()]
    causes = [line for line in lines if line.startswith("Caused by:")]
    return (causes or lines or ["-"])[-1].rstrip(".")
