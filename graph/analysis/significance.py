"""Significance: whether an organisation bridges more than the number of its collaborations would give by chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from graph.analysis.draws import DRAWS, SEED, THREADS, draws
from graph.analysis.effort import MOST, effort
from graph.analysis.memberships import Memberships
from graph.analysis.multiple_testing import adjusted
from graph.network import KnowledgeGraph, OrganisationNetwork
from graph.progress import SILENT, Progress

LEVEL = 0.05

# What differs less, differs by rounding.
_EQUAL = 1e-18

_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Significance:
    """Betweenness against chance.

    Attributes
    ----------
    table
        A row an organisation, in the order of the network: organisation, betweenness, expected (its mean over the
        draws), ratio of the two, z (their difference in standard deviations of the draws), p and q. p and q are
        missing without ties; ratio and z where no draw lets the organisation lie between others.
    draws
        Randomised networks.
    tested
        Organisations that can lie between others: those with two or more collaborations and declared ties. The others
        have a p of one, whatever the network, and count in no q.
    undecided
        Organisations that no draw reaches, but whose q is above 0.05 for lack of draws.
    enough
        Draws after which there is no such organisation: 20 for each one tested.
    seed
        Of the draws.
    sources
        Organisations from which shortest paths are searched in each network; None for all (see
        `graph.analysis.effort`). p is as exact then, betweenness an estimate.
    """

    table: pd.DataFrame
    draws: int
    tested: int
    undecided: int
    enough: int
    seed: int
    sources: int | None


def significance(
    graph: KnowledgeGraph,
    network: OrganisationNetwork,
    number: int | None = None,
    seed: int = SEED,
    progress: Progress = SILENT,
    threads: int = THREADS,
) -> Significance:
    """Return the betweenness of each organisation of `network` against its betweenness by chance.

    By chance: collaborations have the same sizes, organisations take part in as many, and who meets whom is random;
    declared ties stay (in a declared network, each counts as a collaboration of two). p is the share of networks, the
    observed one among them, in which the betweenness is no smaller, ``(1 + #{null >= observed}) / (1 + draws)``, and
    q its false discovery rate by Benjamini and Hochberg.

    The draws start from one state reached from the observed network by as many trades as lead from it to each draw.
    Since trades are as likely forth as back, observed and drawn networks are then exchangeable, and p is exact however
    well the trades mix (Besag & Clifford 1989).

    Parameters
    ----------
    number
        Of draws. None for 1,000, followed, when there is an organisation that no draw reaches and whose q would still
        be above 0.05 for lack of draws, by as many as let a single one pass: 20 for each organisation tested.

    Raises
    ------
    ValueError
        When `number` is below one.

    Notes
    -----
    In a large network shortest paths are searched from some organisations at random, the same in the observed network
    and in each draw, and there are fewer draws at last: see `graph.analysis.effort`. Any statistic gives an exact p
    when it is the same for all networks; this one finds less.

    References
    ----------
    R. Guimerà, S. Mossa, A. Turtschi, L. A. N. Amaral (2005). The worldwide air transportation network: anomalous
    centrality, community structure, and cities' global roles. PNAS 102, 7794-7799 (betweenness against networks
    randomised at fixed degrees).
    G. Strona et al. (2014). A fast and unbiased procedure to randomize ecological binary matrices with fixed row and
    column totals. Nature Communications 5, 4114.
    J. Besag, P. Clifford (1989). Generalized Monte Carlo significance tests. Biometrika 76, 633-642.
    """
    if number is not None and number < 1:
        raise ValueError("significance needs a draw at least")
    observed = Memberships.of(graph, network)
    size = len(observed.organisations), len(observed.rows()[1])
    asked = DRAWS if number is None else number
    planned = effort(*size, asked, seed, least_draws=asked, fixed=number is not None, most=MOST // 2)
    test = _Test(observed, seed, planned.sources, progress, threads)
    first = planned.draws if test.tested.any() else 0
    progress.start("significance", first)
    test.draw(first)
    if number is None and test.undecided and test.enough <= planned.most_draws:
        progress.start("significance_more", test.enough - test.draws)
        test.draw(test.enough - test.draws)
    searched = None if planned.sources is None else len(planned.sources)
    tested = int(test.tested.sum())
    return Significance(test.table(), test.draws, tested, test.undecided, test.enough, seed, searched)


class _Test:
    """Counts of the draws so far."""

    def __init__(
        self,
        observed: Memberships,
        seed: int,
        sources: npt.NDArray[np.int32] | None = None,
        progress: Progress = SILENT,
        threads: int = THREADS,
    ) -> None:
        self.organisations = observed.organisations
        self.observed = observed.betweenness(sources)
        self.tied = np.diff(observed.rows()[0])[: len(self.organisations)] > 0
        self.tested = observed.held > 1
        self.draws = 0
        self._seeds = np.random.SeedSequence(seed)
        self._centre = observed.unwired(np.random.default_rng(self._seeds.spawn(1)[0]))
        self._sources, self._progress, self._threads = sources, progress, threads
        self._reached = np.zeros(len(self.observed), np.int64)
        self._sum, self._squares = np.zeros(len(self.observed)), np.zeros(len(self.observed))

    def draw(self, number: int) -> None:
        # What is equal but for rounding is reached.
        bar = self.observed * (1 - 1e-9)
        for null in draws(self._null, self._seeds.spawn(number), self._progress, self._threads):
            self._reached += null >= bar
            self._sum += null
            self._squares += (null - self.observed) ** 2
        self.draws += number

    def _null(self, generator: np.random.Generator) -> _Floats:
        return self._centre.rewired(generator).betweenness(self._sources)

    @property
    def enough(self) -> int:
        """Draws after which the q of a single organisation that none of them reaches is at most the level."""
        return round(int(self.tested.sum()) / LEVEL)

    @property
    def undecided(self) -> int:
        """How many organisations that no draw reaches lack the draws to be significant."""
        return int((self.tested & (self._reached == 0) & (self.q() > LEVEL)).sum())

    def p(self) -> _Floats:
        return np.where(self.tied, (1 + self._reached) / (1 + self.draws), np.nan)

    def q(self) -> _Floats:
        return np.where(self.tested, adjusted(np.where(self.tested, self.p(), np.nan)), self.p())

    def table(self) -> pd.DataFrame:
        with np.errstate(invalid="ignore", divide="ignore"):
            expected = self._sum / self.draws
            variance = self._squares / self.draws - (expected - self.observed) ** 2
            ratio = np.where(expected > 0, self.observed / expected, np.nan)
            z = np.where(variance > _EQUAL, (self.observed - expected) / np.sqrt(variance), np.nan)
        return pd.DataFrame(
            {
                "organisation": pd.Series(self.organisations, dtype="object"),
                "betweenness": self.observed,
                "expected": expected,
                "ratio": ratio,
                "z": z,
                "p": self.p(),
                "q": self.q(),
            }
        )
