"""Make a lock file anew: ``python -m graph.server.relock 5.26`` takes the newest version of that line."""

from __future__ import annotations

import sys
import tempfile
import zipfile
from pathlib import Path

from jgo.env import LockFile
from jgo.maven import Dependency, MavenContext

_ROOTS = ("org.neo4j:neo4j", "org.neo4j.app:neo4j-server", "org.neo4j:neo4j-slf4j-provider")
_ENTRY_POINT = "META-INF/services/org.neo4j.server.startup.EntryPoint"
_JAVA = {"5.26": 17, "2026": 21}


def relock(line: str) -> Path:
    """Resolve the newest version of a line on Maven Central and write its lock file.

    Parameters
    ----------
    line
        ``5.26`` or ``2026``.
    """
    with tempfile.TemporaryDirectory() as cache:
        context = MavenContext(repo_cache=Path(cache), timeout=60)
        version = _newest(context, line)
        lock = LockFile.from_resolved_dependencies(
            _resolve(context, version),
            environment_name=f"neo4j-{version}",
            min_java_version=_JAVA[line],
            entrypoints={"neo4j": _main_class(context, version)},
        )
    file = Path(__file__).parent / "locks" / f"neo4j-{line}.toml"
    lock.save(file)
    return file


def _newest(context: MavenContext, line: str) -> str:
    project = context.project("org.neo4j.app", "neo4j-server")
    project.update()
    versions = [component.version for component in project.versions()]
    return max((v for v in versions if v.startswith(f"{line}.") and "-" not in v), key=_numbers)


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def _resolve(context: MavenContext, version: str) -> list[Dependency]:
    roots = [context.create_dependency(f"{root}:{version}") for root in _ROOTS]
    inputs, others = context.resolver.resolve(roots)
    return inputs + sorted(others, key=str)


def _main_class(context: MavenContext, version: str) -> str:
    jar = context.project("org.neo4j", "neo4j").at_version(version).artifact().resolve()
    with zipfile.ZipFile(jar) as archive:
        return archive.read(_ENTRY_POINT).decode().strip()


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        sys.stdout.write(f"{relock(argument)}\n")
