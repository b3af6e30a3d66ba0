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
    labels = list(map(groups.get, nodes)) if isinstance(groups, Mapping) else list(groups)
    if len(labels) != len(nodes):
        raise ValueError(f"{len(labels)} groups for {len(nodes)} nodes")
    known = 0
    number = {}
    for label in dict.fromkeys(labels):
        missing = pd.isna(label)
        number[label] = -1 if missing else known
        known += not missing
    return np.fromiter(map(number.__getitem__, labels), np.int64, len(labels)), known
