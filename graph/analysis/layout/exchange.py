"""Exchange of places: two nodes change places when their ties are the better served."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.csr import Csr
from graph.analysis.layout.cells import Ints, Points, nearest
from graph.analysis.layout.nearness import Floats, Rows, gains, nearness, served
from graph.analysis.layout.spacing import SPACING

Bools = npt.NDArray[np.bool_]

_PASSES = 20
_AROUND = 8
# Of a node with more ties than that only so many are looked at in a pass, others in the next.
_LOOKED_AT = 12


def exchange(points: Points, rows: Csr, least: float) -> None:
    """Let nodes change places, in place, with those around their ties' other ends until nobody gains by it.

    The places stay what they are, and so does the room around them; each node takes the exchange that serves the ties
    of both best (`graph.analysis.layout.nearness`), if it is better by more than `least`.
    """
    around = nearest(points, _AROUND, 1.5 * SPACING)
    _exchange(points, rows.indptr, rows.indices, gains(rows), around, least)


@njit(cache=True, nogil=True)
def _exchange(points: Points, indptr: Ints, indices: Rows, gains: Floats, around: Ints, least: float) -> None:
    n = points.shape[0]
    place, holder = np.arange(n), np.arange(n)
    looked_at, unsettled = np.full(n, -1), np.ones(n, np.bool_)
    now, most = np.empty(n), np.empty(n)
    for i in range(n):
        now[i] = served(points, indptr, indices, gains, i, points[i, 0], points[i, 1], -1)
        most[i] = gains[indptr[i] : indptr[i + 1]].sum()
    for turn in range(_PASSES):
        moved = False
        for i in range(n):
            if not unsettled[i]:
                continue
            step = max(1, (indptr[i + 1] - indptr[i]) // _LOOKED_AT)
            unsettled[i] = step > 1
            best, partner, look = least, -1, turn * n + i
            for k in range(indptr[i] + turn % step, indptr[i + 1], step):
                middle = place[indices[k]]
                for at in range(-1, around.shape[1]):
                    spot = middle if at < 0 else around[middle, at]
                    if spot < 0:
                        break
                    j = holder[spot]
                    if j == i or looked_at[j] == look:
                        continue
                    looked_at[j] = look
                    gain = served(points, indptr, indices, gains, i, points[j, 0], points[j, 1], j) - now[i] - now[j]
                    if gain + most[j] > best:
                        gain += served(points, indptr, indices, gains, j, points[i, 0], points[i, 1], i)
                        if gain > best:
                            best, partner = gain, j
            if partner < 0:
                continue
            moved = True
            _tell(points, indptr, indices, gains, i, -1.0, now, unsettled)
            _tell(points, indptr, indices, gains, partner, -1.0, now, unsettled)
            place[i], place[partner] = place[partner], place[i]
            holder[place[i]], holder[place[partner]] = i, partner
            for axis in range(2):
                points[i, axis], points[partner, axis] = points[partner, axis], points[i, axis]
            _tell(points, indptr, indices, gains, i, 1.0, now, unsettled)
            _tell(points, indptr, indices, gains, partner, 1.0, now, unsettled)
            for node in (i, partner):
                now[node] = served(points, indptr, indices, gains, node, points[node, 0], points[node, 1], -1)
                unsettled[node] = True
        if not moved:
            return


@njit(cache=True, nogil=True)
def _tell(
    points: Points, indptr: Ints, indices: Rows, gains: Floats, node: int, sign: float, now: Floats, unsettled: Bools
) -> None:
    """Count the ties of `node` in what serves their other ends, which may want another place now."""
    for k in range(indptr[node], indptr[node + 1]):
        other = indices[k]
        now[other] += sign * gains[k] * nearness(points, node, points[other, 0], points[other, 1])
        unsettled[other] = True
