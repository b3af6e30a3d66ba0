"""Records of organisations, and which of them are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from graph.judgement import Judgements
from graph.progress import SILENT, Progress
from loaders.resolution.entries import PREFIX, Entries
from loaders.resolution.joining import Joining, Link, Rules
from loaders.resolution.reasons import Reason
from loaders.resolution.written import Written, taken_apart

Decision = Literal["same", "review", "new"]

_NONE = Judgements()
_RULES = Rules()


@dataclass(frozen=True)
class Decided:
    """What became of a record.

    Attributes
    ----------
    entity
        Id of its organisation.
    decision
        ``same``: one with another record or a known organisation; ``review``: a person is asked; ``new``: neither.
    score
        How near the names are, 0 to 100, of what joined it or is the best to be asked; 0 for new.
    """

    id: str
    entity: str
    decision: Decision
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Pair:
    """Two records, or known organisations, about which a person is asked."""

    left: str
    right: str
    left_name: str
    right_name: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Merge:
    """A record, or known organisation, that is one of another id."""

    id: str
    entity: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Resolution:
    """Which records are one organisation.

    Attributes
    ----------
    decided
        For each record, in the records' order.
    asked
        The surest first.
    merges
        Those whose own id goes.
    """

    decided: tuple[Decided, ...]
    asked: tuple[Pair, ...]
    merges: tuple[Merge, ...]

    @property
    def decisions(self) -> pd.DataFrame:
        """A row a record: `id`, `entityId`, `decision`, `score`, `reasons` (see `worded`)."""
        rows = [(each.id, each.entity, each.decision, each.score, each.reasons) for each in self.decided]
        return pd.DataFrame(rows, columns=["id", "entityId", "decision", "score", "reasons"])

    @property
    def pairs(self) -> pd.DataFrame:
        """A row a pair: `left`, `right` (ids), `leftName`, `rightName`, `score`, `reasons`."""
        rows = [tuple(vars(each).values()) for each in self.asked]
        return pd.DataFrame(rows, columns=["left", "right", "leftName", "rightName", "score", "reasons"])

    def entities(self) -> dict[str, str]:
        """Return the id that stays, by each that goes."""
        return {merge.id: merge.entity for merge in self.merges}


def resolve(
    records: pd.DataFrame,
    known: pd.DataFrame | None = None,
    judgements: Judgements = _NONE,
    history: pd.DataFrame | None = None,
    progress: Progress = SILENT,
    rules: Rules = _RULES,
) -> Resolution:
    """Find the records that are one organisation, whatever the order of the rows.

    Rules in order of authority: what a person judged; equal valid 法人番号 (and different ones never); names of the
    name history; what an earlier run found; equal keys in municipalities that do not contradict each other; nearly
    equal keys; offices and houses. What must stay apart stays apart through any number of steps.

    Parameters
    ----------
    records
        Columns `id` (unique text), `name`, `corporateNumber` and `municipality` (the id of one, such as
        ``JP-LGC-141003``), of which the last two may be missing.
    known
        The same of organisations that exist already; a match takes their id.
    judgements
        Decisions of before.
    history
        Columns `corporateNumber` and `name`: present and former names of corporations.
    progress
        Is told how far it is.
    rules
        Thresholds and the treatment of branches.

    Raises
    ------
    ValueError
        When an id stands twice among the records.

    Examples
    --------
    >>> names = ["㈱架空商事", "株式会社 架空商事", "想像商事株式会社"]
    >>> found = resolve(pd.DataFrame({"id": ["A", "B", "C"], "name": names}))
    >>> list(found.decisions["entityId"]), list(found.decisions["decision"])
    (['A', 'A', 'C'], ['same', 'same', 'new'])
    """
    former = _former(history)
    entries = Entries.of(records, known, judgements, {identifier: name for identifier, name, _ in former})
    joining = Joining(entries, judgements, rules)
    named = [(entries.position[identifier], written) for identifier, _, written in former]
    steps: tuple[Callable[[], None], ...] = (
        lambda: joining.judged(judgements, automatic=False),
        joining.numbered,
        lambda: joining.named_before(named),
        lambda: joining.judged(judgements, automatic=True),
        joining.equal,
        joining.alike,
        joining.contained,
        joining.named_within,
    )
    progress.start("resolve", len(steps))
    for step in steps:
        step()
        progress.advance()
    return _Outcome(joining, judgements).resolution([str(identifier) for identifier in records["id"]])


def _former(history: pd.DataFrame | None) -> list[tuple[str, str, Written]]:
    if history is None:
        return []
    pairs = sorted(
        {(str(number), str(name)) for number, name in zip(history["corporateNumber"], history["name"], strict=True)}
    )
    return [(PREFIX + number, name, taken_apart(name)) for number, name in pairs]


class _Outcome:
    """The clusters as tables."""

    def __init__(self, joining: Joining, judgements: Judgements) -> None:
        self.joining = joining
        self.entries = joining.entries
        self.roots = [joining.clusters.root(entry) for entry in range(len(self.entries))]
        self.members: Mapping[int, list[int]] = defaultdict(list)
        for entry, root in enumerate(self.roots):
            if self.entries.own[entry]:
                self.members[root].append(entry)
        self.stays = {self.entries.position[judgement.entity.id] for judgement in judgements if judgement.same}
        self.owners = self._owners()
        self.ids = {root: self._id(root, found) for root, found in self.members.items()}
        self.open = self._open()

    def resolution(self, order: Iterable[str]) -> Resolution:
        """Return the outcome for records in an order."""
        asked: dict[int, Link] = {}
        for link in self.open:
            for end in (link.left, link.right):
                asked.setdefault(self.roots[end], link)
        return Resolution(
            tuple(self._decided(self.entries.position[identifier], asked) for identifier in order),
            tuple(map(self._pair, self.open)),
            tuple(self._merges()),
        )

    def _pair(self, link: Link) -> Pair:
        ids, names = self.entries.ids, self.entries.names
        ends = (ids[link.left], ids[link.right], names[link.left], names[link.right])
        return Pair(*ends, round(link.score, 1), link.reasons)

    def _owners(self) -> Mapping[str, int]:
        """Return the cluster that has each number's id: only one, where a person judged two of one number different."""
        owners: dict[str, int] = {}
        for root in sorted(self.members):
            number = self.joining.clusters.number(root)
            if number:
                owners.setdefault(number, root)
                own = self.entries.position.get(PREFIX + number)
                if own is not None and self.roots[own] == root and self.entries.own[own]:
                    owners[number] = root
        return owners

    def _id(self, root: int, members: list[int]) -> str:
        number = self.joining.clusters.number(root)
        if number and self.owners[number] == root:
            return PREFIX + number
        chosen = [entry for entry in members if entry in self.stays] or members
        return self.entries.ids[next((entry for entry in chosen if self.entries.known[entry]), chosen[0])]

    def _decided(self, entry: int, asked: Mapping[int, Link]) -> Decided:
        root, identifier = self.roots[entry], self.entries.ids[entry]
        if len(self.members[root]) > 1:
            link = self.joining.bound[entry]
            return Decided(identifier, self.ids[root], "same", round(link.score, 1), link.reasons)
        if root in asked:
            return Decided(identifier, self.ids[root], "review", round(asked[root].score, 1), asked[root].reasons)
        reasons = () if self.entries.written[entry].key else (Reason.NO_NAME,)
        return Decided(identifier, self.ids[root], "new", 0.0, reasons)

    def _merges(self) -> Iterator[Merge]:
        for root, members in sorted(self.members.items()):
            for entry in members:
                if self.entries.ids[entry] != self.ids[root]:
                    link = self.joining.bound.get(entry) or Link(entry, entry, 100.0, (Reason.NUMBER,))
                    yield Merge(self.entries.ids[entry], self.ids[root], round(link.score, 1), link.reasons)

    def _open(self) -> list[Link]:
        """Return what is still to be asked: one link for each two clusters, the surest first."""
        best: dict[tuple[int, int], Link] = {}
        for link in sorted(self.joining.asked, key=_surest_first):
            ends = sorted(end for end in map(self._own, (link.left, link.right)) if end is not None)
            roots = tuple(sorted({self.roots[end] for end in ends}))
            if len(roots) > 1 and self.joining.clusters.may_join(roots[0], roots[1]):
                best.setdefault((roots[0], roots[1]), Link(ends[0], ends[1], link.score, link.reasons))
        return list(best.values())

    def _own(self, entry: int) -> int | None:
        """Return the entry, or another of its cluster where it is only remembered."""
        if self.entries.own[entry]:
            return entry
        return next(iter(self.members.get(self.roots[entry], ())), None)


def _surest_first(link: Link) -> tuple[float, int, int, int]:
    return -link.score, len(link.reasons), link.left, link.right
