"""Participation coefficient and within-module degree: the roles of Guimerà and Amaral."""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt
from numba import njit

from graph.analysis.csr import Csr
from graph.analysis.kernels.groups import Groups, codes
from graph.analysis.kernels.mutual import mutual

_Ints = npt.NDArray[np.int64]
_Floats = npt.NDArray[np.float64]


def participation(graph: nx.Graph[Any] | Csr, groups: Groups, weight: str | None = None) -> dict[Any, float]:
    """Return the participation coefficient of each node: how evenly its ties spread over the groups.

    P_i = 1 - Σ_s (k_is / k_i)², with k_is the weight of the ties of i to group s and k_i the sum over all groups. 0
    when all lead to one group, (r - 1) / r when they are spread evenly over r.

    NaN for a node without ties. A node whose group is not known is left out: NaN, and ties to it do not count.
    Self-loops are left out; parallel ties and both directions of a tie add up.

    References
    ----------
    R. Guimerà, L. A. N. Amaral (2005). Functional cartography of complex metabolic networks. Nature 433, 895-900,
    equation 2.

    Examples
    --------
    >>> import networkx as nx
    >>> participation(nx.path_graph(3), {0: "a", 1: "a", 2: "b"})
    {0: 0.0, 1: 0.5, 2: 0.0}
    """
    rows = mutual(graph, weight)
    group, count = codes(rows.nodes, groups)
    strength, squares, _ = _spread(rows.indptr, rows.indices, rows.weights, group, count)
    with np.errstate(invalid="ignore"):
        scores = 1.0 - squares / strength**2
    return dict(zip(rows.nodes, scores.tolist(), strict=True))


def within_module_z(graph: nx.Graph[Any] | Csr, groups: Groups, weight: str | None = None) -> dict[Any, float]:
    """Return the within-module degree of each node: how well tied it is inside its group, in standard deviations.

    z_i = (κ_i - mean κ) / sd κ, with κ_i the weight of the ties of i to its own group, mean and standard deviation
    (of the population) over that group. 0 in a group whose nodes are all equally tied. A node whose group is not
    known has NaN. Rules as in `participation`; a node without ties has κ = 0.

    References
    ----------
    R. Guimerà, L. A. N. Amaral (2005). Functional cartography of complex metabolic networks. Nature 433, 895-900,
    equation 1.

    Examples
    --------
    >>> import networkx as nx
    >>> round(within_module_z(nx.path_graph(3), dict.fromkeys(range(3), "a"))[1], 6)
    1.414214
    """
    rows = mutual(graph, weight)
    group, count = codes(rows.nodes, groups)
    _, _, inside = _spread(rows.indptr, rows.indices, rows.weights, group, count)
    return dict(zip(rows.nodes, _z(inside, group, count).tolist(), strict=True))


@njit(cache=True, nogil=True)
def _spread(
    indptr: _Ints, indices: npt.NDArray[np.int32], weights: _Floats, group: _Ints, count: int
) -> tuple[_Floats, _Floats, _Floats]:
    """Return the strength of each node, the sum of squares of its strengths by group, and that to its own group."""
    n = indptr.size - 1
    strength, squares, inside = np.zeros(n), np.zeros(n), np.zeros(n)
    # Unsigned, because an index without a sign needs no test for negative ones; not known is the last, never summed.
    own = np.where(group < 0, count, group).astype(np.uint32)
    ends = indices.view(np.uint32)
    to = np.zeros(count + 1)
    for v in range(n):
        if own[v] == count:
            continue
        first, last = np.uint64(indptr[v]), np.uint64(indptr[v + 1])
        for k in range(first, last):
            to[own[ends[k]]] += weights[k]
        to[count] = 0.0
        inside[v] = to[own[v]]
        total, square = 0.0, 0.0
        if count <= 2 * (last - first):
            for s in range(count):
                total += to[s]
                square += to[s] ** 2
                to[s] = 0.0
        else:
            for k in range(first, last):
                s = own[ends[k]]
                total += to[s]
                square += to[s] ** 2
                to[s] = 0.0
        strength[v], squares[v] = total, square
    return strength, squares, inside


@njit(cache=True, nogil=True)
def _z(inside: _Floats, group: _Ints, count: int) -> _Floats:
    n = inside.size
    size, mean, square = np.zeros(count), np.zeros(count), np.zeros(count)
    for v in range(n):
        if group[v] >= 0:
            size[group[v]] += 1.0
            mean[group[v]] += inside[v]
    mean /= size
    for v in range(n):
        if group[v] >= 0:
            square[group[v]] += (inside[v] - mean[group[v]]) ** 2
    deviation = np.sqrt(square / size)
    result = np.full(n, np.nan)
    for v in range(n):
        s = group[v]
        if s >= 0:
            # What differs by rounding alone is equal.
            result[v] = (inside[v] - mean[s]) / deviation[s] if deviation[s] > 1e-12 * mean[s] else 0.0
    return result
