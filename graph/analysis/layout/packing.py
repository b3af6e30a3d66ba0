"""Packing: components side by side on shelves, and nodes without ties in rows below."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from graph.analysis.layout.cells import Points
from graph.analysis.layout.spacing import SPACING

Place = tuple[float, float]
Places = Mapping[Any, Place]

_BETWEEN = 2 * SPACING
_BELOW = 3 * SPACING
_WIDTH = 1.5


def packed(drawn: Sequence[tuple[Sequence[Any], Points]], placed: Places) -> dict[Any, Place]:
    """Put components, the largest first, on shelves below what is `placed`."""
    boxes = [(nodes, points - points.min(axis=0)) for nodes, points in drawn]
    area = sum(float(np.prod(points.max(axis=0) + _BETWEEN)) for _, points in boxes)
    left, right, bottom = _extent(placed)
    needed = max((float(points[:, 0].max()) for _, points in boxes), default=0.0)
    width = max(math.sqrt(area) * _WIDTH, needed, right - left)
    found: dict[Any, Place] = {}
    x, y, shelf = 0.0, bottom + _BELOW if placed else 0.0, 0.0
    for nodes, points in boxes:
        wide, high = points.max(axis=0) + _BETWEEN
        if x > 0 and x + wide > width + _BETWEEN:
            x, y, shelf = 0.0, y + shelf, 0.0
        found |= {node: (left + x + float(a), y + float(b)) for node, (a, b) in zip(nodes, points, strict=True)}
        x, shelf = x + wide, max(shelf, high)
    return found


def in_rows(nodes: Sequence[Any], placed: Places) -> dict[Any, Place]:
    """Put `nodes` in rows below what is `placed`, as wide as that."""
    left, right, bottom = _extent(placed)
    below = bottom + _BELOW
    across = max(int((right - left) / SPACING), math.ceil(math.sqrt(len(nodes) * 2)), 1)
    return {node: (left + (i % across) * SPACING, below + (i // across) * SPACING) for i, node in enumerate(nodes)}


def _extent(placed: Places) -> tuple[float, float, float]:
    """Return where what is placed begins and ends from left to right, and where it ends below."""
    if not placed:
        return 0.0, 0.0, 0.0
    across, down = [x for x, _ in placed.values()], [y for _, y in placed.values()]
    return min(across), max(across), max(down)
