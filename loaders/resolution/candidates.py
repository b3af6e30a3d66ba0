"""Pairs of keys that may be near, found without comparing all with all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

from loaders.resolution.branches import is_house, may_be_house

_Numbers = np.ndarray[Any, np.dtype[np.int64]]

_BLOCKS = 6
"""How many of its rarest pairs of characters a key is looked for under."""
_LARGEST_BLOCK = 120
_BATCH = 500_000
_SHORTEST_WITHIN = 4


@dataclass(frozen=True)
class Near:
    """Two keys, by number, and how near they are (rapidfuzz' ratio, 0 to 100)."""

    left: int
    right: int
    score: float


@dataclass(frozen=True)
class Within:
    """A key that begins or ends with another, and what the rest is.

    Attributes
    ----------
    sure, possible
        Whether the rest can only be, or may be, an office or house of the shorter.
    """

    shorter: int
    longer: int
    sure: bool = False
    possible: bool = False


def near(keys: Sequence[str], at_least: float) -> Iterator[Near]:
    """Yield the pairs of keys that are near.

    Keys are compared when they share one of the pairs of characters that are rarest in each of them (and that more than
    one key has). That grows with the number of keys and the size of blocks, which is capped, and not with its square.
    """
    pairs = _blocked(keys)
    texts = np.array(keys, dtype=object)
    for first in range(0, len(pairs), _BATCH):
        batch = pairs[first : first + _BATCH]
        left, right = batch[:, 0], batch[:, 1]
        scores = process.cpdist(
            texts[left].tolist(), texts[right].tolist(), scorer=fuzz.ratio, score_cutoff=at_least, dtype=np.float32
        )
        for position in np.flatnonzero(scores):
            yield Near(int(left[position]), int(right[position]), float(scores[position]))


def within(keys: Sequence[str]) -> Iterator[Within]:
    """Yield the keys that begin, or end, with the longest other key that is long enough to mean something."""
    known = {key: number for number, key in enumerate(keys) if len(key) >= _SHORTEST_WITHIN}
    for number, key in enumerate(keys):
        for cut in range(len(key) - 1, _SHORTEST_WITHIN - 1, -1):
            found = known.get(key[:cut])
            if found is not None:
                yield Within(found, number, is_house(key[cut:]), may_be_house(key[cut:]))
                break
        for cut in range(1, len(key) - _SHORTEST_WITHIN + 1):
            found = known.get(key[cut:])
            if found is not None:
                yield Within(found, number)
                break


def _blocked(keys: Sequence[str]) -> _Numbers:
    """Return the distinct pairs of numbers of keys that share a block, as an array of two columns."""
    grams = [_grams(key) for key in keys]
    counts: Counter[str] = Counter(gram for found in grams for gram in found)
    blocks: Mapping[str, list[int]] = defaultdict(list)
    for number, found in enumerate(grams):
        for gram in _rarest(found, counts):
            blocks[gram].append(number)
    codes = [_pairs(block, len(keys)) for block in blocks.values() if 1 < len(block) <= _LARGEST_BLOCK]
    distinct = np.unique(np.concatenate(codes)) if codes else np.empty(0, dtype=np.int64)
    return np.column_stack(np.divmod(distinct, max(len(keys), 1)))


def _pairs(block: Sequence[int], count: int) -> _Numbers:
    """Return each pair within a block as one number."""
    members = np.array(block, dtype=np.int64)
    left, right = np.triu_indices(len(members), 1)
    paired: _Numbers = members[left] * count + members[right]
    return paired


def _grams(key: str) -> set[str]:
    return {key[place : place + 2] for place in range(len(key) - 1)}


def _rarest(grams: Iterable[str], counts: Mapping[str, int]) -> list[str]:
    shared = sorted((counts[gram], gram) for gram in grams if counts[gram] > 1)
    return [gram for _, gram in shared[:_BLOCKS]]
