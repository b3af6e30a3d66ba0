"""The jars of one Neo4j version and of its plugins, from the lock files that jgo wrote."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

Part = Literal["neo4j", "gds"]
"""The server, or a plugin of it."""

_ROOTS: dict[Part, tuple[str, str]] = {
    "neo4j": ("org.neo4j", "neo4j"),
    "gds": ("org.neo4j.gds", "opengds-extension"),
}


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
    """What one version line of Neo4j, or a plugin for it, is made of.

    Attributes
    ----------
    jars
        In class path order; of a plugin those that the server does not have.
    main
        Main class; empty for a plugin.
    java
        Least major version.
    """

    line: str
    jars: tuple[Jar, ...]
    main: str
    java: int
    part: Part = "neo4j"

    @property
    def version(self) -> str:
        """Full version, such as 5.26.30."""
        root = _ROOTS[self.part]
        return next(jar.version for jar in self.jars if (jar.group, jar.artifact) == root)

    @property
    def name(self) -> str:
        """Name of the folder of its jars."""
        return f"{self.part}-{self.version}"


@cache
def lock(line: str, part: Part = "neo4j") -> Lock:
    """Read the lock file of the server of a version line, ``5.26`` or ``2026``, or of a plugin for it."""
    file = resources.files("graph.server") / "locks" / f"{part}-{line}.toml"
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    return Lock(
        line=line,
        jars=tuple(_jar(entry) for entry in content["dependencies"]),
        main=content.get("entrypoints", {}).get("neo4j", ""),
        java=content["environment"]["min_java_version"],
        part=part,
    )


def _jar(entry: dict[str, str]) -> Jar:
    return Jar(entry["groupId"], entry["artifactId"], entry["version"], entry.get("classifier", ""), entry["sha256"])
