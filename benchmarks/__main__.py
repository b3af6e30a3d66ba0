"""Measures, section by section, prints the tables, and keeps them in ``benchmarks/RESULTS.md``."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from rich.console import Console

from benchmarks import growth, kernels, layout, page, queries, ranking, reading, results, writing
from benchmarks.kernels import betweenness
from benchmarks.pair import Pair
from benchmarks.resolution import report

_TITLES = {
    "reading": "Reading",
    "writing": "Writing to Neo4j",
    "queries": "The query library",
    "kernels": "Kernels",
    "whole": "Betweenness against NetworkX at 10,000 organisations",
    "ranking": "Ranking by sampled betweenness",
    "growth": "Growth of the kernels",
    "layout": "Layout of the network picture",
    "resolution": "Resolution of names",
    "page": "The page in a browser",
}
_LONG = "whole"
"""Takes NetworkX some ten minutes, so that it is made only when asked for."""

_Lines = Callable[[Console], Iterator[str]]


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="section", help=f"of {', '.join(_TITLES)}; all but {_LONG}")
    parser.add_argument("--later", type=Path, help="subsidies of later years, to be measured as well")
    given = parser.parse_args()
    unknown = set(given.sections) - set(_TITLES)
    if unknown:
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    console = Console(soft_wrap=True)
    made = _made(given.later)
    for name in given.sections or [name for name in _TITLES if name != _LONG]:
        lines = [results.machine(), ""]
        console.rule(_TITLES[name])
        for line in made[name](console):
            lines.append(line)
            console.print(line, markup=False)
        results.keep({_TITLES[name]: lines}, _TITLES.values())
    console.print(f"→ {results.FILE}")


def _made(later: Path | None) -> Mapping[str, _Lines]:
    return {
        "reading": partial(_table, reading.pairs),
        "writing": partial(_table, writing.pairs),
        "queries": queries.lines,
        "kernels": partial(_table, kernels.pairs),
        "whole": partial(_table, betweenness.whole),
        "ranking": ranking.lines,
        "growth": growth.lines,
        "layout": layout.lines,
        "page": page.lines,
        "resolution": lambda _: report.lines(later),
    }


def _table(pairs: Callable[[], Iterator[Pair]], console: Console) -> Iterator[str]:
    yield from results.TABLE
    for pair in pairs():
        with console.status(f"{pair.what}, against {pair.peer_name}"):
            measured = pair.measure()
        yield results.row(measured)


if __name__ == "__main__":
    main()
