"""A first picture: tied nodes attract each other, and sampled others repel."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.csr import Csr
from graph.analysis.layout.cells import Points

_Floats = npt.NDArray[np.float64]
_Ints = npt.NDArray[np.int64]
_Rows = npt.NDArray[np.int32]

_AVERAGES = 100
# What starts far apart never comes together, and what starts too near crosses: the radius grows with the nodes.
_START = 1 / 3
_ITERATIONS_LEAST, _ITERATIONS_MOST, _MOVES = 200, 350, 16_000_000
_NEGATIVES, _REPULSION = 5, 3.0
_FURTHEST = 4.0


def attracted(rows: Csr, seed: int) -> Points:
    """Return points of shape (n, 2) for a connected graph; unit: where attraction is half as strong as it begins.

    The objective is that of UMAP on the graph itself, with 1 / (1 + d²) for how near two nodes at distance d are, so
    that no power is to be taken: ties are passed in turn, each as often as its weight asks, and each time five nodes
    drawn at random repel.

    References
    ----------
    L. McInnes, J. Healy, J. Melville (2018). UMAP: Uniform Manifold Approximation and Projection for Dimension
    Reduction. arXiv:1802.03426, section 3.2 (optimisation by sampled edges and negative samples).
    """
    n = len(rows)
    points = _first_places(rows, seed) * (_START * math.sqrt(n))
    iterations = int(min(max(_MOVES / max(rows.indices.size, 1), _ITERATIONS_LEAST), _ITERATIONS_MOST))
    _attract(points, rows.indptr, rows.indices, _shares(rows), iterations, _state(seed))
    return points


def _first_places(rows: Csr, seed: int) -> Points:
    """Return places after rounds of averaging over neighbours, which bring tied nodes near."""
    points = np.random.default_rng(seed).normal(size=(len(rows), 2))
    for _ in range(_AVERAGES):
        points = _averaged(points, rows.indptr, rows.indices, rows.weights)
        points -= points.mean(axis=0)
        points = np.linalg.qr(points)[0] * math.sqrt(len(rows))
    return np.ascontiguousarray(points)


def _shares(rows: Csr) -> _Floats:
    """Return how often an iteration passes each tie: √ of its weight against the strongest of either end."""
    owner = np.repeat(np.arange(len(rows)), np.diff(rows.indptr))
    strongest = np.zeros(len(rows))
    np.maximum.at(strongest, owner, rows.weights)
    shares: _Floats = np.sqrt(rows.weights / np.maximum(np.minimum(strongest[owner], strongest[rows.indices]), 1e-12))
    return shares


def _state(seed: int) -> np.uint64:
    """Return what random numbers begin from, never 0."""
    return np.uint64(np.random.default_rng(seed).integers(1, 2**62))


@njit(cache=True, nogil=True)
def _averaged(points: Points, indptr: _Ints, indices: _Rows, weights: _Floats) -> Points:
    found = points.copy()
    for i in range(points.shape[0]):
        x = y = total = 0.0
        for k in range(indptr[i], indptr[i + 1]):
            x += weights[k] * points[indices[k], 0]
            y += weights[k] * points[indices[k], 1]
            total += weights[k]
        if total > 0.0:
            found[i, 0] = 0.5 * (points[i, 0] + x / total)
            found[i, 1] = 0.5 * (points[i, 1] + y / total)
    return found


@njit(cache=True, nogil=True)
def _attract(
    points: Points,
    indptr: _Ints,
    indices: _Rows,
    shares: _Floats,
    iterations: int,
    state: np.uint64,
) -> None:
    n = points.shape[0]
    due = np.zeros(indices.size)
    for iteration in range(iterations):
        rate = 1.0 - iteration / iterations
        most = _FURTHEST * rate
        for i in range(n):
            x, y = points[i, 0], points[i, 1]
            for k in range(indptr[i], indptr[i + 1]):
                due[k] += shares[k]
                if due[k] < 1.0:
                    continue
                due[k] -= 1.0
                j = indices[k]
                dx, dy = x - points[j, 0], y - points[j, 1]
                pull = -2.0 * rate / (1.0 + dx * dx + dy * dy)
                dx, dy = min(max(pull * dx, -most), most), min(max(pull * dy, -most), most)
                x, y = x + dx, y + dy
                points[j, 0] -= dx
                points[j, 1] -= dy
                for _ in range(_NEGATIVES):
                    # Xorshift (Marsaglia 2003): a Generator's own draws would take most of the time.
                    state ^= state << np.uint64(13)
                    state ^= state >> np.uint64(7)
                    state ^= state << np.uint64(17)
                    other = np.int64(((state >> np.uint64(32)) * np.uint64(n)) >> np.uint64(32))
                    if other == i:
                        continue
                    dx, dy = x - points[other, 0], y - points[other, 1]
                    squared = dx * dx + dy * dy
                    push = _REPULSION * 2.0 * rate / ((0.001 + squared) * (1.0 + squared))
                    x += min(max(push * dx, -most), most)
                    y += min(max(push * dy, -most), most)
            points[i, 0], points[i, 1] = x, y
