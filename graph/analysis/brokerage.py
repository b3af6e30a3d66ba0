"""Bridging actors: who joins parts of the network that hold together little without them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx
import pandas as pd

from graph.analysis import kernels
from graph.network import KnowledgeGraph, OrganisationNetwork, targets

COLUMNS = (
    "rank",
    "organisation",
    "betweenness",
    "constraint",
    "degree",
    "strength",
    "communitiesJoined",
    "sectorsJoined",
    "municipalitiesJoined",
    "themesJoined",
    "articulation",
    "separated",
)


@dataclass(frozen=True)
class Brokerage:
    """Measures of each organisation as a broker.

    Attributes
    ----------
    table
        A row an organisation, by rank: betweenness (0 to 1), constraint (missing without ties), degree (neighbours),
        strength (sum of weights), how many communities, sectors, municipalities and themes its neighbours are of,
        articulation (bool: the network falls apart without it) and separated (organisations then cut off).
    """

    table: pd.DataFrame

    def single_points(self) -> pd.DataFrame:
        """Return the articulation points, the one that would cut off most first."""
        points = self.table[self.table["articulation"].astype(bool)]
        return points.sort_values(["separated", "rank"], ascending=[False, True]).reset_index(drop=True)


def brokerage(graph: KnowledgeGraph, network: OrganisationNetwork, community: Mapping[str, int]) -> Brokerage:
    """Return how each organisation of `network` bridges others.

    Rank is by betweenness, then by lower constraint, then by id. See `graph.analysis.kernels` for the definitions
    of betweenness (every tie of length one) and constraint (by weight).

    Parameters
    ----------
    graph
        The whole graph, for sectors, places and themes.
    network
        The projection onto organisations.
    community
        Community of each organisation.
    """
    betweenness = kernels.betweenness(network)
    constraint = kernels.constraint(network, weight="weight")
    cut_off = separated(network)
    seats = {node: targets(graph, node, "LOCATED_IN") for node in network}
    themes = {node: targets(graph, node, "WORKS_ON") for node in network}
    rows = []
    for node in network:
        around = list(network[node])
        joined = (
            len({community[other] for other in around}),
            len({network.nodes[other]["sector"] for other in around if "sector" in network.nodes[other]}),
            _union_size(seats[other] for other in around),
            _union_size(themes[other] for other in around),
        )
        strength = sum(data["weight"] for data in network[node].values())
        rows.append(
            (
                *(node, betweenness[node], constraint[node], len(around), strength, *joined),
                *(node in cut_off, cut_off.get(node, 0)),
            )
        )
    table = pd.DataFrame(rows, columns=list(COLUMNS[1:]))
    # Scores equal but for rounding must not be ranked by it.
    order = table.assign(betweenness=table["betweenness"].round(12), constraint=table["constraint"].round(12))
    table = table.loc[
        order.sort_values(["betweenness", "constraint", "organisation"], ascending=[False, True, True]).index
    ].reset_index(drop=True)
    table.insert(0, "rank", range(1, len(table) + 1))
    return Brokerage(table)


def separated(network: OrganisationNetwork) -> dict[str, int]:
    """Return for each articulation point how many organisations its leaving would cut off.

    Cut off are those that no longer reach the largest piece of what was one component.

    Examples
    --------
    >>> import networkx as nx
    >>> separated(nx.path_graph(4))
    {1: 1, 2: 1}
    """
    lost = {}
    for component in nx.connected_components(network):
        part = network.subgraph(component)
        for point in sorted(nx.articulation_points(part)):
            rest = part.subgraph(node for node in part if node != point)
            sizes = [len(piece) for piece in nx.connected_components(rest)]
            lost[point] = sum(sizes) - max(sizes)
    return lost


def _union_size(sets: Iterable[set[str]]) -> int:
    return len(set().union(*sets))
