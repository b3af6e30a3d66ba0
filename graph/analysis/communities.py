"""Communities: groups of organisations with more ties inside than chance would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx
import pandas as pd

from graph.network import KnowledgeGraph, OrganisationNetwork, targets

_SEED = 20240401
_NAMED = 3


@dataclass(frozen=True)
class Communities:
    """The partition of organisations.

    Attributes
    ----------
    members
        A row an organisation: organisation, community (1 is the largest; 0 has no ties).
    groups
        A row a community: community, size, ties (inside), outwardTies, and its most typical themes, municipalities
        (ids, tuples) and sectors (keys, a tuple), the most typical first.
    modularity
        Newman's modularity of the partition, by weight; NaN without ties.
    """

    members: pd.DataFrame
    groups: pd.DataFrame
    modularity: float

    def of(self) -> dict[str, int]:
        """Return the community of each organisation."""
        return dict(zip(self.members["organisation"], self.members["community"], strict=True))


def communities(graph: KnowledgeGraph, network: OrganisationNetwork) -> Communities:
    """Return communities found by the Louvain method at a fixed seed.

    Organisations without ties belong to none (community 0).

    References
    ----------
    V. D. Blondel, J.-L. Guillaume, R. Lambiotte, E. Lefebvre (2008). Fast unfolding of communities in large
    networks. Journal of Statistical Mechanics, P10008.
    """
    tied = network.subgraph(sorted(node for node, degree in network.degree() if degree))
    found = nx.community.louvain_communities(tied, weight="weight", seed=_SEED) if tied else []
    parts = sorted((sorted(part) for part in found), key=lambda part: (-len(part), part))
    of = dict.fromkeys(network, 0) | {node: i for i, part in enumerate(parts, start=1) for node in part}
    columns = ["community", "size", "ties", "outwardTies", "themes", "municipalities", "sectors"]
    return Communities(
        members=pd.DataFrame(sorted(of.items()), columns=["organisation", "community"]),
        groups=pd.DataFrame(
            [_group(graph, network, i, part) for i, part in enumerate(parts, start=1)], columns=columns
        ),
        modularity=nx.community.modularity(tied, map(set, parts), weight="weight") if parts else float("nan"),
    )


def _group(graph: KnowledgeGraph, network: OrganisationNetwork, number: int, part: list[str]) -> tuple[object, ...]:
    inside = network.subgraph(part).number_of_edges()
    outward = sum(network.degree(node) for node in part) - 2 * inside
    return (
        number,
        len(part),
        inside,
        outward,
        _typical((targets(graph, node, "WORKS_ON") for node in part), _spread(graph, network, "WORKS_ON")),
        _typical((targets(graph, node, "LOCATED_IN") for node in part), _spread(graph, network, "LOCATED_IN")),
        _typical(
            ({network.nodes[node]["sector"]} for node in part if "sector" in network.nodes[node]),
            Counter(data["sector"] for _, data in network.nodes(data=True) if "sector" in data),
        ),
    )


def _spread(graph: KnowledgeGraph, network: OrganisationNetwork, kind: str) -> Counter[str]:
    return Counter(target for node in network for target in targets(graph, node, kind))


def _typical(values: Iterable[set[str]], overall: Counter[str]) -> tuple[str, ...]:
    """Return the values most typical here: count here times share of all of its kind that is here."""
    here = Counter(value for found in values for value in found)
    return tuple(sorted(here, key=lambda value: (-(here[value] ** 2) / overall[value], value))[:_NAMED])
