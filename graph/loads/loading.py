"""Taking in the next edition of sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace

from graph import present as database
from graph import writing
from graph.keys import Key, Row, Rows, is_node
from graph.loads import journal
from graph.loads.journal import Load
from graph.loads.request import Request
from graph.loads.says import CLOSED, SOURCES, Editions, closed, replaced
from graph.present import Transaction
from graph.progress import Progress
from graph.schema import schema
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
        self.newest, self.order = _editions(journal.read(transaction), request)
        self.before = Editions({source: self._edition(source) for source in (*request.sources, CLOSED)})
        rows: Rows = {}
        for part in (*self.before.rows.values(), *request.says.values(), request.unsourced):
            rows |= part
        self.present = database.everything(transaction) if request.everything else database.find(transaction, rows)
        if not request.everything:
            self.present.unnamed.clear()
        self.nobodys = {key for key, row in request.unsourced.items() if self._is_nobodys(key, row)}
        self.after = Editions(self._next())
        others = self.present.rows if request.everything else {}
        stated = (key for part in (*self.before.rows.values(), *self.after.rows.values()) for key in part)
        self.keys = list(dict.fromkeys((*stated, *(key for key in others if key not in self.nobodys))))
        self._bring_others(rows)

    def difference(self) -> Difference:
        said = self.before.holding(self.keys)
        says = self.after.holding(self.keys)
        ended = {} if self.request.everything else self._ended(said, says)
        ending = {} if self.request.everything else {**self.before.rows[CLOSED], **ended}
        self.after.rows[CLOSED] = {key: row for key, row in ending.items() if key not in says}
        says = self.after.holding(self.keys)
        wanted = {key: self._wanted(key, says.get(key), said.get(key, {})) for key in self.keys}
        if not self.request.everything:
            self._protect(wanted)
        found = writing.difference(wanted, self.present)
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
        named = {source for row in rows.values() for source in _named(row)}
        named |= {source for key in rows if (held := self.present.rows.get(key)) for source in _named(held.row)}
        if self.request.everything:
            named = set(self.newest)
        others = {source: self._edition(source) for source in named & set(self.newest) - set(self.before.rows)}
        gone: dict[str, Rows] = {source: {} for source in others}
        for editions, added in ((self.before, others), (self.after, gone if self.request.everything else others)):
            found = {**editions.rows, **added}
            editions.rows = {source: found[source] for source in self.order if source in found}

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

    def _wanted(self, key: Key, row: Row | None, said: Row) -> Row | None:
        """Return a row as it is to stand: what no source ever stated, somebody wrote by hand, and it stays."""
        held = self.present.rows.get(key)
        if row is None or held is None:
            return row
        by_hand = [name for name in schema().table(key[0]).columns if name not in said and name != SOURCES]
        wanted = database.onto(key, row, held, by_hand)
        unknown = [source for source in _named(held.row) if source not in self.order and source not in _named(row)]
        return {**wanted, SOURCES: [*_named(row), *unknown]} if unknown else wanted

    def _protect(self, wanted: dict[Key, Row | None]) -> None:
        """Keep a node that is to go while something is still tied to it that nobody takes away."""
        going: dict[str, int] = {}
        for key, row in wanted.items():
            if row is None and not is_node(key) and key in self.present.rows:
                for end in key[1:3]:
                    going[end] = going.get(end, 0) + 1
        for key, row in list(wanted.items()):
            held = self.present.rows.get(key)
            if row is None and held is not None and is_node(key) and held.degree > going.get(key[1], 0):
                named = [source for source in _named(held.row) if source not in self.order]
                rest = {name: value for name, value in held.row.items() if name != SOURCES}
                wanted[key] = {**rest, SOURCES: named} if named else rest


def _editions(loads: Iterable[Load], request: Request) -> tuple[dict[str, int], list[str]]:
    """Return the load with each source's newest edition, and the sources in the order in which they count."""
    newest: dict[str, int] = {}
    since: dict[str, int] = {}
    first = set(request.first)
    for each in sorted(loads, key=lambda each: each.number):
        if each.state == "done":
            first |= each.first
            for source in each.sources:
                since.setdefault(source, each.number)
            newest |= dict.fromkeys(each.editions, each.number)
    known = dict.fromkeys((*since, *newest, *request.sources))
    order = sorted(known, key=lambda source: (source not in first, since.get(source, len(since) + 1)))
    return newest, [*(source for source in order if source != CLOSED), CLOSED]


def _named(row: Row) -> list[str]:
    found = row.get(SOURCES)
    return found if isinstance(found, list) else []
