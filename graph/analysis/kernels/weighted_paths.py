"""Shortest paths along ties that have lengths."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba import njit

_Ints = npt.NDArray[np.int64]
_Indices = npt.NDArray[np.int32]
_Floats = npt.NDArray[np.float64]


@njit(cache=True, nogil=True)
def weighted_dependencies(indptr: _Ints, indices: _Indices, lengths: _Floats, sources: _Indices) -> _Floats:
    """Return the dependencies of `sources` on each node of rows without direction, summed (Brandes 2001).

    Lengths are above zero. Two paths are equally long when their sums are equal to the last bit.
    """
    n = indptr.size - 1
    total = np.zeros(n)
    distance = np.full(n, np.inf)
    place = np.full(n, n, np.int32)  # when a node was settled
    paths = np.zeros(n)
    dependency = np.zeros(n)
    settled = np.empty(n, np.int32)
    heap = np.empty(n, np.int32)
    seat = np.full(n, -1, np.int32)  # where a node is in the heap
    for source in sources:
        distance[source] = 0.0
        heap[0] = source
        seat[source] = 0
        waiting = 1
        reached = 0
        while waiting > 0:
            v = heap[0]
            waiting -= 1
            if waiting > 0:
                _sink(heap, seat, distance, heap[waiting], waiting)
            place[v] = reached
            settled[reached] = v
            reached += 1
            counted = 0.0
            for k in range(indptr[v], indptr[v + 1]):
                w = indices[k]
                through = distance[v] + lengths[k]
                if through < distance[w]:
                    distance[w] = through
                    if seat[w] < 0:
                        seat[w] = waiting
                        waiting += 1
                    _rise(heap, seat, distance, w)
                elif place[w] < place[v] and distance[w] + lengths[k] == distance[v]:
                    counted += paths[w]
            paths[v] = counted if v != source else 1.0
        for position in range(reached - 1, -1, -1):
            v = settled[position]
            share = (1.0 + dependency[v]) / paths[v]
            for k in range(indptr[v], indptr[v + 1]):
                w = indices[k]
                if place[w] < position and distance[w] + lengths[k] == distance[v]:
                    dependency[w] += paths[w] * share
            if position > 0:
                total[v] += dependency[v]
        for position in range(reached):
            v = settled[position]
            distance[v] = np.inf
            place[v] = n
            seat[v] = -1
            dependency[v] = 0.0
    return total


@njit(cache=True, nogil=True)
def _rise(heap: _Indices, seat: _Indices, distance: _Floats, node: int) -> None:
    """Move `node` up from its seat to where its distance belongs."""
    here = seat[node]
    while here > 0:
        above = (here - 1) // 2
        if distance[heap[above]] <= distance[node]:
            break
        heap[here] = heap[above]
        seat[heap[here]] = here
        here = above
    heap[here] = node
    seat[node] = here


@njit(cache=True, nogil=True)
def _sink(heap: _Indices, seat: _Indices, distance: _Floats, node: int, size: int) -> None:
    """Put `node` in the first seat and move it down to where its distance belongs among `size`."""
    here = 0
    while True:
        below = 2 * here + 1
        if below >= size:
            break
        if below + 1 < size and distance[heap[below + 1]] < distance[heap[below]]:
            below += 1
        if distance[node] <= distance[heap[below]]:
            break
        heap[here] = heap[below]
        seat[heap[here]] = here
        here = below
    heap[here] = node
    seat[node] = here
