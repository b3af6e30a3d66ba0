"""Betweenness centrality from a sample of shortest paths, with bounds that hold for all nodes together."""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt

from graph.analysis.csr import Csr, csr
from graph.analysis.kernels.random_paths import random_paths

_Ints = npt.NDArray[np.int64]
_Floats = npt.NDArray[np.float64]

_BLOCK = 1024
"""Paths that one generator draws: what is drawn does not depend on who draws which block."""

_FIRST = 0.8
"""Share of `delta` for the first look at the bounds; each later look has a fifth of the one before, 1 in all."""

_TRIAL = 0.05
"""Paths of the trial, times epsilon squared: about a thirtieth of those that follow."""

_GROWTH = 1.2
"""How many times as many paths a later look has, when the bounds were too wide at the look before."""


@dataclass(frozen=True)
class SampledBetweenness:
    """Estimates of normalised betweenness and bounds around them.

    With probability 1 - delta over the draws, the betweenness of *every* node lies between its bounds, none of which
    is further than `error` from the estimate.

    Attributes
    ----------
    scores
        The estimate of each node: the share of the paths drawn that pass through it.
    lower, upper
        Bounds of each node.
    error
        Largest distance of a bound from its estimate, at most the epsilon asked for.
    samples
        How many paths the estimates are made from.
    """

    scores: dict[Any, float]
    lower: dict[Any, float]
    upper: dict[Any, float]
    error: float
    samples: int


def sampled_betweenness(
    graph: nx.Graph[Any] | Csr, *, epsilon: float = 0.005, delta: float = 0.1, seed: int = 1, threads: int = 1
) -> SampledBetweenness:
    """Return the betweenness of each node to within `epsilon`, all at once with probability 1 - `delta`.

    Betweenness, normalised, is the chance that a random shortest path between two random others passes through the
    node, were the node itself never drawn for an end; drawing it passes nothing, so that the chance is
    (n - 2) / n times as large, and estimates and bounds are scaled by n / (n - 2). Rules are those of `betweenness`,
    every tie of length one.

    Notes
    -----
    The paths through a node among m drawn are binomial. By Chernoff's bound their share p̂ and their chance p have
    m KL(p̂, p) > ln(2 / δ_v) with a probability of at most δ_v, KL being the divergence of two coins; the bounds are
    where equality holds. That is proved and needs neither the diameter nor the constant, estimated by trial, of the
    bound from the VC dimension (Riondato and Kornaropoulos 2016; Borassi and Natale 2016). As in the latter, δ_v is
    larger for nodes of large betweenness, which need the most paths: half of delta is shared by all alike, half by
    need. Both need and m are planned from a first sample that is then thrown away; should the bounds be too wide, more
    paths are drawn, and delta is divided among the looks.

    Raises
    ------
    graph.errors.NetworkError
        When ties have a direction.
    ValueError
        When epsilon or delta is not between 0 and 1.

    References
    ----------
    M. Borassi, E. Natale (2016). KADABRA is an adaptive algorithm for betweenness via random approximation. ESA 2016,
    LIPIcs 57, 20.
    M. Riondato, E. M. Kornaropoulos (2016). Fast approximation of betweenness centrality through sampling. Data Mining
    and Knowledge Discovery 30, 438-475.
    W. Hoeffding (1963). Probability inequalities for sums of bounded random variables. Journal of the American
    Statistical Association 58, 13-30, equation 2.1.

    Examples
    --------
    >>> import networkx as nx
    >>> found = sampled_betweenness(nx.star_graph(9), epsilon=0.05)
    >>> found.lower[0] <= 1.0 <= found.upper[0], found.scores[1]
    (True, 0.0)
    """
    if not (0.0 < epsilon < 1.0 and 0.0 < delta < 1.0):
        raise ValueError("epsilon and delta lie between 0 and 1")
    rows = csr(graph, weight=None, parallel="min")
    n = len(rows)
    if n < 3:  # noqa: PLR2004 - nobody lies between two others
        none = dict.fromkeys(rows.nodes, 0.0)
        return SampledBetweenness(none, none, none, 0.0, 0)
    scale = n / (n - 2)
    trial = math.ceil(_TRIAL / epsilon**2 / _BLOCK)
    planned, share = _plan(_passed(rows, seed, range(trial), threads), trial * _BLOCK, epsilon / scale, _FIRST * delta)
    part, passed, drawn = _FIRST * delta, np.zeros(n, np.int64), 0
    found, error = np.empty((3, n)), math.inf
    while error > epsilon:
        blocks = math.ceil(planned / _BLOCK)
        passed += _passed(rows, seed, range(trial + drawn, trial + blocks), threads)
        drawn = blocks
        found = np.minimum(scale * _bounds(passed, drawn * _BLOCK, part * share), 1.0)
        error = float(max((found[0] - found[1]).max(), (found[2] - found[0]).max()))
        planned, part = drawn * _BLOCK * _GROWTH, part * (1.0 - _FIRST)
    scores, lower, upper = (dict(zip(rows.nodes, values.tolist(), strict=True)) for values in found)
    return SampledBetweenness(scores, lower, upper, error, drawn * _BLOCK)


def _passed(rows: Csr, seed: int, blocks: range, threads: int) -> _Ints:
    """Return through how many of the paths of `blocks` each node is passed."""
    passed = np.zeros(len(rows), np.int64)
    generators = (np.random.default_rng([seed, block]) for block in blocks)
    with ThreadPoolExecutor(threads) as pool:
        for part in pool.map(partial(random_paths, rows.indptr, rows.indices, _BLOCK), generators):
            passed += part
    return passed


def _plan(passed: _Ints, samples: int, epsilon: float, delta: float) -> tuple[float, _Floats]:
    """Return how many paths will do for `epsilon`, and the share of `delta` of each node, from a trial.

    Half of delta is shared alike and half by need: a node of chance p needs m KL(p, p ± ε) ≥ ln(2 / δ_v).
    """
    counts, which, many = np.unique(passed, return_inverse=True, return_counts=True)
    chance = counts / samples
    # A standard deviation more than was seen, but for coins that are then less uncertain.
    chance = np.maximum(chance, np.minimum(chance + (np.sqrt(counts) + 1.0) / samples, 0.5))
    drawn_to = np.minimum(chance + epsilon, 1.0), np.maximum(chance - epsilon, 0.0)
    need = np.minimum(*(_divergence(chance, end) for end in drawn_to))

    def shares(paths: float) -> _Floats:
        by_need = np.exp(-paths * (need - need.min()) / 2)  # halved, as the trial may be wrong
        return np.asarray((by_need / (many * by_need).sum() + 1.0 / passed.size) / 2)

    least, most = 0.0, math.log(4 * passed.size / delta) / need.min()
    for _ in range(50):
        middle = (least + most) / 2
        enough = (middle * need >= np.log(2 / (delta * shares(middle)))).all()
        least, most = (least, middle) if enough else (middle, most)
    return most, shares(most)[which]


def _bounds(passed: _Ints, samples: int, delta: _Floats) -> _Floats:
    """Return the share of paths passed and the bounds of its chance, shape (3, n), missed with a chance of `delta`."""
    pairs, which = np.unique(np.stack([passed, np.log(2.0 / delta) / samples]), axis=1, return_inverse=True)
    share, level = pairs[0] / samples, pairs[1]
    return np.stack([share, 1.0 - _above(1.0 - share, level), _above(share, level)])[:, which]


def _above(share: _Floats, level: _Floats) -> _Floats:
    """Return the largest chance whose divergence from `share` is at most `level`, by halving."""
    least, most = share, np.ones_like(share)
    for _ in range(50):
        middle = (least + most) / 2
        near = _divergence(share, middle) <= level
        least, most = np.where(near, middle, least), np.where(near, most, middle)
    return most


def _divergence(p: _Floats, q: _Floats) -> _Floats:
    """Return the Kullback-Leibler divergence of two coins, infinite where q rules p out."""
    with np.errstate(divide="ignore", invalid="ignore"):
        heads = np.where(p > 0.0, p * np.log(p / q), 0.0)
        return heads + np.where(p < 1.0, (1.0 - p) * np.log((1.0 - p) / (1.0 - q)), 0.0)
