"""Make lock files anew: ``python -m graph.server.relock 5.26`` takes the newest version of that line, and its plugins.

The jars of a plugin are those that the server does not have already, whatever version the plugin would choose.
"""

from __future__ import annotations

import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from jgo.env import LockFile
from jgo.maven import Dependency, MavenContext

from graph.server.lock import Part

_ROOTS = ("org.neo4j:neo4j", "org.neo4j.app:neo4j-server", "org.neo4j:neo4j-slf4j-provider")
_GDS_ROOTS = ("org.neo4j.gds:opengds-extension", "org.neo4j.gds:proc")
_ENTRY_POINT = "META-INF/services/org.neo4j.server.startup.EntryPoint"
_JAVA = {"5.26": 17, "2026": 21}
# https://neo4j.com/docs/graph-data-science/current/installation/supported-neo4j-versions/
_GDS = {"5.26": "2.13.", "2026": "2."}


def relock(line: str) -> Iterator[Path]:
    """Resolve the newest versions of a line on Maven Central, and write the lock files of the server and of GDS.

    Parameters
    ----------
    line
        ``5.26`` or ``2026``.
    """
    with tempfile.TemporaryDirectory() as cache:
        context = MavenContext(repo_cache=Path(cache), timeout=60)
        version = _newest(context, "org.neo4j.app:neo4j-server", f"{line}.")
        server = _resolve(context, _ROOTS, version)
        yield _save(line, "neo4j", version, server, {"neo4j": _main_class(context, version)})
        version = _newest(context, _GDS_ROOTS[0], _GDS[line])
        has = {(jar.groupId, jar.artifactId) for jar in server}
        plugin = [jar for jar in _resolve(context, _GDS_ROOTS, version) if (jar.groupId, jar.artifactId) not in has]
        yield _save(line, "gds", version, plugin, {})


def _save(line: str, part: Part, version: str, jars: list[Dependency], main: dict[str, str]) -> Path:
    lock = LockFile.from_resolved_dependencies(
        jars, environment_name=f"{part}-{version}", min_java_version=_JAVA[line], entrypoints=main
    )
    file = Path(__file__).parent / "locks" / f"{part}-{line}.toml"
    lock.save(file)
    return file


def _newest(context: MavenContext, root: str, beginning: str) -> str:
    project = context.project(*root.split(":"))
    project.update()
    versions = [component.version for component in project.versions()]
    return max((v for v in versions if v.startswith(beginning) and "-" not in v), key=_numbers)


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def _resolve(context: MavenContext, roots: Sequence[str], version: str) -> list[Dependency]:
    inputs, others = context.resolver.resolve([context.create_dependency(f"{root}:{version}") for root in roots])
    return inputs + sorted(others, key=str)


def _main_class(context: MavenContext, version: str) -> str:
    jar = context.project("org.neo4j", "neo4j").at_version(version).artifact().resolve()
    with zipfile.ZipFile(jar) as archive:
        return archive.read(_ENTRY_POINT).decode().strip()


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        for written in relock(argument):
            sys.stdout.write(f"{written}\n")
