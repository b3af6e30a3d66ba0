"""Ties between sectors."""

from __future__ import annotations

import pandas as pd

from graph.analysis.mixing import Mixing


def mixing(found: Mixing) -> dict[str, pd.DataFrame]:
    """Return the sectors, their pairs, the most over-represented first, and the measures of the whole."""
    pairs = found.pairs.sort_values(["ratio", "group", "other"], ascending=[False, True, True], na_position="last")
    return {
        "sectors": found.groups.rename(columns={"group": "sector", "organisations": "size", "expected": "dealt"}),
        "pairs": pairs.rename(
            columns={"group": "sector", "other": "otherSector", "ties": "observed", "dealt": "dealtTies"}
        ).reset_index(drop=True),
        "overall": found.measures.rename(columns={"value": "measured", "expected": "dealt"}),
    }
