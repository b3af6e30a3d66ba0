"""Organisations that bridge others."""

from __future__ import annotations

import pandas as pd

from graph.analysis import Study
from tsunagari.tables.names import with_organisation


def bridges(study: Study) -> pd.DataFrame:
    """Return the organisations with their measures, by rank."""
    table = study.brokerage.table
    return with_organisation(
        study.graph,
        table,
        [
            "rank",
            "organisation",
            "sector",
            "municipality",
            "betweenness",
            "constraint",
            "degree",
            "communitiesJoined",
            "sectorsJoined",
            "municipalitiesJoined",
            "themesJoined",
            "separated",
            "organisationId",
        ],
    )
