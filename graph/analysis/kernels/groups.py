"""The groups that nodes belong to, as numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

Groups = Mapping[Any, Any] | Sequence[Any] | npt.NDArray[Any]
"""The group of each node: by node, or in the order of the nodes. None, NaN or no entry: its group is not known."""


def codes(nodes: Sequence[Any], groups: Groups) -> tuple[npt.NDArray[np.int64], int]:
    """Return the number of the group of each node, -1 where it is not known, and how many groups there are.

    Raises
    ------
    ValueError
        When `groups` is no mapping and has not one entry a node.
    """
    if isinstance(groups, np.ndarray):
        labels = groups
    else:
        labels = np.fromiter(map(groups.get, nodes) if isinstance(groups, Mapping) else groups, object)
    if len(labels) != len(nodes):
        raise ValueError(f"{len(labels)} groups for {len(nodes)} nodes")
    numbers, known = pd.factorize(labels)
    return numbers.astype(np.int64), len(known)
