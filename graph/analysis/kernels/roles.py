"""Brokerage roles of Gould and Fernandez, with what chance would give."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt
import pandas as pd
from numba import njit

from graph.analysis.csr import Csr, csr
from graph.analysis.kernels.groups import Groups, codes
from graph.analysis.kernels.mutual import undirected
from graph.analysis.kernels.open_pairs import BACK, FORTH, ORDERED, UNORDERED, directed_pairs, undirected_pairs

_Ints = npt.NDArray[np.int64]
_Ends = npt.NDArray[np.int32]
_Floats = npt.NDArray[np.float64]

ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison")
"""The roles, in the order of the columns of tables."""

_SYMMETRIC = [0, 1, 4, 5]
"""Columns whose role is the same from both ends."""


@dataclass(frozen=True)
class Roles:
    """How often each node brokers in each role.

    Each table has a row a node, in the order of the graph, and the columns of `ROLES` and ``total``.

    Attributes
    ----------
    nodes
        The n nodes.
    group
        Shape (n,): the number of the group of each, -1 where it is not known.
    brokered
        Shape (n, 6): pairs joined; NaN where the group is not known.
    sizes
        Shape (groups,): the nodes of each group.
    ties
        How many there are among nodes whose group is known, seen from both ends where they have no direction.
    directed
        Whether they have one.
    """

    nodes: list[Any]
    group: _Ints
    brokered: _Floats
    sizes: _Ints
    ties: int
    directed: bool

    @cached_property
    def counts(self) -> pd.DataFrame:
        """Pairs of others that the node joins in the role."""
        return self._table(self.brokered)

    @cached_property
    def expected(self) -> pd.DataFrame:
        """What a random network of this size, density and these groups would have."""
        return self._table(self._moments[0])

    @cached_property
    def deviation(self) -> pd.DataFrame:
        """The standard deviation of what such random networks have."""
        return self._table(self._moments[1])

    @cached_property
    def z(self) -> pd.DataFrame:
        """Counts less expected, over the standard deviation; NaN where the role cannot occur."""
        mean, deviation = self._moments
        return self._table((self.brokered - mean) / np.where(deviation > 0, deviation, np.nan))

    @cached_property
    def _moments(self) -> tuple[_Floats, _Floats]:
        # The last row is that of the group -1.
        unknown = np.full((1, 6), np.nan)
        mean, deviation = _chance(self.sizes, self.ties, directed=self.directed)
        return np.vstack([mean, unknown])[self.group], np.vstack([deviation, unknown])[self.group]

    def _table(self, values: _Floats) -> pd.DataFrame:
        return pd.DataFrame(values, pd.Index(self.nodes, dtype="object"), [*ROLES, "total"])


def gould_fernandez(graph: nx.Graph[Any] | Csr, groups: Groups) -> Roles:
    """Return the brokerage roles of each node of `graph` among `groups`, with expected values and z.

    Node j is the broker of i and k where i → j and j → k are tied and i → k are not. By the groups of the three, in
    that order, it is their

    - coordinator: A A A;
    - itinerant broker, or consultant: B A B, the two others being of one group;
    - representative: A A B, it speaks for its group to others;
    - gatekeeper: B A A, it lets others into its group;
    - liaison: B A C.

    In a directed graph ordered pairs count, so that two ends tied both ways to j count twice. In an undirected graph
    each pair of others counts once; representative and gatekeeper are then the same role, both columns hold it, and
    the total counts it once.

    The chance model is that of Gould and Fernandez: each tie is there with probability d, the density of the graph,
    independently; size and groups are as they are. A pair of others is joined with probability
    q = d²(1 - d). For a role with P pairs of which S (ordered) pairs of pairs share an end,
    the mean is Pq and the variance P q (1 - q) + S d³(1 - d)³. z is about normal where many pairs are possible; in
    small groups it is skewed.

    Rules: a tie counts once, whatever its weight (0 is no tie) and however many are parallel; self-loops are left out.
    A node whose group is not known is taken out of the graph first, so that it neither brokers nor is brokered; its
    row is NaN. The weights of a `Csr` say only what is a tie.

    Notes
    -----
    Equal to R's ``sna::brokerage`` (2.7-1) for directed graphs, whose columns ``w_I``, ``w_O``, ``b_IO``, ``b_OI``,
    ``b_O`` are the roles in the order above. It counts an undirected graph as one of ties both ways.

    References
    ----------
    R. V. Gould, R. M. Fernandez (1989). Structures of mediation: a formal approach to brokerage in transaction
    networks. Sociological Methodology 19, 89-126.

    Examples
    --------
    >>> import networkx as nx
    >>> found = gould_fernandez(nx.path_graph(3), ["a", "a", "b"])
    >>> found.counts.loc[1].to_dict()
    {'coordinator': 0.0, 'itinerant': 0.0, 'representative': 1.0, 'gatekeeper': 1.0, 'liaison': 0.0, 'total': 1.0}
    """
    rows = _ways(graph)
    group, count = codes(rows.nodes, groups)
    if graph.is_directed():
        ties, brokered = directed_pairs(rows.indptr, rows.indices, rows.weights, group, count)
        counts = _by_role(brokered, ORDERED, group)
    else:
        ties, brokered = undirected_pairs(rows.indptr, rows.indices, rows.weights, group, count)
        counts = _by_role(brokered, UNORDERED, group)
    sizes = np.bincount(group[group >= 0], minlength=count)
    return Roles(rows.nodes, group, counts, sizes, ties, graph.is_directed())


def _ways(graph: nx.Graph[Any] | Csr) -> Csr:
    """Return `graph` as an undirected one whose weights say which ways a tie goes: `FORTH`, `BACK` or both."""
    rows = csr(graph, None, directed=True)
    way = FORTH if rows.directed else FORTH | BACK
    tied = replace(rows, weights=np.where(rows.weights > 0, float(way), 0.0))
    return undirected(tied, back=BACK) if rows.directed else tied


def _chance(sizes: _Ints, ties: int, *, directed: bool) -> tuple[_Floats, _Floats]:
    """Return mean and standard deviation of each role for a node of each group, shape (groups, 6).

    Parameters
    ----------
    sizes
        Nodes of each group.
    ties
        Ties of the graph, of both directions where it is undirected.
    """
    n = sizes.astype(np.float64)
    size = n.sum()
    own, others = n - 1, size - n
    squares, cubes = (n**2).sum() - n**2, (n**3).sum() - n**3
    everybody = np.full_like(n, size - 1)
    pairs = np.column_stack(
        [
            own * (own - 1) / 2,
            (squares - others) / 2,
            own * others,
            own * others,
            (others**2 - squares) / 2,
            everybody * (everybody - 1) / 2,
        ]
    )
    sharing = np.column_stack(
        [
            own * (own - 1) * (own - 2),
            cubes - 3 * squares + 2 * others,
            own * others * (others + own - 2),
            own * others * (others + own - 2),
            others**3 - others**2 - (2 * others - 1) * squares + cubes,
            everybody * (everybody - 1) * (everybody - 2),
        ]
    )
    if directed:
        pairs[:, _SYMMETRIC] *= 2
        sharing[:, _SYMMETRIC] *= 2
    density = ties / (size * (size - 1)) if size > 1 else 0.0
    joined = density**2 * (1 - density)
    variance = pairs * joined * (1 - joined) + sharing * (density * (1 - density)) ** 3
    return pairs * joined, np.sqrt(variance)


@njit(cache=True, nogil=True)
def _by_role(brokered: _Ints, columns: tuple[int, ...], group: _Ints) -> _Floats:
    """Return the counts of `ROLES` and their total; NaN where the group is not known."""
    counts = np.full((group.size, 6), np.nan)
    for v in range(group.size):
        if group[v] >= 0:
            for role in range(5):
                counts[v, role] = brokered[v, columns[role]]
            counts[v, 5] = brokered[v].sum()
    return counts
