"""Horizontal ties: what holds when the secretariat, and by choice every local government, is taken out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import networkx as nx
import pandas as pd

from graph.network import (
    KnowledgeGraph,
    OrganisationNetwork,
    collaboration_members,
    organisation_network,
    organisations,
    origins,
    with_label,
)

_EVENTS = 2


@dataclass(frozen=True)
class Horizontal:
    """The network before, without some organisations, and without all that they take part in.

    Attributes
    ----------
    removed
        The organisations taken out, sorted.
    measures
        A row a measure of the *other* organisations; columns measure, before (all are there), without (they are taken
        out), independent (the collaborations that they take part in are taken out too). Rows: organisations, ties
        (before: with the ties to those taken out), tiesShare (of the ties before), pairsConnected, pairsShare (of all
        pairs), components (pieces of two or more), largest (organisations in the largest piece), isolated.
    organisations
        Others that lose what they had: organisation, without and independent, each *isolated* (no tie is left),
        *cutOff* (no way to the largest piece is left) or missing.
    """

    removed: tuple[str, ...]
    measures: pd.DataFrame
    organisations: pd.DataFrame


def horizontal(graph: KnowledgeGraph, network: OrganisationNetwork, removed: Collection[str]) -> Horizontal:
    """Return what holds between the other organisations when `removed` are taken out.

    Two organisations that meet in a collaboration of the secretariat's are still tied without it; *independent* asks
    what they would have if that collaboration ended as well. Weights play no part. In the bipartite form ties are
    participations and declared ties.

    Parameters
    ----------
    network
        The network of all organisations of `graph`.
    """
    gone = set(removed)
    others = [node for node in organisations(network) if node not in gone]
    networks = {"before": network, **remaining(graph, network, gone)}
    states = {name: _State(each, others) for name, each in networks.items()}
    return Horizontal(tuple(sorted(gone)), _measures(states), _losers(states, others))


def remaining(
    graph: KnowledgeGraph, network: OrganisationNetwork, removed: Collection[str]
) -> dict[str, OrganisationNetwork]:
    """Return the networks of the other organisations, *without* `removed`, and *independent* (see `Horizontal`).

    Parameters
    ----------
    network
        The network of all organisations of `graph`; the others have its form.
    """
    gone = set(removed)
    led = {node for node, some in collaboration_members(graph).items() if gone.intersection(some)}
    left: KnowledgeGraph = graph.subgraph(node for node in graph if node not in gone and node not in led)
    return {"without": _rest(network, gone), "independent": organisation_network(left, network.graph["form"])}


def secretariat(graph: KnowledgeGraph) -> str | None:
    """Return the organisation that hosts more than half of the events that have a host, at least two; None without one.

    The data does not say who the secretariat is; who hosts most of a platform's trainings and meetings is taken for
    it, and whoever uses this has to say so.
    """
    hosts = [origins(graph, event, "HOSTED") for event in with_label(graph, "Event")]
    hosted = [found for found in hosts if found]
    counts = pd.Series([host for found in hosted for host in found], dtype="object").value_counts()
    if counts.empty or counts.iloc[0] < _EVENTS or counts.iloc[0] * 2 <= len(hosted):
        return None
    return str(counts.index[0])


class _State:
    """What holds between some organisations in a network that may have more."""

    def __init__(self, network: OrganisationNetwork, others: list[str]) -> None:
        members = set(others)
        pieces = [sorted(piece & members) for piece in nx.connected_components(network)]
        self.pieces = sorted((piece for piece in pieces if piece), key=lambda piece: (-len(piece), piece))
        self.largest = set(self.pieces[0]) if self.pieces else set()
        self.ties = network.number_of_edges()
        self.tied = {node for node in others if _has_partner(network, node)}

    def measures(self, ties_before: int) -> list[float]:
        """Return the values of the rows of `Horizontal.measures`."""
        number = sum(map(len, self.pieces))
        connected = sum(len(piece) * (len(piece) - 1) // 2 for piece in self.pieces)
        return [
            number,
            self.ties,
            self.ties / ties_before if ties_before else float("nan"),
            connected,
            connected / (number * (number - 1) / 2) if number > 1 else float("nan"),
            sum(len(piece) > 1 for piece in self.pieces),
            len(self.largest),
            number - len(self.tied),
        ]

    def lost(self, before: _State, node: str) -> str | None:
        """Return what `node` had before and has no longer."""
        if node in before.tied and node not in self.tied:
            return "isolated"
        return "cutOff" if node in before.largest and node in self.tied and node not in self.largest else None


_MEASURES = [
    "organisations",
    "ties",
    "tiesShare",
    "pairsConnected",
    "pairsShare",
    "components",
    "largest",
    "isolated",
]


def _has_partner(network: OrganisationNetwork, node: str) -> bool:
    return any(network.nodes[near]["label"] == "Organisation" or network.degree(near) > 1 for near in network[node])


def _rest(network: OrganisationNetwork, gone: Collection[str]) -> OrganisationNetwork:
    rest: OrganisationNetwork = network.subgraph(node for node in network if node not in gone)
    return rest


def _measures(states: Mapping[str, _State]) -> pd.DataFrame:
    before = states["before"].ties
    return pd.DataFrame(
        {"measure": _MEASURES} | {name: pd.Series(state.measures(before)) for name, state in states.items()}
    )


def _losers(states: Mapping[str, _State], others: list[str]) -> pd.DataFrame:
    before = states["before"]
    rows = [(node, *(states[name].lost(before, node) for name in ("without", "independent"))) for node in others]
    table = pd.DataFrame([row for row in rows if any(row[1:])], columns=["organisation", "without", "independent"])
    return table.sort_values("organisation").reset_index(drop=True)
