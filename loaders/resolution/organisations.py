"""Organisations of a Dataset as what `resolve` takes."""

from __future__ import annotations

import pandas as pd

from graph.dataset import Dataset
from graph.frames import rows
from graph.judgement import Alias
from graph.schema import END, START
from loaders.resolution.entries import COLUMNS, valid_number

ORGANISATION = "Organisation"


def organisations(dataset: Dataset) -> pd.DataFrame:
    """Return the organisations of a Dataset: id, name, corporateNumber, and the municipality where each is located."""
    seats: dict[object, object] = {}
    for tie in rows(dataset["LOCATED_IN"]):
        seats.setdefault(tie[START], tie[END])
    found = [
        (row["id"], row["name"], row.get("corporateNumber"), seats.get(row["id"]))
        for row in rows(dataset[ORGANISATION])
    ]
    return pd.DataFrame(found, columns=list(COLUMNS), dtype="object")


def name_history(*datasets: Dataset) -> pd.DataFrame:
    """Return the present and former names of the organisations of which former names are known, by 法人番号."""
    found: dict[tuple[object, object], None] = {}
    for dataset in datasets:
        for row in rows(dataset[ORGANISATION]):
            number, former = row.get("corporateNumber"), row.get("formerNames")
            if valid_number(str(number)) and isinstance(former, list):
                found |= {(number, name): None for name in (row["name"], *former)}
    return pd.DataFrame(list(found), columns=["corporateNumber", "name"])


def aliases(records: pd.DataFrame) -> dict[str, Alias]:
    """Return records as what judgements are about, by id."""
    columns = [[None if pd.isna(value) else str(value) for value in records[name]] for name in COLUMNS]
    found = (Alias(str(key), name or "", *more) for key, name, *more in zip(*columns, strict=True))
    return {alias.id: alias for alias in found}
