"""Pairwise precision and recall, from the sizes of clusters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from benchmarks.resolution.truth import Names
from loaders.resolution import Rules, resolve


@dataclass(frozen=True)
class Scores:
    """How right clusters are.

    Attributes
    ----------
    precision
        Of the pairs in one cluster, the part that truly are one.
    recall
        Of the pairs that truly are one, the part in one cluster.
    found
        The same with pairs that a person is asked about counted as found.
    asked
        How many pairs a person is asked about.
    """

    precision: float
    recall: float
    found: float
    asked: int = 0


def resolved(given: Names, rules: Rules | None = None, history: pd.DataFrame | None = None) -> Scores:
    """Return how right `loaders.resolution.resolve` is from the names alone, or with a name history."""
    ids = [f"{number:06}" for number in range(len(given.names))]
    found = resolve(pd.DataFrame({"id": ids, "name": given.names}), history=history, rules=rules or Rules())
    clusters = [each.entity for each in found.decided]
    entity = dict(zip(ids, clusters, strict=True))
    truths: dict[str, Counter[str]] = defaultdict(Counter)
    for cluster, truth in zip(clusters, given.truths, strict=True):
        truths[cluster][truth] += 1
    asked = 0
    for pair in found.asked:
        left, right = truths[entity[pair.left]], truths[entity[pair.right]]
        asked += sum(count * right[truth] for truth, count in left.items())
    scores = clustered(clusters, given.truths)
    more = asked / pairs(given.truths)
    return Scores(scores.precision, scores.recall, scores.recall + more, len(found.asked))


def clustered(clusters: Sequence[Hashable], truths: Sequence[Hashable]) -> Scores:
    """Return how right clusters are."""
    right = pairs(zip(clusters, truths, strict=True))
    recall = right / pairs(truths)
    return Scores(right / max(pairs(clusters), 1), recall, recall)


def pairs(labels: Iterable[Hashable]) -> int:
    """Return how many pairs have the same label."""
    return sum(count * (count - 1) // 2 for count in Counter(labels).values())
