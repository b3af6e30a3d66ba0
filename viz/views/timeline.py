"""The timeline: what lasted from when to when; its script draws what is in sight."""

from __future__ import annotations

from dataclasses import dataclass

from graph.analysis import Findings
from viz.period import Period, period
from viz.table import Nodes


@dataclass(frozen=True)
class Timeline:
    """What the timeline spans.

    Attributes
    ----------
    period
        None where no date is known.
    count
        Collaborations, events and cases.
    """

    period: Period | None
    count: int

    @property
    def data(self) -> dict[str, int] | None:
        """First and last month."""
        return None if self.period is None else {"first": self.period.first, "last": self.period.last}


def timeline(findings: Findings, _nodes: Nodes) -> Timeline:
    """Return the timeline of `findings`."""
    count = sum(len(findings.dataset[label]) for label in ("Collaboration", "Event", "Case"))
    return Timeline(period(findings.dataset), count)
