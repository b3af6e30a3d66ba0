"""Two ways of doing one thing, timed in turn, so that a noisy machine is noisy to both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Pair:
    """Median seconds of ours and of the peer over some runs in turn."""

    what: str
    size: str
    ours: float
    peer_name: str
    peer: float

    @property
    def ratio(self) -> float:
        """How many times as long as the peer ours takes."""
        return self.ours / self.peer


def pair(
    what: str,
    size: str,
    ours: Callable[[], object],
    peer_name: str,
    peer: Callable[[], object],
    *,
    runs: int = 3,
    before: Callable[[], object] = lambda: None,
) -> Pair:
    """Time `ours` and `peer` in turn, after one run of each that does not count; `before` runs untimed before each."""
    for call in (ours, peer):
        before()
        call()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for found, call in zip(times, (ours, peer), strict=True):
            before()
            begun = time.perf_counter()
            call()
            found.append(time.perf_counter() - begun)
    return Pair(what, size, statistics.median(times[0]), peer_name, statistics.median(times[1]))
