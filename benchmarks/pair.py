"""Two ways of doing one thing, timed in turn, so that a noisy machine is noisy to both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Bar:
    """How long ours may take, as a share of the peer's time, and how a reader says it."""

    words: str
    share: float

    @classmethod
    def times(cls, factor: float) -> Bar:
        """Ours must be that many times as fast as the peer."""
        return cls(f"at least {factor:g} × as fast", 1 / factor)

    @classmethod
    def within(cls, share: float) -> Bar:
        """Ours may take at most that share of the peer's time."""
        return cls(f"at most {share:g} × its time", share)

    @classmethod
    def faster(cls) -> Bar:
        """Ours must be faster."""
        return cls("faster", 1.0)


@dataclass(frozen=True)
class Measured:
    """Median seconds of ours and of the peer, and whether both found the same (None where nothing is compared)."""

    what: str
    size: str
    ours: float
    peer_name: str
    peer: float
    bar: Bar | None
    same: bool | None

    @property
    def ratio(self) -> float:
        """Share of the peer's time that ours takes."""
        return self.ours / self.peer

    @property
    def met(self) -> bool | None:
        """Whether ours is as fast as the bar says, and right."""
        return None if self.bar is None else self.ratio <= self.bar.share and self.same is not False


@dataclass(frozen=True)
class Pair:
    """Ours and a peer, not yet run.

    Attributes
    ----------
    same
        Whether what the two return is the same.
    runs
        How often each is timed, after one run of each that does not count; with ``runs=1`` nothing runs untimed but
        what the caller compiled before.
    before
        Runs untimed before each.
    """

    what: str
    size: str
    ours: Callable[[], Any]
    peer_name: str
    peer: Callable[[], Any]
    bar: Bar | None = None
    same: Callable[[Any, Any], bool] | None = None
    runs: int = 3
    before: Callable[[], object] = lambda: None

    def measure(self) -> Measured:
        """Time both in turn and compare what they return."""
        found: tuple[Any, Any] | None = None
        if self.runs > 1:
            found = (self._timed(self.ours)[1], self._timed(self.peer)[1])
        times: tuple[list[float], list[float]] = ([], [])
        for _ in range(self.runs):
            ours, theirs = self._timed(self.ours), self._timed(self.peer)
            times[0].append(ours[0])
            times[1].append(theirs[0])
            found = found or (ours[1], theirs[1])
        same = self.same(*found) if self.same and found else None
        ours_median, peer_median = map(statistics.median, times)
        return Measured(self.what, self.size, ours_median, self.peer_name, peer_median, self.bar, same)

    def _timed(self, call: Callable[[], Any]) -> tuple[float, Any]:
        self.before()
        begun = time.perf_counter()
        returned = call()
        return time.perf_counter() - begun, returned
