"""The Leiden method, by networkit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Labels = npt.NDArray[np.int64]
"""The community of each node: 0, 1, … in the order of the nodes that show each first."""

_ROUNDS = 10


class Leiden:
    """A weighted network that the Leiden method can be run on again and again.

    Parameters
    ----------
    starts, ends
        The nodes of each tie, 0 to n - 1; a tie of a node with itself counts towards its community.
    weights
        Of each tie, above zero.
    nodes
        How many nodes there are.

    Notes
    -----
    networkit repeats its communities on one thread alone. A run therefore takes one, and gives back the number of
    threads that was set before; networkit's random numbers, whose state it does not tell, go on from the seed.

    References
    ----------
    V. A. Traag, L. Waltman, N. J. van Eck (2019). From Louvain to Leiden: guaranteeing well-connected communities.
    Scientific Reports 9, 5233.

    Examples
    --------
    >>> import numpy as np
    >>> two_pairs = Leiden(np.array([0, 2]), np.array([1, 3]), np.ones(2), 4)
    >>> two_pairs.runs(1.0, seeds=[1]).tolist()
    [[0, 0, 1, 1]]
    """

    def __init__(
        self,
        starts: npt.NDArray[np.integer[Any]],
        ends: npt.NDArray[np.integer[Any]],
        weights: npt.NDArray[np.float64],
        nodes: int,
    ) -> None:
        import networkit  # noqa: PLC0415 - takes 0.3 s, which commands without communities need not wait for

        self._networkit = networkit
        ties = (weights, (starts.astype(np.uint64), ends.astype(np.uint64)))
        self._graph = networkit.GraphFromCoo(ties, n=nodes, weighted=True, directed=False)

    def runs(self, resolution: float, seeds: Sequence[int]) -> Labels:
        """Return the communities that each of `seeds` leads to, shape (runs, nodes).

        Parameters
        ----------
        resolution
            Factor of the weight that chance would put into a community: above one for smaller communities.
        """
        engineering = self._networkit.engineering
        threads = engineering.getMaxNumberOfThreads()
        engineering.setNumberOfThreads(1)
        try:
            return np.stack([self._run(resolution, seed) for seed in seeds])
        finally:
            engineering.setNumberOfThreads(threads)

    def _run(self, resolution: float, seed: int) -> Labels:
        self._networkit.engineering.setSeed(seed, False)  # noqa: FBT003 - takes it by position alone
        method = self._networkit.community.ParallelLeiden(self._graph, iterations=_ROUNDS, gamma=resolution)
        return relabelled(np.array(method.run().getPartition().getVector(), np.int64))


def relabelled(labels: npt.NDArray[np.integer[Any]]) -> Labels:
    """Return the same partition, its communities numbered in the order in which they show first.

    Examples
    --------
    >>> relabelled(np.array([7, 3, 7, 1])).tolist()
    [0, 1, 0, 2]
    """
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first)).astype(np.int64)[inverse]
