"""Groups of organisations that hold together."""

from __future__ import annotations

import pandas as pd

from graph.analysis import Study
from tsunagari.tables.names import names


def communities(study: Study) -> pd.DataFrame:
    """Return the communities, the largest first."""
    named = names(study.graph)
    table = study.communities.groups.copy()
    for column in ("themes", "municipalities"):
        table[column] = [tuple(named[item] for item in items) for items in table[column]]
    return table
