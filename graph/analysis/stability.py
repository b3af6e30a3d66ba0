"""Stability: between which ranks an organisation lies when collaborations or members are missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from graph.analysis.draws import DRAWS, SEED, THREADS, draws
from graph.analysis.effort import MOST, effort
from graph.analysis.memberships import Memberships
from graph.network import KnowledgeGraph, OrganisationNetwork
from graph.progress import SILENT, Progress

CONFIDENCE = 0.9
MISSING = (10, 20, 30)
"""Percent of the members that are taken out."""
TOPS = (5, 10)

_FEWEST = 200

_Ranks = npt.NDArray[np.int32]
_Sources = npt.NDArray[np.int32] | None


@dataclass(frozen=True)
class Stability:
    """Ranks by betweenness when the data are not whole.

    Attributes
    ----------
    table
        A row an organisation, in the order of the network: organisation; rankLow and rankHigh, between which 90 % of
        the ranks lie when collaborations and declared ties are drawn with replacement; top5 and top10, in how many of
        these draws it is among the first; and the same when 10, 20 and 30 % of the organisations are missing
        (missing10Low, missing10High, missing10Top5, missing10Top10, missing20Low …).
    draws
        Of each kind; one where nobody can lie between others.
    seed
        Of the draws.
    sources
        Organisations from which shortest paths are searched in each draw; None for all (see `graph.analysis.effort`).
        Ranks then move by the choice of them as well.
    """

    table: pd.DataFrame
    draws: int
    seed: int
    sources: int | None


def stability(
    graph: KnowledgeGraph,
    network: OrganisationNetwork,
    number: int | None = None,
    seed: int = SEED,
    progress: Progress = SILENT,
    threads: int = THREADS,
) -> Stability:
    """Return between which ranks by betweenness the organisations of `network` lie with 90 % confidence.

    *Bootstrap*: as many collaborations as there are, drawn with replacement, and so for declared ties. *Missing
    members*: a share of all organisations, chosen at random, is taken out; the others are ranked among themselves, and
    an organisation is judged by the draws in which it stays.

    Equal scores share the ranks from the best to the worst that any order of them could give: the lower end of an
    interval is of the best, the upper end of the worst, and who is among the first five is so in any order.

    Parameters
    ----------
    number
        Of draws of each kind; None for 1,000.

    Raises
    ------
    ValueError
        When `number` is below one.

    References
    ----------
    H. Goldstein, D. J. Spiegelhalter (1996). League tables and their limitations. Journal of the Royal Statistical
    Society A 159, 385-443 (ranks with intervals).
    P. Hall, H. Miller (2009). Using the bootstrap to quantify the authority of an empirical ranking. Annals of
    Statistics 37, 3929-3959.
    E. Costenbader, T. W. Valente (2003). The stability of centrality measures when networks are sampled. Social
    Networks 25, 283-307 (missing members).
    """
    if number is not None and number < 1:
        raise ValueError("stability needs a draw at least")
    memberships = Memberships.of(graph, network)
    size = len(memberships.organisations), len(memberships.rows()[1])
    most = MOST // (1 + len(MISSING))
    asked = DRAWS if number is None else number
    planned = effort(*size, asked, seed, least_draws=_FEWEST, fixed=number is not None, most=most)
    # Where nobody can lie between others, one draw is as good as many.
    number, sources = planned.draws if (memberships.held > 1).any() else 1, planned.sources
    progress.start("stability", number * (1 + len(MISSING)))
    kinds = np.random.SeedSequence(seed).spawn(1 + len(MISSING))
    ways: dict[str, Callable[[np.random.Generator], tuple[_Ranks, _Ranks]]] = {"": _bootstrap(memberships, sources)}
    ways |= {f"missing{percent}": _missing(memberships, sources, percent) for percent in MISSING}
    columns: dict[str, object] = {"organisation": pd.Series(memberships.organisations, dtype="object")}
    for (kind, draw), seeds in zip(ways.items(), kinds, strict=True):
        best, worst = map(np.array, zip(*draws(draw, seeds.spawn(number), progress, threads), strict=True))
        low, high = ("Low", "High") if kind else ("rankLow", "rankHigh")
        columns[f"{kind}{low}"], columns[f"{kind}{high}"] = interval(best, worst)
        for top in TOPS:
            columns[f"{kind}Top{top}" if kind else f"top{top}"] = _share_among(top, worst)
    return Stability(pd.DataFrame(columns), number, seed, None if sources is None else len(sources))


def ranks(scores: npt.NDArray[np.float64]) -> tuple[_Ranks, _Ranks]:
    """Return the best and the worst rank of each score, the greatest first.

    Examples
    --------
    >>> best, worst = ranks(np.array([0.5, 0.0, 0.7, 0.0]))
    >>> best.tolist(), worst.tolist()
    ([2, 3, 1, 3], [2, 4, 1, 4])
    """
    rounded = scores.round(12)
    ascending = np.sort(rounded)
    above = len(scores) - np.searchsorted(ascending, rounded, "right")
    return (above + 1).astype(np.int32), (len(scores) - np.searchsorted(ascending, rounded)).astype(np.int32)


def interval(best: _Ranks, worst: _Ranks) -> tuple[pd.Series, pd.Series]:
    """Return the ranks between which `CONFIDENCE` of the draws lie, leaving out as many at either end.

    Parameters
    ----------
    best, worst
        Shape (draws, organisations): ranks, 0 in a draw without the organisation.

    Examples
    --------
    >>> drawn = np.arange(1, 21, dtype=np.int32)[:, None]
    >>> [int(end[0]) for end in interval(drawn, drawn)]
    [2, 19]
    """
    present = (best > 0).sum(axis=0)
    absent = len(best) - present
    out = np.floor((1 - CONFIDENCE) / 2 * present + 1e-9).astype(np.int64)
    low = np.take_along_axis(np.sort(best, axis=0), np.minimum(absent + out, len(best) - 1)[None], axis=0)[0]
    high = np.take_along_axis(np.sort(worst, axis=0), (len(worst) - 1 - out)[None], axis=0)[0]
    nowhere = present == 0
    return pd.Series(low, dtype="Int64").mask(nowhere), pd.Series(high, dtype="Int64").mask(nowhere)


def _bootstrap(memberships: Memberships, sources: _Sources) -> Callable[[np.random.Generator], tuple[_Ranks, _Ranks]]:
    return lambda generator: ranks(memberships.resampled(generator).betweenness(sources))


def _missing(
    memberships: Memberships, sources: _Sources, percent: int
) -> Callable[[np.random.Generator], tuple[_Ranks, _Ranks]]:
    n = len(memberships.organisations)

    def draw(generator: np.random.Generator) -> tuple[_Ranks, _Ranks]:
        gone = np.zeros(n, bool)
        gone[generator.choice(n, round(n * percent / 100), replace=False)] = True
        best, worst = np.zeros(n, np.int32), np.zeros(n, np.int32)
        best[~gone], worst[~gone] = ranks(memberships.without(gone).betweenness(sources)[~gone])
        return best, worst

    return draw


def _share_among(top: int, worst: _Ranks) -> npt.NDArray[np.float64]:
    among = ((worst > 0) & (worst <= top)).sum(axis=0)
    with np.errstate(invalid="ignore"):
        shares: npt.NDArray[np.float64] = among / (worst > 0).sum(axis=0)
    return shares
