"""How well places serve ties: what exchanging and settling go by."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.csr import Csr
from graph.analysis.layout.cells import Ints, Points
from graph.analysis.layout.spacing import SPACING

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int32]

NEAREST = 10
"""How many of the nearest nodes a reader takes in at one look."""

# About as far as the ten nearest nodes reach.
_REACH = 2.4 * SPACING
_FAR = 0.2


def gains(rows: Csr) -> Floats:
    """Return what it is worth to have the ends of each tie near: shape (m,).

    A node with d ties that sees one among its ten nearest is served by 1 / min(10, d); a tie serves both its ends.
    """
    ties = np.diff(rows.indptr)
    share = 1.0 / np.clip(ties, 1, NEAREST)
    gains: Floats = np.repeat(share, ties) + share[rows.indices]
    return gains


@njit(cache=True, nogil=True)
def nearness(points: Points, node: int, x: float, y: float) -> float:
    """Return how well a tie serves that joins `node` with (`x`, `y`).

    1 / (1 + u²) - 0.2 √(d / reach) with u = (d / reach)² for a tie of length d: fully while the other end is among the
    nearest, and beyond it the less the longer.
    """
    dx, dy = points[node, 0] - x, points[node, 1] - y
    u = (dx * dx + dy * dy) / (_REACH * _REACH)
    worth: float = 1.0 / (1.0 + u * u) - _FAR * math.sqrt(math.sqrt(u))
    return worth


@njit(cache=True, nogil=True)
def served(
    points: Points, indptr: Ints, indices: Rows, gains: Floats, node: int, x: float, y: float, partner: int
) -> float:
    """Return how well (`x`, `y`) serves the ties of `node`, when `partner` (or none, -1) takes its place instead."""
    total = 0.0
    for k in range(indptr[node], indptr[node + 1]):
        other = node if indices[k] == partner else indices[k]
        total += gains[k] * nearness(points, other, x, y)
    return total
