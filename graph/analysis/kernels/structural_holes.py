"""Burt's measures of structural holes: constraint, effective size, efficiency, hierarchy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt
import pandas as pd
from numba import njit

from graph.analysis.csr import Csr
from graph.analysis.kernels.mutual import mutual
from graph.analysis.kernels.orientation import oriented

_Ints = npt.NDArray[np.int64]
_Ends = npt.NDArray[np.int32]
_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class StructuralHoles:
    """Burt's measures of each node, all from one pass over the triangles.

    Attributes
    ----------
    nodes
        The nodes, in the order of the graph.
    constraint, effective_size, efficiency, hierarchy
        Shape (n,); NaN for a node without ties.
    """

    nodes: list[Any]
    constraint: _Floats
    effective_size: _Floats
    efficiency: _Floats
    hierarchy: _Floats

    def table(self) -> pd.DataFrame:
        """Return a row a node: constraint, effectiveSize, efficiency, hierarchy."""
        columns = {
            "constraint": self.constraint,
            "effectiveSize": self.effective_size,
            "efficiency": self.efficiency,
            "hierarchy": self.hierarchy,
        }
        return pd.DataFrame(columns, index=pd.Index(self.nodes, dtype="object"))


def structural_holes(graph: nx.Graph[Any] | Csr, weight: str | None = None) -> StructuralHoles:
    """Return Burt's measures of structural holes of each node of `graph`.

    With a_ij the mutual weight of i and j (the weights of all ties between them, of both directions, added up),
    s_i = Σ_j a_ij, p_ij = a_ij / s_i, m_ij = a_ij / max_k a_ik and N_i the number of contacts of i:

    - constraint C_i = Σ_j c_ij with c_ij = (p_ij + Σ_q p_iq p_qj)², over the contacts j of i: how far its ties lead
      back to the same people;
    - effective size = Σ_j (1 - Σ_q p_iq m_jq), over the same: contacts less what is redundant among them;
    - efficiency = effective size / N_i;
    - hierarchy = Σ_j (c_ij N_i / C_i) ln(c_ij N_i / C_i) / (N_i ln N_i): how far the constraint comes from one contact
      alone; 0 where all contacts constrain equally, 1 for a single contact.

    All four are NaN for a node without contacts. Rules: a tie of weight 0 is none; self-loops are left out (as in
    Burt, where q is neither i nor j, and in igraph); parallel ties add up; a directed tie counts in both directions.
    A `Csr` is taken with its weights.

    Notes
    -----
    Constraint is that of ``networkx.constraint(graph, weight=weight)`` and effective size that of
    ``networkx.effective_size(graph, nodes=list(graph), weight=weight)`` for graphs without self-loops, parallel ties
    and ties of weight 0. Elsewhere networkx (3.6) contradicts itself, and the definition above holds: without
    `nodes`, its effective size divides a_jq by the greatest tie of q instead of j, which shows on weighted and
    directed graphs; with `nodes`, both of its measures are NaN for nodes that have only incoming ties, parallel ties
    count as one of weight 1, and a tie of weight 0 makes a contact.

    References
    ----------
    R. S. Burt (1992). Structural Holes. Harvard University Press, equations 2.2 (effective size), 2.4 (constraint)
    and 2.9 (hierarchy, the Coleman-Theil index of disorder).

    Examples
    --------
    >>> import networkx as nx
    >>> structural_holes(nx.Graph([(0, 1), (0, 2), (0, 3), (1, 2)])).table().loc[0].round(3).tolist()
    [0.611, 2.333, 0.778, 0.052]
    """
    rows = mutual(graph, weight)
    size, constraint, effective, hierarchy = _structural_holes(rows.indptr, rows.indices, rows.weights)
    return StructuralHoles(rows.nodes, constraint, effective, effective / size, hierarchy)


def constraint(graph: nx.Graph[Any] | Csr, weight: str | None = None) -> dict[Any, float]:
    """Return Burt's constraint of each node: see `structural_holes`, which gives all measures in one pass.

    Examples
    --------
    >>> import networkx as nx
    >>> constraint(nx.star_graph(4))[0]
    0.25
    """
    found = structural_holes(graph, weight)
    return _by_node(found, found.constraint)


def effective_size(graph: nx.Graph[Any] | Csr, weight: str | None = None) -> dict[Any, float]:
    """Return the effective size of each node: see `structural_holes`, which gives all measures in one pass.

    Examples
    --------
    >>> import networkx as nx
    >>> effective_size(nx.complete_graph(4))[0]
    1.0
    """
    found = structural_holes(graph, weight)
    return _by_node(found, found.effective_size)


def efficiency(graph: nx.Graph[Any] | Csr, weight: str | None = None) -> dict[Any, float]:
    """Return Burt's efficiency of each node, effective size over contacts: see `structural_holes`.

    It has nothing to do with the efficiency of Latora and Marchiori, which is `local_efficiency`.

    Examples
    --------
    >>> import networkx as nx
    >>> efficiency(nx.star_graph(4))[0]
    1.0
    """
    found = structural_holes(graph, weight)
    return _by_node(found, found.efficiency)


def hierarchy(graph: nx.Graph[Any] | Csr, weight: str | None = None) -> dict[Any, float]:
    """Return Burt's hierarchy of each node: see `structural_holes`.

    Examples
    --------
    >>> import networkx as nx
    >>> hierarchy(nx.path_graph(3))
    {0: 1.0, 1: 0.0, 2: 1.0}
    """
    found = structural_holes(graph, weight)
    return _by_node(found, found.hierarchy)


def _by_node(found: StructuralHoles, values: _Floats) -> dict[Any, float]:
    return dict(zip(found.nodes, values.tolist(), strict=True))


@njit(cache=True, nogil=True)
def _structural_holes(indptr: _Ints, indices: _Ends, weights: _Floats) -> tuple[_Floats, _Floats, _Floats, _Floats]:
    """Return the number of contacts, constraint, effective size and hierarchy of each node.

    In s_i √c_ij = a_ij + Σ_q a_iq a_qj / s_q the right side, `through`, is the same for ij and ji, and what a
    triangle adds to it and to what is redundant is known from its three ties: each is met once.
    """
    n = indptr.size - 1
    rows, ends, values = oriented(indptr, indices, weights)
    size, strength, greatest = np.zeros(n), np.zeros(n), np.zeros(n)
    for u in range(n):
        for k in range(rows[u], rows[u + 1]):
            v = ends[k]
            size[u] += 1.0
            size[v] += 1.0
            strength[u] += values[k]
            strength[v] += values[k]
            greatest[u] = max(greatest[u], values[k])
            greatest[v] = max(greatest[v], values[k])
    per_strength, per_greatest = 1.0 / strength, 1.0 / greatest
    through, redundant = values.copy(), np.zeros(n)
    _add_triangles(rows, ends, values, per_strength, per_greatest, through, redundant)
    squares, disorder = np.zeros(n), np.zeros(n)
    for u in range(n):
        for k in range(rows[u], rows[u + 1]):
            v = ends[k]
            square = through[k] ** 2
            term = square * np.log(square)
            squares[u] += square
            squares[v] += square
            disorder[u] += term
            disorder[v] += term
    constraint, effective, hierarchy = np.full(n, np.nan), np.full(n, np.nan), np.full(n, np.nan)
    for v in range(n):
        if size[v] > 0.0:
            constraint[v] = squares[v] * per_strength[v] ** 2
            effective[v] = size[v] - redundant[v] * per_strength[v]
            hierarchy[v] = 1.0
        if size[v] > 1.0:
            log_size = np.log(size[v])
            hierarchy[v] = max((disorder[v] / squares[v] - np.log(squares[v])) / log_size + 1.0, 0.0)
    return size, constraint, effective, hierarchy


@njit(cache=True, nogil=True)
def _add_triangles(
    rows: _Ints,
    ends: npt.NDArray[np.uint32],
    values: _Floats,
    per_strength: _Floats,
    per_greatest: _Floats,
    through: _Floats,
    redundant: _Floats,
) -> None:
    n = rows.size - 1
    tie_to = np.zeros(n, np.int32)
    for u in range(n):
        first, last = rows[u], rows[u + 1]
        for k in range(first, last):
            tie_to[ends[k]] = k - first + 1
        for k in range(first, last):
            v, uv = ends[k], values[k]
            for h in range(rows[v], rows[v + 1]):
                w = ends[h]
                if tie_to[w] == 0:
                    continue
                j = first + tie_to[w] - 1
                vw, uw = values[h], values[j]
                through[k] += uw * vw * per_strength[w]
                through[h] += uv * uw * per_strength[u]
                through[j] += uv * vw * per_strength[v]
                redundant[u] += vw * (uw * per_greatest[v] + uv * per_greatest[w])
                redundant[v] += uw * (vw * per_greatest[u] + uv * per_greatest[w])
                redundant[w] += uv * (vw * per_greatest[u] + uw * per_greatest[v])
        for k in range(first, last):
            tie_to[ends[k]] = 0
