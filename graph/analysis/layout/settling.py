"""Settling: nodes that are new, or far from all their ties, find a place near them while the others stay."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.csr import Csr
from graph.analysis.layout.cells import Ints, Points
from graph.analysis.layout.nearness import Floats, Rows, gains, nearness
from graph.analysis.layout.spacing import LEAST, SPACING

Bools = npt.NDArray[np.bool_]

_ASTRAY = 4 * SPACING
# Around so many of a node's ties places are looked at, on rings of these numbers of places.
_TIES = 24
_RINGS = (6, 12, 18)
_TRIED = 60


def settle(points: Points, rows: Csr, new: Bools) -> None:
    """Give, in place, the nodes of a connected graph that are `new`, and those astray, a place near their ties.

    Astray is who has no tie within four spacings. Of the places around the other ends of its ties, a node takes the
    free one that serves its ties best, and where none is free the best, to be parted from who is there. Nodes whose
    ties are all to such nodes come after them; with no node that stays, none moves.
    """
    loose = new | _astray(points, rows.indptr, rows.indices, new)
    if not loose.all():
        _settle(points, rows.indptr, rows.indices, gains(rows), loose)


@njit(cache=True, nogil=True)
def _astray(points: Points, indptr: Ints, indices: Rows, new: Bools) -> Bools:
    found = np.zeros(points.shape[0], np.bool_)
    for i in range(points.shape[0]):
        near, known = np.inf, False
        for k in range(indptr[i], indptr[i + 1]):
            j = indices[k]
            if not new[j]:
                known = True
                near = min(near, math.hypot(points[j, 0] - points[i, 0], points[j, 1] - points[i, 1]))
        found[i] = known and near > _ASTRAY
    return found


@njit(cache=True, nogil=True)
def _settle(points: Points, indptr: Ints, indices: Rows, gains: Floats, loose: Bools) -> None:
    n = points.shape[0]
    left = loose.sum()
    while left > 0:
        before = left
        for i in range(n):
            if loose[i]:
                x, y, found = _best_place(points, indptr, indices, gains, loose, i)
                if found:
                    points[i, 0], points[i, 1] = x, y
                    loose[i] = False
                    left -= 1
        if left == before:
            return


@njit(cache=True, nogil=True)
def _best_place(
    points: Points, indptr: Ints, indices: Rows, gains: Floats, loose: Bools, node: int
) -> tuple[float, float, bool]:
    step = max(1, (indptr[node + 1] - indptr[node]) // _TIES)
    most = ((indptr[node + 1] - indptr[node]) // step + 1) * sum(_RINGS)
    places, worth = np.empty((most, 2)), np.empty(most)
    held = 0
    for k in range(indptr[node], indptr[node + 1], step):
        if loose[indices[k]]:
            continue
        for ring in range(len(_RINGS)):
            for turn in range(_RINGS[ring]):
                angle = 2.0 * math.pi * (turn + 0.5 * (ring % 2)) / _RINGS[ring]
                x = points[indices[k], 0] + (ring + 1) * LEAST * 1.05 * math.cos(angle)
                y = points[indices[k], 1] + (ring + 1) * LEAST * 1.05 * math.sin(angle)
                total = 0.0
                for at in range(indptr[node], indptr[node + 1]):
                    if not loose[indices[at]]:
                        total += gains[at] * nearness(points, indices[at], x, y)
                places[held, 0], places[held, 1], worth[held] = x, y, total
                held += 1
    if held == 0:
        return 0.0, 0.0, False
    order = np.argsort(-worth[:held], kind="mergesort")
    for place in order[:_TRIED]:
        if _is_free(points, loose, node, places[place, 0], places[place, 1]):
            return places[place, 0], places[place, 1], True
    return places[order[0], 0], places[order[0], 1], True


@njit(cache=True, nogil=True)
def _is_free(points: Points, loose: Bools, node: int, x: float, y: float) -> bool:
    for i in range(points.shape[0]):
        if i == node or loose[i]:
            continue
        dx, dy = points[i, 0] - x, points[i, 1] - y
        if dx * dx + dy * dy < LEAST * LEAST:
            return False
    return True
