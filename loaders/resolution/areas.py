"""Municipalities that do not contradict each other: equal ones, a ward and its city, a place and its prefecture."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from loaders.municipalities import PREFIX, by_id, municipalities


def agree(first: Iterable[str], second: Iterable[str]) -> bool:
    """Tell whether one of the first and one of the second municipalities lie in each other, or either is unknown.

    Examples
    --------
    >>> agree({"JP-LGC-141003"}, {"JP-LGC-141011"}), agree({"JP-LGC-141003"}, {"JP-LGC-141305"}), agree({"x"}, ())
    (True, False, True)
    """
    left, right = set(first), set(second)
    return not left or not right or any(lies_in(a, b) or lies_in(b, a) for a in left for b in right)


def lies_in(place: str, area: str) -> bool:
    """Tell whether a municipality is another one, or lies in it."""
    return area in _upwards(place)


@cache
def _upwards(place: str) -> frozenset[str]:
    found = by_id(place)
    if found is None:
        return frozenset({place})
    own = {place, _prefecture_ids().get(found.prefecture, place)}
    return frozenset(own | ({PREFIX + found.city} if found.city else set()))


@cache
def _prefecture_ids() -> dict[str, str]:
    return {place.name: place.id for place in municipalities().values() if place.kind == "prefecture"}
