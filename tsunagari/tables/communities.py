"""Groups of organisations that hold together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from graph.analysis import Study
from graph.language import Catalogue, language
from graph.schema import schema
from tsunagari.tables.names import names, with_organisation

_IN_NAME: Mapping[str, int] = {"municipalities": 2, "themes": 1, "sectors": 1}
"""How many of what is typical stand in the name of a community, in their order there."""


def communities(study: Study) -> pd.DataFrame:
    """Return the communities, the largest first."""
    named = names(study.graph)
    table = study.communities.groups.copy()
    for column in ("themes", "municipalities"):
        table[column] = [tuple(named[item] for item in items) for items in table[column]]
    table.insert(2, "communityName", table["community"].map(community_names(study)))
    return table


def community_members(study: Study) -> pd.DataFrame:
    """Return the organisations by community, the least certain of each last; those without ties at the end."""
    table = study.communities.members
    columns = ["community", "communityName", "organisation", "sector", "municipality", "certainty", "organisationId"]
    found = with_organisation(
        study.graph, table.assign(communityName=table["community"].map(community_names(study))), columns
    )
    order = found.assign(last=found["community"] == 0, uncertain=-found["certainty"])
    return found.loc[order.sort_values(["last", "community", "uncertain", "organisationId"]).index].reset_index(
        drop=True
    )


def community_traits(study: Study) -> pd.DataFrame:
    """Return what is typical of each community, with counts and lift."""
    known = names(study.graph) | {key: text.to(language()) for key, text in schema().enumerations["sector"].items()}
    table = study.communities.typical
    found = table.assign(
        communityName=table["community"].map(community_names(study)),
        value=table["value"].map(known),
        valueId=table["value"],
    )
    columns = ["communityName", "kind", "value", "organisations", "share", "overall", "lift", "weight", "named"]
    return found[["community", *columns, "valueId"]].rename(columns={"kind": "trait", "organisations": "members"})


def resolutions(study: Study) -> pd.DataFrame:
    """Return how stable communities are at each resolution."""
    return study.communities.sweep.copy()


def community_names(study: Study) -> dict[int, str]:
    """Return a name of each community, of its most typical municipalities, theme and sector."""
    known = names(study.graph) | {key: text.to(language()) for key, text in schema().enumerations["sector"].items()}
    groups = study.communities.groups
    rows = groups[list(_IN_NAME)].to_dict("records")
    found = {number: _name(row, known) for number, row in zip(groups["community"].tolist(), rows, strict=True)}
    return {0: _word("noCommunity"), **found}


def _name(row: Mapping[Any, Any], known: Mapping[str, str]) -> str:
    parts = [
        _word("between").join(known[item] for item in list(row[kind])[:most])
        for kind, most in _IN_NAME.items()
        if row[kind]
    ]
    return " × ".join(parts) or _word("mixed")


def _word(key: str) -> str:
    return str(Catalogue("tsunagari").text(f"communities.{key}"))
