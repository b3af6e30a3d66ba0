"""How much the data hold, how far they reach, and how fresh they are."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from graph.analysis import Findings, State
from graph.schema import schema
from viz.credits import latest

_FRESH = dt.timedelta(days=365)


@dataclass(frozen=True)
class StateOfData:
    """Figures of the data.

    Attributes
    ----------
    organisations, ties
        Of the network of organisations.
    municipalities, reached
        Municipalities that are part of no other, and those where somebody works on some theme.
    confirmed
        Of the relationships that say when they were confirmed, the share in percent confirmed within a year before the
        data's day; None where none says so.
    """

    organisations: int
    ties: int
    municipalities: int
    reached: int
    confirmed: int | None


def state_of_data(findings: Findings) -> StateOfData:
    """Return the figures of `findings`."""
    cells = findings.coverage.cells
    worked = cells[cells["state"].isin([State.COVERED, State.NEIGHBOUR])]
    return StateOfData(
        organisations=len(findings.dataset["Organisation"]),
        ties=len(findings.network),
        municipalities=cells["municipality"].nunique(),
        reached=worked["municipality"].nunique(),
        confirmed=_confirmed(findings),
    )


def _confirmed(findings: Findings) -> int | None:
    dataset = findings.dataset
    days = [day for kind in schema().relationships for day in dataset[kind]["confirmedOn"] if day is not None]
    now = latest(dataset)
    if not days or now is None:
        return None
    fresh: int = sum(day > now - _FRESH for day in days)
    return round(100 * fresh / len(days))
