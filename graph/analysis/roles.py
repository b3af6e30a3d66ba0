"""Brokerage roles of organisations between sectors, municipalities or communities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import networkx as nx
import pandas as pd

from graph.analysis import kernels
from graph.analysis.kernels import ROLES
from graph.network import Form, KnowledgeGraph, OrganisationNetwork, organisations, targets

ONE_WAY = frozenset({"referral", "funding", "contract"})
"""Kinds of declared ties that lead from one to the other; the others are mutual."""


class By(StrEnum):
    """What organisations are grouped by."""

    SECTOR = "sector"
    MUNICIPALITY = "municipality"
    COMMUNITY = "community"


@dataclass(frozen=True)
class BrokerageRoles:
    """Gould and Fernandez' roles of each organisation.

    Attributes
    ----------
    table
        A row an organisation, the one with the most brokerage first: organisation, group, and for the total and
        each of `graph.analysis.kernels.ROLES` the count, ``<role>Expected`` and ``<role>Z``. Missing where the group
        is not known.
    directed
        Whether ties have a direction, so that gatekeeper and representative differ.
    """

    table: pd.DataFrame
    directed: bool


def brokerage_roles(
    graph: KnowledgeGraph, network: OrganisationNetwork, by: By, community: Mapping[str, int]
) -> BrokerageRoles:
    """Return how often each organisation of `network` brokers in which role: see `kernels.gould_fernandez`.

    In the declared network ties have a direction where their kind has one (referral, funding, contract); the others
    go both ways. The projection has none. Of a bipartite network they are those of its declared ties, since its
    collaborations are of no group.

    Parameters
    ----------
    by
        An organisation located in several municipalities is counted in the first by id; one without sector, place
        or community is left out.
    community
        Community of each organisation; 0 is none.
    """
    ties = network if network.graph["form"] is Form.PROJECTION else _directed(graph, network)
    groups = _groups(graph, network, by, community)
    found = kernels.gould_fernandez(ties, groups)
    columns = {"total": found.counts["total"], "totalExpected": found.expected["total"], "totalZ": found.z["total"]}
    for role in ROLES:
        columns |= {role: found.counts[role], f"{role}Expected": found.expected[role], f"{role}Z": found.z[role]}
    table = pd.DataFrame(columns).rename_axis("organisation").reset_index()
    table.insert(1, "group", pd.Series([groups.get(node) for node in table["organisation"]], dtype="object"))
    order = table.sort_values(["total", "organisation"], ascending=[False, True])
    return BrokerageRoles(order.reset_index(drop=True), ties.is_directed())


def _groups(
    graph: KnowledgeGraph, network: OrganisationNetwork, by: By, community: Mapping[str, int]
) -> dict[str, Any]:
    nodes = organisations(network)
    match by:
        case By.SECTOR:
            found = {node: network.nodes[node].get("sector") for node in nodes}
        case By.MUNICIPALITY:
            found = {node: min(targets(graph, node, "LOCATED_IN"), default=None) for node in nodes}
        case By.COMMUNITY:
            found = {node: community[node] or None for node in nodes}
    return found


def _directed(graph: KnowledgeGraph, network: OrganisationNetwork) -> nx.DiGraph[str]:
    ties: nx.DiGraph[str] = nx.DiGraph()
    ties.add_nodes_from(organisations(network))
    for a, b, data in graph.edges(data=True):
        if data["type"] == "TIED_TO" and network.has_edge(a, b):
            ties.add_edge(a, b)
            if data["kind"] not in ONE_WAY:
                ties.add_edge(b, a)
    return ties
