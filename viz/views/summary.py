"""The first screen: four questions, each answered from what was found, and the figures that they rest on."""

from __future__ import annotations

from dataclasses import dataclass

from graph.analysis import Findings
from viz.table import Nodes
from viz.views.changes import Changes, changes
from viz.views.introduced import Introduced, introduced
from viz.views.miniature import Miniature, miniature
from viz.views.ranking import LEVEL, Actor, Ranking, ranking
from viz.views.state_of_data import StateOfData, state_of_data

_TOP = 3


@dataclass(frozen=True)
class Gap:
    """A cell where nobody works, by number of municipality and theme."""

    municipality: int
    theme: int
    needs: int
    reported: bool


@dataclass(frozen=True)
class Summary:
    """What was found, question by question.

    Attributes
    ----------
    gaps
        The first of the cells known to be empty.
    gap_count, unknown_count
        Such cells, and cells of which nothing is known.
    heat
        The picture of all cells; None without any.
    ranking
        What the view of that name shows.
    beyond
        Organisations that bridge more than chance would give; None where that was not worked out.
    introduced
        Who should be introduced to whom.
    changes
        What the data's dates say of its last year.
    """

    gaps: list[Gap]
    gap_count: int
    unknown_count: int
    heat: Miniature | None
    ranking: Ranking
    top: list[Actor]
    beyond: int | None
    introduced: Introduced
    changes: Changes
    figures: StateOfData
    data: None = None


def summary(findings: Findings, nodes: Nodes, ranked: Ranking | None = None) -> Summary:
    """Return the summary of `findings`; `ranked` is their ranking, where it is worked out already."""
    cells = findings.coverage.cells
    narrow = cells[cells["theme"].isin(findings.coverage.themes["theme"])]
    found = findings.gaps.table
    ranked = ranked or ranking(findings, nodes)
    chance = findings.significance
    return Summary(
        gaps=[
            Gap(nodes.number[municipality], nodes.number[theme], int(needs), bool(reported))
            for municipality, theme, needs, reported in found[["municipality", "theme", "openNeeds", "reportedNone"]]
            .head(_TOP)
            .itertuples(index=False)
        ],
        gap_count=len(found),
        unknown_count=int((narrow["state"] == "unknown").sum()),
        heat=miniature(findings.coverage),
        ranking=ranked,
        top=ranked.bridges[:_TOP],
        beyond=None if chance is None else int((chance.table["q"] < LEVEL).sum()),
        introduced=introduced(findings, nodes),
        changes=changes(findings.dataset),
        figures=state_of_data(findings),
    )
