"""What the database holds of some rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

import neo4j
import neo4j.time

from graph import statements
from graph.keys import Key, Row, ends_of, is_node, key_of
from graph.schema import END, START, schema

Transaction = neo4j.ManagedTransaction | neo4j.Transaction

_BATCH = 2_000


@dataclass(frozen=True)
class Held:
    """A node or relationship of the database.

    Attributes
    ----------
    element
        The database's own id of it.
    row
        Its properties, those beside the schema too, with the ends of a relationship.
    degree
        How many relationships of any kind a node has.
    """

    element: str
    row: Row
    degree: int = 0


@dataclass
class Present:
    """What is there, by key.

    Attributes
    ----------
    unnamed
        Nodes of the schema's labels that have no id.
    """

    rows: dict[Key, Held] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    unnamed: list[str] = field(default_factory=list)

    def node(self, identifier: str) -> Held | None:
        """Return the node with an id, whatever its label."""
        label = self.labels.get(identifier)
        return None if label is None else self.rows[label, identifier]


def find(transaction: Transaction, rows: Mapping[Key, Row | None]) -> Present:
    """Return what is there of `rows`: nodes by id, and the relationships that begin at these or at the rows' ends."""
    ids = {key[1] for key in rows if is_node(key)}
    ids.update(*(ends_of(row) for key, row in rows.items() if row is not None and not is_node(key)))
    ids.update(*(key[1:3] for key, row in rows.items() if row is None and not is_node(key)))
    present = _with_ids(transaction, list(ids))
    _take_relationships(present, transaction)
    return present


def around(transaction: Transaction, ids: Iterable[str]) -> Present:
    """Return the nodes with one of `ids`, the relationships at them in either direction, and the nodes at these."""
    present = _with_ids(transaction, list(ids))
    elements = [held.element for held in present.rows.values() if held.degree]
    records = list(transaction.run(statements.ties_of(schema()), elements=elements)) if elements else []
    others = {str(record[end]) for record in records for end in (START, END)} - present.labels.keys()
    _take_nodes(present, _nodes(transaction, list(others)))
    _take_ties(present, records)
    return present


def nodes(transaction: Transaction, ids: list[str]) -> dict[str, list[Row]]:
    """Return the nodes with one of `ids` by label, with the schema's properties."""
    found: dict[str, list[Row]] = {}
    for (label, *_), held in _with_ids(transaction, ids).rows.items():
        found.setdefault(label, []).append(known(held.row, schema().table(label).columns))
    return found


def everything(transaction: Transaction) -> Present:
    """Return all that is there of the schema's labels and types."""
    present = Present()
    _take_nodes(present, transaction.run(statements.all_nodes(schema())))
    _take_relationships(present, transaction)
    return present


def plain(properties: Mapping[str, object]) -> Row:
    """Return properties as the driver gives them with dates as Python's."""
    return {
        key: value.to_native() if isinstance(value, neo4j.time.Date) else value for key, value in properties.items()
    }


def known(row: Row, columns: Collection[str]) -> Row:
    """Return what the schema knows of a row, without what others wrote beside it."""
    return {name: value for name, value in row.items() if name in columns}


def onto(key: Key, row: Row, held: Held | None, keep: Collection[str] = ()) -> Row:
    """Return `row` as it is to stand in the database, with what others wrote there beside the schema.

    Parameters
    ----------
    keep
        Properties of the schema that stay where the row has none.
    """
    if held is None:
        return row
    columns = schema().table(key[0]).columns
    stays = {name: value for name, value in held.row.items() if name not in columns or name in keep}
    ends = {} if is_node(key) else {START: held.row[START], END: held.row[END]}
    return {**stays, **row, **ends}


def _with_ids(transaction: Transaction, ids: list[str]) -> Present:
    present = Present()
    _take_nodes(present, _nodes(transaction, ids))
    return present


def _nodes(transaction: Transaction, ids: list[str]) -> Iterable[neo4j.Record]:
    """Return the nodes with one of the ids; labels that have no node are not looked under."""
    labels = [record["label"] for record in transaction.run(statements.count_labels(schema())) if record["nodes"]]
    return transaction.run(statements.known_nodes(labels), ids=ids) if labels and ids else []


def _take_nodes(present: Present, records: Iterable[neo4j.Record]) -> None:
    described = schema().labels
    for record in records:
        label = next(label for label in record["labels"] if label in described)
        held = Held(record["element"], plain(record["properties"]), record["degree"])
        if record["id"] is None:
            present.unnamed.append(held.element)
        else:
            present.labels[record["id"]] = label
            present.rows[label, record["id"]] = held


def _take_relationships(present: Present, transaction: Transaction) -> None:
    statement = statements.known_relationships(schema())
    elements = [held.element for held in present.rows.values() if held.degree]
    elements += present.unnamed
    for first in range(0, len(elements), _BATCH):
        _take_ties(present, transaction.run(statement, elements=elements[first : first + _BATCH]))


def _take_ties(present: Present, records: Iterable[neo4j.Record]) -> None:
    for record in records:
        if record[START] is not None and record[END] is not None:
            row = {START: record[START], END: record[END], **plain(record["properties"])}
            present.rows[key_of(schema().relationships[record["type"]], row)] = Held(record["element"], row)
