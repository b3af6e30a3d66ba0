"""A Dataset in which the records of one organisation are one node."""

from __future__ import annotations

from collections.abc import Mapping

from graph.dataset import Dataset
from graph.keys import Row, keyed
from graph.loads.merging import renamed
from graph.schema import schema
from loaders.resolution.entries import PREFIX, valid_number
from loaders.resolution.organisations import ORGANISATION


def applied(dataset: Dataset, entities: Mapping[str, str]) -> Dataset:
    """Return `dataset` with the ids that stay, at nodes and at the ends of relationships.

    Rows about one organisation become one: of values that differ the first stands (that of the row whose own id stays,
    then in the order of ids), lists are united. Relationships that come to be the same become one, and one of an
    organisation to itself goes. Names as they were written are kept with the judgements (`graph.judgement.Alias`).

    Parameters
    ----------
    entities
        The id that stays, by each that goes; see `Resolution.entities`.
    """
    tables: dict[str, list[Row]] = {}
    for key, row in renamed(keyed(dataset), entities).items():
        tables.setdefault(key[0], []).append(_numbered(row) if key[0] == ORGANISATION else row)
    described = schema()
    return Dataset.of({key: tables.get(key, []) for key in (*described.labels, *described.relationships)})


def _numbered(row: Row) -> Row:
    """Return an organisation with the 法人番号 that its id says."""
    number = valid_number(str(row["id"]).removeprefix(PREFIX))
    return {**row, "corporateNumber": number} if number else row
