"""Effort: how many draws a network of some size allows, and from how many organisations paths are searched in each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

MOST = 10_000_000_000
"""Ties looked at by all draws of one analysis, 2 to 4 ns each on one core."""
FEWEST_SOURCES = 64
FEWEST_DRAWS = 100


@dataclass(frozen=True)
class Effort:
    """What is done.

    Attributes
    ----------
    draws
        How many.
    most_draws
        How many at most where more are worth having, so that `most` is spent twice.
    sources
        The organisations from which shortest paths are searched, the same in each draw; None for all.
    """

    draws: int
    most_draws: int
    sources: npt.NDArray[np.int32] | None


def effort(
    organisations: int, ends: int, draws: int, seed: int, *, least_draws: int, fixed: bool, most: int = MOST
) -> Effort:
    """Return the draws and sources for a network, so that ``draws * sources * ends`` stays near `most`.

    First the draws come down to `least_draws`, then the sources to 64, then the draws to 100: no further, so that a
    very large network takes minutes.

    Parameters
    ----------
    ends
        Twice the number of ties.
    draws
        That are asked for.
    fixed
        The number of draws is not to be changed.

    Examples
    --------
    >>> effort(320, 4_624, 1000, 1, least_draws=1000, fixed=False).sources is None
    True
    >>> found = effort(10_000, 78_000, 1000, 1, least_draws=1000, fixed=False)
    >>> found.draws, len(found.sources)
    (1000, 128)
    """
    whole = max(organisations * ends, 1)
    if not fixed:
        draws = max(min(draws, most // whole), min(draws, least_draws))
    sources = min(organisations, max(most // (draws * max(ends, 1)), FEWEST_SOURCES))
    affordable = most // max(sources * ends, 1)
    if not fixed:
        draws = max(min(draws, affordable), min(draws, FEWEST_DRAWS))
    chosen = None
    if sources < organisations:
        generator = np.random.default_rng(seed)
        chosen = np.sort(generator.choice(organisations, sources, replace=False)).astype(np.int32)
    return Effort(draws, max(2 * affordable, draws), chosen)
