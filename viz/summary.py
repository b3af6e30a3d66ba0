"""The first screen: what was found, in sentences that lead to their views."""

from __future__ import annotations

from dataclasses import dataclass

from graph.analysis import Findings
from viz.ranking import Actor, ranking
from viz.table import Nodes


@dataclass(frozen=True)
class Summary:
    """The figures of the first screen.

    Attributes
    ----------
    organisations, ties
        Of the network of organisations.
    cells
        Whether there is any municipality and theme, so that gaps can be known.
    gap_count
        Cells known to be empty.
    first
        Who bridges most, or None.
    single_points
        Organisations without which others are cut off.
    """

    organisations: int
    ties: int
    cells: bool
    gap_count: int
    first: Actor | None
    single_points: int
    data: None = None


def summary(findings: Findings, nodes: Nodes) -> Summary:
    """Return the summary of `findings`."""
    ranked = ranking(findings, nodes)
    return Summary(
        organisations=len(findings.dataset["Organisation"]),
        ties=len(findings.network),
        cells=not findings.coverage.cells.empty,
        gap_count=len(findings.coverage.gaps()),
        first=ranked.bridges[0] if ranked.bridges else None,
        single_points=ranked.single_point_count,
    )
