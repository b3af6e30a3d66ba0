"""Organisations that nobody is tied to, and those that hang on a single tie."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from graph.analysis.evidence import Trees, current, evidence, reached
from graph.analysis.partners import partners
from graph.network import KnowledgeGraph, OrganisationNetwork, targets

_NAMED = 3
_COLUMNS = ["organisation", "ties", "partner", "openings", "openingsThere"]


@dataclass(frozen=True)
class Isolates:
    """Organisations with no partner or one.

    Attributes
    ----------
    table
        A row an organisation, those without a tie first: organisation, ties (0 or 1), partner (its one partner),
        openings (running collaborations that it is not in, of a theme it works on, in a municipality where it is or
        that it serves; ids, at most three), openingsThere (how many there are).
    """

    table: pd.DataFrame


def isolates(graph: KnowledgeGraph, network: OrganisationNetwork) -> Isolates:
    """Return the organisations that are tied to no other, or to one alone.

    Partners are neighbours in `network`; in the bipartite form, members of the same collaborations too.
    Organisations that have left are none.

    Examples
    --------
    >>> from graph.dataset import Dataset
    >>> from graph.network import knowledge_graph, organisation_network
    >>> graph = knowledge_graph(Dataset.of({
    ...     "Organisation": [{"id": i, "name": i} for i in "abc"],
    ...     "TIED_TO": [{"start": "a", "end": "b", "kind": "referral"}],
    ... }))
    >>> found = isolates(graph, organisation_network(graph)).table
    >>> list(zip(found["organisation"], found["ties"]))
    [('c', 0), ('a', 1), ('b', 1)]
    """
    trees = Trees.of(graph)
    running = evidence(graph, trees).running
    rows = []
    present = set(current(graph))
    for organisation, around in partners(network):
        if organisation in present and len(around) <= 1:
            places = reached(trees.wholes, targets(graph, organisation, "LOCATED_IN", "SERVES"))
            themes = targets(graph, organisation, "WORKS_ON")
            found = set().union(*(running.get((place, theme), set()) for place in places for theme in themes))
            openings = sorted(found - targets(graph, organisation, "PARTICIPATES_IN"))
            partner = next(iter(around), None)
            rows.append((organisation, len(around), partner, tuple(openings[:_NAMED]), len(openings)))
    table = pd.DataFrame(rows, columns=_COLUMNS)
    return Isolates(table.sort_values(["ties", "organisation"]).reset_index(drop=True))
