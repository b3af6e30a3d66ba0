"""Draws: one thing worked out many times over at random, on two threads, the same however many they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import numpy as np

from graph.progress import SILENT, Progress

DRAWS = 1_000
"""How many, where nothing else is said."""
SEED = 20240401
THREADS = 2
_BATCH = 32

Drawn = TypeVar("Drawn")


def draws(
    draw: Callable[[np.random.Generator], Drawn],
    seeds: Sequence[np.random.SeedSequence],
    progress: Progress = SILENT,
    threads: int = THREADS,
) -> Iterator[Drawn]:
    """Return what `draw` makes of a generator from each of `seeds`, in their order.

    Each draw has a generator of its own, so that neither the number of threads nor the order in which they take draws
    changes any of them.

    Parameters
    ----------
    progress
        Told of each draw.

    Examples
    --------
    >>> seeds = np.random.SeedSequence(7).spawn(3)
    >>> once = list(draws(lambda generator: generator.integers(100), seeds))
    >>> once == list(draws(lambda generator: generator.integers(100), seeds, threads=1))
    True
    """
    with ThreadPoolExecutor(threads) as pool:
        for first in range(0, len(seeds), _BATCH):
            for drawn in pool.map(draw, map(np.random.default_rng, seeds[first : first + _BATCH])):
                progress.advance()
                yield drawn
