"""Names of the values of columns that have a fixed few."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from graph.analysis import State
from graph.analysis.communities.naming import KINDS
from graph.language import Catalogue, Text
from graph.loads import LoadState
from graph.schema import schema
from loaders import Severity


def _all(room: str) -> dict[str, Text]:
    """Return the names of one room of the catalogue."""
    catalogue = Catalogue("tsunagari")
    keys = (key.removeprefix(f"{room}.") for key in catalogue.entries("en") if key.startswith(f"{room}."))
    return {key: catalogue.text(f"{room}.{key}") for key in keys}


_STATES = {str(state): Catalogue("viz").text(f"coverage.state.{state}") for state in State}
_CHOICES: Mapping[str, Mapping[str, Text]] = {
    **schema().enumerations,
    "severity": {key: Catalogue("loaders").text(f"severities.{key}") for key in get_args(Severity)},
    "change": {
        key: Catalogue("tsunagari").text(f"columns.{key}") for key in ("created", "updated", "deleted", "closed")
    },
    "loadState": {key: Catalogue("tsunagari").text(f"loadStates.{key}") for key in get_args(LoadState)},
    "sectors": schema().enumerations["sector"],
    "placeKinds": schema().enumerations["placeKind"],
    **dict.fromkeys(("tieKinds", "through", "withOrganisation", "withOther"), schema().enumerations["tieKind"]),
    "trait": {key: Catalogue("tsunagari").text(f"traits.{key}") for key in KINDS},
    "resourceFits": _all("fits"),
    "hold": _all("holds"),
    "without": _all("losses"),
    "independent": _all("losses"),
    "measure": _all("measures"),
    "otherSector": schema().enumerations["sector"],
    "state": _STATES,
    "stateAfter": _STATES,
    "basis": _all("basis"),
    "role": _all("roles"),
    "against": _all("against"),
    "evidence": _all("evidence"),
}


def choices(column: str) -> Mapping[str, Text]:
    """Return the names of the values of a column that has a fixed few."""
    return _CHOICES.get(column, {})
