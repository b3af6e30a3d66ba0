"""Runs every measurement, prints the table, and keeps it in ``benchmarks/RESULTS.md``."""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from rich.console import Console

from benchmarks import kernels, reading, writing
from benchmarks.pair import Pair
from benchmarks.resolution import report

_RESULTS = Path(__file__).parent / "RESULTS.md"
_NAMED = ("networkx", "numba", "pandas", "neo4j")


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--later", type=Path, help="subsidies of later years, to be measured as well")
    given = parser.parse_args()
    console = Console(soft_wrap=True)
    found: list[Pair] = []
    for module in (kernels, reading, writing):
        for measured in module.measure():
            found.append(measured)
            console.print(_row(measured))
    names = []
    for line in report.lines(given.later):
        names.append(line)
        console.print(line, markup=False)
    _RESULTS.write_text(_page(found, names), encoding="utf-8")
    console.print(f"→ {_RESULTS}")


def _page(found: list[Pair], names: Sequence[str]) -> str:
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in _NAMED)
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, {versions}"
    head = ["# Measurements", "", f"Made by `make bench`: {machine}.", "Median seconds of three runs in turn.", ""]
    table = ["| what | size | ours | peer | peer's time | ours / peer |", "|---|---|---|---|---|---|"]
    return "\n".join([*head, *table, *map(_row, found), *names, ""])


def _row(measured: Pair) -> str:
    times = f"{measured.ours:.3f} | {measured.peer_name} | {measured.peer:.3f} | {measured.ratio:.3f}"
    return f"| {measured.what} | {measured.size} | {times} |"


if __name__ == "__main__":
    main()
