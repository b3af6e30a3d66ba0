"""The bipartite configuration model: two-mode networks in which each node has its number of ties on average."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_Floats = npt.NDArray[np.float64]
_Ints = npt.NDArray[np.int64]

_TOLERANCE = 1e-13
_MOST_STEPS = 200
_HALVINGS = 40


@dataclass(frozen=True)
class Bicm:
    """Probability of a tie between a row and a column, which depends on their numbers of ties alone.

    Attributes
    ----------
    rows, columns
        The different numbers of ties, ascending.
    row_counts, column_counts
        How many rows and columns have each.
    probability
        Shape (rows, columns).
    """

    rows: _Ints
    columns: _Ints
    row_counts: _Ints
    column_counts: _Ints
    probability: _Floats


def bicm(row_degrees: npt.ArrayLike, column_degrees: npt.ArrayLike) -> Bicm:
    """Return the network of greatest entropy in which each node has on average as many ties as is given.

    The probability of a tie is x y / (1 + x y), where the fitnesses x of rows and y of columns maximise the likelihood;
    they are found by Newton's method on their logarithms, rows and columns with the same number of ties together. Rows
    and columns that are empty or full are certain and set apart first.

    Raises
    ------
    ValueError
        When rows and columns do not have the same number of ties in all.

    References
    ----------
    F. Saracco, R. Di Clemente, A. Gabrielli, T. Squartini (2015). Randomizing bipartite networks: the case of the World
    Trade Web. Scientific Reports 5, 10595, equations 2 to 5.
    N. Vallarano et al. (2021). Fast and scalable likelihood maximization for exponential random graph models with
    local constraints. Scientific Reports 11, 15227 (Newton's method, degrees together).

    Examples
    --------
    >>> bicm([1, 1], [1, 1]).probability.round(6).tolist()
    [[0.5]]
    >>> bicm([2, 1], [2, 1]).probability.tolist()  # doctest: +NORMALIZE_WHITESPACE
    [[0.0, 1.0], [1.0, 1.0]]
    """
    rows, row_counts = np.unique(np.asarray(row_degrees, np.int64), return_counts=True)
    columns, column_counts = np.unique(np.asarray(column_degrees, np.int64), return_counts=True)
    if rows @ row_counts != columns @ column_counts:
        raise ValueError("rows and columns must have the same number of ties in all")
    probability = np.zeros((rows.size, columns.size))
    free_rows, free_columns = _certain(probability, (rows, row_counts), (columns, column_counts))
    inner = np.ix_(free_rows, free_columns)
    if free_rows.any() and free_columns.any():
        left_rows = rows - probability @ column_counts
        left_columns = columns - row_counts @ probability
        probability[inner] = _solved(
            (left_rows[free_rows], row_counts[free_rows].astype(np.float64)),
            (left_columns[free_columns], column_counts[free_columns].astype(np.float64)),
        )
    return Bicm(rows, columns, row_counts, column_counts, probability)


def _certain(
    probability: _Floats, rows: tuple[_Ints, _Ints], columns: tuple[_Ints, _Ints]
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Write the ties that must be into `probability`; return which rows and columns are still free."""
    free = (np.ones(rows[0].size, np.bool_), np.ones(columns[0].size, np.bool_))
    changed = True
    while changed:
        changed = False
        for axis, (degrees, counts) in enumerate(((rows[0], columns[1]), (columns[0], rows[1]))):
            table = probability if axis == 0 else probability.T
            other = free[1 - axis]
            for i in np.flatnonzero(free[axis]):
                left, room = degrees[i] - table[i] @ counts, counts[other].sum()
                if left in (0, room):
                    table[i, other] = float(left > 0)
                    free[axis][i] = False
                    changed = True
    return free


def _solved(rows: tuple[_Floats, _Floats], columns: tuple[_Floats, _Floats]) -> _Floats:
    """Return the probabilities that give the degrees of rows and columns, each with how many there are of it."""
    (k, n), (d, m) = rows, columns
    total = float(k @ n)
    x = np.concatenate([np.log(k), np.log(d)]) - np.log(total) / 2
    size = k.size
    for _ in range(_MOST_STEPS):
        p = 1 / (1 + np.exp(-(x[:size, None] + x[None, size:])))
        gap = np.concatenate([k - p @ m, d - n @ p])
        if np.abs(gap).max() < _TOLERANCE * max(1.0, total):
            break
        x = _stepped(x, _step(p, gap, n, m), rows, columns)
    return np.asarray(1 / (1 + np.exp(-(x[:size, None] + x[None, size:]))), np.float64)


def _step(p: _Floats, gap: _Floats, n: _Floats, m: _Floats) -> _Floats:
    w = p * (1 - p)
    slope = np.block([[np.diag(w @ m), w * m], [(w * n[:, None]).T, np.diag(n @ w)]])
    return np.asarray(np.linalg.lstsq(slope, gap, rcond=1e-12)[0], np.float64)


def _stepped(x: _Floats, step: _Floats, rows: tuple[_Floats, _Floats], columns: tuple[_Floats, _Floats]) -> _Floats:
    """Return `x` moved by `step`, halved until the likelihood does not fall."""
    before = _likelihood(x, rows, columns)
    for _ in range(_HALVINGS):
        if _likelihood(x + step, rows, columns) >= before:
            break
        step = step / 2
    return x + step


def _likelihood(x: _Floats, rows: tuple[_Floats, _Floats], columns: tuple[_Floats, _Floats]) -> float:
    (k, n), (d, m) = rows, columns
    pairs = np.logaddexp(0, x[: k.size, None] + x[None, k.size :])
    return float((k * n) @ x[: k.size] + (d * m) @ x[k.size :] - n @ pairs @ m)
