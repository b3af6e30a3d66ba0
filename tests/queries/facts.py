"""Plain facts of the sample's files that the expected rows of several queries start from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

import pandas as pd

from tests.queries.tables import Tables

_NODES = ("Municipality", "Theme", "Organisation", "Collaboration", "Need", "Resource", "Source", "Indicator")


class Facts:
    """Who is where, works on what and is part of what, by id."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def pairs(self, kind: str) -> list[tuple[str, str]]:
        """Both ends of each relationship of a type."""
        frame = self.tables[kind]
        return list(zip(frame["起点"], frame["終点"], strict=True))

    def ends(self, kind: str, *, back: bool = False) -> dict[str, set[str]]:
        """The other ends of each node's relationships of a type; `back`: against their direction."""
        found: dict[str, set[str]] = defaultdict(set)
        for start, end in self.pairs(kind):
            found[end if back else start].add(start if back else end)
        return found

    @cached_property
    def name(self) -> dict[str, str]:
        """Names of all nodes."""
        return {row["ID"]: row["名称"] for label in _NODES for row in self.tables[label].to_dict("records")}

    @cached_property
    def code(self) -> dict[str, str]:
        """Codes of municipalities."""
        return dict(self.tables["Municipality"][["ID", "団体コード"]].to_numpy().tolist())

    @cached_property
    def city(self) -> dict[str, str]:
        """Each municipality's city: a ward's, else itself."""
        return {place: place for place in self.code} | dict(self.pairs("PART_OF"))

    @cached_property
    def cities(self) -> list[str]:
        """Municipalities that are no wards, by code."""
        return sorted({*self.city.values()}, key=self.code.__getitem__)

    @cached_property
    def wider(self) -> dict[str, set[str]]:
        """Each theme with all above it."""
        above = self.ends("BROADER")

        def climb(topic: str) -> set[str]:
            return {topic}.union(*(climb(parent) for parent in above[topic]))

        return {topic: climb(topic) for topic in self.tables["Theme"]["ID"]}

    @cached_property
    def narrowest(self) -> list[str]:
        """Themes with none below them."""
        return sorted({*self.wider} - {parent for _, parent in self.pairs("BROADER")})

    @cached_property
    def members(self) -> set[str]:
        """Organisations that have neither left nor been dissolved."""
        known = self.tables["Organisation"]
        return {*known[(known["退会日"] == "") & (known["解散・閉鎖日"] == "")]["ID"]}

    @cached_property
    def sector(self) -> dict[str, str]:
        """Keys of the sectors of organisations."""
        known = self.tables["Organisation"]
        return dict(zip(known["ID"], known["分野"].map(self.tables.codes("sector")), strict=True))

    @cached_property
    def running(self) -> set[str]:
        """Collaborations that have not ended."""
        known = self.tables["Collaboration"]
        return {*known[known["状態"] != "終了"]["ID"]}

    @cached_property
    def open_needs(self) -> set[str]:
        """Needs without a last day."""
        known = self.tables["Need"]
        return {*known[known["終結日"] == ""]["ID"]}

    def at(self, nodes: Iterable[str], kind: str = "TAKES_PLACE_IN") -> dict[str, set[str]]:
        """The cities of each of `nodes`, by a type of relationship."""
        ends = self.ends(kind)
        return {node: {self.city[place] for place in ends[node]} for node in nodes}

    @cached_property
    def needs_at(self) -> dict[str, set[str]]:
        """Where each open need is: where it takes place, and where those are whose need it is; wards and cities."""
        located, spots = self.ends("LOCATED_IN"), self.ends("TAKES_PLACE_IN")
        for holder, need in self.pairs("HAS_NEED"):
            spots[need] |= {holder} if holder in self.code else located[holder]
        return {need: spots[need] | {self.city[spot] for spot in spots[need]} for need in self.open_needs}

    def usable(self, day: str, taken: Iterable[str] = ()) -> pd.DataFrame:
        """Resources whose time holds `day`, that nobody who has left offers, and in no match of the states `taken`."""
        known, matches = self.tables["Resource"], self.tables["MATCHED_WITH"]
        offered = self.ends("OFFERS", back=True)
        gone = {*matches[matches["状態"].isin(list(taken))]["終点"]}
        right = [
            (row["利用開始日"] or day) <= day <= (row["利用終了日"] or day)
            and row["ID"] not in gone
            and (not offered[row["ID"]] or bool(offered[row["ID"]] & {*self.members, *self.code}))
            for row in known.to_dict("records")
        ]
        return known[right]

    def called(self, nodes: Iterable[str], order: dict[str, str] | None = None) -> list[str]:
        """Names of `nodes` by id, or by what `order` says of each."""
        return [self.name[node] for node in sorted(nodes, key=lambda node: order[node] if order else node)]
