"""What holds without the secretariat or the local governments."""

from __future__ import annotations

import pandas as pd

from graph.analysis import Study
from graph.analysis.horizontal import Horizontal
from tsunagari.tables.names import with_organisation


def horizontal(study: Study, found: Horizontal) -> dict[str, pd.DataFrame]:
    """Return the measures before and after, who is taken out, and who loses what it had."""
    removed = pd.DataFrame({"organisation": list(found.removed)}, dtype="object")
    seat = ["organisation", "sector", "municipality"]
    return {
        "measures": _whole(found.measures.rename(columns={"before": "now"})),
        "losing": with_organisation(
            study.graph, found.organisations, [*seat, "without", "independent", "organisationId"]
        ),
        "removed": with_organisation(study.graph, removed, [*seat, "organisationId"]),
    }


def _whole(measures: pd.DataFrame) -> pd.DataFrame:
    """Return the measures with counts as whole numbers, beside shares, which are not."""
    shares = measures["measure"].str.endswith("Share")
    whole = {
        name: pd.Series(
            [value if share else int(value) for value, share in zip(measures[name], shares, strict=True)],
            dtype="object",
        )
        for name in measures.columns[1:]
    }
    return measures.assign(**whole)
