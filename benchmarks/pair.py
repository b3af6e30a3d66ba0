"""Two ways of doing one thing, timed in turn, so that a noisy machine is noisy to both."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_LEAST, _MOST, _ENOUGH = 3, 21, 2.0


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
    """Least seconds of ours and of the peer, and whether both found the same (None where nothing is compared)."""

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
        How often each is timed, after one run of each that does not count: unless given, 3 times, and up to 21 times
        while it takes less than 2 seconds. With ``runs=1`` the first run counts.
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
    runs: int | None = None
    before: Callable[[], object] = lambda: None

    def measure(self) -> Measured:
        """Time both in turn and compare what they return."""
        first, seconds = self._both()
        times = [seconds] if self.runs == 1 else []
        while len(times) < (self.runs or _LEAST) or (not self.runs and self._worth_more(times)):
            times.append(self._both()[1])
        ours, peer = (min(taken) for taken in zip(*times, strict=True))
        same = self.same(*first) if self.same else None
        return Measured(self.what, self.size, ours, self.peer_name, peer, self.bar, same)

    def _worth_more(self, times: list[tuple[float, float]]) -> bool:
        return len(times) < _MOST and sum(map(sum, times)) < _ENOUGH

    def _both(self) -> tuple[tuple[Any, Any], tuple[float, float]]:
        (ours, of_ours), (peer, of_peer) = self._timed(self.ours), self._timed(self.peer)
        return (ours, peer), (of_ours, of_peer)

    def _timed(self, call: Callable[[], Any]) -> tuple[Any, float]:
        self.before()
        begun = time.perf_counter()
        returned = call()
        return returned, time.perf_counter() - begun
