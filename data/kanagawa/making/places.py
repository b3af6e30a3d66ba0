"""The 33 municipalities and 28 wards of Kanagawa, and which of them share a border."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from data.kanagawa.making.draft import Draft, words

REFERENCE = Path(__file__).resolve().parents[2] / "reference"
MUNICIPALITIES_FILE = REFERENCE / "municipalities_japan.csv"
BOUNDARIES_FILE = REFERENCE / "kanagawa_municipalities_simplified.geojson"
SOURCE = "SRC-MUNICIPALITIES"
BOUNDARIES = "SRC-BOUNDARIES"

_KINDS = {"市": "city", "区": "ward", "町": "town", "村": "village"}
_LEAST_SHARED_POINTS = 2

Point = tuple[float, float]
Ring = list[Point]


@dataclass(frozen=True)
class Municipality:
    """One municipality or ward.

    Attributes
    ----------
    root
        Id of the city that a ward is part of; its own id otherwise.
    area
        Area of the prefecture, a key of ``words/areas.yaml``.
    size
        Number of fictional organisations located there.
    """

    id: str
    code: str
    name: str
    name_en: str
    kana: str
    kind: str
    latitude: float
    longitude: float
    root: str
    area: str
    size: int


@dataclass(frozen=True)
class Prefecture:
    """All municipalities and wards, by id, with their boundaries."""

    municipalities: dict[str, Municipality]
    rings: dict[str, list[Ring]]

    @cached_property
    def roots(self) -> list[Municipality]:
        """The 33 municipalities that are part of no other."""
        return [m for m in self.municipalities.values() if m.root == m.id]

    @cached_property
    def wards(self) -> list[Municipality]:
        """The 28 wards."""
        return [m for m in self.municipalities.values() if m.root != m.id]

    def root(self, identifier: str) -> str:
        """Return the municipality that `identifier` is or is part of."""
        return self.municipalities[identifier].root

    def name(self, identifier: str) -> str:
        """Return the name of the municipality or ward."""
        return self.municipalities[identifier].name

    @cached_property
    def borders(self) -> list[tuple[str, str]]:
        """Pairs that share a border: of municipalities, and of wards; each once, sorted."""
        points = {key: _points(rings) for key, rings in self.rings.items()}
        cities: dict[str, set[Point]] = {}
        for key, own in points.items():
            cities.setdefault(self.root(key), set()).update(own)
        return sorted([*_sharing(cities), *_sharing({ward.id: points[ward.id] for ward in self.wards})])

    def neighbours(self, identifier: str) -> list[str]:
        """Return those that share a border with `identifier`."""
        pairs = [pair for pair in self.borders if identifier in pair]
        return [second if first == identifier else first for first, second in pairs]

    def contains(self, identifier: str, latitude: float, longitude: float) -> bool:
        """Tell whether a point lies within the boundary, by the number of edges that a ray crosses."""
        crossings = 0
        for ring in self.rings[identifier]:
            for (x1, y1), (x2, y2) in pairwise(ring):
                if (y1 > latitude) != (y2 > latitude):
                    crossings += longitude < x1 + (latitude - y1) * (x2 - x1) / (y2 - y1)
        return crossings % 2 == 1


def read_prefecture() -> Prefecture:
    """Read the reference files and the table of areas."""
    with MUNICIPALITIES_FILE.open(encoding="utf-8-sig", newline="") as file:
        rows = {row["cid"]: row for row in csv.DictReader(file) if row["pref"] == "神奈川県"}
    found = [
        _municipality(rows, code5, area, *entry)
        for area, described in words("areas").items()
        for code5, entry in described["organisations"].items()
    ]
    return Prefecture({m.id: m for m in sorted(found, key=lambda m: m.code)}, _rings(rows))


def write_places(draft: Draft, prefecture: Prefecture) -> None:
    """Add the municipalities and wards, what they are part of and which share a border."""
    for m in prefecture.municipalities.values():
        draft.node(
            "Municipality", m.id, m.name, m.name_en, source=SOURCE, code=m.code, nameKana=m.kana,
            prefecture="神奈川県", kind=m.kind, latitude=m.latitude, longitude=m.longitude,
        )  # fmt: skip
    for ward in prefecture.wards:
        draft.tie("PART_OF", ward.id, ward.root, source=SOURCE)
    for first, second in prefecture.borders:
        draft.tie("ADJACENT_TO", first, second, source=BOUNDARIES)


def _municipality(rows: dict[str, dict[str, str]], code5: str, area: str, name_en: str, size: int) -> Municipality:
    row = rows[code5]
    city, _, ward = row["city"].partition(" ")
    parents = [other for other in rows.values() if ward and other["city"] == city]
    root = parents[0] if parents else row
    designated = any(other["city"].startswith(f"{city} ") for other in rows.values()) and not ward
    return Municipality(
        id=_identifier(row),
        code=row["lgcode"],
        name=city + ward,
        name_en=f"{name_en}, {_CITIES[city]}" if ward else name_en,
        kana=row["citykana"],
        kind="designatedCity" if designated else _KINDS[row["city"][-1]],
        latitude=float(row["lat"]),
        longitude=float(row["lng"]),
        root=_identifier(root),
        area=area,
        size=size,
    )


_CITIES = {"横浜市": "Yokohama", "川崎市": "Kawasaki", "相模原市": "Sagamihara"}


def _identifier(row: dict[str, str]) -> str:
    return f"JP-LGC-{row['lgcode']}"


def _rings(rows: dict[str, dict[str, str]]) -> dict[str, list[Ring]]:
    features = json.loads(BOUNDARIES_FILE.read_text(encoding="utf-8"))["features"]
    return {_identifier(rows[f["properties"]["code5"]]): _outlines(f["geometry"]) for f in features}


def _outlines(geometry: dict[str, Any]) -> list[Ring]:
    coordinates = geometry["coordinates"]
    polygons = coordinates if geometry["type"] == "MultiPolygon" else [coordinates]
    return [[(x, y) for x, y in ring] for polygon in polygons for ring in polygon]


def _points(rings: Iterable[Ring]) -> set[Point]:
    return {point for ring in rings for point in ring}


def _sharing(points: dict[str, set[Point]]) -> list[tuple[str, str]]:
    """Pairs with a boundary line in common; the simplified boundaries of neighbours use the same points."""
    pairs = combinations(sorted(points), 2)
    return [(a, b) for a, b in pairs if len(points[a] & points[b]) >= _LEAST_SHARED_POINTS]
