"""Making rows of a database what they are to be, inside one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from graph import statements
from graph.errors import DatabaseError
from graph.keys import Key, Row, ends_of, is_node
from graph.present import Held, Present, Transaction
from graph.progress import Progress
from graph.schema import END, START, schema

_BATCH = 2_000

T = TypeVar("T")


@dataclass(frozen=True)
class Changes:
    """How many nodes and relationships a write created, updated, deleted, closed or found as they were to be."""

    created: int = 0
    updated: int = 0
    deleted: int = 0
    unchanged: int = 0
    closed: int = 0


@dataclass(frozen=True)
class Change:
    """One row that becomes another.

    Attributes
    ----------
    before, after
        All properties, with the ends of a relationship; None where there is nothing.
    closed
        Whether it is kept with an end date because no source states it any more.
    """

    key: Key
    before: Row | None
    after: Row | None
    closed: bool = False

    @property
    def properties(self) -> list[str]:
        """The properties that differ, those of the schema first and in its order."""
        before, after = self.before or {}, self.after or {}
        names = dict.fromkeys((*schema().table(self.key[0]).columns, *sorted({*before, *after})))
        return [name for name in names if before.get(name) != after.get(name)]


@dataclass
class Difference:
    """What a write changes, and how many rows it finds as they are to be."""

    changes: list[Change] = field(default_factory=list)
    unchanged: int = 0
    unnamed: int = 0

    def counts(self) -> Changes:
        """Return how many rows are created, updated, deleted and closed."""
        created = sum(change.before is None for change in self.changes)
        deleted = sum(change.after is None for change in self.changes)
        closed = sum(change.closed for change in self.changes)
        updated = len(self.changes) - created - deleted - closed
        return Changes(created, updated, deleted + self.unnamed, self.unchanged, closed)


def difference(wanted: Mapping[Key, Row | None], present: Present) -> Difference:
    """Return how `wanted` differs from what is present; None asks for a row to be gone.

    Raises
    ------
    DatabaseError
        When a node of another label has the id.
    """
    found = Difference()
    for key, row in wanted.items():
        held = present.rows.get(key)
        if held is None and row is not None and is_node(key):
            _check_label(key, present)
        if (None if held is None else held.row) == row:
            found.unchanged += row is not None
        else:
            found.changes.append(Change(key, None if held is None else held.row, row))
    return found


def execute(transaction: Transaction, found: Difference, present: Present, progress: Progress) -> None:
    """Make the changes: relationships go before their nodes and come after them."""
    writing = _Writing(transaction, present, progress)
    nodes = [change for change in found.changes if is_node(change.key)]
    ties = [change for change in found.changes if not is_node(change.key)]
    writing.delete("delete_relationships", ties)
    writing.delete("delete_nodes", nodes)
    writing.create_nodes(nodes)
    writing.update("update_nodes", nodes)
    writing.create_relationships(ties)
    writing.update("update_relationships", ties)


def _check_label(key: Key, present: Present) -> None:
    other = present.labels.get(key[1])
    if other is not None and other != key[0]:
        labels = schema().labels
        raise DatabaseError("id_taken", id=key[1], label=labels[key[0]].name, other=labels[other].name)


class _Writing:
    def __init__(self, transaction: Transaction, present: Present, progress: Progress) -> None:
        self.transaction = transaction
        self.present = present
        self.progress = progress
        self.elements: dict[str, str] = {
            identifier: present.rows[label, identifier].element for identifier, label in present.labels.items()
        }

    def delete(self, statement: str, changes: Iterable[Change]) -> None:
        gone = [self._held(change).element for change in changes if change.after is None]
        if statement == "delete_nodes":
            gone += self.present.unnamed
        for batch in _batches(gone, self.progress):
            self.transaction.run(statements.statement(statement), elements=batch).consume()

    def create_nodes(self, changes: Iterable[Change]) -> None:
        for label, new in _created(changes).items():
            for batch in _batches(new, self.progress):
                made = self.transaction.run(statements.statement("create_nodes"), label=label, rows=batch)
                elements = made.single(strict=True)["elements"]
                self.elements |= {str(row["id"]): element for row, element in zip(batch, elements, strict=True)}

    def create_relationships(self, changes: Iterable[Change]) -> None:
        for kind, new in _created(changes).items():
            rows = [self._tie(row) for row in new]
            for batch in _batches(rows, self.progress):
                self.transaction.run(statements.statement("create_relationships"), type=kind, rows=batch).consume()

    def update(self, statement: str, changes: Iterable[Change]) -> None:
        rows = [
            {"element": self._held(change).element, "properties": _inner(change.key, change.after)}
            for change in changes
            if change.before is not None and change.after is not None
        ]
        for batch in _batches(rows, self.progress):
            self.transaction.run(statements.statement(statement), rows=batch).consume()

    def _held(self, change: Change) -> Held:
        return self.present.rows[change.key]

    def _tie(self, row: Row) -> dict[str, object]:
        start, end = ends_of(row)
        for identifier in (start, end):
            if identifier not in self.elements:
                raise DatabaseError("end_missing", id=identifier)
        properties = {name: value for name, value in row.items() if name not in (START, END)}
        return {START: self.elements[start], END: self.elements[end], "properties": properties}


def _created(changes: Iterable[Change]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for change in changes:
        if change.before is None and change.after is not None:
            found[change.key[0]].append(change.after)
    return found


def _inner(key: Key, row: Row) -> Row:
    return row if is_node(key) else {name: value for name, value in row.items() if name not in (START, END)}


def _batches(items: list[T], progress: Progress) -> Iterator[list[T]]:
    for first in range(0, len(items), _BATCH):
        batch = items[first : first + _BATCH]
        yield batch
        progress.advance(len(batch))
