"""``benchmarks/RESULTS.md``: a section a measurement, each with the machine and versions it was made with."""

from __future__ import annotations

import datetime as dt
import os
import platform
import re
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path

from benchmarks.pair import Measured

FILE = Path(__file__).parent / "RESULTS.md"
HEAD = """# Measurements

Made by `make bench`, a section at a time where wanted (`make bench only=kernels`). Ours and the peer run in turn, and
the shortest time of each stands in the table: what is above it is the noise of the machine. `same` says that what both
return was compared and is equal (scores to 1e-9 relative).

Kernels run on a made-up platform (`benchmarks/networks.py`): organisations in areas of about 60, and collaborations,
most of whose members are of one area, chosen by an activity with a Pareto tail; who shares a collaboration is tied.
All is on one thread unless said. Peers hold a graph of their own, built before, and so do we: compressed rows, which
an analysis makes once; a row "from a NetworkX graph" has their making timed too.
"""
TABLE = (
    "| what | on | peer | ours, s | peer, s | peer / ours | bar | met | same |",
    "|---|---|---|---|---|---|---|---|---|",
)
_NAMED = ("networkx", "numba", "numpy", "scipy", "igraph", "rustworkx", "networkit", "pandas", "neo4j", "pyvis")
_YES = {True: "yes", False: "**no**", None: ""}


def row(found: Measured) -> str:
    """Return a row of the table."""
    bar = "" if found.bar is None else found.bar.words
    times = f"{found.ours:.4g} | {found.peer:.4g} | {found.peer / found.ours:.3g}"
    told = f"{bar} | {_YES[found.met]} | {_YES[found.same]}"
    return f"| {found.what} | {found.size} | {found.peer_name} | {times} | {told} |"


def machine() -> str:
    """Return when, on what and with which versions a section is made."""
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in _NAMED)
    today = dt.datetime.now(tz=dt.UTC).date()
    return f"{today}, {os.cpu_count()} cores, {_processor()}, Python {platform.python_version()}, {versions}."


def keep(sections: Mapping[str, Iterable[str]], order: Iterable[str], file: Path = FILE) -> None:
    """Put sections, by title, in place of those of the same title; others stay as they are, in `order`."""
    kept = _sections(file.read_text(encoding="utf-8")) if file.is_file() else {}
    kept |= {title: "\n".join(lines).strip() for title, lines in sections.items()}
    parts = [f"## {title}\n\n{kept[title]}\n" for title in order if title in kept]
    file.write_text("\n".join([HEAD, *parts]), encoding="utf-8")


def _sections(page: str) -> dict[str, str]:
    titles_and_bodies = re.split(r"^## (.+)$", page, flags=re.MULTILINE)[1:]
    return {title: body.strip() for title, body in zip(titles_and_bodies[::2], titles_and_bodies[1::2], strict=True)}


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    named = re.search(r"model name\s*: (.+)", cpuinfo.read_text()) if cpuinfo.is_file() else None
    return f"{named[1] if named else platform.processor()} {platform.machine()}"
