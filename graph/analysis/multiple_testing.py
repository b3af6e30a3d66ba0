"""p-values of many tests at once."""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt

Method = Literal["benjamini-hochberg", "bonferroni"]


def adjusted(
    p: npt.ArrayLike, method: Method = "benjamini-hochberg", *, tests: int | None = None
) -> npt.NDArray[np.float64]:
    """Return the p-values `p` adjusted for being many.

    By Benjamini and Hochberg it is the q-value: when every test with q at most 0.05 is called a finding, at most 5 % of
    the findings are expected to be chance (of tests that are independent or depend positively). By Bonferroni it is
    p times the number of tests: then a single chance finding has at most that probability.

    Parameters
    ----------
    p
        Probabilities of any shape, adjusted together. A missing one (NaN) stays missing and is not a test.
    tests
        How many tests there were, when those with p = 1 are not in `p`; otherwise as many as there are in `p`.

    Returns
    -------
    Array of the shape of `p`, each between p and 1.

    Raises
    ------
    ValueError
        When a p is below 0 or above 1, or there were fewer `tests` than `p` has.

    References
    ----------
    Y. Benjamini and Y. Hochberg (1995). Controlling the false discovery rate: a practical and powerful approach to
    multiple testing. Journal of the Royal Statistical Society B 57, 289-300.

    Examples
    --------
    >>> adjusted([0.01, 0.02, 0.5, 0.04]).round(3).tolist()
    [0.04, 0.04, 0.5, 0.053]
    >>> adjusted([0.01, 0.02, 0.5, 0.04], "bonferroni").tolist()
    [0.04, 0.08, 1.0, 0.16]
    """
    given = np.asarray(p, dtype=np.float64)
    tested = ~np.isnan(given)
    values = given[tested]
    number = len(values) if tests is None else tests
    if number < len(values):
        raise ValueError(f"{len(values)} p-values of {number} tests")
    if ((values < 0) | (values > 1)).any():
        raise ValueError("p-values lie between 0 and 1")
    result = np.full(given.shape, np.nan)
    result[tested] = np.minimum(1.0, values * number) if method == "bonferroni" else _q_values(values, number)
    return result


def _q_values(p: npt.NDArray[np.float64], tests: int) -> npt.NDArray[np.float64]:
    order = np.argsort(p, kind="stable")
    scaled = p[order] * tests / np.arange(1, len(p) + 1)
    q = np.empty_like(p)
    q[order] = np.minimum.accumulate(np.minimum(1.0, scaled)[::-1])[::-1]
    return q
