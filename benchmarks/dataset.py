"""The made-up platform of `benchmarks.networks` as a Dataset: rows of every label and type of the schema.

Organisations, their areas (municipalities, of which five in a row are a city and its wards), themes, collaborations and
who takes part are those of the platform. The rest is drawn in proportion to the organisations, as in the sample of
Kanagawa: what hangs on organisations hangs on the active ones most, by a Pareto tail. Properties are filled in four
rows of five.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from benchmarks.networks import Platform, platform
from graph.dataset import Dataset
from graph.formats import municipality_check_digit
from graph.schema import Label, Property, RelationshipType, schema

Row = dict[str, Any]

_PER_ORGANISATION: Mapping[str, float] = {
    "Case": 0.12,
    "Event": 0.08,
    "Need": 0.28,
    "Resource": 0.34,
    "Place": 0.1,
    "Observation": 0.05,
    "Source": 0.02,
}
_TIES: Mapping[str, float] = {
    "SERVES": 0.7,
    "TIED_TO": 0.4,
    "ATTENDED": 1.9,
    "HAS_NEED": 0.28,
    "OFFERS": 0.34,
    "MATCHED_WITH": 0.05,
    "REPORTS_NONE": 0.06,
    "SUCCEEDED_BY": 0.01,
}
_EACH: Mapping[str, tuple[str, ...]] = {
    "ADDRESSES": ("Collaboration", "Case", "Need", "Resource", "Event"),
    "TAKES_PLACE_IN": ("Collaboration", "Case", "Need", "Resource", "Place", "Event"),
    "DESCRIBES": ("Case",),
    "OF": ("Observation",),
}
_ONE_OF: Mapping[str, str] = {"HOSTED": "Event", "OPERATES": "Place", "OBSERVED": "Observation"}
_INDICATORS, _THEMES, _BROADER_THEMES, _WARDS = 5, 120, 12, 5
_FILLED = 0.8
_FIRST_DAY, _DAYS = dt.date(2019, 4, 1), 2_500


def dataset(organisations: int) -> Dataset:
    """Return the platform of that many organisations."""
    return _Drawing(platform(organisations)).drawn()


class _Drawing:
    def __init__(self, given: Platform) -> None:
        self.given = given
        self.chosen = np.random.default_rng(given.organisations)
        self.areas = int(given.area.max()) + 1
        counts = {key: max(round(share * given.organisations), 2) for key, share in _PER_ORGANISATION.items()}
        counts |= {"Organisation": given.organisations, "Collaboration": given.collaborations}
        counts |= {"Municipality": self.areas, "Theme": _THEMES, "Indicator": _INDICATORS}
        self.counts = counts
        activity = self.chosen.pareto(1.6, given.organisations) + 0.4
        self.active = activity / activity.sum()

    def drawn(self) -> Dataset:
        tables = {key: self._nodes(schema().labels[key], count) for key, count in self.counts.items()}
        ends = self._given_ends() | self._drawn_ends()
        tables |= {key: self._ties(schema().relationships[key], pairs) for key, pairs in ends.items()}
        return Dataset.of(tables)

    def _nodes(self, label: Label, count: int) -> list[Row]:
        filled = {key: self._values(described, count) for key, described in label.properties.items()}
        rows = [{key: values[i] for key, values in filled.items() if values[i] is not None} for i in range(count)]
        for i, row in enumerate(rows):
            row |= {"id": _id(label.key, i), "name": f"架空{label.name.ja}{i}"}
            if label.key == "Municipality":
                row |= {"code": _code(i), "kind": "ward" if i % _WARDS else "designatedCity"}
            if label.key == "Organisation":
                row["sector"] = list(schema().enumerations["sector"])[self.given.sector[i]]
        return rows

    def _values(self, described: Property, count: int) -> list[Any]:
        there = (self.chosen.random(count) < _FILLED) | described.required
        if described.key in {"memberUntil", "dissolvedOn", "closedOn", "until", "availableUntil"}:
            there = self.chosen.random(count) < 1 - _FILLED
        if described.internal or described.format or described.key == "formerNames":
            there[:] = False
        values = self._any(described, count)
        return [value if filled else None for value, filled in zip(values, there, strict=True)]

    def _any(self, described: Property, count: int) -> list[Any]:
        if described.key == "sources":
            drawn = self.chosen.integers(0, self.counts["Source"], count)
            return [[_id("Source", i)] for i in drawn]
        if described.choices is not None:
            return [str(value) for value in self.chosen.choice(list(described.choices), count)]
        if described.type == "date":
            return [_FIRST_DAY + dt.timedelta(int(days)) for days in self.chosen.integers(0, _DAYS, count)]
        if described.type in {"integer", "float"}:
            low, high = described.minimum or 0, described.maximum or 100_000
            drawn = self.chosen.integers(int(low), int(high), count).tolist()
            return drawn if described.type == "integer" else [float(value) for value in drawn]
        texts = [f"{described.name.ja}{i}" for i in range(count)]
        return [[text] for text in texts] if described.type == "strings" else list(texts)

    def _given_ends(self) -> dict[str, set[tuple[str, str]]]:
        given, areas = self.given, range(self.areas)
        works = ((i, theme) for i, themes in enumerate(given.themes) for theme in themes)
        return {
            "LOCATED_IN": _named("Organisation", "Municipality", enumerate(given.area.tolist())),
            "WORKS_ON": _named("Organisation", "Theme", works),
            "PARTICIPATES_IN": _named(
                "Organisation", "Collaboration", zip(given.member.tolist(), given.collaboration.tolist(), strict=True)
            ),
            "PART_OF": _named("Municipality", "Municipality", ((i, i - i % _WARDS) for i in areas if i % _WARDS)),
            "ADJACENT_TO": _named("Municipality", "Municipality", ((i, i + 1) for i in areas[:-1])),
            "BROADER": _named("Theme", "Theme", ((i, i % _BROADER_THEMES) for i in range(_BROADER_THEMES, _THEMES))),
        }

    def _drawn_ends(self) -> dict[str, set[tuple[str, str]]]:
        """Draw ends: one for each of some nodes, the organisation of some, and as many as there are in proportion."""
        ends: dict[str, set[tuple[str, str]]] = {}
        for key, starts in _EACH.items():
            (end,) = schema().relationships[key].ends
            drawn = (
                (start, end, zip(range(self.counts[start]), self._of(end, self.counts[start]), strict=True))
                for start in starts
            )
            ends[key] = set().union(*(_named(*each) for each in drawn))
        for key, end in _ONE_OF.items():
            (start,) = schema().relationships[key].starts
            ends[key] = _named(start, end, zip(self._of(start, self.counts[end]), range(self.counts[end]), strict=True))
        for key, share in _TIES.items():
            kind, count = schema().relationships[key], max(round(share * self.given.organisations), 2)
            start, end = kind.starts[0], kind.ends[0]
            pairs = zip(self._of(start, count), self._of(end, count), strict=True)
            ends[key] = _named(start, end, ((i, j) for i, j in pairs if start != end or i < j))
        return ends

    def _of(self, label: str, count: int) -> list[int]:
        weights = self.active if label == "Organisation" else None
        return [int(i) for i in self.chosen.choice(self.counts[label], count, p=weights)]

    def _ties(self, kind: RelationshipType, pairs: set[tuple[str, str]]) -> list[Row]:
        filled = {key: self._values(described, len(pairs)) for key, described in kind.properties.items()}
        return [
            {"start": start, "end": end} | {key: values[i] for key, values in filled.items() if values[i] is not None}
            for i, (start, end) in enumerate(sorted(pairs))
        ]


def _named(start: str, end: str, pairs: Iterable[tuple[int, int]]) -> set[tuple[str, str]]:
    return {(_id(start, i), _id(end, j)) for i, j in pairs}


def _id(label: str, number: int) -> str:
    return f"{label}-{number:06}"


def _code(number: int) -> str:
    """Return a code of six digits whose last checks the others."""
    digits = f"{10_000 + number:05}"
    return digits + municipality_check_digit(digits)
