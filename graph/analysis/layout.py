"""Positions of nodes in the picture, computed once so that the page need not."""

from __future__ import annotations

import math
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.csr import Csr, csr

_SEED = 7
_SPACING = 46.0
# Screens are wider than high.
_ASPECT = 1.3
# Curve of attraction for a least distance of 0.1 (McInnes et al. 2018, section 4.2).
_A, _B = 1.577, 0.895
_NEGATIVES = 5
# Radius of the first places, as in the reference implementation: what starts far apart never comes together.
_START = 10.0
# How far the picture is evened out: 0 leaves distances from the middle as they are, 1 makes it equally dense.
_EVENNESS = 0.65
_ITERATIONS_LEAST, _ITERATIONS_MOST, _MOVES = 150, 500, 6_000_000

_Points = npt.NDArray[np.float64]


def positions(graph: nx.Graph[Any]) -> dict[Any, tuple[float, float]]:
    """Return a place for each node, in units of which about 46 separate two neighbours.

    Tied nodes attract each other and sampled others repel, by the objective of UMAP on the graph itself; components
    are packed side by side, and nodes without ties stand in rows below. The same graph gives the same picture.

    References
    ----------
    L. McInnes, J. Healy, J. Melville (2018). UMAP: Uniform Manifold Approximation and Projection for Dimension
    Reduction. arXiv:1802.03426, section 3.2 (optimisation by sampled edges and negative samples).
    """
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    drawn = [(part, _component(graph.subgraph(part))) for part in parts if len(part) > 1]
    placed = dict(_packed(drawn))
    placed.update(_rows([part[0] for part in parts if len(part) == 1], placed))
    return placed


def _component(graph: nx.Graph[Any]) -> _Points:
    ordered: nx.Graph[Any] = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    ordered.add_edges_from(graph.edges(data=True))
    rows = csr(ordered)
    n = len(rows.nodes)
    points = _start(rows) * min(math.sqrt(n), _START)
    iterations = int(min(max(_MOVES / max(rows.indices.size, 1), _ITERATIONS_LEAST), _ITERATIONS_MOST))
    _attract(points, rows.indptr, rows.indices, _probabilities(rows), iterations, _SEED)
    return _spread(points)


def _start(rows: Csr) -> _Points:
    """Return first places: a few rounds of averaging over neighbours bring tied nodes near."""
    generator = np.random.default_rng(_SEED)
    points = generator.normal(size=(len(rows.nodes), 2))
    owner = np.repeat(np.arange(len(rows.nodes)), np.diff(rows.indptr))
    total = np.bincount(owner, rows.weights, len(rows.nodes))[:, None]
    for _ in range(30):
        mean = np.stack(
            [np.bincount(owner, rows.weights * points[rows.indices, axis], len(rows.nodes)) for axis in (0, 1)], axis=1
        )
        points = 0.5 * points + 0.5 * mean / total
        points -= points.mean(axis=0)
        points = np.linalg.qr(points)[0] * math.sqrt(len(points))
    return points


def _probabilities(rows: Csr) -> npt.NDArray[np.float64]:
    """Return how often each tie is drawn: its weight against the strongest of either end."""
    owner = np.repeat(np.arange(len(rows.nodes)), np.diff(rows.indptr))
    strongest = np.zeros(len(rows.nodes))
    np.maximum.at(strongest, owner, rows.weights)
    return rows.weights / np.maximum(np.minimum(strongest[owner], strongest[rows.indices]), 1e-12)


def _spread(points: _Points) -> _Points:
    """Lay the longer side across, even out the density from the middle to the rim, and part overlaps."""
    points = points - points.mean(axis=0)
    points = points @ np.linalg.svd(points, full_matrices=False)[2].T
    radius = np.hypot(points[:, 0], points[:, 1])
    order = np.argsort(np.argsort(radius, kind="stable"), kind="stable")
    even = np.sqrt((order + 0.5) / len(points))
    usual = max(float(np.quantile(radius, 0.9)), 1e-9)
    wanted = _EVENNESS * even + (1 - _EVENNESS) * np.minimum(radius / usual, 1.15)
    points *= (wanted / np.maximum(radius, 1e-9))[:, None] * 0.72 * _SPACING * math.sqrt(len(points))
    points[:, 0] *= _ASPECT
    _part(points, _SPACING * 0.8, 120)
    return points


def _packed(drawn: list[tuple[list[Any], _Points]]) -> list[tuple[Any, tuple[float, float]]]:
    """Put components on shelves, the largest first."""
    boxes = [(nodes, points - points.min(axis=0)) for nodes, points in drawn]
    area = sum(float(np.prod(points.max(axis=0) + 2 * _SPACING)) for _, points in boxes)
    width = max([math.sqrt(area) * 1.5, *(float(points[:, 0].max()) for _, points in boxes)], default=0.0)
    placed, x, y, shelf = [], 0.0, 0.0, 0.0
    for nodes, points in boxes:
        wide, high = points.max(axis=0) + 2 * _SPACING
        if x > 0 and x + wide > width + 2 * _SPACING:
            x, y, shelf = 0.0, y + shelf, 0.0
        placed += [(node, (x + float(a), y + float(b))) for node, (a, b) in zip(nodes, points, strict=True)]
        x, shelf = x + wide, max(shelf, high)
    return placed


def _rows(nodes: list[Any], placed: dict[Any, tuple[float, float]]) -> dict[Any, tuple[float, float]]:
    left = min((x for x, _ in placed.values()), default=0.0)
    right = max((x for x, _ in placed.values()), default=0.0)
    below = max((y for _, y in placed.values()), default=0.0) + 3 * _SPACING
    across = max(int((right - left) / _SPACING), math.ceil(math.sqrt(len(nodes) * 2)), 1)
    return {node: (left + (i % across) * _SPACING, below + (i // across) * _SPACING) for i, node in enumerate(nodes)}


@njit(cache=True)
def _attract(
    points: _Points,
    indptr: npt.NDArray[np.int64],
    indices: npt.NDArray[np.int32],
    probability: npt.NDArray[np.float64],
    iterations: int,
    seed: int,
) -> None:
    np.random.seed(seed)  # noqa: NPY002 - numba knows no Generator that it can seed itself
    n = points.shape[0]
    for iteration in range(iterations):
        rate = 1.0 - iteration / iterations
        for i in range(n):
            for k in range(indptr[i], indptr[i + 1]):
                if np.random.random() > probability[k]:  # noqa: NPY002
                    continue
                j = indices[k]
                dx, dy = points[i, 0] - points[j, 0], points[i, 1] - points[j, 1]
                squared = dx * dx + dy * dy
                if squared > 0.0:
                    pull = -2.0 * _A * _B * squared ** (_B - 1.0) / (1.0 + _A * squared**_B)
                    x = rate * min(max(pull * dx, -4.0), 4.0)
                    y = rate * min(max(pull * dy, -4.0), 4.0)
                    points[i, 0] += x
                    points[i, 1] += y
                    points[j, 0] -= x
                    points[j, 1] -= y
                for _ in range(_NEGATIVES):
                    other = np.random.randint(n)  # noqa: NPY002
                    if other == i:
                        continue
                    dx, dy = points[i, 0] - points[other, 0], points[i, 1] - points[other, 1]
                    squared = dx * dx + dy * dy
                    push = 2.0 * _B / ((0.001 + squared) * (1.0 + _A * squared**_B))
                    points[i, 0] += rate * min(max(push * dx, -4.0), 4.0)
                    points[i, 1] += rate * min(max(push * dy, -4.0), 4.0)


@njit(cache=True)
def _part(points: _Points, least: float, rounds: int) -> None:
    """Push apart nodes nearer than `least`, sweeping along x so that only near pairs are looked at."""
    n = points.shape[0]
    for _ in range(rounds):
        order = np.argsort(points[:, 0])
        moved = False
        for a in range(n):
            i = order[a]
            for b in range(a + 1, n):
                j = order[b]
                if points[j, 0] - points[i, 0] >= least:
                    break
                dx, dy = points[j, 0] - points[i, 0], points[j, 1] - points[i, 1]
                distance = math.sqrt(dx * dx + dy * dy)
                if distance >= least:
                    continue
                if distance == 0.0:
                    dx, dy, distance = 1.0, 0.5, 1.118
                step = 0.5 * (least - distance) / distance if distance < least else 0.0
                points[i, 0] -= dx * step
                points[i, 1] -= dy * step
                points[j, 0] += dx * step
                points[j, 1] += dy * step
                moved = True
        if not moved:
            return
