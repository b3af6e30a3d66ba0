"""What would be lost with an organisation, and who hangs on one tie or on none."""

from __future__ import annotations

from dataclasses import dataclass

from graph.analysis import Findings
from graph.frames import is_missing
from viz.table import Nodes


@dataclass(frozen=True)
class Loss:
    """What would be lost with an organisation.

    Attributes
    ----------
    pairs
        Pairs of others that would no longer reach each other.
    separated
        Others that would no longer reach the largest piece, and the first of them by number.
    emptied
        Cells of municipality and theme where nobody would be left.
    communities
        Groups that it holds together or to the rest.
    """

    node: int
    pairs: int
    separated: int
    cut_off: list[int]
    emptied: int
    communities: int


@dataclass(frozen=True)
class Isolate:
    """An organisation with no partner or one.

    Attributes
    ----------
    partner
        Its one partner, or None.
    openings
        Collaborations that would suit it, the first by number, and how many there are.
    """

    node: int
    partner: int | None
    openings: list[int]
    opening_count: int


def losses(findings: Findings, nodes: Nodes) -> list[Loss]:
    """Return what would be lost with whom, by pairs lost; a cell that others still serve is no loss here."""
    found = (
        Loss(
            node=nodes.number[row["organisation"]],
            pairs=int(row["pairsLost"]),
            separated=int(row["separated"]),
            cut_off=[nodes.number[id_] for id_ in row["cutOff"]],
            emptied=int(row["cellsEmptied"]),
            communities=int(row["communitiesHeld"]),
        )
        for row in findings.single_points.organisations.to_dict("records")
    )
    return [loss for loss in found if loss.pairs or loss.emptied or loss.communities]


def isolates(findings: Findings, nodes: Nodes) -> list[Isolate]:
    """Return who has no partner or one, those with none first."""
    table = findings.isolates.table
    return [
        Isolate(
            node=nodes.number[row["organisation"]],
            partner=None if is_missing(row["partner"]) else nodes.number[row["partner"]],
            openings=[nodes.number[id_] for id_ in row["openings"]],
            opening_count=int(row["openingsThere"]),
        )
        for row in table.to_dict("records")
    ]
