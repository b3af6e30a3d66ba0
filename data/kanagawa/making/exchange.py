"""Needs and resources, the pairs of them that fit, and what has been decided on others."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data.kanagawa.making.coverage import Cell, states
from data.kanagawa.making.draft import AS_OF, Draft, day, lots, parts, words
from data.kanagawa.making.organisations import Organisation
from data.kanagawa.making.places import Prefecture
from data.kanagawa.making.plan import Plan
from data.kanagawa.making.themes import narrow_themes
from graph.schema import schema

_NEEDS = 90
_RESOURCES = 110
_MATCHES = {"done": 3, "accepted": 3, "rejected": 3, "proposed": 2}
_REASONS = {
    "done": ["テーマと地域が合う", "日程が合った"],
    "accepted": ["テーマが合う", "担当者どうしが話し合い済み"],
    "rejected": ["場所が遠い", "時期が合わない"],
    "proposed": ["テーマが合う"],
}
_OFFERS_READILY = {"company": 4, "university": 4, "cooperative": 3, "socialWelfare": 2, "medical": 2}


@dataclass(frozen=True)
class Holder:
    """Who has a need or offers a resource: an organisation, or a municipality itself."""

    id: str
    name: str
    name_en: str
    place: str


class Exchange:
    """Writes needs and resources into the draft and remembers which planted ones belong together.

    Attributes
    ----------
    empty
        Needs of each planted empty cell.
    pairs
        Planted needs and the resource that fits each.
    """

    def __init__(self, draft: Draft, prefecture: Prefecture, plan: Plan, organisations: Sequence[Organisation]) -> None:
        self.empty: dict[Cell, list[str]] = {}
        self.pairs: list[tuple[str, str]] = []
        self._draft = draft
        self._prefecture = prefecture
        self._plan = plan
        self._organisations = organisations
        self._rng = lots("exchange")
        self._names: set[str] = set()
        self._kept_free = self._around_pairs()

    def write(self) -> None:
        """Add all needs and resources, planted ones first, and the decisions on others."""
        self._write_empty()
        self._write_pairs()
        self._write_other_needs()
        self._write_other_resources()
        self._write_matches()

    def _around_pairs(self) -> set[Cell]:
        """Cells in which nothing else may compete with a planted pair."""
        free = set()
        for place, theme, _ in self._plan.pairs:
            root = self._prefecture.root(place)
            free |= {(m, theme) for m in (root, *self._prefecture.neighbours(root))}
        return free

    def _write_empty(self) -> None:
        for (municipality, theme), count in self._plan.empty.items():
            holders = [self._municipality(municipality), *self._located(municipality)]
            for row in self._rng.sample(range(3), count):
                need = self._need(self._rng.choice(holders), theme, row, closed=None)
                self.empty.setdefault((municipality, theme), []).append(need)

    def _write_pairs(self) -> None:
        for place, theme, row in self._plan.pairs:
            asking, offering = self._rng.sample([h for h in self._located(place) if h.place == place], 2)
            amount = self._amount(theme, row)
            opened = day(self._rng, dt.date(2025, 10, 1), dt.date(2026, 2, 28))
            need = self._need(asking, theme, row, closed=None, amount=amount, opened=opened)
            begin = day(self._rng, dt.date(2025, 4, 1), dt.date(2025, 9, 30))
            days = (begin, dt.date(2027, 3, 31))
            self.pairs.append((need, self._resource(offering, place, theme, row, round(amount * 1.2), days)))

    def _write_other_needs(self) -> None:
        known = states(self._draft.tables, list(narrow_themes()))
        cells = [
            cell for cell, state in known.items() if state in ("covered", "neighbour") and cell not in self._kept_free
        ]
        while len(self._draft.tables["Need"]) < _NEEDS:
            municipality, theme = self._rng.choice(cells)
            own = self._municipality(municipality)
            holder = own if self._rng.random() < 0.3 else self._rng.choice(self._located(municipality))
            closed = day(self._rng, dt.date(2025, 8, 1), AS_OF) if self._rng.random() < 0.28 else None
            self._need(holder, theme, self._rng.randrange(3), closed=closed, hidden=self._rng.random() < 0.15)

    def _write_other_resources(self) -> None:
        weights = [_OFFERS_READILY.get(o.sector, 1) for o in self._organisations]
        while len(self._draft.tables["Resource"]) < _RESOURCES:
            o = self._rng.choices(self._organisations, weights)[0]
            theme = self._rng.choice(o.themes)
            reach = {o.root, *o.serves}
            row = self._rng.randrange(3)
            if o.role != "secretariat" and not any((m, theme) in self._kept_free for m in reach):
                begin = day(self._rng, dt.date(2024, 6, 1), AS_OF)
                length = self._rng.choice((180, 365, 730, None))
                end = begin + dt.timedelta(days=length) if length else None
                holder = _organisation(o) if self._rng.random() < 0.88 else self._municipality(o.root)
                hidden = self._rng.random() < 0.12
                self._resource(holder, o.home, theme, row, self._amount(theme, row), (begin, end), hidden=hidden)

    def _write_matches(self) -> None:
        planted = {identifier for pair in self.pairs for identifier in pair}
        planted |= {need for needs in self.empty.values() for need in needs}
        theme = {row["start"]: row["end"] for row in self._draft.tables["ADDRESSES"]}
        resources = [r for r in self._draft.tables["Resource"] if r["id"] not in planted]
        needs = [n for n in self._draft.tables["Need"] if n["id"] not in planted]
        self._rng.shuffle(needs)
        used: set[str] = set()
        for status, count in _MATCHES.items():
            fit = (
                (n, r)
                for n in needs
                if (n["closedOn"] is not None) == (status == "done")
                for r in resources
                if theme[n["id"]] == theme[r["id"]] and r["availableFrom"] < (n["closedOn"] or AS_OF)
            )
            for _ in range(count):
                need, resource = next((n, r) for n, r in fit if not used & {n["id"], r["id"]})
                used |= {need["id"], resource["id"]}
                self._match(need["id"], resource["id"], status, need["closedOn"])

    def _match(self, need: str, resource: str, status: str, closed: dt.date | None) -> None:
        decided = None if status == "proposed" else closed or day(self._rng, dt.date(2026, 1, 10), AS_OF)
        self._draft.tie(
            "MATCHED_WITH", need, resource, status=status, score=round(self._rng.uniform(0.4, 0.9), 2),
            reasons=_REASONS[status], decidedOn=decided, decidedBy=decided and "架空事務局", visibility="internal",
            not_before=decided,
        )  # fmt: skip

    def _need(
        self,
        holder: Holder,
        theme: str,
        row: int,
        *,
        closed: dt.date | None,
        amount: int | None = None,
        opened: dt.date | None = None,
        hidden: bool = False,
    ) -> str:
        title, title_en, target, _, unit, *_ = _entry(theme, row)
        m = self._prefecture.municipalities[holder.place]
        name = f"架空 {m.name} {title}"
        if name in self._names:
            return ""
        self._names.add(name)
        identifier = f"NEED-{len(self._draft.tables.get('Need', [])) + 1:03}"
        wanted = amount or self._amount(theme, row)
        group = schema().enumerations["targetGroup"][target].ja
        opened = opened or day(self._rng, dt.date(2024, 10, 1), (closed or AS_OF) - dt.timedelta(days=60))
        self._draft.node(
            "Need", identifier, name, f"Fictional need in {m.name_en}: {title_en.lower()}", targetGroup=target,
            description=f"{title}。対象は{group}、目安は{wanted}{unit}。", openedOn=opened, closedOn=closed,
            amount=float(wanted), visibility="members" if hidden else "public",
        )  # fmt: skip
        self._place(identifier, "HAS_NEED", holder.id, theme, holder.place, opened)
        return identifier

    def _resource(
        self,
        holder: Holder,
        place: str,
        theme: str,
        row: int,
        capacity: int,
        days: tuple[dt.date, dt.date | None],
        *,
        hidden: bool = False,
    ) -> str:
        *_, title, title_en = _entry(theme, row)
        name = f"{holder.name} {title}"
        if name in self._names:
            return ""
        self._names.add(name)
        identifier = f"RES-{len(self._draft.tables.get('Resource', [])) + 1:03}"
        self._draft.node(
            "Resource", identifier, name, f"{holder.name_en}: {title_en}", kind=_entry(theme, row)[3],
            capacity=float(capacity), availableFrom=days[0], availableUntil=days[1],
            visibility="members" if hidden else "public",
        )  # fmt: skip
        self._place(identifier, "OFFERS", holder.id, theme, place, days[0])
        return identifier

    def _place(self, identifier: str, kind: str, holder: str, theme: str, place: str, since: dt.date) -> None:
        self._draft.tie(kind, holder, identifier, not_before=since)
        self._draft.tie("ADDRESSES", identifier, theme, not_before=since)
        self._draft.tie("TAKES_PLACE_IN", identifier, place, not_before=since)

    def _amount(self, theme: str, row: int) -> int:
        least, most = (int(number) for number in _entry(theme, row)[5:7])
        return self._rng.randint(least, most)

    def _located(self, place: str) -> list[Holder]:
        return [_organisation(o) for o in self._organisations if place in (o.home, o.root)]

    def _municipality(self, identifier: str) -> Holder:
        m = self._prefecture.municipalities[identifier]
        return Holder(m.id, f"架空 {m.name}", f"Fictional {m.name_en}", m.id)


def _organisation(o: Organisation) -> Holder:
    return Holder(o.id, o.name.written, o.name.english, o.home)


def _entry(theme: str, row: int) -> list[str]:
    return parts(words("exchange")[theme][row])


def write_reported_none(draft: Draft, prefecture: Prefecture, wanted: Iterable[int]) -> None:
    """Let municipalities answer that a theme has nothing, where nothing else is known; `wanted` gives how many each."""
    rng: random.Random = lots("answers")
    known = states(draft.tables, list(narrow_themes()))
    gaps = {m.id: [theme for theme in narrow_themes() if known[m.id, theme] == "unknown"] for m in prefecture.roots}
    small = [m for m, themes in gaps.items() if len(themes) > 6]
    for municipality, count in zip(rng.sample(small, len(small)), wanted, strict=False):
        draft.ties("REPORTS_NONE", municipality, sorted(rng.sample(gaps[municipality], count)))
