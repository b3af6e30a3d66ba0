"""One randomisation of who takes part in what, against the same trades in plain Python."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np

from benchmarks.networks import Ints, platform
from benchmarks.pair import Bar, Pair
from graph.analysis.kernels import curveballed
from graph.analysis.kernels.curveball import TRADES

_Rows = list[set[int]]


def pairs() -> Iterator[Pair]:
    """Yield the pair: as many trades between organisations, and between collaborations, on both sides."""
    given = platform(10_000)
    indptr, chosen = given.by_member
    rows = [set(part.tolist()) for part in np.split(chosen, indptr[1:-1])]
    count = given.collaborations
    yield Pair(
        "curveball, one randomisation",
        f"{given.organisations:,} organisations, {count:,} collaborations, {chosen.size:,} ties of the two",
        lambda: curveballed(indptr, chosen, count, TRADES, np.random.default_rng(1)),
        "curveball in plain Python",
        lambda: plain(rows, count, TRADES, random.Random(1)),
        Bar.times(50),
        lambda ours, theirs: _same_degrees(indptr, ours, theirs, count),
    )


def plain(rows: Sequence[set[int]], columns: int, trades: int, chosen: random.Random) -> _Rows:
    """Return other rows with the same sums, by trades between rows and then between columns."""
    dealt = [set(row) for row in rows]
    _trade(dealt, trades, chosen)
    across = _transposed(dealt, columns)
    _trade(across, trades, chosen)
    return _transposed(across, len(dealt))


def _trade(rows: _Rows, trades: int, chosen: random.Random) -> None:
    filled = [row for row in rows if row]
    for _ in range(trades * len(filled)):
        a, b = chosen.sample(filled, 2)
        own = list(a ^ b)
        few = len(a) - len(a & b)
        chosen.shuffle(own)
        a.difference_update(own)
        b.difference_update(own)
        a.update(own[:few])
        b.update(own[few:])


def _transposed(rows: _Rows, columns: int) -> _Rows:
    across: _Rows = [set() for _ in range(columns)]
    for number, row in enumerate(rows):
        for column in row:
            across[column].add(number)
    return across


def _same_degrees(indptr: Ints, ours: Ints, theirs: _Rows, columns: int) -> bool:
    """Both are random: what must be equal are the sums of rows and columns."""
    plainly = np.bincount([column for row in theirs for column in row], minlength=columns)
    return [len(row) for row in theirs] == np.diff(indptr).tolist() and np.array_equal(
        np.bincount(ours, minlength=columns), plainly
    )
