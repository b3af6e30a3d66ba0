"""Names of the values of columns that have a fixed few."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from graph.analysis import State
from graph.analysis.communities.naming import KINDS
from graph.analysis.resources import Fit
from graph.language import Catalogue, Text
from graph.loads import LoadState
from graph.schema import schema
from loaders import Severity

_CHOICES: Mapping[str, Mapping[str, Text]] = {
    "sector": schema().enumerations["sector"],
    "severity": {key: Catalogue("loaders").text(f"severities.{key}") for key in get_args(Severity)},
    "change": {
        key: Catalogue("tsunagari").text(f"columns.{key}") for key in ("created", "updated", "deleted", "closed")
    },
    "loadState": {key: Catalogue("tsunagari").text(f"loadStates.{key}") for key in get_args(LoadState)},
    "sectors": schema().enumerations["sector"],
    "trait": {key: Catalogue("tsunagari").text(f"traits.{key}") for key in KINDS},
    "resourceFits": {str(fit): Catalogue("tsunagari").text(f"fits.{fit}") for fit in Fit},
    "state": {str(state): Catalogue("viz").text(f"coverage.state.{state}") for state in State},
}


def choices(column: str) -> Mapping[str, Text]:
    """Return the names of the values of a column that has a fixed few."""
    return _CHOICES.get(column, {})
