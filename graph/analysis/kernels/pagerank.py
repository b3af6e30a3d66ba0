"""PageRank."""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.csr import Csr, csr

_Ints = npt.NDArray[np.int64]
_Ends = npt.NDArray[np.int32]
_Floats = npt.NDArray[np.float64]

_MOST_STEPS = 10_000


def pagerank(
    graph: nx.Graph[Any] | Csr, alpha: float = 0.85, weight: str | None = None, tol: float = 1e-12
) -> dict[Any, float]:
    """Return the PageRank of each node: the share of time that a wanderer spends there.

    At each step he follows one of the ties of the node, in proportion to weight, with the probability `alpha`, and else
    goes to any node at all; from a node without ties, always.

    ``networkx.pagerank(graph, alpha, weight=weight)`` has the same rules, but stops when a step changes less than n
    times its tolerance, 1e-6, in all, which says nothing of how far off it is: among 10,000 nodes its sum of errors is
    then up to 0.06. Here `tol` bounds the sum over nodes of the distance to the true value, 1 in all.

    Each tie without direction is followed both ways, a self-loop once; parallel ties add their weights up; a tie of
    weight 0 is never followed. A graph without nodes gives an empty result. A `Csr` is taken with its weights.

    Parameters
    ----------
    alpha
        At least 0, less than 1.

    Raises
    ------
    ValueError
        When `alpha` is out of its bounds.
    graph.errors.NetworkError
        When a weight is negative or no number.
    networkx.PowerIterationFailedConvergence
        When 10,000 steps do not reach `tol`, as with an `alpha` next to one.

    References
    ----------
    S. Brin and L. Page (1998). The anatomy of a large-scale hypertextual Web search engine. Computer Networks and
    ISDN Systems 30, 107-117.
    G. M. Del Corso, A. Gulli and F. Romani (2005). Fast PageRank computation via a sparse linear system. Internet
    Mathematics 2, 251-273 (nodes without ties by normalising; Gauss-Seidel).
    M. R. Hestenes and E. Stiefel (1952). Methods of conjugate gradients for solving linear systems. Journal of Research
    of the National Bureau of Standards 49, 409-436 (without direction the system is symmetric).

    Examples
    --------
    >>> import networkx as nx
    >>> {node: round(share, 4) for node, share in pagerank(nx.star_graph(3)).items()}
    {0: 0.4797, 1: 0.1734, 2: 0.1734, 3: 0.1734}
    """
    if not 0.0 <= alpha < 1.0:
        raise ValueError(f"alpha is {alpha}; it lies from 0 to below 1")
    rows = csr(graph, weight, directed=True, loops=True)
    if not len(rows):
        return {}
    if rows.directed:
        back = rows.reverse()
        strength = np.asarray(np.bincount(back.indices, back.weights, len(rows)), np.float64)
        visits, steps = _gauss_seidel(back.indptr, back.indices, back.weights, strength, alpha, tol / 2)
    else:
        visits, steps = _conjugate_gradients(rows.indptr, rows.indices, rows.weights, alpha, tol / 2)
    if steps == _MOST_STEPS:
        raise nx.PowerIterationFailedConvergence(steps)
    return dict(zip(rows.nodes, (visits / visits.sum()).tolist(), strict=True))


# Both solve x = alpha P' x + (1 - alpha) / n, where nodes without ties lead nowhere; divided by its sum, x is the
# solution in which they lead anywhere. An x that leaves residuals of r in all is at most r / (1 - alpha) off, which
# dividing makes at most twice as much of the sum. Unsigned indices spare a test for negative ones.


@njit(cache=True, nogil=True)
def _conjugate_gradients(
    indptr: _Ints, indices: _Ends, weights: _Floats, alpha: float, tol: float
) -> tuple[_Floats, int]:
    """Return x of a graph without direction, and the number of steps: (D - alpha W) y = (1 - alpha) / n, x = D y."""
    n = indptr.size - 1
    strength, solution, rest, direction, product = np.empty((5, n))
    whole = 1.0
    for i in range(n):
        strength[i] = 0.0
        for k in range(indptr[i], indptr[i + 1]):
            strength[i] += weights[k]
        if strength[i] == 0.0:
            strength[i] = 1.0
            whole -= alpha / n
        solution[i] = 1.0 / (n * strength[i])
    _follow(indptr, indices, weights, strength, alpha, solution, product)
    square = left = 0.0
    for i in range(n):
        rest[i] = (1.0 - alpha) / n - product[i]
        direction[i] = rest[i] / strength[i]
        square += rest[i] * direction[i]
        left += abs(rest[i])
    steps = 0
    while left > tol * (1.0 - alpha) * whole and steps < _MOST_STEPS:
        steps += 1
        length = square / _follow(indptr, indices, weights, strength, alpha, direction, product)
        previous, square, left = square, 0.0, 0.0
        for i in range(n):
            solution[i] += length * direction[i]
            rest[i] -= length * product[i]
            square += rest[i] * rest[i] / strength[i]
            left += abs(rest[i])
        for i in range(n):
            direction[i] = rest[i] / strength[i] + square / previous * direction[i]
    return solution * strength, steps


@njit(cache=True, nogil=True)
def _follow(
    indptr: _Ints, indices: _Ends, weights: _Floats, strength: _Floats, alpha: float, y: _Floats, product: _Floats
) -> float:
    """Write (D - alpha W) y into `product`, and return its product with y."""
    total = 0.0
    for i in range(y.size):
        inward = 0.0
        for k in range(np.uint64(indptr[i]), np.uint64(indptr[i + 1])):
            inward += weights[k] * y[np.uint32(indices[k])]
        product[i] = strength[i] * y[i] - alpha * inward
        total += product[i] * y[i]
    return total


@njit(cache=True, nogil=True)
def _gauss_seidel(
    indptr: _Ints, indices: _Ends, weights: _Floats, strength: _Floats, alpha: float, tol: float
) -> tuple[_Floats, int]:
    """Return x of a graph with direction, given by rows of who points to i, and the number of steps.

    What a step changes by c in all leaves residuals of at most alpha c.
    """
    n = indptr.size - 1
    x = np.full(n, 1.0 / n)
    share = np.zeros(n)
    for i in range(n):
        if strength[i] > 0.0:
            share[i] = alpha / strength[i]
    passed = share * x
    for step in range(1, _MOST_STEPS):
        changed = 0.0
        for i in range(n):
            inward = (1.0 - alpha) / n
            for k in range(np.uint64(indptr[i]), np.uint64(indptr[i + 1])):
                inward += weights[k] * passed[np.uint32(indices[k])]
            changed += abs(inward - x[i])
            x[i] = inward
            passed[i] = share[i] * inward
        if alpha * changed <= tol * (1.0 - alpha) * x.sum():
            return x, step
    return x, _MOST_STEPS
