"""Which relationship of the schema each link of a graph tool is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from graph.schema import END, START, RelationshipType, schema
from loaders.formats.attributes import Attributes
from loaders.formats.node_labels import most
from loaders.ledger import Ledger
from loaders.names import fold, table_named, values_of
from loaders.roster import Roster
from loaders.sheets import Grid
from loaders.statements import Stated, Statements

TYPE_HEADER = "relationshipType"
"""Header under which the program writes a relationship's type."""

_TIE = "TIED_TO"
_OTHER = "other"
_ORGANISATION = "Organisation"
_TYPES = (
    "relationshiptype",
    "connectiontype",
    "interaction",
    "relationship",
    "relation",
    "type",
    "label",
    "関係",
    "関係の種類",
)
_TYPES_OR_ELSE = ("kind", "種別")
_WEIGHTS = {"weight": "strength", "重み": "strength"}
_WEIGHT_OF_NONE = ("1", "1.0")
_UNDIRECTED = frozenset(map(fold, ("undirected", "mutual", "false", "0", "無向", "双方向")))
_MOST_SHOWN = 5


@dataclass(frozen=True)
class Edges:
    """A sheet of links.

    Attributes
    ----------
    start, end
        Positions of the columns of the two ends.
    direction
        Position of the column that says whether a link has a direction.
    undirected
        Whether links of which nothing is said have none.
    looks
        Positions of columns that say how a link is drawn, its own id, and the like.
    several
        What parts several ends in one cell.
    """

    grid: Grid
    start: int
    end: int
    direction: int | None = None
    undirected: bool = False
    looks: frozenset[int] = frozenset()
    several: str | None = None


@dataclass(frozen=True)
class _Meaning:
    """What a link is: its type, whether its ends are the other way round, and the kind of tie that its text names."""

    type: str
    turned: bool = False
    kind: str | None = None


@dataclass
class _Sorted:
    """Links of one type: their rows and ends."""

    places: list[int] = field(default_factory=list)
    ends: dict[str, list[str]] = field(default_factory=lambda: {START: [], END: []})
    kinds: list[str | None] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def type_named(text: str) -> str | None:
    """Return the key of the relationship type that a text names, or None.

    Examples
    --------
    >>> type_named("works on"), type_named("友だち")
    ('WORKS_ON', None)
    """
    table = table_named(text) if text else None
    return table.key if isinstance(table, RelationshipType) else None


def edges_stated(edges: Edges, rows: range, roster: Roster, ledger: Ledger) -> Stated:
    """Return what the rows of a sheet of links state, a table a type, and the nodes made of ends that none states."""
    reading = _Reading(edges, rows, roster, ledger)
    return Stated(reading.statements())


class _Reading:
    def __init__(self, edges: Edges, rows: range, roster: Roster, ledger: Ledger) -> None:
        self.edges, self.grid, self.rows = edges, edges.grid, rows
        self.roster, self.ledger = roster, ledger
        self.type = _type_column(edges)
        roles = {edges.start, edges.end, *edges.looks}
        roles |= {index for index in (edges.direction, self.type) if index is not None}
        self.attributes = Attributes(self.grid, rows, ledger, roles)
        self.guessed: Counter[str] = Counter()
        self.aligned = 0
        self.unread = 0

    def statements(self) -> list[Statements]:
        columns = (self.grid.column(self.edges.start), self.grid.column(self.edges.end))
        self.roster.look_up(text.strip() for column in columns for text in column)
        ends = list(self._ends())
        made = self._made(ends)
        labels = dict.fromkeys((identifier for part in made for identifier in part.columns["id"]), _ORGANISATION)
        sorted_out: dict[str, _Sorted] = defaultdict(_Sorted)
        for place, start, end in ends:
            if self.rows[place] not in self.ledger.refused:
                self._sort(place, start, end, labels, sorted_out)
        found = [self._stated(key, links) for key, links in sorted_out.items()]
        for text, count in most(+self.guessed):
            kind = "edge_type_unknown" if text else "edges_untyped"
            self.ledger.tell("note", kind, self.grid, self._type_header(), text, count=count)
        if self.aligned:
            self.ledger.tell("note", "edges_undirected", self.grid, count=self.aligned)
        if self.unread:
            self.ledger.tell("note", "attribute_unused", self.grid, self._type_header(), count=self.unread)
        self.attributes.tell_unused()
        return [*made, *found]

    def _ends(self) -> Iterator[tuple[int, str, str]]:
        """Yield the row and the ids of the ends of each link; a row whose ends are not clear is refused."""
        starts, ends = self.grid.column(self.edges.start), self.grid.column(self.edges.end)
        for place, pair in enumerate(zip(starts, ends, strict=True)):
            if not all(map(str.strip, pair)):
                empty = self.edges.end if pair[0].strip() else self.edges.start
                self.ledger.refuse(self.rows[place], "no_id", self.grid.headers[empty])
                continue
            start = self._id(place, self.edges.start, pair[0].strip())
            for part in pair[1].split(self.edges.several) if self.edges.several else [pair[1]]:
                end = self._id(place, self.edges.end, part.strip())
                if start and end:
                    yield place, start, end

    def _id(self, place: int, column: int, text: str) -> str:
        found = self.roster.ids(text)
        if len(found) > 1:
            ids = ", ".join(list(found)[:_MOST_SHOWN])
            self.ledger.refuse(self.rows[place], "name_shared", self.grid.headers[column], text, ids=ids)
        return next(iter(found), text)

    def _made(self, ends: Sequence[tuple[int, str, str]]) -> list[Statements]:
        """Return the ends as organisations when no file states any of them."""
        places: dict[str, int] = {}
        for place, *pair in ends:
            for identifier in pair:
                places.setdefault(identifier, place)
        if not places or any(self.roster.label(identifier) for identifier in places):
            return []
        self.ledger.tell("note", "nodes_of_ends", self.grid, count=len(places))
        ids = list(places)
        rows = [self.rows[place] for place in places.values()]
        return [Statements(_ORGANISATION, {"id": ids, "name": list(ids)}, rows, combinable=True)]

    def _sort(self, place: int, start: str, end: str, made: Mapping[str, str], sorted_out: dict[str, _Sorted]) -> None:
        text = "" if self.type is None else self.grid.column(self.type)[place].strip()
        labels = (made.get(start) or self.roster.label(start), made.get(end) or self.roster.label(end))
        if type_named(text) is None and None in labels and any(labels):
            missing = start if labels[0] is None else end
            self.ledger.refuse(self.rows[place], "end_unknown", self._type_header(), missing)
            return
        undirected = self._is_undirected(place)
        meaning = _meaning(text, *labels, undirected)
        if isinstance(meaning, tuple):
            kind, values = "edge_type_unclear" if meaning else "edge_type_none", ", ".join(meaning)
            names = [schema().labels[label].name if label else "?" for label in labels]
            pair = {"start": names[0], "end": names[1]}
            self.ledger.refuse(self.rows[place], kind, self._type_header(), text, types=values, **pair)
            return
        table = schema().relationships[meaning.type]
        either = _fits(meaning.type, *labels) and _fits(meaning.type, labels[1], labels[0])
        self.aligned += undirected and not table.symmetric and either
        links = sorted_out[meaning.type]
        links.places.append(place)
        links.kinds.append(meaning.kind)
        links.texts.append("" if type_named(text) else text)
        links.ends[START].append(end if meaning.turned else start)
        links.ends[END].append(start if meaning.turned else end)

    def _is_undirected(self, place: int) -> bool:
        if self.edges.direction is None:
            return self.edges.undirected
        said = self.grid.column(self.edges.direction)[place].strip()
        return fold(said) in _UNDIRECTED if said else self.edges.undirected

    def _stated(self, key: str, links: _Sorted) -> Statements:
        table = schema().relationships[key]
        found = self.attributes.columns(table, _WEIGHTS)
        columns: dict[str, list[Any]] = {**links.ends, **self.attributes.properties(table, found, links.places)}
        if key == _TIE:
            columns["kind"] = self._kinds(columns.get("kind", [None] * len(links.kinds)), links)
        self._pass_over_weights(table, links.places)
        headers = {START: self.grid.headers[self.edges.start], END: self.grid.headers[self.edges.end]}
        return Statements(
            table=key,
            columns=columns,
            rows=[self.rows[place] for place in links.places],
            headers=headers | {name: self.grid.headers[index] for name, index in found.items()},
            combinable=True,
            optional=frozenset(name for name in found if not table.properties[name].required),
        )

    def _kinds(self, own: Sequence[str | None], links: _Sorted) -> list[str]:
        """Return the kind of each tie: its own, else the one that its text names, else other."""
        known = schema().enumerations["tieKind"]
        found = []
        for given, named, text in zip(own, links.kinds, links.texts, strict=True):
            if given is not None and given in known:
                # Its text is not needed then, and is lost unless it says the same.
                self.unread += bool(text) and named != given
                found.append(given)
            else:
                self.guessed[given or text] += named is None
                found.append(named or _OTHER)
        return found

    def _pass_over_weights(self, table: RelationshipType, places: Sequence[int]) -> None:
        """Count as used the weights of 1 that tools give to every link."""
        for index, header in enumerate(self.grid.headers):
            if fold(header) in _WEIGHTS and _WEIGHTS[fold(header)] not in table.properties:
                cells = self.grid.column(index)
                self.attributes.use(index, sum(cells[place].strip() in _WEIGHT_OF_NONE for place in places))

    def _type_header(self) -> str:
        return "" if self.type is None else self.grid.headers[self.type]


def _type_column(edges: Edges) -> int | None:
    """Return the position of the column that says what each link is: one that names types, else one that is filled."""
    taken = {edges.start, edges.end, edges.direction, *edges.looks}
    free = [(index, fold(header)) for index, header in enumerate(edges.grid.headers) if index not in taken]
    columns = {index: {cell.strip() for cell in edges.grid.column(index)} - {""} for index, _ in free}
    for names, every in ((_TYPES, False), (_TYPES_OR_ELSE, True)):
        for name in names:
            for index in (index for index, header in free if header == name):
                known = sum(type_named(cell) is not None for cell in columns[index])
                if known and (known == len(columns[index]) or not every):
                    return index
    return next((index for name in _TYPES for index, header in free if header == name and columns[index]), None)


@cache
def _meaning(text: str, start: str | None, end: str | None, undirected: bool) -> _Meaning | tuple[str, ...]:  # noqa: FBT001 - a key of the cache
    """Return what a link is, or the types between which it cannot be told."""
    named = type_named(text)
    if named is not None:
        turned = undirected and not _fits(named, start, end) and _fits(named, end, start)
        return _Meaning(named, turned)
    if start in (None, _ORGANISATION) and end in (None, _ORGANISATION):
        kind = values_of(_TIE, "kind").get(fold(text))
        return _Meaning(_TIE, kind=kind)
    straight = [key for key in schema().relationships if _fits(key, start, end)]
    back = [key for key in schema().relationships if undirected and _fits(key, end, start) and key not in straight]
    if len(straight) + len(back) == 1:
        return _Meaning((straight or back)[0], turned=bool(back))
    return (*straight, *back)


def _fits(key: str, start: str | None, end: str | None) -> bool:
    table = schema().relationships[key]
    return start in table.starts and end in table.ends
