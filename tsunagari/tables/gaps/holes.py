"""Structural holes between communities."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from graph.analysis import Study
from graph.analysis.holes import Holes
from tsunagari.tables.communities import community_names
from tsunagari.tables.names import names, with_organisation


def holes(study: Study, found: Holes) -> dict[str, pd.DataFrame]:
    """Return the pairs of communities that are alike, and who could bridge each."""
    return {"holes": _pairs(study, found.pairs), "nearest": _nearest(study, found)}


def _pairs(study: Study, table: pd.DataFrame) -> pd.DataFrame:
    known = names(study.graph)
    columns = ["communityName", "otherCommunityName", "sharedThemes", "themeSimilarity", "areaSimilarity", "observed"]
    columns += ["expectedOutward", "expectedByChance", "missing", "z", "p", "q", "hole", "sharedAreas"]
    found = _with_communities(study, table).assign(
        sharedThemes=_named(table["sharedThemes"], known),
        sharedAreas=_named(table["sharedAreas"], known),
        expectedByChance=table["expected"],
    )
    return found[[*columns, "community", "otherCommunity"]]


def _nearest(study: Study, found: Holes) -> pd.DataFrame:
    """Return who is nearest, of the pairs that are holes where there are some."""
    holes = found.pairs[found.pairs["hole"].astype(bool)]
    wanted = {frozenset(pair) for pair in zip(holes["community"], holes["otherCommunity"], strict=True)}
    of_holes = pd.Series(
        [
            frozenset(pair) in wanted or not wanted
            for pair in zip(found.nearest["community"], found.nearest["otherCommunity"], strict=True)
        ],
        dtype=bool,
    )
    table = _with_communities(study, found.nearest[of_holes].reset_index(drop=True))
    columns = ["communityName", "otherCommunityName", "organisation", "sector", "municipality", "tiesAcross", "steps"]
    table = table.assign(tiesAcross=table["ties"], steps=table["steps"].astype("Int64"))
    return with_organisation(study.graph, table, [*columns, "alike", "community", "otherCommunity", "organisationId"])


def _with_communities(study: Study, table: pd.DataFrame) -> pd.DataFrame:
    """Return `table` with the number of each community and the first part of its name, which is short."""
    numbered = {number: f"{number} {name.split(' × ')[0]}" for number, name in community_names(study).items()}
    return table.assign(
        communityName=table["community"].map(numbered), otherCommunityName=table["otherCommunity"].map(numbered)
    )


def _named(column: pd.Series, known: Mapping[str, str]) -> pd.Series:
    return pd.Series([tuple(known[item] for item in items) for items in column], index=column.index, dtype="object")
