"""The jars of one Neo4j version, from the lock file that jgo wrote."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

_SERVER = ("org.neo4j", "neo4j")


@dataclass(frozen=True)
class Jar:
    """One jar by its Maven coordinate, and the sha256 it must have."""

    group: str
    artifact: str
    version: str
    classifier: str
    sha256: str

    @property
    def name(self) -> str:
        """Name of the file."""
        ending = f"-{self.classifier}" if self.classifier else ""
        return f"{self.artifact}-{self.version}{ending}.jar"


@dataclass(frozen=True)
class Lock:
    """What one version line of Neo4j is made of: jars in class path order, main class, least Java."""

    line: str
    jars: tuple[Jar, ...]
    main: str
    java: int

    @property
    def version(self) -> str:
        """Full version of the server, such as 5.26.30."""
        return next(jar.version for jar in self.jars if (jar.group, jar.artifact) == _SERVER)


@cache
def lock(line: str) -> Lock:
    """Read the lock file of a version line, ``5.26`` or ``2026``."""
    file = resources.files("graph.server") / "locks" / f"neo4j-{line}.toml"
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    return Lock(
        line=line,
        jars=tuple(_jar(entry) for entry in content["dependencies"]),
        main=content["entrypoints"]["neo4j"],
        java=content["environment"]["min_java_version"],
    )


def _jar(entry: dict[str, str]) -> Jar:
    return Jar(entry["groupId"], entry["artifactId"], entry["version"], entry.get("classifier", ""), entry["sha256"])
