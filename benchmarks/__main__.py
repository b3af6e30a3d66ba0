"""Runs every measurement, prints the table, and keeps it in ``benchmarks/RESULTS.md``."""

from __future__ import annotations

import os
import platform
from importlib import metadata
from pathlib import Path

from rich.console import Console

from benchmarks import kernels, reading, writing
from benchmarks.pair import Pair

_RESULTS = Path(__file__).parent / "RESULTS.md"
_NAMED = ("networkx", "numba", "pandas", "neo4j")


def main() -> None:
    """Measure, print and keep."""
    console = Console()
    found: list[Pair] = []
    for module in (kernels, reading, writing):
        for measured in module.measure():
            found.append(measured)
            console.print(_row(measured))
    _RESULTS.write_text(_page(found), encoding="utf-8")
    console.print(f"→ {_RESULTS}")


def _page(found: list[Pair]) -> str:
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in _NAMED)
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, {versions}"
    head = ["# Measurements", "", f"Made by `make bench`: {machine}.", "Median seconds of three runs in turn.", ""]
    table = ["| what | size | ours | peer | peer's time | ours / peer |", "|---|---|---|---|---|---|"]
    return "\n".join([*head, *table, *map(_row, found), ""])


def _row(measured: Pair) -> str:
    times = f"{measured.ours:.3f} | {measured.peer_name} | {measured.peer:.3f} | {measured.ratio:.3f}"
    return f"| {measured.what} | {measured.size} | {times} |"


if __name__ == "__main__":
    main()
