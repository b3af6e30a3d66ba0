"""Every node and tie of a Dataset as numbered columns, the form in which the page holds them."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from graph.dataset import Dataset
from graph.dates import as_written
from graph.frames import native
from graph.language import Text
from graph.schema import END, START, schema

Columns = dict[str, list[object]]


@dataclass(frozen=True)
class Nodes:
    """All nodes, numbered label by label in the order of the schema.

    Attributes
    ----------
    ids, labels, names
        Of each node, by number.
    number
        Number of each id.
    tables
        For each label that has nodes, the number of its first node and its columns; columns without any value are
        left out.
    """

    ids: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[Text, ...]
    number: Mapping[str, int]
    tables: Mapping[str, dict[str, Any]]

    @classmethod
    def of(cls, dataset: Dataset) -> Nodes:
        """Number the nodes of `dataset`."""
        ids: list[str] = []
        labels: list[str] = []
        names: list[Text] = []
        tables: dict[str, dict[str, Any]] = {}
        for label, frame in dataset.nodes.items():
            if frame.empty:
                continue
            columns = _columns(as_written(frame, schema().labels[label]))
            tables[label] = {"first": len(ids), "count": len(frame), "columns": columns}
            ids += [str(value) for value in columns["id"]]
            labels += [label] * len(frame)
            names += _names(columns)
        return cls(tuple(ids), tuple(labels), tuple(names), {id_: i for i, id_ in enumerate(ids)}, tables)

    def value(self, number: int, name: str) -> Any:
        """Return a property of a node, dates as they were written; None where it has none."""
        table = self.tables[self.labels[number]]
        values = table["columns"].get(name)
        return None if values is None else values[number - table["first"]]


def ties(dataset: Dataset, nodes: Nodes) -> dict[str, dict[str, Any]]:
    """Return for each relationship type that has any: number of its first tie, ends (node numbers), columns.

    A tie's number counts on from type to type, in the order of the schema.
    """
    found: dict[str, dict[str, Any]] = {}
    first = 0
    for kind, frame in dataset.relationships.items():
        if frame.empty:
            continue
        found[kind] = {
            "first": first,
            "count": len(frame),
            "start": [nodes.number[id_] for id_ in frame[START]],
            "end": [nodes.number[id_] for id_ in frame[END]],
            "columns": _columns(as_written(frame, schema().relationships[kind]).drop(columns=[START, END])),
        }
        first += len(frame)
    return found


def plain(value: object) -> object:
    """Return `value` as JSON can say it: dates as ISO text, nothing for what is missing or not finite."""
    value = native(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def columns(frame: pd.DataFrame) -> Columns:
    """Return every column of `frame` as JSON can say it."""
    return {str(name): [plain(value) for value in frame[name]] for name in frame.columns}


def _columns(frame: pd.DataFrame) -> Columns:
    found = columns(frame)
    return {name: values for name, values in found.items() if any(value is not None for value in values)}


def _names(columns: Columns) -> list[Text]:
    """Return names in both languages; a node whose name shows nothing goes by its id."""
    english = columns.get("nameEn", [None] * len(columns["id"]))
    return [
        Text(_visible(name, id_), _visible(name_en, _visible(name, id_)))
        for id_, name, name_en in zip(columns["id"], columns["name"], english, strict=True)
    ]


def _visible(name: object, instead: object) -> str:
    return str(name) if name is not None and str(name).strip() else str(instead)
