"""Whether two ways found the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

RELATIVE = 1e-9

Scores = Mapping[int, float] | Sequence[float] | npt.NDArray[np.float64]


def scores(ours: Scores, theirs: Scores) -> bool:
    """Compare scores by node, of nodes 0 to n - 1; NaN is NaN."""
    return bool(np.allclose(_by_node(ours), _by_node(theirs), rtol=RELATIVE, atol=1e-13, equal_nan=True))


def _by_node(found: Scores) -> npt.NDArray[np.float64]:
    if isinstance(found, Mapping):
        return np.array([found[node] for node in range(len(found))])
    return np.asarray(found, dtype=np.float64)
