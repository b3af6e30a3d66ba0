"""Where nobody works on a theme."""

from __future__ import annotations

import pandas as pd

from graph.analysis import Study
from tsunagari.tables.names import names


def gaps(study: Study, *, every: bool = False) -> pd.DataFrame:
    """Return the cells where nobody works on a theme, those with most open needs first; with `every`, all cells."""
    named = names(study.graph)
    cells = study.coverage.cells if every else study.coverage.gaps()
    return pd.DataFrame(
        {
            "municipality": cells["municipality"].map(named),
            "theme": cells["theme"].map(named),
            "state": cells["state"],
            "openNeeds": cells["openNeeds"],
            "reportedNone": cells["reportedNone"],
            "organisations": cells["organisations"],
            "neighbours": cells["neighbours"],
            "municipalityId": cells["municipality"],
            "themeId": cells["theme"],
            "evidence": cells["evidence"],
        }
    ).reset_index(drop=True)
