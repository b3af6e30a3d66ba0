"""What members' themes say."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from graph.analysis import Study
from graph.language import language
from graph.schema import schema
from tsunagari.tables.names import names, with_organisation


def working_groups(study: Study) -> pd.DataFrame:
    """Return the candidate working groups: themes, how many would sit there, and who is absent."""
    known = _known(study)
    table = study.themes.groups
    named = {column: _named(table[column], known) for column in ("sectors", "sectorsAbsent")}
    places = {column: _named(table[column], known) for column in ("municipalities", "municipalitiesAbsent")}
    found = table.assign(
        groupThemes=_named(table["themes"], known),
        themeIds=table["themes"],
        onAny=table["workers"],
        workingGroup=table["group"],
        **named,
        **places,
    )
    columns = ["workingGroup", "basis", "groupThemes", "onAny", "core", "tiedPairs", "pairs", "sectorsAbsent"]
    return found[[*columns, "municipalitiesAbsent", "sectors", "municipalities", "themeIds"]]


def working_group_members(study: Study) -> pd.DataFrame:
    """Return the would-be members of each candidate working group, the core first."""
    known = _known(study)
    table = study.themes.members
    found = table.assign(groupThemes=_named(table["themes"], known), brings=_named(table["brings"], known))
    found = found.rename(columns={"partners": "partnersInCore", "group": "workingGroup"})
    columns = [
        "workingGroup",
        "role",
        "organisation",
        "sector",
        "municipality",
        "groupThemes",
        "partnersInCore",
        "brings",
    ]
    return with_organisation(study.graph, found, [*columns, "organisationId"])


def theme_pairs(study: Study, pairs: pd.DataFrame) -> pd.DataFrame:
    """Return pairs of themes against chance, the least likely first."""
    return _with_names(study, pairs, "theme", "otherTheme")


def theme_duplicates(study: Study) -> pd.DataFrame:
    """Return pairs of themes that may be one."""
    return _with_names(study, study.themes.duplicates, "keep", "merge")


def _with_names(study: Study, table: pd.DataFrame, *columns: str) -> pd.DataFrame:
    known = names(study.graph)
    return table.assign(
        **{column: table[column].map(known) for column in columns},
        **{f"{column}Id": table[column] for column in columns},
    )


def _known(study: Study) -> Mapping[str, str]:
    return names(study.graph) | {key: text.to(language()) for key, text in schema().enumerations["sector"].items()}


def _named(column: pd.Series, known: Mapping[str, str]) -> pd.Series:
    return pd.Series([tuple(known[item] for item in items) for items in column], index=column.index, dtype="object")
