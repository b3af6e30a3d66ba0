"""The server's jars: in a given folder or fetched from Maven Central, each with the lock file's sha256."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from graph.errors import ServerError
from graph.progress import SILENT, Progress
from graph.server.folder import cache, writing
from graph.server.lock import Jar, Lock
from graph.server.verified import unverified

if TYPE_CHECKING:
    from graph.server.maven import Maven

_THREADS = 8
_ATTEMPTS = 3
_PART = ".part"


def class_path(lock: Lock, given: Path | None = None, progress: Progress = SILENT) -> list[Path]:
    """Return the verified jars, fetched first where they are missing.

    Parameters
    ----------
    lock
        Which jars.
    given
        Folder that must hold them already; None fetches what is missing into the cache.
    progress
        Told of each jar that is there.

    Raises
    ------
    ServerError
        When the given folder lacks a jar, Maven Central cannot be reached, or a jar has another sha256.
    """
    folder = given or cache() / lock.name
    missing = unverified(folder, lock.jars)
    if missing and given:
        raise ServerError("server_jars_wrong", folder=given, count=len(missing), jar=missing[0].name, version=lock.name)
    if missing:
        _complete(lock, folder, progress)
    return [folder / jar.name for jar in lock.jars]


def _complete(lock: Lock, folder: Path, progress: Progress) -> None:
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / "lock"):
            missing = unverified(folder, lock.jars)
            for rest in folder.glob(f"*{_PART}"):
                rest.unlink()
            if missing:
                _download(missing, folder, progress)
            unverified(folder, lock.jars)


def _download(missing: list[Jar], folder: Path, progress: Progress) -> None:
    from graph.server.maven import Maven  # noqa: PLC0415 - takes most of a second, which a warm start is spared

    progress.start("download", len(missing))
    with Maven(_THREADS) as maven, ThreadPoolExecutor(_THREADS) as pool:
        futures = [pool.submit(_fetch, maven, jar, folder) for jar in missing]
        try:
            for future in as_completed(futures):
                future.result()
                progress.advance()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _fetch(maven: Maven, jar: Jar, folder: Path) -> None:
    part = folder / f"{jar.name}{_PART}"
    for _ in range(_ATTEMPTS):
        digest = hashlib.sha256()
        with part.open("wb") as stream:
            for chunk in maven.chunks(jar):
                digest.update(chunk)
                stream.write(chunk)
        if digest.hexdigest() == jar.sha256:
            part.replace(folder / jar.name)
            return
    part.unlink()
    raise ServerError("server_checksum", jar=jar.name)
