"""A shape on a grid of whole numbers: its path in SVG, and where in it there is most room for words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Point = tuple[int, int]
Ring = Sequence[Point]
"""The corners of a closed line, each once."""

_CORNERS = 3
_SMALLEST = 4.0
_ACROSS = 32
# Words are wider than high: the room is that of an ellipse this many times as wide as high.
_WIDER = 2.2


@dataclass(frozen=True)
class Outline:
    """A shape of one or more parts.

    Attributes
    ----------
    path
        The value of an SVG path's ``d``, relative and in whole numbers.
    x, y
        Where the widest ellipse lies.
    room
        Half the height of that ellipse.
    """

    path: str
    x: int
    y: int
    room: float

    @classmethod
    def of(cls, rings: Iterable[Ring]) -> Outline:
        """Return the shape within `rings`; specks, such as rocks off a coast, are left out."""
        found = sorted((ring for ring in rings if len(ring) >= _CORNERS), key=area, reverse=True)
        kept = [ring for ring in found[1:] if area(ring) >= _SMALLEST]
        x, y, room = _roomiest(found[0])
        return cls("".join(_commands([found[0], *kept])), round(x), round(y), round(float(room), 1))

    @classmethod
    def disc(cls, centre: Point, radius: int) -> Outline:
        """Return a circle, for a place whose boundary is not known."""
        x, y = centre
        half = f"a{radius} {radius} 0 0 0"
        return cls(f"M{x - radius} {y}{half} {2 * radius} 0{half} {-2 * radius} 0z", x, y, radius * 0.8)


def area(ring: Ring) -> float:
    """Return the area within a ring.

    Examples
    --------
    >>> area([(0, 0), (2, 0), (2, 3), (0, 3)])
    6.0
    """
    x, y = np.asarray(ring, dtype=float).T
    return abs(float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1)))) / 2


def _commands(rings: Iterable[Ring]) -> Iterator[str]:
    for ring in rings:
        (x, y), *rest = ring
        yield f"M{x} {y}l"
        steps = []
        for to_x, to_y in rest:
            steps.append(f"{to_x - x} {to_y - y}")
            x, y = to_x, to_y
        yield " ".join(steps).replace(" -", "-") + "z"


def _roomiest(ring: Ring) -> tuple[float, float, float]:
    """Return the middle of the largest ellipse within a ring, of a grid of trials, and half its height."""
    corners = np.asarray(ring, dtype=float) / [_WIDER, 1.0]
    low, high = corners.min(axis=0), corners.max(axis=0)
    across, down = (np.linspace(a, b, _ACROSS + 2)[1:-1] for a, b in zip(low, high, strict=True))
    trials = np.stack(np.meshgrid(across, down), axis=-1).reshape(-1, 2)
    trials = trials[_within(trials, corners)]
    if not len(trials):
        x, y = corners.mean(axis=0)
        return x * _WIDER, y, 0.0
    distances = _distances(trials, corners)
    best = int(distances.argmax())
    return trials[best, 0] * _WIDER, trials[best, 1], distances[best]


def _within(points: NDArray[np.float64], corners: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell of each point whether a ray from it crosses the ring an odd number of times."""
    (x1, y1), (x2, y2) = corners.T, np.roll(corners, -1, axis=0).T
    x, y = points[:, :1], points[:, 1:]
    spans = (y1 > y) != (y2 > y)
    flat = np.where(y2 == y1, 1.0, y2 - y1)
    inside: NDArray[np.bool_] = (spans & (x < x1 + (y - y1) * (x2 - x1) / flat)).sum(axis=1) % 2 == 1
    return inside


def _distances(points: NDArray[np.float64], corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far each point is from the nearest side of the ring."""
    along = np.roll(corners, -1, axis=0) - corners
    length = np.maximum((along**2).sum(axis=1), 1e-12)
    apart = points[:, None, :] - corners
    share = np.clip((apart * along).sum(axis=2) / length, 0, 1)
    nearest: NDArray[np.float64] = np.linalg.norm(apart - share[..., None] * along, axis=2).min(axis=1)
    return nearest
