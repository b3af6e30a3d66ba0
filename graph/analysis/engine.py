"""Who works out betweenness, communities and similarity: these kernels, or another program that takes their place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from graph.analysis.csr import Csr


class Partitioner(Protocol):
    """A weighted network whose communities can be asked for again and again."""

    def runs(self, resolution: float, seeds: Sequence[int]) -> npt.NDArray[np.int64]:
        """Return the communities that each of `seeds` leads to, shape (runs, nodes)."""
        ...


class Engine(Protocol):
    """Another program that works out some measures."""

    def betweenness(self, rows: Csr) -> dict[Any, float]:
        """Return the betweenness of each node, exact and normalised, every tie of length one."""
        ...

    def leiden(
        self,
        starts: npt.NDArray[np.integer[Any]],
        ends: npt.NDArray[np.integer[Any]],
        weights: npt.NDArray[np.float64],
        nodes: int,
    ) -> Partitioner:
        """Return the Leiden method for a weighted network, as `graph.analysis.communities.leiden.Leiden` takes it."""
        ...

    def jaccard(self, matrix: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
        """Return the Jaccard similarity of any two columns of `matrix`, shape (columns, columns)."""
        ...
