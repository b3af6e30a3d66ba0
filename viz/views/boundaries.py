"""Boundaries of municipalities as shapes on a grid of whole numbers, so that neighbours keep one border."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import data
from loaders.municipalities import municipalities
from viz.views.outline import Outline, Point, Ring

CREDIT = "「国土数値情報（行政区域データ）」（国土交通省）を加工して作成"
"""What is shown wherever the boundaries are (data/README.md)."""

WIDTH = 1000
"""Of the grid; of Kanagawa a unit is 83 metres."""

_FILE = "kanagawa_municipalities_simplified.geojson"


@dataclass(frozen=True)
class Frame:
    """Where a place on earth lies on the map: equirectangular, true to scale at the middle latitude.

    Attributes
    ----------
    width, height
        Of the map, in units of its grid.
    """

    west: float
    north: float
    across: float
    down: float
    width: int
    height: int

    @classmethod
    def of(cls, places: Iterable[tuple[float, float]]) -> Frame:
        """Return the frame that holds `places`, each a longitude and latitude in degrees."""
        longitudes, latitudes = zip(*places, strict=True)
        west, south, north = min(longitudes), min(latitudes), max(latitudes)
        shrink = math.cos(math.radians((south + north) / 2))
        span = max((max(longitudes) - west) * shrink, north - south, 1e-6)
        down = WIDTH / span
        across = down * shrink
        return cls(west, north, across, down, round((max(longitudes) - west) * across), round((north - south) * down))

    def place(self, longitude: float, latitude: float) -> Point:
        """Return the point of the grid nearest to a place."""
        return round((longitude - self.west) * self.across), round((self.north - latitude) * self.down)

    def holds(self, point: Point) -> bool:
        """Tell whether a point lies on the map."""
        return 0 <= point[0] <= self.width and 0 <= point[1] <= self.height


@dataclass(frozen=True)
class Boundaries:
    """All boundaries that ship with the program.

    Attributes
    ----------
    outlines
        By six-digit code: municipalities and wards as the file has them, and cities as the union of their wards.
    """

    frame: Frame
    outlines: Mapping[str, Outline]


@cache
def boundaries() -> Boundaries:
    """Return the boundaries that ship with the program."""
    codes = {code[:-1]: code for code in municipalities()}
    features = json.loads(data.folder("reference").joinpath(_FILE).read_text(encoding="utf-8"))["features"]
    degrees = {codes[f["properties"]["code5"]]: list(_rings(f["geometry"])) for f in features}
    frame = Frame.of(place for rings in degrees.values() for ring in rings for place in ring)
    drawn = {code: list(_snapped(rings, frame)) for code, rings in degrees.items()}
    for city, wards in _wards(drawn).items():
        drawn[city] = union(ring for ward in wards for ring in drawn[ward])
    return Boundaries(frame, {code: Outline.of(rings) for code, rings in drawn.items()})


def union(rings: Iterable[Ring]) -> list[Ring]:
    """Return the rings around areas that lie side by side: the borders that two of them share fall away.

    Examples
    --------
    >>> left, right = [(0, 0), (1, 0), (1, 1), (0, 1)], [(1, 0), (2, 0), (2, 1), (1, 1)]
    >>> [sorted(ring) for ring in union([left, right])]
    [[(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)]]
    """
    times = Counter(frozenset(edge) for ring in rings for edge in pairwise([*ring, ring[0]]) if edge[0] != edge[1])
    ends: dict[Point, list[Point]] = {}
    for edge, count in times.items():
        if count % 2:
            a, b = edge
            ends.setdefault(a, []).append(b)
            ends.setdefault(b, []).append(a)
    return list(_walks(ends))


def _walks(ends: dict[Point, list[Point]]) -> Iterator[Ring]:
    """Yield the closed walks through all edges, each edge once; takes `ends` apart."""
    for start in list(ends):
        while ends[start]:
            ring, at = [start], start
            while ends[at]:
                there = ends[at].pop()
                ends[there].remove(at)
                at = there
                if at == start:
                    break
                ring.append(at)
            yield ring


def _wards(drawn: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code in drawn:
        city = municipalities()[code].city
        if city is not None:
            found.setdefault(city, []).append(code)
    return found


def _rings(geometry: Mapping[str, object]) -> Iterator[list[tuple[float, float]]]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:  # type: ignore[attr-defined]
        for ring in polygon:
            yield [(float(longitude), float(latitude)) for longitude, latitude in ring]


def _snapped(rings: Iterable[list[tuple[float, float]]], frame: Frame) -> Iterator[Ring]:
    """Yield rings on the grid, each corner once; those smaller than the grid fall away."""
    for ring in rings:
        points = [frame.place(*place) for place in ring]
        kept = [point for point, following in zip(points, [*points[1:], points[0]], strict=True) if point != following]
        if len(kept) > 2:  # noqa: PLR2004 - corners of a triangle
            yield kept
