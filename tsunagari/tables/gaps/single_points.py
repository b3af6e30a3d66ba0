"""What hangs on one organisation or one tie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from graph.analysis import Study
from graph.analysis.single_points import SinglePoints
from tsunagari.tables.names import names, with_organisation


def single_points(study: Study, found: SinglePoints) -> dict[str, pd.DataFrame]:
    """Return the organisations, ties, cells and communities of `found`, by what each table is of."""
    return {
        "organisations": organisations(study, found),
        "ties": _ties(study, found.ties),
        "cells": _cells(study, found.cells),
        "communities": _communities(study, found.communities),
    }


def organisations(study: Study, found: SinglePoints | None = None) -> pd.DataFrame:
    """Return the organisations on which something hangs, with what is lost without each."""
    found = found or study.single_points
    named = names(study.graph)
    cells: dict[str, list[str]] = {}
    for place, theme, organisation in found.cells[["municipality", "theme", "organisation"]].itertuples(index=False):
        cells.setdefault(organisation, []).append(f"{named[place]} × {named[theme]}")
    table = found.organisations.copy()
    table["cutOffIds"] = table["cutOff"]
    table["cutOff"] = _listed(named, table["cutOff"])
    table["cells"] = pd.Series([tuple(cells.get(one, ())) for one in table["organisation"]], dtype="object")
    columns = ["organisation", "sector", "municipality", "separated", "pairsLost", "cutOff", "cellsLost"]
    columns += ["cellsEmptied", "cells", "communitiesHeld", "organisationId", "cutOffIds"]
    return with_organisation(study.graph, table, columns)


def _ties(study: Study, table: pd.DataFrame) -> pd.DataFrame:
    named = names(study.graph)
    return pd.DataFrame(
        {
            "organisation": table["organisation"].map(named),
            "partner": table["partner"].map(named),
            "separated": table["separated"],
            "pairsLost": table["pairsLost"],
            "cutOff": _listed(named, table["cutOff"]),
            "sharedCollaborations": table["collaborations"],
            "declared": table["declared"],
            "organisationId": table["organisation"],
            "partnerId": table["partner"],
            "cutOffIds": table["cutOff"],
        }
    )


def _cells(study: Study, table: pd.DataFrame) -> pd.DataFrame:
    named = names(study.graph)
    return pd.DataFrame(
        {
            "municipality": table["municipality"].map(named),
            "theme": table["theme"].map(named),
            "organisation": table["organisation"].map(named),
            "state": table["before"],
            "stateAfter": table["after"],
            "openNeeds": table["openNeeds"],
            "municipalityId": table["municipality"],
            "themeId": table["theme"],
            "organisationId": table["organisation"],
        }
    )


def _communities(study: Study, table: pd.DataFrame) -> pd.DataFrame:
    named = names(study.graph)
    return pd.DataFrame(
        {
            "community": table["community"],
            "size": table["size"],
            "organisation": table["organisation"].map(named),
            "hold": table["hold"],
            "separated": table["separated"],
            "organisationId": table["organisation"],
        }
    )


def _listed(named: Mapping[str, str], ids: Iterable[tuple[str, ...]]) -> pd.Series[Any]:
    return pd.Series([tuple(named[one] for one in some) for some in ids], dtype="object")
