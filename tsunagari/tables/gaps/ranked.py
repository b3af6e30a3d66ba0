"""Gaps in their order, with who and what could help."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd

from graph.analysis import Study
from graph.analysis.gaps import PARTS, Gaps
from graph.frames import native
from tsunagari.tables.names import names


def ranked(study: Study, gaps: Gaps) -> pd.DataFrame:
    """Return the gaps, each with the nearest organisations that work on the theme and the resources that fit."""
    named = names(study.graph)
    table = gaps.table
    helpers = _by_cell(gaps.helpers, table)
    resources = _by_cell(gaps.resources, table)
    first = [found.iloc[0] if len(found) else None for found in helpers]
    return pd.DataFrame(
        {
            "rank": table["rank"],
            "municipality": table["municipality"].map(named),
            "theme": table["theme"].map(named),
            "state": table["state"],
            "openNeeds": table["openNeeds"],
            "reportedNone": table["reportedNone"],
            "population": table["population"],
            "nearest": [None if found is None else named[found["organisation"]] for found in first],
            "km": [None if found is None else _km(found["km"]) for found in first],
            "steps": pd.Series([None if found is None else native(found["steps"]) for found in first], dtype="Int64"),
            "workers": table["workers"],
            "resourcesFitting": table["resourcesFitting"],
            "score": table["score"],
            **{part: table[part] for part in PARTS},
            "helpers": _listed(helpers, "organisation", named),
            "helperKm": [tuple(map(_km, found["km"])) for found in helpers],
            "helperBorders": [tuple(map(native, found["borders"])) for found in helpers],
            "helperSteps": [tuple(map(native, found["steps"])) for found in helpers],
            "resources": _listed(resources, "resource", named),
            "resourceFits": [tuple(map(str, found["fit"])) for found in resources],
            "municipalityId": table["municipality"],
            "themeId": table["theme"],
            "helperIds": [tuple(found["organisation"]) for found in helpers],
            "resourceIds": [tuple(found["resource"]) for found in resources],
        }
    )


def _by_cell(found: pd.DataFrame, table: pd.DataFrame) -> list[pd.DataFrame]:
    """Return the rows of `found` for each row of `table`."""
    groups = dict(iter(found.groupby(["municipality", "theme"])))
    return [groups.get(key, found.head(0)) for key in zip(table["municipality"], table["theme"], strict=True)]


def _listed(groups: list[pd.DataFrame], column: str, named: Mapping[str, str]) -> list[tuple[str, ...]]:
    return [tuple(group[column].map(named)) for group in groups]


def _km(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 1)
