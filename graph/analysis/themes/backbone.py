"""Pairs of themes that more members share than chance would give."""

from __future__ import annotations

from enum import StrEnum
from itertools import combinations

import networkx as nx
import numpy as np
import numpy.typing as npt
import pandas as pd

from graph.analysis.engine import Engine
from graph.analysis.kernels.backbone import backbone as shared_alike
from graph.analysis.multiple_testing import adjusted
from graph.analysis.themes.bicm import bicm
from graph.analysis.themes.incidence import Incidence
from graph.analysis.themes.poisson_binomial import tails
from graph.network import KnowledgeGraph

COLUMNS = (
    *("theme", "otherTheme", "members", "otherMembers", "common", "expected", "lift", "jaccard"),
    *("p", "q", "validated", "related"),
)
SIGNIFICANT = 0.05

_Floats = npt.NDArray[np.float64]


class Null(StrEnum):
    """What chance is."""

    BICM = "bicm"
    HYPERGEOMETRIC = "hypergeometric"


def backbone(
    graph: KnowledgeGraph, who: Incidence, null: Null = Null.BICM, engine: Engine | None = None
) -> pd.DataFrame:
    """Return the pairs of themes that members share, the least likely by chance first.

    By the *bicm* null a member works on a theme with a probability that keeps, on average, how many themes it works on
    and how many work on the theme; the number of common members is then Poisson-binomial. By the *hypergeometric*
    null every member is as likely to work on a theme as any other, which takes members with many themes for findings.

    Returns
    -------
    A row a pair with common members: theme, otherTheme, members and otherMembers (of either), common, expected (by the
    null), lift (common / expected), jaccard (common / either), p (of as many in common or more), q (Benjamini-Hochberg
    over all pairs of themes), validated (bool: q below 0.05), related (bool: one is broader than the other). With an
    `engine`, jaccard is what it finds.

    References
    ----------
    F. Saracco, M. J. Straka, R. Di Clemente, A. Gabrielli, G. Caldarelli, T. Squartini (2017). Inferring monopartite
    projections of bipartite networks: an entropy-based approach. New Journal of Physics 19, 053022.
    M. Tumminello, S. Miccichè, F. Lillo, J. Piilo, R. N. Mantegna (2011). Statistically validated networks in bipartite
    complex systems. PLoS ONE 6, e17994 (hypergeometric).
    """
    counts = who.matrix.astype(np.float64)
    common = (counts.T @ counts).round().astype(np.int64)
    sizes = np.diag(common)
    found = [(a, b) for a, b in combinations(range(len(who.themes)), 2) if common[a, b]]
    alike = engine.jaccard(who.matrix) if engine else common / (sizes[:, None] + sizes[None, :] - common)
    null_of = _Bicm(who) if null is Null.BICM else _Hypergeometric(who)
    chance = [null_of(a, b, int(common[a, b])) for a, b in found]
    p = np.array([value for _, value in chance])
    q = adjusted(p, tests=len(who.themes) * (len(who.themes) - 1) // 2) if found else p
    above = _ancestors(graph, who.themes)
    rows = [
        (
            *(who.themes[a], who.themes[b], sizes[a], sizes[b], common[a, b], expected, common[a, b] / expected),
            *(alike[a, b], p_value, q_value, q_value < SIGNIFICANT),
            who.themes[a] in above[who.themes[b]] or who.themes[b] in above[who.themes[a]],
        )
        for (a, b), (expected, p_value), q_value in zip(found, chance, q.tolist(), strict=True)
    ]
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    return table.sort_values(["p", "lift", "theme", "otherTheme"], ascending=[True, False, True, True]).reset_index(
        drop=True
    )


class _Bicm:
    """The null of the bipartite configuration model, asked once for each pair of numbers of members."""

    def __init__(self, who: Incidence) -> None:
        self.sizes = who.matrix.sum(axis=0)
        self.model = bicm(who.matrix.sum(axis=1), self.sizes)
        self.kind = np.searchsorted(self.model.columns, self.sizes)
        self.known: dict[tuple[int, int], tuple[float, _Floats]] = {}

    def __call__(self, a: int, b: int, common: int) -> tuple[float, float]:
        """Return how many common members are expected, and the probability of as many as there are or more."""
        low, high = sorted((int(self.kind[a]), int(self.kind[b])))
        if (low, high) not in self.known:
            both = self.model.probability[:, low] * self.model.probability[:, high]
            most = int(min(self.model.columns[low], self.model.columns[high]))
            self.known[low, high] = float(both @ self.model.row_counts), tails(both, self.model.row_counts, most)
        expected, probability = self.known[low, high]
        return expected, float(probability[common])


class _Hypergeometric:
    """The null in which all members are alike, from the kernel."""

    def __init__(self, who: Incidence) -> None:
        place = range(len(who.themes))
        found = shared_alike(list(place), [row.nonzero()[0].tolist() for row in who.matrix])
        ends = zip(found.first.tolist(), found.second.tolist(), strict=True)
        self.known = dict(zip(ends, zip(found.expected.tolist(), found.p.tolist(), strict=True), strict=True))

    def __call__(self, a: int, b: int, common: int) -> tuple[float, float]:  # noqa: ARG002 - asked as the other null is
        """Return the same when members are drawn alike."""
        return self.known[a, b]


def _ancestors(graph: KnowledgeGraph, themes: list[str]) -> dict[str, set[str]]:
    tree: nx.DiGraph[str] = nx.DiGraph()
    tree.add_nodes_from(themes)
    tree.add_edges_from((a, b) for a, b, data in graph.edges(data=True) if data["type"] == "BROADER")
    return {theme: nx.descendants(tree, theme) for theme in themes}
