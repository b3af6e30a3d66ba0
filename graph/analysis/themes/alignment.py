"""How far the themes of members overlap, against chance."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from math import comb
from typing import TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from graph.analysis.draws import DRAWS, SEED
from graph.analysis.kernels.curveball import TRADES, curveballed
from graph.analysis.themes.incidence import Incidence
from graph.progress import SILENT, Progress

COLUMNS = ("against", "overlap", "expected", "alignment", "lower", "upper", "p", "members", "themes", "draws")

_MOST = 1_000
_CONFIDENCE = 0.9

_Drawn = TypeVar("_Drawn")
_Matrix = npt.NDArray[np.bool_]
_Floats = npt.NDArray[np.float64]


class Against(StrEnum):
    """What chance keeps."""

    EVEN = "even"
    POPULAR = "popular"


def alignment(who: Incidence, *, draws: int = DRAWS, seed: int = SEED, progress: Progress = SILENT) -> pd.DataFrame:
    """Return how far the themes of two members overlap beyond chance: 0 as by chance, 1 when all have the same.

    The overlap of two members is the number of themes that both work on over those that either does (Jaccard), its mean
    over all pairs of members that work on any theme the overlap of all. Chance is, *even*, that members work on as many
    themes as they do, any theme as likely; and, *popular*, that each theme also has as many members as it has. The
    alignment is (overlap - expected) / (1 - expected): against *even* it says how far members gather on few themes,
    against *popular* how far those who share one theme share others too.

    Neither more members nor more themes change it by themselves, so that years can be compared: the mean over pairs
    does not depend on the number of members, and what more themes do to chance is in the expected value.

    Parameters
    ----------
    draws
        How many random networks are drawn for *popular*, and how many halves of the members for the interval.

    Returns
    -------
    A row for *even* and *popular*: against, overlap, expected, alignment, lower and upper (interval of 90 %: that of
    the alignments of halves of the members, which spread as those of other members would; missing with fewer than four
    members), p (of as much overlap or more in the random networks; missing for *even*), members, themes, draws. All is
    missing with fewer than two members or two themes. Of more than 1,000 members as many drawn at random are measured,
    and `members` says so.

    References
    ----------
    L. Hubert and P. Arabie (1985). Comparing partitions. Journal of Classification 2, 193-218 (correction for chance).
    G. Strona et al. (2014). A fast and unbiased procedure to randomize ecological binary matrices with fixed row and
    column totals. Nature Communications 5, 4114.
    J. Shao and C. F. J. Wu (1989). A general theory for jackknife variance estimation. Annals of Statistics 17,
    1176-1197 (halves: with half of the members deleted, values spread as the value of all does).
    """
    generator = np.random.default_rng(seed)
    matrix, size = who.matrix, (len(who.members), len(who.themes))
    if min(size) < 2:  # noqa: PLR2004 - one member overlaps with nobody, one theme is shared by all
        nothing = (*(float("nan"),) * 6, *size, 0)
        return pd.DataFrame([(str(against), *nothing) for against in Against], columns=list(COLUMNS))
    if size[0] > _MOST:
        matrix = matrix[np.sort(generator.choice(size[0], _MOST, replace=False))]
    observed, even = overlap(matrix), expected_overlap(matrix.sum(axis=1), size[1])
    progress.start("alignment", 2 * draws)
    chance = _repeated(draws, progress, lambda: overlap(_randomised(matrix, generator)))
    halves = np.array(_repeated(draws, progress, lambda: _half(matrix, generator)))
    p = (1 + (np.array(chance) >= observed - 1e-12).sum()) / (draws + 1)
    rows = [
        (
            str(against),
            observed,
            expected,
            _beyond(observed, expected),
            *_interval(halves[:, 0], halves[:, column]),
            value,
        )
        for column, (against, expected, value) in enumerate(
            [(Against.EVEN, even, float("nan")), (Against.POPULAR, float(np.mean(chance)), p)], start=1
        )
    ]
    return pd.DataFrame([(*row, len(matrix), size[1], draws) for row in rows], columns=list(COLUMNS))


def overlap(matrix: _Matrix) -> float:
    """Return the mean Jaccard index of all pairs of rows.

    Examples
    --------
    >>> overlap(np.array([[1, 1], [0, 1]], bool))
    0.5
    """
    packed = np.ascontiguousarray(np.packbits(matrix, axis=1))
    _, first, number = np.unique(packed.view(f"V{packed.shape[1]}").ravel(), return_index=True, return_counts=True)
    held = matrix[first].astype(np.float64)
    common, sizes = held @ held.T, held.sum(axis=1)
    jaccard = common / np.maximum(sizes[:, None] + sizes - common, 1.0)
    n = len(matrix)
    return float((number @ jaccard @ number - n) / (n * (n - 1)))


def expected_overlap(sizes: npt.NDArray[np.int64], themes: int) -> float:
    """Return the mean overlap when rows of these sizes take any of `themes` as likely (hypergeometric).

    Examples
    --------
    >>> expected_overlap(np.array([1, 1]), 4)
    0.25
    """
    kinds, counts = np.unique(sizes, return_counts=True)
    total = 0.0
    for i, (a, n) in enumerate(zip(kinds.tolist(), counts.tolist(), strict=True)):
        for b, m in zip(kinds.tolist()[i:], counts.tolist()[i:], strict=True):
            total += _expected_jaccard(a, b, themes) * (n * (n - 1) / 2 if a == b else n * m)
    return total / (len(sizes) * (len(sizes) - 1) / 2)


@cache
def _expected_jaccard(a: int, b: int, themes: int) -> float:
    ways = ((k, comb(a, k) * comb(themes - a, b - k)) for k in range(max(0, a + b - themes), min(a, b) + 1))
    return sum(k / (a + b - k) * way for k, way in ways) / comb(themes, b)


def _randomised(matrix: _Matrix, generator: np.random.Generator) -> _Matrix:
    rows, columns = np.nonzero(matrix)
    indptr = np.concatenate([[0], np.cumsum(matrix.sum(axis=1))]).astype(np.int64)
    dealt = np.zeros_like(matrix)
    dealt[rows, curveballed(indptr, columns.astype(np.int32), matrix.shape[1], TRADES, generator)] = True
    return dealt


def _half(matrix: _Matrix, generator: np.random.Generator) -> tuple[float, float, float]:
    """Return the overlap of half of the rows, and what is expected for them by either chance."""
    half = matrix[generator.permutation(len(matrix))[: len(matrix) // 2]]
    if len(half) < 2:  # noqa: PLR2004 - one member overlaps with nobody
        return float("nan"), float("nan"), float("nan")
    even = expected_overlap(half.sum(axis=1), matrix.shape[1])
    return overlap(half), even, overlap(_randomised(half, generator))


def _repeated(draws: int, progress: Progress, draw: Callable[[], _Drawn]) -> list[_Drawn]:
    found = []
    for _ in range(draws):
        found.append(draw())
        progress.advance()
    return found


def _interval(observed: _Floats, expected: _Floats) -> tuple[float, float]:
    open_ended = expected < 1
    if np.isnan(expected).any() or not open_ended.any():
        return float("nan"), float("nan")
    beyond = (observed[open_ended] - expected[open_ended]) / (1 - expected[open_ended])
    low, high = np.quantile(beyond, [(1 - _CONFIDENCE) / 2, (1 + _CONFIDENCE) / 2])
    return float(low), float(high)


def _beyond(observed: float, expected: float) -> float:
    return (observed - expected) / (1 - expected) if expected < 1 else float("nan")
