"""Which jars of a folder have been checked already, so that a warm start need not read them all."""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path

from graph.server.folder import cache, write_private
from graph.server.lock import Jar

Stamp = tuple[int, int, str]
"""Size, modification time in nanoseconds and sha256 of a jar when it was last read."""


def unverified(folder: Path, jars: tuple[Jar, ...]) -> list[Jar]:
    """Return the jars that the folder lacks or has with another sha256.

    Parameters
    ----------
    folder
        Holds the jars side by side.
    jars
        Those that must be there.
    """
    file = _stamp_file(folder)
    old = _read(file)
    new = {jar.name: stamp for jar in jars if (stamp := _stamp(folder / jar.name, old.get(jar.name)))}
    if new != old:
        _write(file, old | new)
    return [jar for jar in jars if jar.name not in new or new[jar.name][2] != jar.sha256]


def sha256(file: Path) -> str:
    """Return the sha256 of a file in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _stamp(file: Path, old: Stamp | None) -> Stamp | None:
    try:
        stat = file.stat()
        if old and old[:2] == (stat.st_size, stat.st_mtime_ns):
            return old
        return stat.st_size, stat.st_mtime_ns, sha256(file)
    except OSError:
        return None


def _stamp_file(folder: Path) -> Path:
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    return cache() / "verified" / f"{name}.json"


def _read(file: Path) -> dict[str, Stamp]:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        return {name: (int(size), int(time), str(digest)) for name, (size, time, digest) in content.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _write(file: Path, stamps: dict[str, Stamp]) -> None:
    # Without the stamp the next start only reads every jar again.
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_private(file, json.dumps(stamps))
