"""Taking a load back."""

from __future__ import annotations

from collections.abc import Iterable

from graph import present as database
from graph import writing
from graph.errors import DatabaseError
from graph.keys import Key, Row
from graph.loads import journal
from graph.present import Present, Transaction
from graph.progress import Progress
from graph.writing import Difference


class NothingToUndo(DatabaseError):
    """The load named is not the newest that can be taken back."""


def undo(transaction: Transaction, number: int, by: str, progress: Progress) -> Difference:
    """Put back what the newest load changed.

    Raises
    ------
    NothingToUndo
        When another load is the newest.
    """
    newest = next((each for each in journal.read(transaction) if each.state == "done"), None)
    if newest is None:
        raise NothingToUndo("undo_nothing")
    if newest.number != number:
        raise NothingToUndo("undo_not_newest", number=number, newest=newest.number)
    progress.start("compare")
    images = {key: (row, properties) for key, row, properties in journal.before(transaction, number)}
    present = database.find(transaction, {key: row for key, (row, _) in images.items()})
    wanted = {key: _back(present, key, row, names) for key, (row, names) in images.items()}
    found = writing.difference(wanted, present)
    progress.start("write", len(found.changes))
    writing.execute(transaction, found, present, progress)
    undone = {"state": "undone", "undoneBy": by, "undoneAt": journal.now()}
    journal.finish(transaction, number, {**undone, "finishedAt": newest.finished})
    return found


def _back(present: Present, key: Key, row: Row | None, names: Iterable[str]) -> Row | None:
    """Return a row as it was in the properties that the load changed, and as it is in the others."""
    held = present.rows.get(key)
    if row is None or held is None:
        return row
    old = {name: row[name] for name in names if name in row}
    return {**{name: value for name, value in held.row.items() if name not in set(names)}, **old}
