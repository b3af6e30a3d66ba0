"""Making a database equal to a Dataset, inside one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import neo4j
import neo4j.time

from graph import statements
from graph.dataset import Dataset
from graph.errors import DatabaseError
from graph.frames import rows
from graph.progress import Progress
from graph.schema import END, START, RelationshipType, schema

_BATCH = 2_000

Transaction = neo4j.ManagedTransaction | neo4j.Transaction
Row = dict[str, Any]


@dataclass(frozen=True)
class Changes:
    """How many nodes and relationships a write created, updated, deleted or found as they were to be."""

    created: int = 0
    updated: int = 0
    deleted: int = 0
    unchanged: int = 0

    def __add__(self, other: Changes) -> Changes:
        return Changes(
            self.created + other.created,
            self.updated + other.updated,
            self.deleted + other.deleted,
            self.unchanged + other.unchanged,
        )


def write(transaction: Transaction, dataset: Dataset, progress: Progress, *, replace: bool) -> Changes:
    """Write `dataset` and return what that changed; with `replace`, delete first what it does not hold.

    What is there is read first and compared here, so that the database plans a handful of statements however many
    labels and types there are, and touches nothing that is as it should be.
    """
    changes = _delete_others(transaction, dataset) if replace else Changes()
    progress.start("write", dataset.node_count + dataset.relationship_count)
    known = _known_nodes(transaction, list(dataset.labels()))
    elements: dict[str, str] = {identifier: record["element"] for identifier, record in known.items()}
    old = list(elements.values())
    changes += _write_nodes(transaction, dataset, progress, known, elements)
    return changes + _write_relationships(transaction, dataset, progress, old, elements)


def plain(properties: Mapping[str, object]) -> Row:
    """Return properties as the driver gives them with dates as Python's."""
    return {
        key: value.to_native() if isinstance(value, neo4j.time.Date) else value for key, value in properties.items()
    }


def _known_nodes(transaction: Transaction, ids: list[str]) -> dict[str, neo4j.Record]:
    return {record["id"]: record for record in transaction.run(statements.known_nodes(schema()), ids=ids)}


def _write_nodes(
    transaction: Transaction,
    dataset: Dataset,
    progress: Progress,
    known: Mapping[str, neo4j.Record],
    elements: dict[str, str],
) -> Changes:
    """Write the nodes, and put the database's own ids of new ones into `elements`."""
    new: list[Row] = []
    changed: list[Row] = []
    for label in schema().labels:
        for row in rows(dataset[label]):
            found = known.get(str(row["id"]))
            if found is None:
                new.append({"label": label, "properties": row})
            elif label not in found["labels"]:
                raise DatabaseError("id_taken", id=row["id"], label=label, other=found["labels"][0])
            elif plain(found["properties"]) != row:
                changed.append({"element": found["element"], "properties": row})
    unchanged = dataset.node_count - len(new) - len(changed)
    progress.advance(unchanged)
    for batch in _batches(new, progress):
        made = transaction.run(statements.create_nodes(), rows=batch)
        elements |= {record["id"]: record["element"] for record in made}
    for batch in _batches(changed, progress):
        transaction.run(statements.update_nodes(), rows=batch).consume()
    return Changes(created=len(new), updated=len(changed), unchanged=unchanged)


def _write_relationships(
    transaction: Transaction, dataset: Dataset, progress: Progress, old: list[str], elements: Mapping[str, str]
) -> Changes:
    known = _known_relationships(transaction, old)
    new: list[Row] = []
    changed: list[Row] = []
    for kind in schema().relationships.values():
        for row in rows(dataset[kind.key]):
            start, end = elements[str(row.pop(START))], elements[str(row.pop(END))]
            found = known.get(_key(kind, start, end, row))
            if found is None:
                new.append({"type": kind.key, START: start, END: end, "properties": row})
            elif plain(found["properties"]) != row:
                changed.append({"element": found["element"], "properties": row})
    unchanged = dataset.relationship_count - len(new) - len(changed)
    progress.advance(unchanged)
    for batch in _batches(new, progress):
        transaction.run(statements.create_relationships(), rows=batch).consume()
    for batch in _batches(changed, progress):
        transaction.run(statements.update_relationships(), rows=batch).consume()
    return Changes(created=len(new), updated=len(changed), unchanged=unchanged)


def _known_relationships(transaction: Transaction, elements: list[str]) -> dict[tuple[object, ...], neo4j.Record]:
    kinds = schema().relationships
    known = {}
    for first in range(0, len(elements), _BATCH):
        batch = elements[first : first + _BATCH]
        for record in transaction.run(statements.known_relationships(), elements=batch):
            if record["type"] in kinds:
                kind = kinds[record["type"]]
                known[_key(kind, record[START], record[END], record["properties"])] = record
    return known


def _key(kind: RelationshipType, start: str, end: str, properties: Mapping[str, object]) -> tuple[object, ...]:
    return (kind.key, start, end, *(properties.get(name) for name in kind.distinguishing))


def _delete_others(transaction: Transaction, dataset: Dataset) -> Changes:
    deleted = 0
    for distinguishing, kinds in _by_key().items():
        columns = (START, END, *distinguishing)
        keys = [[kind, *(row.get(key) for key in columns)] for kind in kinds for row in rows(dataset[kind])]
        found = transaction.run(statements.delete_relationships(distinguishing), types=kinds, keys=keys)
        deleted += found.single(strict=True)["deleted"]
    found = transaction.run(statements.delete_nodes(schema()), ids=list(dataset.labels()))
    return Changes(deleted=deleted + found.single(strict=True)["deleted"])


def _by_key() -> dict[tuple[str, ...], list[str]]:
    """Return the relationship types by the properties that tell their parallel ties apart."""
    grouped: dict[tuple[str, ...], list[str]] = {}
    for kind in schema().relationships.values():
        grouped.setdefault(kind.distinguishing, []).append(kind.key)
    return grouped


def _batches(items: list[Row], progress: Progress) -> Iterator[list[Row]]:
    for first in range(0, len(items), _BATCH):
        batch = items[first : first + _BATCH]
        yield batch
        progress.advance(len(batch))
