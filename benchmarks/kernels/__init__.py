"""The kernels against NetworkX, plain Python and compiled libraries, on a made-up platform."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.kernels import (
    backbone,
    betweenness,
    connectivity,
    cores,
    curveball,
    pagerank,
    participation,
    projection,
    roles,
    structural_holes,
)
from benchmarks.pair import Pair

_MODULES = (
    betweenness,
    structural_holes,
    roles,
    connectivity,
    projection,
    participation,
    cores,
    pagerank,
    curveball,
    backbone,
)


def pairs() -> Iterator[Pair]:
    """Yield every kernel with each of its peers."""
    for module in _MODULES:
        yield from module.pairs()
