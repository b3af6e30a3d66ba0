"""Ranks on a scale that gives the first places most room, for bars of the ranks between which somebody lies."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

WIDTH = 140.0
"""Of the scale, in units of the picture."""

_MARGIN = 5.0


@dataclass(frozen=True)
class Scale:
    """Places of ranks from first to last, by their logarithm: from 1 to 10 is as far as from 10 to 100.

    Attributes
    ----------
    last
        The last rank.
    """

    last: int

    def x(self, rank: float) -> float:
        """Return where `rank` stands.

        Examples
        --------
        >>> [Scale(100).x(rank) for rank in (1, 10, 100)]
        [5.0, 70.0, 135.0]
        """
        if self.last <= 1:
            return WIDTH / 2
        return _MARGIN + (WIDTH - 2 * _MARGIN) * math.log(max(rank, 1)) / math.log(self.last)

    def ticks(self) -> Iterator[tuple[int, float]]:
        """Yield the ranks to be named, 1, 10, 100 …, and where they stand."""
        rank = 1
        while rank <= self.last:
            yield rank, self.x(rank)
            rank *= 10
