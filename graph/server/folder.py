"""The folders and files of the managed server, and how private ones are written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from graph.errors import ServerError


@dataclass(frozen=True)
class Folder:
    """Where one version line keeps its configuration, data, logs, password and state."""

    path: Path

    @property
    def configuration(self) -> Path:
        """Folder of ``neo4j.conf``."""
        return self.path / "conf"

    @property
    def data(self) -> Path:
        """Folder of the databases."""
        return self.path / "data"

    @property
    def log(self) -> Path:
        """What the server wrote since its last start."""
        return self.path / "logs" / "console.log"

    @property
    def password(self) -> Path:
        """The password, readable for its owner only."""
        return self.path / "password"

    @property
    def state(self) -> Path:
        """Which process runs, and on which port."""
        return self.path / "state.json"

    @property
    def lock(self) -> Path:
        """Held by the one command that starts, stops, dumps or restores."""
        return self.path / "lock"

    def make(self) -> None:
        """Make the folders, closed to everyone else.

        Raises
        ------
        ServerError
            When they cannot be made.
        """
        with writing(self.path):
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.path.mkdir(mode=0o700, exist_ok=True)
            self.path.chmod(0o700)
            for folder in (self.configuration, self.data, self.log.parent):
                folder.mkdir(exist_ok=True)


def cache() -> Path:
    """Return the folder of what can be fetched or computed again."""
    return Path(platformdirs.user_cache_dir("tsunagari"))


def write_private(file: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turn a refused write below `folder` into a `ServerError` that names it."""
    try:
        yield
    except OSError as error:
        raise ServerError("server_folder", folder=folder, reason=error.strerror or error) from error
