"""What rows of the database are to be, given what was said and what is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from graph import present as database
from graph import writing
from graph.keys import Key, Row, Rows, is_node
from graph.loads.says import SOURCES, named
from graph.present import Present
from graph.schema import schema
from graph.writing import Difference


def settled(
    keys: Iterable[Key], said: Rows, says: Rows, present: Present, managed: Collection[str], *, protect: bool = True
) -> Difference:
    """Return how the rows with `keys` differ from what they are to be.

    What no source ever said of a row, somebody wrote by hand, and it stays.

    Parameters
    ----------
    said, says
        What all sources together said and say; a row that is in neither is to go.
    managed
        The sources that the journal keeps account of.
    protect
        Keep a node that is to go while something is still tied to it that nobody takes away.
    """
    wanted = {key: _wanted(key, says.get(key), said.get(key, {}), present, managed) for key in keys}
    if protect:
        wanted |= _protected(wanted, present, managed)
    return writing.difference(wanted, present)


def _wanted(key: Key, row: Row | None, said: Row, present: Present, managed: Collection[str]) -> Row | None:
    held = present.rows.get(key)
    if row is None or held is None:
        return row
    by_hand = [name for name in schema().table(key[0]).columns if name not in said and name != SOURCES]
    wanted = database.onto(key, row, held, by_hand)
    unknown = [source for source in named(held.row) if source not in managed and source not in named(row)]
    return {**wanted, SOURCES: [*named(row), *unknown]} if unknown else wanted


def _protected(wanted: dict[Key, Row | None], present: Present, managed: Collection[str]) -> dict[Key, Row | None]:
    gone = [key for key, row in wanted.items() if row is None and key in present.rows]
    going = Counter(end for key in gone if not is_node(key) for end in key[1:3])
    stay = [key for key in gone if is_node(key) and present.rows[key].degree > going[key[1]]]
    return {key: _nobodys(present.rows[key].row, managed) for key in stay}


def _nobodys(row: Row, managed: Collection[str]) -> Row:
    sources = [source for source in named(row) if source not in managed]
    rest = {name: value for name, value in row.items() if name != SOURCES}
    return {**rest, SOURCES: sources} if sources else rest
