"""Mixing: whether ties join organisations of one sector or of different ones, more than chance would."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from graph.analysis.csr import csr
from graph.analysis.draws import DRAWS, SEED
from graph.analysis.multiple_testing import adjusted
from graph.network import OrganisationNetwork, organisations
from graph.progress import SILENT, Progress

_Floats = npt.NDArray[np.float64]
_Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Mixing:
    """Ties between groups of organisations.

    Attributes
    ----------
    pairs
        A row a pair of groups, each with itself too: group, other, ties, expected, ratio (observed / expected),
        weight, expectedWeight, weightRatio, dealt (mean number of ties over the draws), p and q of the number of ties.
    groups
        A row a group: group, organisations, internal and external (ties of its members, one inside counted from both
        its ends), eiIndex, expected (its mean over the draws), p.
    measures
        Rows eiIndex and assortativity of the whole: measure, value, expected, p.
    unlabelled
        How many organisations have no group; they and their ties are left out.
    """

    pairs: pd.DataFrame
    groups: pd.DataFrame
    measures: pd.DataFrame
    unlabelled: int


def mixing(
    network: OrganisationNetwork,
    groups: Mapping[str, str],
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    progress: Progress = SILENT,
) -> Mixing:
    """Return how ties mix `groups` of organisations.

    - *expected* ties of groups a and b are those of the configuration model: K_a K_b / 2m, inside a group
      K_a ** 2 / 4m, where K is the sum of a group's degrees and m the number of ties; by weight, of its strengths.
    - *assortativity* is the coefficient of Newman 2003, equal to ``networkx.attribute_assortativity_coefficient``: 1
      where all ties are inside groups, 0 at chance. It is missing where all ties are inside one group.
    - *eiIndex* is (external - internal) / (external + internal): 1 where all ties lead to other groups, -1 where none
      does. Missing without ties.
    - *p* is two-sided: the share of `draws` in which groups are dealt anew to the organisations that have one and a
      tie, and the value lies at least as far from its mean; the real one counts as a draw. Ties stay as they are, and
      so does the make-up of those without a tie. *q* adjusts it for the number of pairs (Benjamini and Hochberg).

    Organisations without a group are left out together with their ties. In the bipartite form two organisations have
    a tie for each collaboration that they share, of weight 1 / (k - 1) for k members.

    Parameters
    ----------
    groups
        Group of each organisation, such as its sector; those that are not in it have none.
    progress
        Told of each draw.

    Raises
    ------
    graph.errors.NetworkError
        When a weight is missing or negative.

    References
    ----------
    M. E. J. Newman (2003). Mixing patterns in networks. Physical Review E 67, 026126, equation 2.
    D. Krackhardt and R. N. Stern (1988). Informal networks and organizational crises: an experimental simulation.
    Social Psychology Quarterly 51, 123-140.
    B. Phipson and G. K. Smyth (2010). Permutation p-values should never be zero. Statistical Applications in Genetics
    and Molecular Biology 9, article 39.
    """
    everyone = organisations(network)
    labelled = [node for node in everyone if node in groups]
    names = sorted({groups[node] for node in labelled})
    code = {name: i for i, name in enumerate(names)}
    codes = np.array([code[groups[node]] for node in labelled], dtype=np.int64)
    ties = _Ties(network, labelled)
    observed = _Table(ties.between(codes, len(names)))
    drawn = _drawn(ties, codes, len(names), draws, seed, progress)
    weights = _Table(ties.between(codes, len(names), weighted=True))
    return Mixing(
        _pairs(names, observed, weights, drawn),
        _groups(names, codes, observed, drawn),
        _measures(observed, drawn),
        len(everyone) - len(labelled),
    )


def sectors(network: OrganisationNetwork) -> dict[str, str]:
    """Return the sector of each organisation that has one."""
    known = network.nodes(data="sector")
    return {node: str(known[node]) for node in organisations(network) if known[node] is not None}


class _Ties:
    """Ties between labelled organisations, and collaborations of them, as arrays."""

    def __init__(self, network: OrganisationNetwork, labelled: list[str]) -> None:
        rows = csr(network)
        place = np.full(len(rows), -1, dtype=np.int64)
        position = {node: i for i, node in enumerate(labelled)}
        is_actor = np.zeros(len(rows), dtype=np.bool_)
        actors = set(organisations(network))
        for i, node in enumerate(rows.nodes):
            place[i] = position.get(node, -1)
            is_actor[i] = node in actors
        sizes = np.diff(rows.indptr)
        owner = np.repeat(np.arange(len(rows)), sizes)
        tied = (owner < rows.indices) & is_actor[owner] & is_actor[rows.indices]
        tied &= (place[owner] >= 0) & (place[rows.indices] >= 0)
        self.start, self.end, self.weight = place[owner[tied]], place[rows.indices[tied]], rows.weights[tied]
        shared = ~is_actor[owner] & (place[rows.indices] >= 0) & (sizes[owner] > 1)
        which, self.group = np.unique(owner[shared], return_inverse=True)
        self.member = place[rows.indices[shared]]
        self.group_weight = 1 / (sizes[which] - 1)

    def tied(self, organisations: int) -> npt.NDArray[np.bool_]:
        """Return which organisations have a tie."""
        several = np.bincount(self.group, minlength=len(self.group_weight)) > 1
        ends = np.concatenate([self.start, self.end, self.member[several[self.group]]])
        return np.bincount(ends, minlength=organisations) > 0

    def between(self, codes: _Ints, groups: int, *, weighted: bool = False) -> _Floats:
        """Return the ties between each two groups: a symmetric matrix, with those inside on its diagonal."""
        flat = codes[self.start] * groups + codes[self.end]
        found = np.bincount(flat, self.weight if weighted else None, groups * groups).astype(np.float64)
        across = found.reshape(groups, groups)
        across = across + across.T
        inside = across.diagonal() / 2
        if len(self.group_weight):
            joint = np.bincount(self.group * groups + codes[self.member], minlength=len(self.group_weight) * groups)
            counts = joint.reshape(-1, groups).astype(np.float64)
            each = counts * self.group_weight[:, None] if weighted else counts
            shared = counts.T @ each
            inside = inside + (shared.diagonal() - each.sum(axis=0)) / 2
            across = across + shared
        np.fill_diagonal(across, inside)
        return across


@dataclass(frozen=True)
class _Table:
    """Ties between groups, or one such matrix a draw along the first axis, and what follows from them."""

    between: _Floats

    @property
    def inside(self) -> _Floats:
        return np.diagonal(self.between, axis1=-2, axis2=-1)

    @property
    def degrees(self) -> _Floats:
        return np.asarray(self.between.sum(axis=-1) + self.inside)

    @property
    def total(self) -> _Floats:
        return np.asarray(self.degrees.sum(axis=-1) / 2)

    @property
    def expected(self) -> _Floats:
        products = self.degrees[..., :, None] * self.degrees[..., None, :]
        found = _ratio(products, 2 * self.total[..., None, None])
        return np.asarray(found * (1 - np.eye(found.shape[-1]) / 2))

    @property
    def ei_of_groups(self) -> _Floats:
        return _ratio(self.degrees - 4 * self.inside, self.degrees)

    @property
    def ei(self) -> _Floats:
        within = self.inside.sum(axis=-1)
        return _ratio(self.total - 2 * within, self.total)

    @property
    def assortativity(self) -> _Floats:
        share = _ratio(self.degrees, 2 * self.total[..., None])
        chance = (share**2).sum(axis=-1)
        room = np.where(np.isclose(chance, 1.0, rtol=0, atol=1e-12), 0.0, 1 - chance)
        return _ratio(_ratio(self.inside.sum(axis=-1), self.total) - chance, room)


def _drawn(ties: _Ties, codes: _Ints, groups: int, draws: int, seed: int, progress: Progress) -> _Table:
    generator = np.random.default_rng(seed)
    found = np.empty((draws, groups, groups))
    tied, dealt = ties.tied(len(codes)), codes.copy()
    for i in range(draws):
        dealt[tied] = generator.permutation(codes[tied])
        found[i] = ties.between(dealt, groups)
        progress.advance()
    return _Table(found)


def _pairs(names: list[str], observed: _Table, weights: _Table, drawn: _Table) -> pd.DataFrame:
    first, second = np.triu_indices(len(names))
    chance = _p(observed.between, drawn.between)[first, second]
    columns = {
        "group": [names[i] for i in first],
        "other": [names[i] for i in second],
        "ties": observed.between[first, second].astype(np.int64),
        "expected": observed.expected[first, second],
        "ratio": _ratio(observed.between, observed.expected)[first, second],
        "weight": weights.between[first, second],
        "expectedWeight": weights.expected[first, second],
        "weightRatio": _ratio(weights.between, weights.expected)[first, second],
        "dealt": _mean(drawn.between)[first, second],
        "p": chance,
        "q": adjusted(chance),
    }
    return pd.DataFrame(columns)


def _groups(names: list[str], codes: _Ints, observed: _Table, drawn: _Table) -> pd.DataFrame:
    internal = 2 * observed.inside
    return pd.DataFrame(
        {
            "group": names,
            "organisations": np.bincount(codes, minlength=len(names)),
            "internal": internal.astype(np.int64),
            "external": (observed.degrees - internal).astype(np.int64),
            "eiIndex": observed.ei_of_groups,
            "expected": _mean(drawn.ei_of_groups),
            "p": _p(observed.ei_of_groups, drawn.ei_of_groups),
        }
    )


def _measures(observed: _Table, drawn: _Table) -> pd.DataFrame:
    values = {name: (getattr(observed, attribute), getattr(drawn, attribute)) for name, attribute in _MEASURES.items()}
    rows = [(name, float(value), float(_mean(all_)), float(_p(value, all_))) for name, (value, all_) in values.items()]
    return pd.DataFrame(rows, columns=["measure", "value", "expected", "p"])


_MEASURES = {"eiIndex": "ei", "assortativity": "assortativity"}


def _mean(drawn: _Floats) -> _Floats:
    known = ~np.isnan(drawn)
    return _ratio(np.where(known, drawn, 0.0).sum(axis=0), known.sum(axis=0))


def _p(observed: _Floats, drawn: _Floats) -> _Floats:
    """Return how likely a draw lies as far from the mean; NaN where the value is not defined, or nothing was drawn."""
    mean = _mean(drawn)
    # Values equal but for rounding are as far.
    far = np.abs(drawn - mean) >= np.abs(observed - mean) - 1e-12
    known = (~np.isnan(drawn)).sum(axis=0)
    chance = (far.sum(axis=0) + 1) / (known + 1)
    return np.where(np.isnan(observed) | (known == 0), np.nan, chance)


def _ratio(above: npt.ArrayLike, below: npt.ArrayLike) -> _Floats:
    """Return the quotient, NaN where the divisor is nothing."""
    over, under = np.broadcast_arrays(np.asarray(above, np.float64), np.asarray(below, np.float64))
    result = np.full(over.shape, np.nan)
    np.divide(over, under, out=result, where=under != 0)
    return result
