"""Bridging actors: who joins parts of the network that hold together little without them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from graph.analysis import kernels
from graph.analysis.csr import Csr, csr
from graph.analysis.draws import THREADS
from graph.analysis.engine import Engine
from graph.analysis.partners import joined, partners
from graph.network import KnowledgeGraph, OrganisationNetwork, organisations, targets

COLUMNS = (
    "rank",
    "organisation",
    "betweenness",
    "betweennessWeighted",
    "constraint",
    "effectiveSize",
    "efficiency",
    "hierarchy",
    "participation",
    "withinModuleZ",
    "degree",
    "strength",
    "communitiesJoined",
    "sectorsJoined",
    "municipalitiesJoined",
    "themesJoined",
    "articulation",
    "separated",
    "pairsLost",
)


MOST_EXACT = 5_000_000_000
"""Organisations times twice the ties above which betweenness is estimated from sampled paths: 50,000 and 50,000."""
MOST_WEIGHTED = 200_000_000
"""The same, above which weighted betweenness, some eight times as slow, is left out: 5,000 and 20,000."""
ERROR, CONFIDENCE = 0.001, 0.9
"""Of sampled betweenness: with this confidence none is further off."""


@dataclass(frozen=True)
class Brokerage:
    """Measures of each organisation as a broker.

    Attributes
    ----------
    table
        A row an organisation, by rank, with the columns `COLUMNS`: betweenness (0 to 1) and betweennessWeighted,
        for which a tie of weight w has length 1/w (missing above `MOST_WEIGHTED`); Burt's constraint, effective size,
        efficiency and hierarchy (missing without ties); participation coefficient and within-module z among
        communities; degree (partners); strength (sum of weights); how many communities, sectors, municipalities and
        themes its partners are of; articulation (bool: others are no longer connected without it), separated
        (organisations then cut off) and pairsLost (pairs of others then no longer connected).
    error
        How far betweenness may be off, all organisations together with a probability of 90 %; 0 where it is exact.
    """

    table: pd.DataFrame
    error: float = 0.0

    def single_points(self) -> pd.DataFrame:
        """Return the articulation points, the one that would cut off most first."""
        points = self.table[self.table["articulation"].astype(bool)]
        return points.sort_values(["separated", "rank"], ascending=[False, True]).reset_index(drop=True)


def brokerage(
    graph: KnowledgeGraph, network: OrganisationNetwork, community: Mapping[str, int], engine: Engine | None = None
) -> Brokerage:
    """Return how each organisation of `network` bridges others.

    Rank is by betweenness, then by lower constraint, then by id. See `graph.analysis.kernels` for the definitions:
    betweenness takes every tie for length one (above `MOST_EXACT` it is estimated from sampled paths), Burt's measures,
    participation and z go by weight. All are of the network as it is: in the bipartite form collaborations lie on paths
    and are what constrains, and participation and z are missing unless they have a community, too. Partners are
    organisations in any form: those tied, and those that share a collaboration.

    Parameters
    ----------
    graph
        The whole graph, for sectors, places and themes.
    network
        In any form.
    community
        Community of each organisation; 0 is none.
    engine
        Works out betweenness instead of the kernels.
    """
    nodes = organisations(network)
    rows = csr(network)
    scores, error = (engine.betweenness(rows), 0.0) if engine else _betweenness(rows)
    table = _measures(network, rows, community).assign(betweenness=pd.Series(scores, dtype="float64"))
    table = table.loc[nodes].join(_around(graph, network, community))
    table = table.rename_axis("organisation").reset_index()
    # Scores equal but for rounding must not be ranked by it.
    order = table.assign(betweenness=table["betweenness"].round(12), constraint=table["constraint"].round(12))
    order = order.sort_values(["betweenness", "constraint", "organisation"], ascending=[False, True, True])
    table = table.loc[order.index].reset_index(drop=True)
    return Brokerage(table.assign(rank=range(1, len(table) + 1))[list(COLUMNS)], error)


def _betweenness(rows: Csr) -> tuple[dict[str, float], float]:
    """Return betweenness and how far it may be off."""
    if len(rows) * len(rows.indices) <= MOST_EXACT:
        return kernels.betweenness(rows, threads=THREADS), 0.0
    found = kernels.sampled_betweenness(rows, epsilon=ERROR, delta=1 - CONFIDENCE, threads=THREADS)
    return found.scores, found.error


def _weighted_betweenness(rows: Csr) -> dict[str, float]:
    if len(rows) * len(rows.indices) > MOST_WEIGHTED:
        return {}
    return kernels.betweenness(replace(rows, weights=1 / rows.weights), "weight", threads=THREADS)


def _measures(network: OrganisationNetwork, rows: Csr, community: Mapping[str, int]) -> pd.DataFrame:
    groups = {node: number for node, number in community.items() if number}
    lost = kernels.removal_loss(rows, organisations(network))
    table = kernels.structural_holes(rows).table()
    return table.assign(
        betweennessWeighted=pd.Series(_weighted_betweenness(rows), dtype="float64"),
        participation=pd.Series(kernels.participation(rows, groups), dtype="float64"),
        withinModuleZ=pd.Series(kernels.within_module_z(rows, groups), dtype="float64"),
        strength=pd.Series(dict(network.degree(weight="weight")), dtype="float64"),
        separated=pd.Series(lost.separated, dtype="int64"),
        pairsLost=pd.Series(lost.pairs, dtype="int64"),
    ).assign(
        withinModuleZ=lambda found: found["withinModuleZ"].where(found["participation"].notna()),
        articulation=lambda found: found["pairsLost"] > 0,
    )


def _around(graph: KnowledgeGraph, network: OrganisationNetwork, community: Mapping[str, int]) -> pd.DataFrame:
    nodes = organisations(network)
    sectors = {node: {network.nodes[node]["sector"]} if "sector" in network.nodes[node] else set() for node in nodes}
    columns = {
        "degree": {node: len(found) for node, found in partners(network)},
        "communitiesJoined": joined(network, {node: {community[node]} for node in nodes}),
        "sectorsJoined": joined(network, sectors),
        "municipalitiesJoined": joined(network, {node: targets(graph, node, "LOCATED_IN") for node in nodes}),
        "themesJoined": joined(network, {node: targets(graph, node, "WORKS_ON") for node in nodes}),
    }
    return pd.DataFrame(columns, index=pd.Index(nodes, dtype="object"), dtype="int64")
