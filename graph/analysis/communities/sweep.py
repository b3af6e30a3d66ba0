"""The resolution at which communities are most certain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from graph.analysis.communities.agreement import between, within
from graph.analysis.communities.leiden import Labels
from graph.analysis.engine import Partitioner
from graph.progress import SILENT, Progress

STANDARD = 1.0
"""The resolution of modularity as Newman defined it."""

_EQUAL = 0.05
_FEWEST_MEMBERS = 3


@dataclass(frozen=True)
class Sweep:
    """What was found at each resolution.

    Attributes
    ----------
    table
        A row a resolution, ascending: resolution, communities (mean of the runs), agreement (mean adjusted Rand index
        of pairs of runs), persistence (the same with the runs of the resolutions next to it: near 1 on a plateau, lower
        where communities part), trivial (bool: no more communities than components, or fewer than three nodes each),
        chosen (bool).
    resolution
        The one chosen.
    """

    table: pd.DataFrame
    resolution: float


def sweep(leiden: Partitioner, components: int, seeds: Sequence[int], steps: int, progress: Progress = SILENT) -> Sweep:
    """Return how stable communities are from resolution 1/4 to 4, and the resolution to take.

    Communities that the network has are found whatever the order in which a run meets the nodes. Of the resolutions
    that are not trivial and whose runs agree less than 0.05 worse than at the best, the one nearest to 1 is taken, and
    the lower of two as near: what differs less is not told apart by so few runs, and 1 is what others report. When
    all are trivial it is 1.

    Parameters
    ----------
    components
        How many pieces the network has, which any resolution tells apart.
    seeds
        One for each run at a resolution.
    steps
        How many resolutions there are between 1/4 and 1, and between 1 and 4.

    References
    ----------
    R. Lambiotte (2010). Multi-scale modularity in complex networks. Proceedings of WiOpt, 546-553: communities that
    many runs agree on are meant, others are not.
    """
    resolutions = np.geomspace(0.25, 4, 2 * steps + 1)
    progress.start("resolutions", len(resolutions))
    runs = []
    for resolution in resolutions:
        runs.append(leiden.runs(float(resolution), seeds))
        progress.advance()
    counts = np.array([np.mean([labels.max() + 1 for labels in found]) for found in runs])
    agreement = np.array([within(found) for found in runs])
    trivial = (counts <= components) | (counts > runs[0].shape[1] / _FEWEST_MEMBERS)
    chosen = _chosen(resolutions, agreement, trivial)
    table = pd.DataFrame(
        {
            "resolution": resolutions,
            "communities": counts,
            "agreement": agreement,
            "persistence": _persistence(runs),
            "trivial": trivial,
            "chosen": np.arange(len(resolutions)) == chosen,
        }
    )
    return Sweep(table, float(resolutions[chosen]))


def _persistence(runs: list[Labels]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    steps = [between(a, b) for a, b in pairwise(runs)]
    around = zip([steps[0], *steps], [*steps, steps[-1]], strict=True)
    return np.array([(before + after) / 2 for before, after in around])


def _chosen(
    resolutions: np.ndarray[tuple[int], np.dtype[np.float64]],
    agreement: np.ndarray[tuple[int], np.dtype[np.float64]],
    trivial: np.ndarray[tuple[int], np.dtype[np.bool_]],
) -> int:
    if trivial.all():
        return len(resolutions) // 2
    stable = ~trivial & (agreement > agreement[~trivial].max() - _EQUAL)
    distance = np.where(stable, np.abs(np.log(resolutions / STANDARD)).round(9), np.inf)
    return int(np.argmin(distance))
