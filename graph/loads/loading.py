"""Taking in the next edition of sources."""

from __future__ import annotations

from dataclasses import asdict, replace

from graph import present as database
from graph import writing
from graph.keys import Key, Row, Rows, is_node
from graph.loads import journal
from graph.loads.journal import Load
from graph.loads.request import Request
from graph.loads.says import CLOSED, SOURCES, Editions, closed, in_order, named, newest_editions, replaced
from graph.loads.settling import settled
from graph.present import Transaction
from graph.progress import Progress
from graph.writing import Change, Difference


def load(transaction: Transaction, request: Request, progress: Progress, number: int) -> tuple[Load, Difference]:
    """Make the database hold what all sources say once `request` is the newest edition of its own.

    Parameters
    ----------
    number
        Of the load in the journal; 0 computes the difference and writes nothing.
    """
    progress.start("compare")
    loading = _Loading(transaction, request)
    found = loading.difference()
    if number:
        progress.start("write", len(found.changes))
        writing.execute(transaction, found, loading.present, progress)
        progress.start("commit")
        loading.keep(number, found.changes)
        journal.finish(transaction, number, {"state": "done", **asdict(found.counts())})
    loads = journal.read(transaction) if number else []
    done = next((each for each in loads if each.number == number), None)
    return done or Load(0, "started", request.by, journal.now(), sources=tuple(request.sources)), found


class _Loading:
    """What is to be, worked out from what was said before, what is said now, and what is there."""

    def __init__(self, transaction: Transaction, request: Request) -> None:
        self.transaction = transaction
        self.request = request
        self.newest, self.order = newest_editions(journal.read(transaction), request.sources, request.first)
        self.before = Editions({source: self._edition(source) for source in (*request.sources, CLOSED)})
        rows: Rows = {}
        said = [rows for source, rows in self.before.rows.items() if source != CLOSED]
        for part in (*said, *request.says.values(), request.unsourced):
            rows |= part
        self.present = database.everything(transaction) if request.everything else database.find(transaction, rows)
        if not request.everything:
            self.present.unnamed.clear()
        self.nobodys = {key for key, row in request.unsourced.items() if self._is_nobodys(key, row)}
        self.after = Editions(self._next())
        others = self.present.rows if request.everything else {}
        stated = (key for part in (*said, *self.after.rows.values()) for key in part)
        self.keys = list(dict.fromkeys((*stated, *(key for key in others if key not in self.nobodys))))
        self._bring_others(rows)

    def difference(self) -> Difference:
        said = self.before.holding(self.keys)
        says = self.after.holding(self.keys)
        ended = {} if self.request.everything else self._ended(said, says)
        ending = {} if self.request.everything else {**self.before.rows[CLOSED], **ended}
        self.after.rows[CLOSED] = {key: row for key, row in ending.items() if key not in says}
        says = self.after.holding(self.keys)
        found = settled(self.keys, said, says, self.present, self.order, protect=not self.request.everything)
        found.unnamed = len(self.present.unnamed)
        found.unchanged += len(self.nobodys.difference(self.keys))
        found.changes = [replace(each, closed=each.key in ended) for each in found.changes]
        return found

    def keep(self, number: int, changes: list[Change]) -> None:
        """Keep the editions that differ from those before, and how the changed rows were."""
        for source, rows in self.after.rows.items():
            if rows != self.before.rows.get(source, {}):
                journal.keep_edition(self.transaction, number, source, rows)
        journal.keep_before(self.transaction, number, changes)

    def _edition(self, source: str) -> Rows:
        number = self.newest.get(source)
        return {} if number is None else journal.edition(self.transaction, number, source)

    def _next(self) -> dict[str, Rows]:
        request = self.request
        says = {source: dict(rows) for source, rows in request.says.items()}
        if request.default is not None:
            source = str(request.default["id"])
            stated = {key: row for key, row in request.unsourced.items() if key not in self.nobodys}
            if stated or source in self.newest:
                stated.setdefault(("Source", source), request.default)
            says[source] = {**says.get(source, {}), **stated}
        old = self.before.rows
        if request.partial:
            return {source: {**old[source], **rows} for source, rows in says.items()}
        return {source: replaced(old[source], rows, request.tables.get(source)) for source, rows in says.items()}

    def _is_nobodys(self, key: Key, row: Row) -> bool:
        """Tell whether the row stands in the database as it is, written by hand and claimed by no source."""
        held = self.present.rows.get(key)
        return held is not None and SOURCES not in held.row and database.onto(key, row, held) == held.row

    def _bring_others(self, rows: Rows) -> None:
        """Bring the editions of all sources that have a word on the rows in play, in the order in which they count."""
        found = {source for row in rows.values() for source in named(row)}
        found |= {source for key in rows if (held := self.present.rows.get(key)) for source in named(held.row)}
        if self.request.everything:
            found = set(self.newest)
        others = {source: self._edition(source) for source in found & set(self.newest) - set(self.before.rows)}
        gone: dict[str, Rows] = {source: {} for source in others}
        for editions, added in ((self.before, others), (self.after, gone if self.request.everything else others)):
            editions.rows = in_order({**editions.rows, **added}, self.order)

    def _ended(self, said: Rows, says: Rows) -> Rows:
        """Return what ends with this load: what began and is stated no more, and the ties that describe it."""
        gone = {key: row for key, row in said.items() if key not in says and key not in self.before.rows[CLOSED]}
        ended = {key: row for key, old in gone.items() if (row := closed(key, old, self.request.today)) is not None}
        stay = {key[1] for key in ended if is_node(key)}
        there = stay | {key[1] for key in says if is_node(key)} | set(self.present.labels) - {key[1] for key in gone}
        for key, row in gone.items():
            if not is_node(key) and key not in ended and not stay.isdisjoint(key[1:3]) and there.issuperset(key[1:3]):
                ended[key] = {name: value for name, value in row.items() if name != SOURCES}
        return {key: row for key, row in ended.items() if is_node(key) or there.issuperset(key[1:3])}
