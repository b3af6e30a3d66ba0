"""Room for every node: the picture evened out, and overlaps parted."""

from __future__ import annotations

import math

import numpy as np
from numba import njit

from graph.analysis.layout.cells import Points, sorted_into_cells

SPACING = 46.0
"""What about separates two neighbours."""

LEAST = 0.8 * SPACING
"""What separates any two nodes."""

# Screens are wider than high.
_ASPECT = 1.3
# How far the picture is evened out: 0 leaves distances from the middle as they are, 1 makes it equally dense.
_EVENNESS = 0.65
_RADIUS = 0.72
# Overlaps are parted first at a tenth of the room and then at more, which keeps who is near whom.
_STEPS, _ROUNDS, _LAST_ROUNDS = 10, 10, 60
# What is nearer by less is left, so that a picture that has been parted stays as it is.
_LEFT = 0.99


def spread(points: Points) -> Points:
    """Lay the longer side across, even out the density from the middle to the rim, and part overlaps."""
    points = points - points.mean(axis=0)
    points = points @ np.linalg.svd(points, full_matrices=False)[2].T
    radius = np.hypot(points[:, 0], points[:, 1])
    order = np.argsort(np.argsort(radius, kind="stable"), kind="stable")
    even = np.sqrt((order + 0.5) / len(points))
    usual = max(float(np.quantile(radius, 0.9)), 1e-9)
    wanted = _EVENNESS * even + (1 - _EVENNESS) * np.minimum(radius / usual, 1.15)
    points *= (wanted / np.maximum(radius, 1e-9))[:, None] * _RADIUS * SPACING * math.sqrt(len(points))
    points[:, 0] *= _ASPECT
    part(points)
    return points


def part(points: Points) -> None:
    """Push apart, in place, nodes that overlap."""
    if len(points) > 1:
        for step in range(1, _STEPS):
            _part(points, LEAST * step / _STEPS, _ROUNDS)
        _part(points, LEAST, _LAST_ROUNDS)


@njit(cache=True, nogil=True)
def _part(points: Points, least: float, rounds: int) -> None:
    for _ in range(rounds):
        column, row, first, order = sorted_into_cells(points, least)
        across = column.max() + 3
        moved = False
        for i in order:
            for down in range(row[i], row[i] + 3):
                k = down * across + column[i]
                for at in range(first[k], first[k + 3]):
                    j = order[at]
                    if j <= i:
                        continue
                    dx, dy = points[j, 0] - points[i, 0], points[j, 1] - points[i, 1]
                    distance = math.sqrt(dx * dx + dy * dy)
                    if distance >= _LEFT * least:
                        continue
                    if distance == 0.0:
                        dx, dy, distance = 1.0, 0.5, 1.118
                    step = 0.5 * (least - distance) / distance
                    points[i, 0] -= dx * step
                    points[i, 1] -= dy * step
                    points[j, 0] += dx * step
                    points[j, 1] += dy * step
                    moved = True
        if not moved:
            return
