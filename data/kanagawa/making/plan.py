"""What is planted: read from ``words/plan.yaml``."""

from __future__ import annotations

from dataclasses import dataclass

from data.kanagawa.making.draft import words
from data.kanagawa.making.places import Prefecture


@dataclass(frozen=True)
class Actor:
    """An organisation that the plan names.

    Attributes
    ----------
    reaches
        Areas that it joins with its own; empty for all but the bridging ones.
    holds
        Municipalities whose organisations hang on it; empty for all but the single points of failure.
    """

    home: str
    name: str
    themes: tuple[str, ...]
    reaches: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """All that is planted, with ids of municipalities.

    Attributes
    ----------
    empty
        Number of open needs of each empty cell, by municipality and theme.
    pairs
        Municipality or ward, theme and place in the theme's words, of each need and resource that fit.
    """

    secretariat: Actor
    bridging: tuple[Actor, ...]
    single_points: tuple[Actor, ...]
    empty: dict[tuple[str, str], int]
    pairs: tuple[tuple[str, str, int], ...]

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All organisations that the plan names."""
        return (self.secretariat, *self.bridging, *self.single_points)

    @property
    def outlying(self) -> set[str]:
        """Municipalities whose organisations hang on a single point of failure."""
        return {municipality for actor in self.single_points for municipality in actor.holds}


def read_plan(prefecture: Prefecture) -> Plan:
    """Read the plan."""
    tree = words("plan")
    ids = {m.code[:5]: m.id for m in prefecture.municipalities.values()}

    def actor(entry: dict[str, list[str] | str]) -> Actor:
        return Actor(
            home=ids[str(entry["home"])],
            name=str(entry["name"]),
            themes=tuple(entry["themes"]),
            reaches=tuple(entry.get("reaches", ())),
            holds=tuple(ids[code] for code in entry.get("municipalities", ())),
        )

    return Plan(
        secretariat=actor(tree["secretariat"]),
        bridging=tuple(map(actor, tree["bridging"])),
        single_points=tuple(map(actor, tree["singlePoints"])),
        empty={(ids[code], theme): count for code, theme, count in tree["emptyCells"]},
        pairs=tuple((ids[code], theme, row) for code, theme, row in tree["pairs"]),
    )
