"""Platforms with names, to make pages of: as many nodes as asked for, and four ties a node."""

from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import islice
from typing import Any

from benchmarks.networks import platform
from graph.dataset import Dataset
from graph.frames import rows
from loaders import read
from tsunagari.workflow import sample

_KEPT = ("Municipality", "Theme", "Source", "PART_OF", "BROADER")
_SHARE = 0.55
_TIES = 4
Rows = list[dict[str, Any]]
Ends = Iterable[tuple[str, str]]


def dataset(nodes: int) -> Dataset:
    """Return a platform of `nodes` that are drawn, with 4 × `nodes` ties, always the same.

    Municipalities, themes and the source are the sample's. Organisations, collaborations, needs and ties are like those
    of the sample in turn, and from the second turn on have a municipality in their names. Who takes part in what is
    `benchmarks.networks.platform`.
    """
    return _Made(read([sample()]).dataset).dataset(nodes)


class _Made:
    """Makes rows like those of a sample."""

    def __init__(self, sample: Dataset) -> None:
        self.dice = random.Random(20_261_124)
        self.like = {key: rows(frame) for key, frame in sample.tables.items()}
        self.towns = self.like["Municipality"]
        narrow = {row["start"] for row in self.like["BROADER"]}
        self.themes = [row for row in self.like["Theme"] if row["id"] in narrow]

    def dataset(self, nodes: int) -> Dataset:
        rest = nodes - len(self.towns) - len(self.like["Theme"])
        made = platform(round(rest * _SHARE))
        members = self.nodes("Organisation", made.organisations)
        works = self.nodes("Collaboration", made.collaborations)
        needs = self.nodes("Need", rest - len(members) - len(works))
        pairs = zip(made.member.tolist(), made.collaboration.tolist(), strict=True)
        tables: dict[str, Rows] = {
            **{key: self.like[key] for key in _KEPT},
            "Organisation": members,
            "Collaboration": works,
            "Need": needs,
            "LOCATED_IN": self.ties("LOCATED_IN", self.ends(members, self.towns)),
            "PARTICIPATES_IN": self.ties("PARTICIPATES_IN", ((members[o]["id"], works[c]["id"]) for o, c in pairs)),
            "TAKES_PLACE_IN": self.ties("TAKES_PLACE_IN", self.ends(works + needs, self.towns)),
            "ADDRESSES": self.ties("ADDRESSES", self.ends(works + needs, self.themes)),
            "HAS_NEED": self.ties("HAS_NEED", ((self.dice.choice(members)["id"], need["id"]) for need in needs)),
        }
        missing = nodes * _TIES - sum(len(table) for table in tables.values() if table and "start" in table[0])
        return Dataset.of(tables | {"WORKS_ON": self.ties("WORKS_ON", self.works_on(members, missing))})

    def nodes(self, label: str, count: int) -> Rows:
        return [self.node(label, i) for i in range(count)]

    def node(self, label: str, i: int) -> dict[str, Any]:
        turn, place = divmod(i, len(self.like[label]))
        row, town = self.like[label][place], self.dice.choice(self.towns)
        prefixed = {name: f"{town[name]} {row[name]}" for name in ("name", "nameEn", "nameKana") if row.get(name)}
        return row | (prefixed if turn else {}) | {"id": f"{label[:3].upper()}-{i:05}"}

    def ends(self, starts: Rows, ends: Rows) -> Ends:
        return ((start["id"], self.dice.choice(ends)["id"]) for start in starts)

    def works_on(self, members: Rows, count: int) -> Ends:
        pairs: dict[tuple[str, str], None] = {}
        while len(pairs) < count:
            pairs[str(self.dice.choice(members)["id"]), str(self.dice.choice(self.themes)["id"])] = None
        return islice(pairs, count)

    def ties(self, kind: str, ends: Ends) -> Rows:
        like = self.like[kind]
        return [like[i % len(like)] | {"start": start, "end": end} for i, (start, end) in enumerate(ends)]
