"""Every municipality and theme."""

from __future__ import annotations

import pandas as pd

from graph.analysis import Coverage, Study
from tsunagari.tables.names import names


def cells(study: Study, coverage: Coverage) -> pd.DataFrame:
    """Return all cells of `coverage` with their states and counts."""
    named = names(study.graph)
    table = coverage.cells
    return pd.DataFrame(
        {
            "municipality": table["municipality"].map(named),
            "theme": table["theme"].map(named),
            "state": table["state"],
            "openNeeds": table["openNeeds"],
            "reportedNone": table["reportedNone"],
            "organisations": table["organisations"],
            "collaborations": table["collaborations"],
            "neighbours": table["neighbours"],
            "population": table["population"],
            "municipalityId": table["municipality"],
            "themeId": table["theme"],
            "evidence": table["evidence"],
        }
    )
