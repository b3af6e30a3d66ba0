"""From a Dataset to networkx: the whole graph, and its projection onto organisations."""

from __future__ import annotations

from enum import StrEnum
from itertools import combinations
from typing import Any, TypeAlias

import networkx as nx

from graph.dataset import Dataset
from graph.frames import rows
from graph.schema import END, START, schema

KnowledgeGraph: TypeAlias = "nx.MultiDiGraph[str]"
OrganisationNetwork: TypeAlias = "nx.Graph[str]"
_Members: TypeAlias = dict[str, list[str]]

MOST_TIES = 2_000_000
"""Pairs of members above which a network is kept bipartite: a projection of them takes some gigabytes."""


def knowledge_graph(dataset: Dataset) -> KnowledgeGraph:
    """Return every node and relationship of `dataset`.

    A node carries its properties and `label`; a relationship its properties, `type` and as its key the type with
    what tells parallel ties apart. Missing values are left out.
    """
    graph: KnowledgeGraph = nx.MultiDiGraph()
    for label, frame in dataset.nodes.items():
        graph.add_nodes_from((str(row["id"]), {**row, "label": label}) for row in rows(frame))
    for kind, frame in dataset.relationships.items():
        distinguishing = schema().relationships[kind].distinguishing
        for row in rows(frame):
            start, end = str(row.pop(START)), str(row.pop(END))
            key = ":".join([kind, *(str(row[name]) for name in distinguishing)])
            graph.add_edge(start, end, key=key, type=kind, **row)
    return graph


def dataset_of(graph: nx.Graph[Any]) -> Dataset:
    """Return the Dataset of a graph: that from which `knowledge_graph` made it, or one of any networkx graph.

    A node without a `label` of the schema is an organisation, named by its `name`, else by itself; a tie without a
    `type` of the schema is declared, of the kind *other*, its `weight` the strength. Properties that the schema
    does not have are left out; of parallel ties that nothing tells apart the last counts.

    Raises
    ------
    InvalidDataset
        When a property has a value that the schema does not allow.

    Examples
    --------
    >>> found = dataset_of(nx.path_graph(["a", "b", "c"]))
    >>> list(found["Organisation"]["name"]), len(found["TIED_TO"])
    (['a', 'b', 'c'], 2)
    """
    labels, types = schema().labels, schema().relationships
    tables: dict[str, dict[tuple[object, ...], dict[str, Any]]] = {}
    for node, data in graph.nodes(data=True):
        label = str(data.get("label"))
        table = labels[label if label in labels else "Organisation"]
        known = {name: data[name] for name in table.columns if name in data}
        tables.setdefault(table.key, {})[node,] = {"name": str(node), **known, "id": str(node)}
    for start, end, data in graph.edges(data=True):
        declared = data.get("type") not in types
        kind = types["TIED_TO" if declared else data["type"]]
        known = {name: data[name] for name in kind.columns if name in data}
        if declared:
            known = {"kind": "other", "strength": data.get("weight"), **known}
        row = {**known, START: str(start), END: str(end)}
        tables.setdefault(kind.key, {})[tuple(row.get(name) for name in kind.identity)] = row
    return Dataset.of({key: list(found.values()) for key, found in tables.items()})


class Form(StrEnum):
    """What ties two organisations in a network."""

    PROJECTION = "projection"
    DECLARED = "declared"
    BIPARTITE = "bipartite"


def organisation_network(graph: KnowledgeGraph, form: Form = Form.PROJECTION) -> OrganisationNetwork:
    """Return the network of the organisations of `graph`.

    In the projection two organisations are tied when they take part in one collaboration or have declared a tie. A
    collaboration of k organisations gives each of its pairs the weight 1 / (k - 1), so that each member gets one in
    all from it; a declared tie gives its `strength`, or one. Weights of one pair add up. Collaborations of a single
    organisation and declared ties of strength 0 tie nobody.

    The *declared* form has the declared ties alone. The *bipartite* form keeps collaborations as nodes between their
    organisations, at weight one, beside the declared ties; `organisations` tells organisations from them. It is what a
    projection of more than `MOST_TIES` ties is replaced by, since one collaboration of 5,000 makes 12 million.

    Returns
    -------
    Graph whose nodes are all organisations (and collaborations) with their properties and `label`, and whose edges
    have `weight`, `collaborations` (how many are shared) and `declared` (whether a tie is declared). Its attribute
    `form` says which form it has.

    References
    ----------
    M. E. J. Newman (2001). Scientific collaboration networks. II. Shortest paths, weighted networks, and
    centrality. Physical Review E 64, 016132, equation 2.

    Examples
    --------
    >>> from graph.dataset import Dataset
    >>> d = Dataset.of({
    ...     "Organisation": [{"id": i, "name": i} for i in "abc"],
    ...     "Collaboration": [{"id": "x", "name": "x"}],
    ...     "PARTICIPATES_IN": [{"start": i, "end": "x"} for i in "abc"],
    ... })
    >>> organisation_network(knowledge_graph(d))["a"]["b"]["weight"]
    0.5
    """
    members = collaboration_members(graph)
    wanted = Form.BIPARTITE if form is Form.PROJECTION and _pairs(members) > MOST_TIES else form
    network: OrganisationNetwork = nx.Graph(form=wanted)
    for node in with_label(graph, "Organisation"):
        network.add_node(node, **graph.nodes[node])
    if wanted is Form.PROJECTION:
        _project(network, members)
    elif wanted is Form.BIPARTITE:
        _keep(network, graph, members)
    for a, b, data in graph.edges(data=True):
        if data["type"] == "TIED_TO" and data.get("strength", 1.0) > 0:
            _strengthen(network, a, b, float(data.get("strength", 1.0)), shared=False)
    return network


def organisations(network: OrganisationNetwork) -> list[str]:
    """Return the organisations of `network`, in its order."""
    return [node for node, data in network.nodes(data=True) if data["label"] == "Organisation"]


def collaboration_members(graph: KnowledgeGraph) -> _Members:
    """Return the organisations of each collaboration, sorted."""
    members: dict[str, set[str]] = {}
    for organisation, collaboration, data in graph.edges(data=True):
        if data["type"] == "PARTICIPATES_IN":
            members.setdefault(collaboration, set()).add(organisation)
    return {collaboration: sorted(found) for collaboration, found in sorted(members.items())}


def targets(graph: KnowledgeGraph, node: str, *types: str) -> set[str]:
    """Return the nodes that a relationship of one of `types` leads to from `node`."""
    return {end for _, end, data in graph.out_edges(node, data=True) if data["type"] in types}


def targets_of_all(graph: KnowledgeGraph, *types: str) -> dict[str, dict[str, set[str]]]:
    """Return for each of `types` what `targets` gives for each node that has any, from one pass over the graph."""
    found: dict[str, dict[str, set[str]]] = {kind: {} for kind in types}
    for start, end, data in graph.edges(data=True):
        if data["type"] in found:
            found[data["type"]].setdefault(start, set()).add(end)
    return found


def origins(graph: KnowledgeGraph, node: str, *types: str) -> set[str]:
    """Return the nodes from which a relationship of one of `types` leads to `node`."""
    return {start for start, _, data in graph.in_edges(node, data=True) if data["type"] in types}


def with_label(graph: KnowledgeGraph, *labels: str) -> list[str]:
    """Return the nodes that have one of `labels`, sorted."""
    return sorted(node for node, data in graph.nodes(data=True) if data["label"] in labels)


def _pairs(members: _Members) -> int:
    """Return how many pairs the collaborations make, each counted once a collaboration."""
    return sum(len(found) * (len(found) - 1) // 2 for found in members.values())


def _project(network: OrganisationNetwork, members: _Members) -> None:
    for found in members.values():
        for a, b in combinations(found, 2):
            _strengthen(network, a, b, 1 / (len(found) - 1), shared=True)


def _keep(network: OrganisationNetwork, graph: KnowledgeGraph, members: _Members) -> None:
    for collaboration, found in members.items():
        network.add_node(collaboration, **graph.nodes[collaboration])
        for member in found:
            _strengthen(network, member, collaboration, 1.0, shared=True)


def _strengthen(network: OrganisationNetwork, a: str, b: str, weight: float, *, shared: bool) -> None:
    edge: dict[str, Any] = network.get_edge_data(a, b) or {"weight": 0.0, "collaborations": 0, "declared": False}
    network.add_edge(
        a,
        b,
        weight=edge["weight"] + weight,
        collaborations=edge["collaborations"] + shared,
        declared=edge["declared"] or not shared,
    )
