"""How the time of each kernel grows with the ties: the slope of log time on log ties over four sizes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping

import numpy as np
from rich.console import Console

from benchmarks.networks import Platform, platform
from graph.analysis import kernels
from graph.analysis.kernels.curveball import TRADES

_LARGE = (31_250, 62_500, 125_000, 250_000)
_SMALL = (1_250, 2_500, 5_000, 10_000)
_QUADRATIC = {"betweenness"}
_RUNS = 7

_Kernel = Callable[[Platform], object]


def lines(console: Console) -> Iterator[str]:
    """Yield a table: a row a kernel."""
    yield "Ours on one thread, on the projection as compressed rows. An exponent of 1 is time in proportion to ties."
    yield from ("", "| kernel | ties | seconds | exponent |", "|---|---|---|---|")
    for name, kernel in _kernels().items():
        platforms = [platform(size) for size in (_SMALL if name in _QUADRATIC else _LARGE)]
        with console.status(f"growth of {name}"):
            seconds = [_least(kernel, given) for given in platforms]
        ties = [given.ties.nnz for given in platforms]
        told = ", ".join(f"{count:,}" for count in ties), ", ".join(f"{taken:.3g}" for taken in seconds)
        yield f"| {name} | {told[0]} | {told[1]} | {exponent(ties, seconds):.2f} |"


def exponent(ties: list[int], seconds: list[float]) -> float:
    """Return the least-squares slope of log seconds on log ties."""
    return float(np.polyfit(np.log(ties), np.log(seconds), 1)[0])


def _kernels() -> Mapping[str, _Kernel]:
    return {
        "betweenness": lambda given: kernels.betweenness(given.rows),
        "sampled betweenness, ε = 0.01": lambda given: kernels.sampled_betweenness(given.rows),
        "constraint, effective size, efficiency, hierarchy": lambda given: kernels.structural_holes(given.rows),
        "Gould–Fernandez roles": lambda given: kernels.gould_fernandez(given.rows, given.sector),
        "participation": lambda given: kernels.participation(given.rows, given.sector),
        "within-module z": lambda given: kernels.within_module_z(given.rows, given.sector),
        "local efficiency": lambda given: kernels.local_efficiency(given.rows),
        "articulation points, bridge ties, biconnected components": lambda given: kernels.articulation(given.rows),
        "loss on removal": lambda given: kernels.removal_loss(given.rows),
        "k-core": lambda given: kernels.core_numbers(given.rows),
        "PageRank": lambda given: kernels.pagerank(given.rows),
        "hypergeometric backbone": lambda given: kernels.backbone(range(given.organisations), given.members),
        "projection": lambda given: kernels.projected(*given.by_collaboration, given.organisations),
        "curveball": lambda given: kernels.curveballed(
            *given.by_member, given.collaborations, TRADES, np.random.default_rng(1)
        ),
    }


def _least(kernel: _Kernel, given: Platform) -> float:
    kernel(given)
    times = []
    for _ in range(_RUNS):
        begun = time.perf_counter()
        kernel(given)
        times.append(time.perf_counter() - begun)
    return min(times)
