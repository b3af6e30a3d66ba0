"""Making one node of several that are the same: what all sources said of one, they say of the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from graph import present as database
from graph import writing
from graph.keys import Key, Row, Rows, is_node, key_of
from graph.loads import journal
from graph.loads.says import BY_HAND, SOURCES, Editions, complete, in_order, named, newest_editions
from graph.loads.settling import settled
from graph.present import Present, Transaction
from graph.progress import Progress
from graph.schema import END, START, schema
from graph.writing import Difference

_ENDS = ("id", START, END)


def merge(transaction: Transaction, entities: Mapping[str, str], progress: Progress, number: int) -> Difference:
    """Give the ties and properties of some nodes to others, and let the first go.

    The editions of their sources are rewritten as well, so that later loads find what they left.

    Parameters
    ----------
    entities
        The id that stays, by each that goes.
    number
        Of the load in the journal that this is.
    """
    progress.start("compare")
    ids = {*entities, *entities.values()}
    present = database.around(transaction, ids)
    newest, order = newest_editions(journal.read(transaction), ())
    sources = {source for held in present.rows.values() for source in named(held.row) if source in newest}
    editions = {source: journal.edition(transaction, newest[source], source) for source in sources}
    by_hand = {
        key: _known(key, held.row) for key, held in present.rows.items() if not entities.keys().isdisjoint(key[1:3])
    }
    said = Editions(in_order({**editions, BY_HAND: by_hand}, order))
    says = Editions({source: renamed(rows, entities) for source, rows in said.rows.items()})
    keys = [key for key in _keys(said, says, present) if not ids.isdisjoint(key[1:3])]
    found = settled(keys, said.holding(keys), says.holding(keys), present, order)
    progress.start("write", len(found.changes))
    writing.execute(transaction, found, present, progress)
    progress.start("commit")
    for source in sources:
        if says.rows[source] != said.rows[source]:
            journal.keep_edition(transaction, number, source, says.rows[source])
    journal.keep_before(transaction, number, found.changes)
    journal.finish(transaction, number, {"state": "done", **asdict(found.counts())})
    return found


def renamed(rows: Rows, entities: Mapping[str, str]) -> Rows:
    """Return rows with the ids that stay; what comes to be about the same is made one, and a tie to itself goes."""
    result: Rows = {}
    for key, row in rows.items():
        if entities.keys().isdisjoint(key[1:3]):
            new, moved = key, row
        else:
            moved = {name: entities.get(str(value), value) if name in _ENDS else value for name, value in row.items()}
            new = key_of(schema().table(key[0]), moved)
            if not is_node(new) and new[1] == new[2]:
                continue
        kept = result.get(new)
        # The row of the node that stays comes first, wherever it stands.
        first, second = (row, kept) if kept is not None and new == key else (kept, moved)
        combined: Row = dict(first or {})
        complete(combined, second or {})
        result[new] = combined
    return result


def _keys(said: Editions, says: Editions, present: Present) -> list[Key]:
    stated = (key for editions in (said, says) for rows in editions.rows.values() for key in rows)
    return list(dict.fromkeys((*stated, *present.rows)))


def _known(key: Key, row: Row) -> Row:
    columns = schema().table(key[0]).columns
    return {name: value for name, value in row.items() if name in columns and name != SOURCES}
