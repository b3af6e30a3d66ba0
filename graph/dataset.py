"""Dataset: the one thing handed from room to room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from graph.checks import Violation, owners, violations
from graph.errors import DatasetError
from graph.frames import Records, rows, typed
from graph.schema import Schema, Table, schema


class InvalidDataset(DatasetError):
    """Rows break the schema; `violations` says which and how."""

    def __init__(self, found: list[Violation]) -> None:
        self.violations = found
        first = found[0]
        super().__init__(
            "dataset_invalid", count=len(found), table=first.table, row=first.row + 1, problem=first.problem
        )


@dataclass(frozen=True, eq=False)
class Dataset:
    """A table for each node label and each relationship type of the schema, checked against it.

    Every table of the schema is there, empty where nothing is known, with the schema's columns and types; rows are
    sorted by what tells them apart, so that two Datasets of the same rows are equal. Made by `Dataset.of`.

    Examples
    --------
    >>> from graph.dataset import Dataset
    >>> d = Dataset.of({"Theme": [{"id": "T1", "name": "居場所"}]})
    >>> len(d["Theme"]), len(d["WORKS_ON"])
    (1, 0)
    """

    tables: Mapping[str, pd.DataFrame]

    @classmethod
    def of(cls, tables: Mapping[str, Records]) -> Dataset:
        """Make a Dataset from records by label or relationship type.

        Raises
        ------
        InvalidDataset
            When a row breaks the schema: a required value missing, a value outside its enumeration or bounds, an
            id used twice, a relationship to an id that is not there.
        KeyError
            When the schema has no such table.
        ValueError
            When a column or a type of value is not the schema's.
        """
        described = schema()
        for key in tables:
            described.table(key)
        frames = {key: typed(tables.get(key, []), described.table(key)) for key in _keys(described)}
        found = violations(described, frames)
        if found:
            raise InvalidDataset(found)
        return cls({key: _sorted(frame, described.table(key)) for key, frame in frames.items()})

    def __getitem__(self, key: str) -> pd.DataFrame:
        return self.tables[key]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Dataset):
            return NotImplemented
        return all(rows(frame) == rows(other[key]) for key, frame in self.tables.items())

    __hash__ = None  # type: ignore[assignment]

    @property
    def nodes(self) -> dict[str, pd.DataFrame]:
        """The tables of nodes, by label."""
        return {key: self.tables[key] for key in schema().labels}

    @property
    def relationships(self) -> dict[str, pd.DataFrame]:
        """The tables of relationships, by type."""
        return {key: self.tables[key] for key in schema().relationships}

    @property
    def node_count(self) -> int:
        """Number of nodes."""
        return sum(map(len, self.nodes.values()))

    @property
    def relationship_count(self) -> int:
        """Number of relationships."""
        return sum(map(len, self.relationships.values()))

    def labels(self) -> dict[str, str]:
        """Return the label of each node's id."""
        return owners(schema(), self.tables)

    def summary(self) -> pd.DataFrame:
        """Return the number of rows of each table that has any: columns table, name, rows."""
        described = schema()
        counts = [(key, str(described.table(key).name), len(frame)) for key, frame in self.tables.items()]
        return pd.DataFrame([row for row in counts if row[2]], columns=["table", "name", "rows"])


def _keys(described: Schema) -> list[str]:
    return [*described.labels, *described.relationships]


def _sorted(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    return frame.sort_values(list(table.identity), ignore_index=True, kind="stable")
