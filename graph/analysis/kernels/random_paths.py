"""Random shortest paths."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba import njit

_Ints = npt.NDArray[np.int64]
_Indices = npt.NDArray[np.int32]
_Floats = npt.NDArray[np.float64]


@njit(cache=True, nogil=True)
def random_paths(indptr: _Ints, indices: _Indices, samples: int, generator: np.random.Generator) -> _Ints:
    """Return through how many of `samples` random shortest paths each node is passed.

    A path joins two different nodes drawn at random, and is drawn from all shortest paths between them; its ends are
    not passed. Two nodes that no path joins count as a sample that passes none.
    """
    n = indptr.size - 1
    passed = np.zeros(n, np.int64)
    depth = np.zeros(n, np.int32)  # steps to the first end, from 1 up, or to the second, from -1 down; 0 not met
    paths = np.empty(n)  # shortest paths to that end
    met = np.empty((2, n), np.int32)
    size = np.empty(2, np.int64)
    for _ in range(samples):
        first = int(generator.random() * n)
        second = int(generator.random() * (n - 1))
        second += second >= first
        met[0, 0], met[1, 0] = first, second
        v, w = _meeting(indptr, indices, depth, paths, met, size, generator)
        if v >= 0:
            _pass(indptr, indices, depth, paths, v, passed, generator)
            _pass(indptr, indices, depth, paths, w, passed, generator)
        for side in range(2):
            for e in range(size[side]):
                depth[met[side, e]] = 0
    return passed


@njit(cache=True, nogil=True)
def _meeting(
    indptr: _Ints,
    indices: _Indices,
    depth: _Indices,
    paths: _Floats,
    met: _Indices,
    size: _Ints,
    generator: np.random.Generator,
) -> tuple[int, int]:
    """Return a tie on a random shortest path between the first nodes met on either side, or -1, -1 without a path.

    One level is met at a time, on the side that has fewer ties to follow, until a tie leads to the other side. All
    shortest paths have one tie between the same two levels, so that it is drawn by the number of paths through it.
    """
    begin, ties = np.zeros(2, np.int64), np.empty(2, np.int64)
    for side in range(2):
        v = met[side, 0]
        size[side], depth[v], paths[v] = 1, 1 - 2 * side, 1.0
        ties[side] = indptr[v + 1] - indptr[v]
    total, start, end = 0.0, -1, -1
    while total == 0.0 and begin[0] < size[0] and begin[1] < size[1]:
        side = 0 if ties[0] <= ties[1] else 1
        step = 1 - 2 * side
        last = size[side]
        ties[side] = 0
        for e in range(begin[side], last):
            v = met[side, e]
            for k in range(indptr[v], indptr[v + 1]):
                w = indices[k]
                if depth[w] == 0:
                    depth[w] = depth[v] + step
                    paths[w] = paths[v]
                    met[side, size[side]] = w
                    size[side] += 1
                    ties[side] += indptr[w + 1] - indptr[w]
                elif depth[w] == depth[v] + step:
                    paths[w] += paths[v]
                elif depth[w] * step < 0:
                    through = paths[v] * paths[w]
                    total += through
                    if generator.random() * total < through:
                        start, end = v, w
        begin[side] = last
    return start, end


@njit(cache=True, nogil=True)
def _pass(
    indptr: _Ints,
    indices: _Indices,
    depth: _Indices,
    paths: _Floats,
    node: int,
    passed: _Ints,
    generator: np.random.Generator,
) -> None:
    """Count `node` and those before it on a random shortest path to the end of its side, without that end."""
    step = 1 if depth[node] > 0 else -1
    while depth[node] != step:
        passed[node] += 1
        rest = generator.random() * paths[node]
        before, v = depth[node] - step, node
        for k in range(indptr[v], indptr[v + 1]):
            if depth[indices[k]] == before:
                node = indices[k]
                rest -= paths[node]
                if rest < 0.0:
                    break
