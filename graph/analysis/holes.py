"""Structural holes between communities: pairs that work on like things or in like places and are hardly tied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from graph.analysis.csr import csr
from graph.analysis.draws import DRAWS, SEED
from graph.analysis.kernels.curveball import TRADES, curveballed
from graph.analysis.kernels.steps import steps
from graph.analysis.multiple_testing import adjusted
from graph.network import Form, KnowledgeGraph, OrganisationNetwork, collaboration_members, organisations, targets
from graph.progress import SILENT, Progress

PAIRS = (
    *("community", "otherCommunity", "themeSimilarity", "areaSimilarity", "sharedThemes", "sharedAreas"),
    *("observed", "expected", "missing", "expectedOutward", "z", "p", "q", "hole"),
)
NEAREST = ("community", "otherCommunity", "organisation", "ties", "steps", "alike")

_SIMILAR = 0.5
_SIGNIFICANT = 0.05
_LACKING = 1.0
_SMALLEST = 3
_MOST = 100
_NAMED = 3
_PAIRED = 40
_SHOWN = 20
_EACH = 3

_Ints = npt.NDArray[np.int64]
_Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Holes:
    """Pairs of communities that are alike, against chance.

    Attributes
    ----------
    pairs
        A row a pair of communities of which themes or areas are alike: community, otherCommunity, themeSimilarity and
        areaSimilarity (0 to 1), sharedThemes and sharedAreas (ids, tuples of up to three, those that most members of
        both have first), observed (weight of ties between them), expected (mean of the random networks), missing
        (expected less observed), expectedOutward (as much as either has with others would give), z, p (of as little or
        less by chance), q (Benjamini-Hochberg over these pairs), hole (bool: q below 0.05, at most half of
        expectedOutward, and at least one tie less). Holes first, those that miss most first.
    nearest
        Who could bridge: for each hole, and the first 20 pairs, up to three of either community (the first of its row)
        that are nearest to the other: organisation, ties (weight with the other), steps (to its nearest member; missing
        out of reach), alike (how many of the other work on a theme that it works on).
    draws
        How many random networks were drawn.
    """

    pairs: pd.DataFrame
    nearest: pd.DataFrame
    draws: int


def holes(
    graph: KnowledgeGraph,
    network: OrganisationNetwork,
    community: Mapping[str, int],
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    progress: Progress = SILENT,
) -> Holes:
    """Return the pairs of communities that are alike, with the ties between them against chance.

    Themes or areas are alike when the cosine of the numbers of members that work on each theme, or are in or serve each
    municipality (a ward counts for its city), is 0.5 or more. A tie weighs as in the projection: each collaboration of
    k gives each of its pairs 1 / (k - 1), a declared tie its strength.

    Chance is who takes part in what dealt anew, each organisation in as many collaborations and each collaboration with
    as many members as it has (curveball); a declared tie is a collaboration of two. As communities were found for
    having few ties between them, nearly all pairs have fewer than that: a *hole* has also at most half of what the two
    communities' ties to all others would give, and at least one tie fewer.

    Communities of fewer than three organisations are left out, and all but the hundred largest.

    Parameters
    ----------
    network
        For the steps between organisations; its form says whether collaborations count, or declared ties alone.
    community
        Of each organisation; 0 is none.

    References
    ----------
    G. Strona et al. (2014). A fast and unbiased procedure to randomize ecological binary matrices with fixed row and
    column totals. Nature Communications 5, 4114.
    R. S. Burt (2004). Structural holes and good ideas. American Journal of Sociology 110, 349-399.
    L. A. Goodman (1968). The analysis of cross-classified data: independence, quasi-independence, and interactions in
    contingency tables. Journal of the American Statistical Association 63, 1091-1131 (expectedOutward).
    """
    parts = _parts(network, community)
    traits = _Traits(graph, parts)
    alike = [(a, b) for a, b in combinations(range(len(parts)), 2) if traits.similar(a, b)]
    ties = _Ties(graph, network, parts)
    observed = ties.between(ties.members)
    progress.start("holes", draws if alike else 0)
    mean, spread, below = _chance(ties, observed, draws if alike else 0, seed, progress)
    outward = _quasi_independent(observed)
    p = np.array([(1 + below[pair]) / (draws + 1) for pair in alike])
    q = adjusted(p).tolist() if alike else []
    rows = [
        (
            *(a + 1, b + 1, *traits.similarities(a, b), *traits.shared(a, b)),
            *(observed[a, b], mean[a, b], mean[a, b] - observed[a, b], outward[a, b]),
            (observed[a, b] - mean[a, b]) / spread[a, b] if spread[a, b] > 0 else float("nan"),
            *(
                p_value,
                q_value,
                bool(q_value < _SIGNIFICANT and observed[a, b] <= min(outward[a, b] / 2, outward[a, b] - _LACKING)),
            ),
        )
        for (a, b), p_value, q_value in zip(alike, p.tolist(), q, strict=True)
    ]
    pairs = pd.DataFrame(rows, columns=list(PAIRS))
    order = pairs.assign(last=~pairs["hole"].astype(bool), least=-pairs["missing"]).sort_values(
        ["last", "least", "community", "otherCommunity"]
    )
    nearest = _Nearest(network, parts, traits, ties.of_each())
    ordered = pairs.loc[order.index].reset_index(drop=True)
    shown = ordered[ordered["hole"].astype(bool) | (ordered.index < _SHOWN)]
    found = [row for a, b in zip(shown["community"], shown["otherCommunity"], strict=True) for row in nearest(a, b)]
    return Holes(ordered, pd.DataFrame(found, columns=list(NEAREST)), draws)


def _parts(network: OrganisationNetwork, community: Mapping[str, int]) -> list[list[str]]:
    """Return the organisations of communities 1, 2, … as far as they are large enough."""
    parts: dict[int, list[str]] = {}
    for node in organisations(network):
        if community[node]:
            parts.setdefault(community[node], []).append(node)
    large = [parts[number] for number in sorted(parts) if len(parts[number]) >= _SMALLEST]
    return large[:_MOST]


class _Traits:
    """Themes and areas of each community."""

    def __init__(self, graph: KnowledgeGraph, parts: list[list[str]]) -> None:
        self.themes = {node: targets(graph, node, "WORKS_ON") for part in parts for node in part}
        places = {node: targets(graph, node, "LOCATED_IN", "SERVES") for node in self.themes}
        areas = {
            node: set[str]().union(*(targets(graph, place, "PART_OF") or {place} for place in found))
            for node, found in places.items()
        }
        self.kinds = [self._counts(parts, found) for found in (self.themes, areas)]

    @staticmethod
    def _counts(parts: list[list[str]], values: Mapping[str, set[str]]) -> tuple[list[str], _Floats]:
        names = sorted(set[str]().union(*values.values()))
        place = {name: i for i, name in enumerate(names)}
        counts = np.zeros((len(parts), len(names)))
        for row, part in enumerate(parts):
            for node in part:
                counts[row, [place[name] for name in values[node]]] += 1
        return names, counts

    def similarities(self, a: int, b: int) -> tuple[float, float]:
        """Return how alike themes and areas are."""
        themes, areas = (self._cosine(counts[a], counts[b]) for _, counts in self.kinds)
        return themes, areas

    def similar(self, a: int, b: int) -> bool:
        """Tell whether one of them is alike."""
        return max(self.similarities(a, b)) >= _SIMILAR

    def shared(self, a: int, b: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the themes and areas that most members of both have."""
        themes, areas = (self._most(names, np.minimum(counts[a], counts[b])) for names, counts in self.kinds)
        return themes, areas

    @staticmethod
    def _cosine(a: _Floats, b: _Floats) -> float:
        length = float(np.linalg.norm(a) * np.linalg.norm(b))
        return float(a @ b) / length if length else 0.0

    @staticmethod
    def _most(names: list[str], counts: _Floats) -> tuple[str, ...]:
        return tuple(names[i] for i in np.argsort(-counts, kind="stable")[:_NAMED] if counts[i] > 0)


class _Ties:
    """Who takes part in what, as rows of members, and the weight of ties between communities."""

    def __init__(self, graph: KnowledgeGraph, network: OrganisationNetwork, parts: list[list[str]]) -> None:
        nodes = organisations(network)
        place = {node: i for i, node in enumerate(nodes)}
        works = [] if network.graph["form"] is Form.DECLARED else list(collaboration_members(graph).values())
        declared = [
            ([a, b], float(data.get("strength", 1.0)))
            for a, b, data in graph.edges(data=True)
            if data["type"] == "TIED_TO" and data.get("strength", 1.0) > 0
        ]
        rows = [(members, 1.0) for members in works if len(members) > 1] + declared
        sizes = np.array([len(members) for members, _ in rows], np.int64)
        self.indptr = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
        self.members = np.array([place[node] for members, _ in rows for node in members], np.int32)
        self.row = np.repeat(np.arange(len(rows)), sizes)
        self.weight = np.array([strength for _, strength in rows]) / np.maximum(sizes - 1, 1)
        self.communities, self.organisations = len(parts), len(nodes)
        self.community = np.full(len(nodes), self.communities, np.int64)
        for number, part in enumerate(parts):
            self.community[[place[node] for node in part]] = number
        self.nodes = nodes
        self.large = np.flatnonzero(sizes > _PAIRED)
        self.first, self.second = self._pairs(sizes)
        self.pair_weight = self.weight[self.row[self.first]]

    def _pairs(self, sizes: _Ints) -> tuple[_Ints, _Ints]:
        """Return the places of each two members of one row, of rows that are not large."""
        found = [np.zeros((2, 0), np.int64)]
        for size in np.unique(sizes[sizes <= _PAIRED]).tolist():
            begins = self.indptr[:-1][sizes == size]
            inside = np.stack(np.triu_indices(size, k=1))
            found.append((begins[:, None] + inside[:, None, :]).reshape(2, -1))
        first, second = np.concatenate(found, axis=1)
        return first, second

    def counts(self, members: npt.NDArray[np.int32], rows: _Ints) -> _Floats:
        """Return how many of each of `rows` are of each community."""
        width = self.communities + 1
        found = np.zeros((len(rows), width))
        for i, row in enumerate(rows.tolist()):
            inside = members[self.indptr[row] : self.indptr[row + 1]]
            found[i] = np.bincount(self.community[inside], minlength=width)
        return found[:, : self.communities]

    def between(self, members: npt.NDArray[np.int32]) -> _Floats:
        """Return the weight of the ties between each two communities; what lies inside is left out."""
        counts = self.counts(members, self.large)
        found: _Floats = counts.T @ (counts * self.weight[self.large][:, None])
        width = self.communities + 1
        cells = self.community[members[self.first]] * width + self.community[members[self.second]]
        pairs = np.bincount(cells, self.pair_weight, width**2).reshape(width, width)[:-1, :-1]
        found += pairs + pairs.T
        np.fill_diagonal(found, 0.0)
        return found

    def drawn(self, generator: np.random.Generator) -> npt.NDArray[np.int32]:
        """Return other members, as many in each row and each in as many rows."""
        dealt: npt.NDArray[np.int32] = curveballed(self.indptr, self.members, self.organisations, TRADES, generator)
        return dealt

    def of_each(self) -> dict[str, _Floats]:
        """Return the weight of the ties of each organisation with each community."""
        found = np.zeros((self.organisations, self.communities))
        counts = self.counts(self.members, np.arange(len(self.weight))) * self.weight[:, None]
        np.add.at(found, self.members, counts[self.row])
        return dict(zip(self.nodes, found, strict=True))


def _chance(
    ties: _Ties, observed: _Floats, draws: int, seed: int, progress: Progress
) -> tuple[_Floats, _Floats, _Ints]:
    """Return mean and standard deviation of the draws, and how many have no more than is observed."""
    generator = np.random.default_rng(seed)
    total, squares = np.zeros_like(observed), np.zeros_like(observed)
    below = np.zeros(observed.shape, np.int64)
    for _ in range(draws):
        found = ties.between(ties.drawn(generator))
        total += found
        squares += found**2
        below += found <= observed + 1e-9
        progress.advance()
    mean = total / max(draws, 1)
    return mean, np.sqrt(np.maximum(squares / max(draws, 1) - mean**2, 0.0)), below


def _quasi_independent(observed: _Floats) -> _Floats:
    """Return what each two would have if the ties of each to all others fell on them alike; nothing with itself."""
    sums = observed.sum(axis=1)
    factor = np.sqrt(sums)
    for _ in range(1_000):
        others = factor.sum() - factor
        factor = np.sqrt(factor * np.divide(sums, others, out=np.zeros_like(sums), where=others > 0))
    expected = np.outer(factor, factor)
    np.fill_diagonal(expected, 0.0)
    return expected


class _Nearest:
    """Who of one community is nearest to another."""

    def __init__(
        self, network: OrganisationNetwork, parts: list[list[str]], traits: _Traits, ties: Mapping[str, _Floats]
    ) -> None:
        self.parts, self.themes, self.ties = parts, traits.themes, ties
        self.passing = set(network) - set(organisations(network))
        self.rows = csr(network)
        self.away: dict[int, dict[str, int]] = {}

    def __call__(self, a: int, b: int) -> list[tuple[object, ...]]:
        """Return the rows of both communities, by their numbers."""
        return [*self._of(a - 1, b - 1), *self._of(b - 1, a - 1)]

    def _of(self, own: int, other: int) -> list[tuple[object, ...]]:
        if other not in self.away:
            self.away[other] = steps(self.rows, self.parts[other], self.passing)
        away = self.away[other]
        kinds = Counter(frozenset(self.themes[far]) for far in self.parts[other])
        alike = {
            node: sum(count for themes, count in kinds.items() if themes & self.themes[node])
            for node in self.parts[own]
        }
        ordered = sorted(
            self.parts[own],
            key=lambda node: (-round(self.ties[node][other], 9), away.get(node, len(away)), -alike[node], node),
        )
        return [
            (own + 1, other + 1, node, float(self.ties[node][other]), away.get(node), alike[node])
            for node in ordered[:_EACH]
        ]
