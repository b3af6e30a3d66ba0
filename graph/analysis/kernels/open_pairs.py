"""Pairs of others that a node joins and that are not tied to each other, by which of the three are of one group."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.kernels.orientation import oriented

_Ints = npt.NDArray[np.int64]
_Ends = npt.NDArray[np.int32]
_Unsigned = npt.NDArray[np.uint32]
_Floats = npt.NDArray[np.float64]

FORTH, BACK = 1, 2
"""Which ways a tie goes, seen from its row; both together for both."""

ORDERED = (7, 4, 1, 2, 0)
"""Columns of coordinator, itinerant broker, representative, gatekeeper and liaison, of `directed_pairs`.

The column adds up 1 where first and broker are of one group, 2 where broker and last are, 4 where first and last are.
"""

UNORDERED = (2, 3, 1, 1, 0)
"""The same of `undirected_pairs`: how many ends are of the broker's group, 3 where both are of another one."""


@njit(cache=True, nogil=True)
def undirected_pairs(indptr: _Ints, indices: _Ends, ways: _Floats, group: _Ints, count: int) -> tuple[int, _Ints]:
    """Return the number of ties, seen from both ends, and how many pairs each node joins, of ties without direction.

    All pairs of its ties, counted by group, less those whose ends are tied: they are triangles. Ties of nodes whose
    group is not known (-1) are taken out of `ways`, where 0 is no tie. Columns are those of `UNORDERED`.
    """
    n = indptr.size - 1
    brokered = np.zeros((n, 4), np.int64)
    to = np.zeros(count, np.int64)
    ends = indices.view(np.uint32)
    ties = 0
    for j in range(n):
        own = group[j]
        if own < 0:
            ways[indptr[j] : indptr[j + 1]] = 0.0
            continue
        size = 0
        for k in range(indptr[j], indptr[j + 1]):
            g = group[ends[k]]
            if g < 0:
                ways[k] = 0.0
            elif ways[k] > 0.0:
                to[g] += 1
                size += 1
        ties += size
        mine = to[own]
        to[own] = 0
        same = 0
        for k in range(indptr[j], indptr[j + 1]):
            g = group[ends[k]]
            if g >= 0:
                same += to[g] ** 2
                to[g] = 0
        others = size - mine
        brokered[j, UNORDERED[0]] = mine * (mine - 1) // 2
        brokered[j, UNORDERED[1]] = (same - others) // 2
        brokered[j, UNORDERED[2]] = mine * others
        brokered[j, UNORDERED[4]] = (others**2 - same) // 2
    rows, later, _ = oriented(indptr, indices, ways)
    _take_triangles(rows, later, group, brokered)
    return ties, brokered


@njit(cache=True, nogil=True)
def _take_triangles(rows: _Ints, ends: _Unsigned, group: _Ints, brokered: _Ints) -> None:
    """Take from each node the pairs of others with which it is a triangle; each tie is gone along once."""
    n = rows.size - 1
    tied = np.zeros(n, np.int8)
    for u in range(n):
        if rows[u + 1] - rows[u] < 2:  # noqa: PLR2004 - a triangle
            continue
        for k in range(rows[u], rows[u + 1]):
            tied[ends[k]] = 1
        for k in range(rows[u], rows[u + 1]):
            v = ends[k]
            of_u, of_v = group[u], group[v]
            same_uv = int(of_u == of_v)
            thirds, as_v, as_u = 0, 0, 0
            for h in range(rows[v], rows[v + 1]):
                w = ends[h]
                closed = int(tied[w])
                same_vw, same_uw = int(of_v == group[w]), int(of_u == group[w])
                thirds += closed
                as_v += closed & same_vw
                as_u += closed & same_uw
                brokered[w, same_uw + same_vw + 3 * (same_uv & ~same_uw)] -= closed
            if same_uv:
                brokered[u, 2] -= as_u
                brokered[v, 2] -= as_v
                brokered[u, 1] -= thirds - as_u
                brokered[v, 1] -= thirds - as_v
            else:
                brokered[u, 1] -= as_u
                brokered[v, 1] -= as_v
                brokered[u, 3] -= as_v
                brokered[v, 3] -= as_u
                brokered[u, 0] -= thirds - as_u - as_v
                brokered[v, 0] -= thirds - as_u - as_v
        for k in range(rows[u], rows[u + 1]):
            tied[ends[k]] = 0


@njit(cache=True, nogil=True)
def directed_pairs(indptr: _Ints, indices: _Ends, ways: _Floats, group: _Ints, count: int) -> tuple[int, _Ints]:
    """Return the number of ties and how many ordered pairs each node joins.

    All pairs of a tie in and a tie out, counted by group, less those whose ends are tied. Ties of nodes whose group is
    not known (-1) are taken out of `ways`, which say `FORTH`, `BACK`, both or 0. Columns are those of `ORDERED`.
    """
    n = indptr.size - 1
    brokered = np.zeros((n, 8), np.int64)
    into, out = np.zeros(count, np.int64), np.zeros(count, np.int64)
    ties = 0
    for j in range(n):
        own = group[j]
        if own < 0:
            ways[indptr[j] : indptr[j + 1]] = 0.0
            continue
        all_in, all_out, both, both_own = 0, 0, 0, 0
        for k in range(indptr[j], indptr[j + 1]):
            g = group[indices[k]]
            if g < 0:
                ways[k] = 0.0
                continue
            forth, back = int(ways[k]) & FORTH, int(ways[k]) // BACK
            into[g] += back
            out[g] += forth
            all_in += back
            all_out += forth
            both += forth & back
            both_own += forth & back & int(g == own)
        own_in, own_out = into[own], out[own]
        into[own], out[own] = 0, 0
        other_in, other_out = all_in - own_in, all_out - own_out
        same = 0
        for k in range(indptr[j], indptr[j + 1]):
            g = group[indices[k]]
            if g >= 0:
                same += into[g] * out[g]
                into[g], out[g] = 0, 0
        ties += all_out
        brokered[j, ORDERED[0]] = own_in * own_out - both_own
        brokered[j, ORDERED[1]] = same - (both - both_own)
        brokered[j, ORDERED[2]] = own_in * other_out
        brokered[j, ORDERED[3]] = other_in * own_out
        brokered[j, ORDERED[4]] = other_in * other_out - same
    rows, ends, values = oriented(indptr, indices, ways)
    _take_closed(rows, ends, values, group, brokered)
    return ties, brokered


@njit(cache=True, nogil=True)
def _take_closed(rows: _Ints, ends: _Unsigned, ways: _Floats, group: _Ints, brokered: _Ints) -> None:
    """Take from each broker the pairs whose ends are tied, going the same way."""
    n = rows.size - 1
    way_to = np.zeros(n, np.int8)
    for u in range(n):
        for k in range(rows[u], rows[u + 1]):
            way_to[ends[k]] = int(ways[k])
        for k in range(rows[u], rows[u + 1]):
            v = ends[k]
            for h in range(rows[v], rows[v + 1]):
                w = ends[h]
                uw = int(way_to[w])
                if uw == 0:
                    continue
                uv, vw = int(ways[k]), int(ways[h])
                gu, gv, gw = group[u], group[v], group[w]
                same_uv, same_vw, same_uw = int(gu == gv), int(gv == gw), int(gu == gw)
                if uv & BACK and uw & FORTH and vw & FORTH:
                    brokered[u, same_uv + 2 * same_uw + 4 * same_vw] -= 1
                if uw & BACK and uv & FORTH and vw & BACK:
                    brokered[u, same_uw + 2 * same_uv + 4 * same_vw] -= 1
                if uv & FORTH and vw & FORTH and uw & FORTH:
                    brokered[v, same_uv + 2 * same_vw + 4 * same_uw] -= 1
                if vw & BACK and uv & BACK and uw & BACK:
                    brokered[v, same_vw + 2 * same_uv + 4 * same_uw] -= 1
                if uw & FORTH and vw & BACK and uv & FORTH:
                    brokered[w, same_uw + 2 * same_vw + 4 * same_uv] -= 1
                if vw & FORTH and uw & BACK and uv & BACK:
                    brokered[w, same_vw + 2 * same_uw + 4 * same_uv] -= 1
        for k in range(rows[u], rows[u + 1]):
            way_to[ends[k]] = 0
