"""Organisations with no partner or one."""

from __future__ import annotations

import pandas as pd

from graph.analysis import Study
from tsunagari.tables.names import names, with_organisation


def isolates(study: Study) -> pd.DataFrame:
    """Return the organisations that nobody or one alone is tied to, with what they could join."""
    named = names(study.graph)
    table = study.isolates.table.rename(columns={"ties": "partners", "partner": "partnerId", "openings": "openingIds"})
    table["partner"] = pd.Series([named.get(partner) for partner in table["partnerId"]], dtype="object")
    openings = [tuple(named[one] for one in ids) for ids in table["openingIds"]]
    table["openings"] = pd.Series(openings, dtype="object")
    columns = ["organisation", "sector", "municipality", "partners", "partner", "openingsThere", "openings"]
    return with_organisation(study.graph, table, [*columns, "organisationId", "partnerId", "openingIds"])
