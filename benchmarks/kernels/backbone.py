"""Pairs that share more than the hypergeometric null gives, against scipy's distribution."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, combinations

import numpy as np
from scipy.stats import hypergeom

from benchmarks import same
from benchmarks.networks import platform
from benchmarks.pair import Bar, Pair
from graph.analysis.kernels import Backbone, backbone

_Groups = Sequence[Sequence[int]]
_Shared = dict[tuple[int, int], float]


def pairs() -> Iterator[Pair]:
    """Yield the pairs: themes that organisations share, and organisations that collaborations share."""
    given = platform(10_000)
    themes = range(1 + max(chain.from_iterable(given.themes)))
    for what, nodes, groups in (
        ("theme × theme", themes, given.themes),
        ("organisation × organisation", range(given.organisations), given.members),
    ):
        ours = partial(backbone, nodes, groups)
        size = f"{what}, {len(shared(groups)):,} pairs"
        one, at_once = partial(by_pair, groups), partial(all_at_once, groups)
        yield Pair("hypergeometric backbone", size, ours, "scipy, a pair at a time", one, Bar.times(30), _same)
        yield Pair("hypergeometric backbone", size, ours, "scipy, all pairs at once", at_once, None, _same)


def by_pair(groups: _Groups) -> _Shared:
    """Return for each pair that shares a group the probability of as many or more."""
    held = Counter(chain.from_iterable(groups))
    return {
        (a, b): float(hypergeom.sf(count - 1, len(groups), held[a], held[b]))
        for (a, b), count in shared(groups).items()
    }


def all_at_once(groups: _Groups) -> _Shared:
    """Return the same by one call on arrays."""
    found, held = shared(groups), Counter(chain.from_iterable(groups))
    counts = np.array([(count, held[a], held[b]) for (a, b), count in found.items()]).T
    return dict(zip(found, hypergeom.sf(counts[0] - 1, len(groups), counts[1], counts[2]).tolist(), strict=True))


def shared(groups: _Groups) -> Counter[tuple[int, int]]:
    """Return how many groups each pair shares."""
    return Counter(pair for group in groups for pair in combinations(sorted(group), 2))


def _same(ours: Backbone, theirs: _Shared) -> bool:
    found = zip(ours.first.tolist(), ours.second.tolist(), strict=True)
    return len(theirs) == ours.p.size and same.scores(ours.p, [theirs[pair] for pair in found])
