"""Ranking by sampled betweenness against networkit's KADABRA with the same guarantee, and against the exact ranking."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

import networkit
import numpy as np
from rich.console import Console

from benchmarks import peers
from benchmarks.networks import Platform, platform
from graph.analysis.kernels import SampledBetweenness, betweenness, sampled_betweenness

_SMALL, _LARGE = 10_000, 250_000
_EPSILONS, _EPSILON = (0.01, 0.005, 0.002), 0.005
_DELTA, _BEST, _BAR = 0.1, 50, 48
_RUNS = 3

T = TypeVar("T")


def lines(console: Console) -> Iterator[str]:
    """Yield the two tables."""
    yield f"Every score is within ε with a probability of {1 - _DELTA:g}, the same for both; one thread."
    yield from ("", f"The {_BEST} best at {platform(_SMALL).size}:", "")
    yield f"| ε | paths drawn | of the {_BEST} best, ours | of KADABRA | largest error, ours | ours, s | KADABRA, s |"
    yield "|---|---|---|---|---|---|---|"
    with console.status("exact betweenness"):
        exact = betweenness(platform(_SMALL).rows)
        _ours(platform(_SMALL), 0.1, 1)  # compiles
    for epsilon in _EPSILONS:
        with console.status(f"sampled betweenness, ε = {epsilon}"):
            yield _against_exact(exact, epsilon)
    yield from ("", f"The bar is {_BAR} of {_BEST} at ε = {_EPSILON}.")
    yield from ("", f"Time on {platform(_LARGE).size}, ε = {_EPSILON}, least of {_RUNS} runs in turn.", "")
    yield from ("| ours, s | KADABRA, s | KADABRA / ours | bar | met |", "|---|---|---|---|---|")
    with console.status("sampled betweenness on the large platform"):
        yield _times(platform(_LARGE))


def _against_exact(exact: Mapping[int, float], epsilon: float) -> str:
    given = platform(_SMALL)
    ours, of_ours = _timed(lambda: _ours(given, epsilon, 1))
    theirs, of_theirs = _timed(lambda: _kadabra(given, epsilon, 1))
    error = max(abs(exact[node] - score) for node, score in ours.scores.items())
    kept, kept_by_them = (len(_best(exact) & _best(scores)) for scores in (ours.scores, dict(enumerate(theirs))))
    return f"| {epsilon} | {ours.samples:,} | {kept} | {kept_by_them} | {error:.2g} | {of_ours:.2f} | {of_theirs:.2f} |"


def _times(given: Platform) -> str:
    seconds = [
        (_timed(lambda: _ours(given, _EPSILON, seed))[1], _timed(lambda: _kadabra(given, _EPSILON, seed))[1])  # noqa: B023 - called at once
        for seed in range(_RUNS)
    ]
    ours, theirs = np.array(seconds).min(axis=0)
    met = "yes" if ours <= theirs else "**no**"
    return f"| {ours:.2f} | {theirs:.2f} | {theirs / ours:.3g} | at most its time | {met} |"


def _ours(given: Platform, epsilon: float, seed: int) -> SampledBetweenness:
    return sampled_betweenness(given.rows, epsilon=epsilon, delta=_DELTA, seed=seed)


def _kadabra(given: Platform, epsilon: float, seed: int) -> list[float]:
    networkit.engineering.setSeed(seed, useThreadId=True)
    return list(networkit.centrality.KadabraBetweenness(peers.in_networkit(given), epsilon, _DELTA).run().scores())


def _best(scores: Mapping[int, float]) -> set[int]:
    return set(sorted(scores, key=lambda node: (-scores[node], node))[:_BEST])


def _timed(call: Callable[[], T]) -> tuple[T, float]:
    begun = time.perf_counter()
    found = call()
    return found, time.perf_counter() - begun
