"""Each tie once, from the end with fewer ties to the one with more: every triangle is then met once, and cheaply."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba import njit

_Ints = npt.NDArray[np.int64]
_Ends = npt.NDArray[np.int32]
_Unsigned = npt.NDArray[np.uint32]
_Floats = npt.NDArray[np.float64]


@njit(cache=True, nogil=True)
def oriented(indptr: _Ints, indices: _Ends, weights: _Floats) -> tuple[_Ints, _Unsigned, _Floats]:
    """Return the rows of an undirected graph with each tie in the row of its end of lower degree alone.

    Of two ends of one degree the one that comes first has it. Ties of weight 0 are left out. A triangle u, v, w in
    that order then has v and w in the row of u, and w in the row of v; no row is longer than the square root of
    twice the number of ties, so that all triangles are found in O(m^1.5) (Chiba & Nishizeki 1985).
    """
    n = indptr.size - 1
    rows = np.zeros(n + 1, np.int64)
    # Compiled code asks of an index with a sign whether it counts from the end.
    ends = np.empty(indices.size // 2 + 1, np.uint32)
    values = np.empty(indices.size // 2 + 1)
    size = 0
    for v in range(n):
        rank = (indptr[v + 1] - indptr[v]) * n + v
        for k in range(indptr[v], indptr[v + 1]):
            w = indices[k]
            ends[size] = w
            values[size] = weights[k]
            # Written first and kept or not: what cannot be foreseen is better no branch.
            size += int(weights[k] > 0.0) & int(rank < (indptr[w + 1] - indptr[w]) * n + w)
        rows[v + 1] = size
    return rows, ends[:size], values[:size]
