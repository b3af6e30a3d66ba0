"""Who should be introduced to whom, for the first screen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from graph.analysis import Findings
from graph.analysis.introductions import Closes
from graph.frames import is_missing
from viz.table import Nodes

_TOP = 3
_DOTS = 22
_APART = 8.5
_TURN = math.pi * (3 - math.sqrt(5))

LEFT, RIGHT = (60, 45), (220, 45)
"""Middles of the two groups in the picture."""


@dataclass(frozen=True)
class Pair:
    """Two organisations to introduce to each other, by number.

    Attributes
    ----------
    theme
        The first theme that both work on, or None.
    """

    organisation: int
    partner: int
    theme: int | None


@dataclass(frozen=True)
class Introduced:
    """The introductions, and a picture of the first.

    Attributes
    ----------
    count, holes, isolates
        Introductions, those between groups, and those of organisations without a tie.
    compared
        Pairs of groups that were compared.
    groups
        Where the picture shows the members of two groups, as paths, by their share of the largest group; the first is
        empty where one organisation alone is introduced.
    """

    pairs: list[Pair]
    count: int
    holes: int
    isolates: int
    compared: int
    groups: tuple[str, str]


def introduced(findings: Findings, nodes: Nodes) -> Introduced:
    """Return the introductions of `findings`, the first first."""
    table = findings.introductions.table
    holes = int((table["kind"] == Closes.HOLE).sum())
    return Introduced(
        pairs=[_pair(row, nodes) for row in table.head(_TOP).to_dict("records")],
        count=len(table),
        holes=holes,
        isolates=len(table) - holes,
        compared=len(findings.holes.pairs),
        groups=_groups(findings),
    )


def _pair(row: dict[Any, Any], nodes: Nodes) -> Pair:
    theme = row["theme"] if is_missing(row["sharedThemes"]) else row["sharedThemes"][0]
    return Pair(
        nodes.number[row["organisation"]],
        nodes.number[row["partner"]],
        None if is_missing(theme) else nodes.number[theme],
    )


def _groups(findings: Findings) -> tuple[str, str]:
    groups = findings.communities.groups
    size = dict(zip(groups["community"], groups["size"], strict=True))
    most = max(size.values(), default=1)
    first = findings.introductions.table.head(1).to_dict("records")
    if not first or first[0]["kind"] != Closes.HOLE:
        return "", _dots(most, most, RIGHT)
    shares = (size.get(int(first[0][name]), 1) for name in ("community", "otherCommunity"))
    left, right = shares
    return _dots(left, most, LEFT), _dots(right, most, RIGHT)


def _dots(size: int, most: int, middle: tuple[int, int]) -> str:
    """Return dots as in a sunflower, so that many lie as evenly as few."""
    x, y = middle
    number = max(3, round(_DOTS * size / most))
    polar = ((_APART * math.sqrt(i), _TURN * i) for i in range(1, number + 1))
    return "".join(f"M{x + far * math.cos(turn):.1f} {y + far * math.sin(turn):.1f}h0" for far, turn in polar)
