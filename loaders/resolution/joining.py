"""The rules that make records one organisation or propose it, applied in the order of their authority."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rapidfuzz import fuzz

from graph.judgement import Judgements
from loaders.resolution.areas import agree
from loaders.resolution.candidates import Near, Within, near, within
from loaders.resolution.clusters import Clusters
from loaders.resolution.entries import Entries
from loaders.resolution.reasons import Reason
from loaders.resolution.written import Written

_EQUAL = 100.0
_SHORT = 5
"""Keys as short as this are shared by different bodies: 6 % of those of one prefecture's register."""
_SHORTEST_CONTAINED = 5
_MOST_KINDS = 60
_CONFUSED = frozenset({"foundation", "association"})
"""Legal forms that writers take for each other."""


@dataclass(frozen=True)
class Rules:
    """What can be chosen about the rules.

    Attributes
    ----------
    same_from
        Similarity of names (rapidfuzz' ratio of keys, 0 to 100) from which two are one by themselves.
    review_from
        Similarity from which a person is asked.
    branches_together
        Whether offices and houses of a corporation are one with it, as its 法人番号 is.
    """

    same_from: float = 94.0
    review_from: float = 76.0
    branches_together: bool = True


@dataclass(frozen=True)
class Link:
    """Two entries, how near their names are, and what speaks for or against their being one."""

    left: int
    right: int
    score: float
    reasons: tuple[Reason, ...]


class Joining:
    """Joins the entries' clusters rule by rule, and collects what a person is to be asked."""

    def __init__(self, entries: Entries, judgements: Judgements, rules: Rules) -> None:
        self.entries = entries
        self.rules = rules
        self.by_key = entries.by_key()
        self.keys = sorted(key for key in self.by_key if not entries.written[self.by_key[key][0]].joint)
        position = entries.position
        apart = [(position[j.alias.id], position[j.entity.id]) for j in judgements if not j.same]
        self.clusters = Clusters(entries.numbers, entries.places, apart)
        self.bound: dict[int, Link] = {}
        self.asked: list[Link] = []

    def judged(self, judgements: Judgements, *, automatic: bool) -> None:
        """Join what a person, or an earlier run of the rules, found to be one; the oldest decision first."""
        reason = Reason.REMEMBERED if automatic else Reason.JUDGED
        for judgement in reversed(judgements.found):
            if judgement.same and judgement.automatic == automatic:
                left, right = (self.entries.position[alias.id] for alias in (judgement.alias, judgement.entity))
                self._join(Link(left, right, judgement.score if automatic else _EQUAL, (reason,)))

    def numbered(self) -> None:
        """Join what has the same valid 法人番号."""
        first: dict[str, int] = {}
        for entry, number in enumerate(self.entries.numbers):
            if number:
                self._join(Link(first.setdefault(number, entry), entry, _EQUAL, (Reason.NUMBER,)))

    def named_before(self, former: Iterable[tuple[int, Written]]) -> None:
        """Join what bears a present or former name of an organisation, where only one bore it."""
        owners: dict[str, dict[int, Written]] = defaultdict(dict)
        for owner, written in former:
            owners[written.key].setdefault(self.clusters.root(owner), written)
        for key, found in sorted(owners.items()):
            for owner, written in found.items():
                for entry in self.by_key.get(key, ()):
                    self._by_history(owner, entry, written, only=len(found) == 1)

    def equal(self) -> None:
        """Join what has the same key where nothing speaks against it."""
        for key in sorted(self.by_key):
            groups: dict[str, list[int]] = defaultdict(list)
            for entry in self.by_key[key]:
                apart = "" if self.rules.branches_together else self.entries.written[entry].branch
                groups[apart].append(entry)
            for members in groups.values():
                self._group(members)
            for left, right in combinations((members[0] for members in groups.values()), 2):
                self._ask(Link(left, right, _EQUAL, (Reason.KEY, Reason.MAYBE_HOUSE)))

    def alike(self) -> None:
        """Join what has nearly the same key, or ask."""
        found = sorted(near(self.keys, self.rules.review_from), key=lambda pair: (-pair.score, pair.left, pair.right))
        sure: list[Link] = []
        asked: list[Link] = []
        for pair in found:
            link = self._alike(pair)
            if link is not None:
                certain = pair.score >= self.rules.same_from and link.reasons == (Reason.SIMILAR,)
                (sure if certain else asked).append(link)
        for link in self._unambiguous(sure, asked):
            self._join(link)
        self.asked += asked

    def contained(self) -> None:
        """Join offices and houses with the corporation whose name they begin with; ask about other names in names."""
        for found in within(self.keys):
            link = self._contained(found)
            if link is not None:
                sure = found.sure and self.rules.branches_together and link.reasons == (Reason.HOUSE,)
                (self._join if sure else self._ask)(link)

    def named_within(self) -> None:
        """Ask about what is named beside others, as a former name, or as the group that it represents."""
        for entry, written in enumerate(self.entries.written):
            for key in sorted(written.also):
                for other in self._one_of_each(self.by_key.get(key, ())):
                    self._ask(Link(entry, other, _EQUAL, (Reason.NAMED,)))

    def _join(self, link: Link) -> None:
        if self.clusters.join(link.left, link.right):
            for end in (link.left, link.right):
                self.bound.setdefault(end, link)

    def _ask(self, link: Link) -> None:
        self.asked.append(link)

    def _by_history(self, owner: int, entry: int, written: Written, *, only: bool) -> None:
        link = self._relation(owner, entry, replace(self.entries.written[owner], key=written.key, form=written.form))
        if link is None:
            return
        sure = only and link.reasons == (Reason.KEY,)
        reasons = (Reason.HISTORY, *link.reasons[1:])
        (self._join if sure else self._ask)(replace(link, reasons=reasons))

    def _one_of_each(self, members: Iterable[int]) -> list[int]:
        """Return the first member of each cluster."""
        first: dict[int, int] = {}
        for member in members:
            first.setdefault(self.clusters.root(member), member)
        return list(first.values())

    def _group(self, members: Sequence[int]) -> None:
        """Join members of one key: all that are of one kind, and kinds that fit each other without any doubt."""
        kinds: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for member in members:
            written = self.entries.written[member]
            places = self.clusters.places(member)
            kinds[self.clusters.number(member) or "", written.form, tuple(sorted(places)), written.place].append(member)
        heads = []
        for alike in kinds.values():
            heads.append(alike[0])
            for member in alike[1:]:
                self._take(self._relation(alike[0], member))
        if 1 < len(heads) <= _MOST_KINDS:
            self._fit(heads)
        elif len(heads) > _MOST_KINDS:
            for head in heads[1:]:
                self._doubt(self._relation(heads[0], head))

    def _take(self, link: Link | None) -> None:
        if link is not None:
            (self._join if link.reasons == (Reason.KEY,) else self._ask)(link)

    def _doubt(self, link: Link | None) -> None:
        if link is not None:
            self._ask(link if len(link.reasons) > 1 else replace(link, reasons=(*link.reasons, Reason.SEVERAL)))

    def _fit(self, heads: Sequence[int]) -> None:
        """Join heads of kinds when every two of them that hang together fit; ask about the others."""
        links = {(a, b): self._relation(a, b) for a, b in combinations(heads, 2)}
        fits = {pair for pair, link in links.items() if link is not None and link.reasons == (Reason.KEY,)}
        for group in _connected(heads, fits):
            whole = all(pair in fits for pair in combinations(group, 2))
            for pair in combinations(group, 2):
                if whole:
                    self._take(links[pair])
                else:
                    self._doubt(links[pair])
            for pair, link in links.items():
                if pair not in fits and pair[0] in group:
                    self._doubt(link)

    def _relation(self, left: int, right: int, first: Written | None = None) -> Link | None:
        """Return what an equal key says of two entries: `KEY` alone, or with what speaks against it; None for never."""
        one, two = first or self.entries.written[left], self.entries.written[right]
        if not self.clusters.may_join(left, right):
            return None
        reasons = [Reason.KEY]
        here, there = self.clusters.places(left), self.clusters.places(right)
        if not agree(here, there) or (one.place and two.place and one.place != two.place):
            if one.generic:
                return None
            reasons.append(Reason.PLACES_DIFFER)
        confused = {one.form, two.form} == _CONFUSED and (len(one.key) > _SHORT or not (here or there))
        if _forms_differ(one, two) and not confused:
            reasons.append(Reason.FORMS_DIFFER)
        if one.generic and not (here and there):
            reasons.append(Reason.GENERIC)
        elif len(one.key) <= _SHORT and bool(here) != bool(there) and not one.form == two.form != "":
            reasons.append(Reason.PLACE_MISSING)
        return Link(left, right, _EQUAL, tuple(reasons))

    def _alike(self, pair: Near) -> Link | None:
        left, right = self._heads(pair.left), self._heads(pair.right)
        one, two = self.entries.written[left[0]], self.entries.written[right[0]]
        if not (_nested(one.areas, two.areas) and _nested(one.numbers, two.numbers)):
            return None
        reasons = [Reason.SIMILAR]
        if one.numbers != two.numbers:
            reasons.append(Reason.NUMBERS_DIFFER)
        if one.areas != two.areas:
            reasons.append(Reason.PLACES_DIFFER)
        if len(left) > 1 or len(right) > 1:
            reasons.append(Reason.SEVERAL)
        return self._checked(Link(left[0], right[0], pair.score, tuple(reasons)))

    def _contained(self, found: Within) -> Link | None:
        left, right = self._heads(found.shorter), self._heads(found.longer)
        one, two = self.entries.written[left[0]], self.entries.written[right[0]]
        means_something = len(one.key) >= _SHORTEST_CONTAINED and _nested(one.areas, two.areas)
        if not (found.possible or means_something):
            return None
        reasons = [Reason.HOUSE if found.sure else Reason.MAYBE_HOUSE if found.possible else Reason.CONTAINED]
        if len(left) > 1 or len(right) > 1:
            reasons.append(Reason.SEVERAL)
        score = fuzz.ratio(self.keys[found.shorter], self.keys[found.longer])
        return self._checked(Link(left[0], right[0], _EQUAL if found.sure else score, tuple(reasons)))

    def _heads(self, key: int) -> list[int]:
        return self._one_of_each(self.by_key[self.keys[key]])

    def _checked(self, link: Link) -> Link | None:
        """Return a link of different keys with what municipalities and legal forms say against it; None for never.

        Names that are merely alike, in different municipalities, are two of the many that are alike: only an office or
        house has reason to be elsewhere than its corporation.
        """
        one, two = self.entries.written[link.left], self.entries.written[link.right]
        forms = _forms_differ(one, two)
        places = not agree(self.clusters.places(link.left), self.clusters.places(link.right))
        elsewhere = places and (forms or Reason.HOUSE not in link.reasons)
        if not self.clusters.may_join(link.left, link.right) or one.generic or two.generic or elsewhere:
            return None
        against = [Reason.FORMS_DIFFER] if forms else [Reason.PLACES_DIFFER] if places else []
        return replace(link, reasons=(*link.reasons, *against))

    def _unambiguous(self, sure: Sequence[Link], asked: list[Link]) -> list[Link]:
        """Return the links whose ends have no other such link to somebody that may not be joined as well."""
        others: dict[int, set[int]] = defaultdict(set)
        for link in sure:
            a, b = self.clusters.root(link.left), self.clusters.root(link.right)
            others[a].add(b)
            others[b].add(a)
        kept = []
        for link in sure:
            a, b = self.clusters.root(link.left), self.clusters.root(link.right)
            clear = all(
                self.clusters.may_join(x, y) and agree(self.clusters.places(x), self.clusters.places(y))
                for near_one in (others[a], others[b])
                for x, y in combinations(sorted(near_one), 2)
            )
            if clear:
                kept.append(link)
            else:
                asked.append(replace(link, reasons=(*link.reasons, Reason.SEVERAL)))
        return kept


def _forms_differ(one: Written, two: Written) -> bool:
    return bool(one.form and two.form and one.form != two.form)


def _nested(first: Iterable[str], second: Iterable[str]) -> bool:
    left, right = set(first), set(second)
    return left <= right or right <= left


def _connected(heads: Sequence[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the groups of heads that hang together, each in the heads' order."""
    group = {head: {head} for head in heads}
    for left, right in pairs:
        if group[left] is not group[right]:
            group[left] |= group[right]
            for member in group[right]:
                group[member] = group[left]
    order: Mapping[int, int] = {head: number for number, head in enumerate(heads)}
    return [sorted(found, key=order.__getitem__) for found in {id(one): one for one in group.values()}.values()]
