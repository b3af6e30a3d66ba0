"""Bridging actors by rank, with their certainty, their roles and whom they join."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from graph.analysis import Findings
from graph.frames import is_missing
from viz.table import Columns, Nodes, columns
from viz.views.contacts import contacts, seats
from viz.views.losses import Isolate, Loss, isolates, losses
from viz.views.ranks import Scale
from viz.views.roles import roles, standing_out
from viz.views.secretariat import Secretariat, secretariat

SHOWN = 100
"""Rows at most; the CSV has all."""
LEVEL = 0.05
"""The q below which bridging is hardly chance."""
_DIGITS = 5
"""Significant digits of a measure in the page's data; it shows four decimals."""


@dataclass(frozen=True)
class Actor:
    """An organisation as a broker.

    Attributes
    ----------
    node
        Its number.
    sector
        Key of its sector, or None.
    seats
        Numbers of the municipalities it is located in.
    share
        Its betweenness in percent of the greatest.
    constraint
        Burt's constraint, or None without ties.
    low, high
        Ranks between which it lies with 90 % confidence, or None.
    ratio, q
        Its betweenness against what chance gives, and the false discovery rate of that; None where not tested.
    role
        The brokerage role that stands out most, or None.
    """

    node: int
    rank: int
    sector: str | None
    seats: list[int]
    betweenness: float
    share: float
    constraint: float | None
    communities: int
    sectors: int
    municipalities: int
    low: int | None = None
    high: int | None = None
    ratio: float | None = None
    q: float | None = None
    role: str | None = None

    @property
    def beyond(self) -> bool:
        """Whether it bridges more than chance would give."""
        return self.q is not None and self.q < LEVEL


@dataclass(frozen=True)
class Ranking:
    """Those that bridge, the first first, and what hangs on whom.

    Attributes
    ----------
    bridges
        The first `SHOWN`, and those that are among them only without the secretariat.
    scale
        Of the ranks.
    ranges, chance
        Whether ranges of ranks, and chance, were worked out.
    losses, isolates
        What is lost with whom, and who has no partner or one.
    shown
        How many of these the view lists.
    """

    bridges: list[Actor]
    bridge_count: int
    scale: Scale
    ranges: bool
    chance: bool
    secretariat: Secretariat | None
    losses: list[Loss]
    isolates: list[Isolate]
    shown: int
    data: dict[str, object]


def ranking(findings: Findings, nodes: Nodes) -> Ranking:
    """Return the ranking of `findings`; who lies on no shortest path bridges nothing and is left out."""
    table = _with_chance(findings)
    bridging = table[table["betweenness"] > 0]
    apart = secretariat(findings, nodes, SHOWN)
    wanted = set(bridging["organisation"].head(SHOWN)) | (apart.first if apart else set())
    shown = table[table["organisation"].isin(wanted)]
    return Ranking(
        bridges=list(_Maker(findings, nodes).actors(shown)),
        bridge_count=len(bridging),
        scale=Scale(max(findings.whole, 1)),
        ranges=findings.stability is not None,
        chance=findings.significance is not None,
        secretariat=apart,
        losses=losses(findings, nodes),
        isolates=isolates(findings, nodes),
        shown=SHOWN,
        data={
            "contacts": contacts(findings, nodes, list(shown["organisation"])),
            "roles": roles(findings, nodes, list(shown["organisation"])),
            "without": apart.data if apart else {},
        },
    )


def measures(findings: Findings, nodes: Nodes) -> Columns:
    """Return what the side panel says of each organisation: its measures and community."""
    table = _with_chance(findings)
    community = findings.communities.of()
    floats = table.select_dtypes("float")
    found = columns(
        table.assign(**{str(name): floats[name].map(_shortened) for name in floats}).drop(columns="organisation")
    )
    found["organisation"] = [nodes.number[id_] for id_ in table["organisation"]]
    found["community"] = [int(community[id_]) for id_ in table["organisation"]]
    return found


class _Maker:
    """Makes actors from rows of the brokerage table."""

    def __init__(self, findings: Findings, nodes: Nodes) -> None:
        self.nodes = nodes
        self.roles = standing_out(findings)
        organisations = findings.dataset["Organisation"]
        self.sectors = dict(zip(organisations["id"], organisations["sector"], strict=True))
        self.most = float(findings.brokerage.table["betweenness"].max()) if len(findings.brokerage.table) else 0.0
        self.seats = seats(findings, nodes)

    def actors(self, rows: pd.DataFrame) -> Iterator[Actor]:
        for row in rows.to_dict("records"):
            id_ = row["organisation"]
            sector = self.sectors[id_]
            yield Actor(
                node=self.nodes.number[id_],
                rank=row["rank"],
                sector=None if is_missing(sector) else sector,
                seats=self.seats.get(id_, []),
                betweenness=row["betweenness"],
                share=100 * row["betweenness"] / self.most if self.most else 0.0,
                constraint=None if is_missing(row["constraint"]) else row["constraint"],
                communities=row["communitiesJoined"],
                sectors=row["sectorsJoined"],
                municipalities=row["municipalitiesJoined"],
                role=self.roles.get(id_),
                **{name: _known(row.get(name)) for name in ("low", "high", "ratio", "q")},
            )


def _with_chance(findings: Findings) -> pd.DataFrame:
    """Return the brokerage table with ``low`` and ``high`` rank, ``ratio`` and ``q`` where they were worked out."""
    table = findings.brokerage.table
    if findings.significance is not None:
        table = table.merge(findings.significance.table[["organisation", "ratio", "q"]], how="left")
    if findings.stability is not None:
        ranks = findings.stability.table[["organisation", "rankLow", "rankHigh"]]
        table = table.merge(ranks.rename(columns={"rankLow": "low", "rankHigh": "high"}), how="left")
    return table


def _shortened(value: float) -> float:
    return float(f"{value:.{_DIGITS}g}")


def _known(value: Any) -> Any:
    return None if value is None or is_missing(value) else value
