"""A composite rank of bridging actors, whose parts and weights are shown with it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
import pandas as pd

from graph.analysis.brokerage import Brokerage

_SIGNS: Mapping[str, int] = MappingProxyType(
    {
        "betweenness": 1,
        "betweennessWeighted": 1,
        "constraint": -1,
        "participation": 1,
        "pairsLost": 1,
        "effectiveSize": 1,
        "efficiency": 1,
        "hierarchy": -1,
        "degree": 1,
        "communitiesJoined": 1,
        "sectorsJoined": 1,
        "municipalitiesJoined": 1,
        "themesJoined": 1,
    }
)
PARTS = tuple(_SIGNS)
"""Measures that can be part of it; of constraint and hierarchy, less is more bridging."""

WEIGHTS: Mapping[str, float] = MappingProxyType({"betweenness": 1.0, "constraint": 1.0, "participation": 1.0})
"""One measure of each kind, equally: between whom it lies, how little its partners know each other, and how evenly it
spreads over communities. pairsLost is none of them, since most organisations have none of it."""


@dataclass(frozen=True)
class Composite:
    """A composite rank.

    Attributes
    ----------
    table
        A row an organisation, by compositeRank: compositeRank, organisation, composite (0 to 1), the parts (a column
        ``<measure>Part`` each, 0 to 1), and compositeLow and compositeHigh, its best and worst rank when any one of
        the parts is left out. Organisations without ties have 0 in all parts.
    weights
        Of the parts, adding up to one.
    """

    table: pd.DataFrame
    weights: Mapping[str, float]


def composite(brokerage: Brokerage, weights: Mapping[str, float] = WEIGHTS) -> Composite:
    """Return the organisations by a weighted mean of measures, each of them as a share of others exceeded.

    A part is the share of the other organisations with ties that the organisation exceeds in the measure (in
    constraint and hierarchy: that exceed it). So parts have one unit, and a skewed measure does not drown the others.
    That there is a choice of measures and weights is why this is never the only rank.

    Raises
    ------
    ValueError
        When a weight is negative or no number, all are zero, or one is of no measure.

    References
    ----------
    M. Nardo et al. (2008). Handbook on Constructing Composite Indicators. OECD, sections 1.5 (ranking), 1.6
    (weights) and 1.7 (sensitivity).

    Examples
    --------
    >>> brokerage = Brokerage(pd.DataFrame({"organisation": list("abc"), "degree": 1, "betweenness": [0.5, 0.1, 0.0]}))
    >>> composite(brokerage, {"betweenness": 1}).table["composite"].tolist()
    [1.0, 0.5, 0.0]
    """
    shares = _normalised(weights)
    table = brokerage.table
    tied = (table["degree"] > 0).to_numpy()
    parts = np.column_stack([_part(table[name], _SIGNS[name], tied) for name in shares])
    given = np.array(list(shares.values()))
    score = parts @ given
    without = range(len(given)) if len(given) > 1 else ()
    every = np.array([_ranks(score), *(_ranks(np.delete(parts, i, axis=1) @ np.delete(given, i)) for i in without)])
    found = pd.DataFrame(
        {
            "compositeRank": every[0],
            "organisation": table["organisation"],
            "composite": score,
            **{f"{name}Part": parts[:, i] for i, name in enumerate(shares)},
            "compositeLow": every.min(axis=0),
            "compositeHigh": every.max(axis=0),
        }
    )
    return Composite(found.sort_values(["compositeRank", "organisation"]).reset_index(drop=True), shares)


def _normalised(weights: Mapping[str, float]) -> dict[str, float]:
    wrong = [name for name in weights if name not in _SIGNS]
    if wrong:
        raise ValueError(f"no measure is called {', '.join(wrong)}")
    if not all(math.isfinite(weight) and weight >= 0 for weight in weights.values()) or not any(weights.values()):
        raise ValueError("weights are numbers of 0 or more, not all 0")
    total = sum(weights.values())
    return {name: weight / total for name, weight in weights.items() if weight}


def _part(measure: pd.Series, sign: int, tied: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    values = (sign * measure.to_numpy(dtype=np.float64)).round(12)
    known = tied & ~np.isnan(values)
    below = np.searchsorted(np.sort(values[known]), values[known])
    result = np.zeros(len(values))
    result[known] = below / max(int(tied.sum()) - 1, 1)
    return result


def _ranks(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    rounded = scores.round(12)
    return 1 + len(scores) - np.searchsorted(np.sort(rounded), rounded, "right")
