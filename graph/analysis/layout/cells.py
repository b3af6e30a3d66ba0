"""Square cells over the picture, so that only near pairs of nodes are looked at."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba import njit

Points = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@njit(cache=True, nogil=True)
def sorted_into_cells(points: Points, least: float) -> tuple[Ints, Ints, Ints, Ints]:
    """Return the column and row of each point's cell, where each cell begins, and the points cell by cell.

    Cell (column, row) holds ``order[first[k]:first[k + 1]]`` with ``k = (row + 1) * across + column + 1`` and
    ``across = columns + 2``: a rim of empty cells lies around, so that all neighbours of a cell exist. Sides are at
    least `least`, and longer where points lie far apart, so that there are at most about four cells a point.
    """
    n = points.shape[0]
    left, low = points[:, 0].min(), points[:, 1].min()
    wide, high = points[:, 0].max() - left, points[:, 1].max() - low
    side = max(least, np.sqrt(wide * high / (4.0 * n)), (wide + high) / (4.0 * n))
    across, down = np.int64(wide / side) + 3, np.int64(high / side) + 3
    column, row = np.empty(n, np.int64), np.empty(n, np.int64)
    first = np.zeros(across * down + 1, np.int64)
    for i in range(n):
        column[i], row[i] = np.int64((points[i, 0] - left) / side), np.int64((points[i, 1] - low) / side)
        first[(row[i] + 1) * across + column[i] + 2] += 1
    for k in range(across * down):
        first[k + 1] += first[k]
    free = first.copy()
    order = np.empty(n, np.int64)
    for i in range(n):
        k = (row[i] + 1) * across + column[i] + 1
        order[free[k]] = i
        free[k] += 1
    return column, row, first, order


@njit(cache=True, nogil=True)
def nearest(points: Points, count: int, least: float) -> Ints:
    """Return for each point up to `count` of the nearest in its own and the eight cells around, -1 where fewer are."""
    n = points.shape[0]
    found = np.full((n, count), -1, np.int64)
    squares = np.empty(count)
    column, row, first, order = sorted_into_cells(points, least)
    across = column.max() + 3
    for i in range(n):
        held = 0
        for down in range(row[i], row[i] + 3):
            k = down * across + column[i]
            for at in range(first[k], first[k + 3]):
                j = order[at]
                if j == i:
                    continue
                square = (points[j, 0] - points[i, 0]) ** 2 + (points[j, 1] - points[i, 1]) ** 2
                if held == count and square >= squares[held - 1]:
                    continue
                place = min(held, count - 1)
                while place > 0 and squares[place - 1] > square:
                    squares[place], found[i, place] = squares[place - 1], found[i, place - 1]
                    place -= 1
                squares[place], found[i, place] = square, j
                held = min(held + 1, count)
    return found
