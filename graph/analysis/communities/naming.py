"""What is typical of a group of organisations: themes, municipalities and sectors, by lift."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log

import pandas as pd

from graph.network import KnowledgeGraph, targets

COLUMNS = ("community", "kind", "value", "organisations", "share", "overall", "lift", "weight", "named")
KINDS = ("themes", "municipalities", "sectors")

_NAMED = 3
_LEAST_SHARE = 0.15
_LEAST_LIFT = 1.2


def typical(graph: KnowledgeGraph, communities: Mapping[int, Iterable[str]], everybody: Iterable[str]) -> pd.DataFrame:
    """Return what organisations of each community are more often than organisations are altogether.

    The lift of a value is its share in the community over its share among `everybody`. Values are ordered by their
    weight, count x ln(lift): how much a value tells of the community, so that neither what everybody has nor what one
    member alone has comes first. A ward counts for its city, too; the heavier of the two is kept.

    Parameters
    ----------
    communities
        The organisations of each.
    everybody
        All organisations that could belong to one.

    Returns
    -------
    A row a community, kind (themes, municipalities, sectors) and value with lift above 1, by community, kind and
    falling weight: organisations (how many), share (of the community), overall (share of everybody), lift, weight, and
    named (bool): among the first three of its kind, of at least 15 % of the community and two members where it has
    two, with a lift of at least 1.2.

    References
    ----------
    S. Brin, R. Motwani, J. D. Ullman, S. Tsur (1997). Dynamic itemset counting and implication rules for market basket
    data. SIGMOD, 255-264 (lift, there called interest).

    Examples
    --------
    >>> from graph.dataset import Dataset
    >>> from graph.network import knowledge_graph
    >>> sectors = {"a": "company", "b": "company", "c": "company", "d": "medical"}
    >>> d = Dataset.of({"Organisation": [{"id": i, "name": i, "sector": s} for i, s in sectors.items()]})
    >>> typical(knowledge_graph(d), {1: ["a", "b"]}, "abcd")[["value", "organisations", "lift"]].values.tolist()
    [['company', 2, 1.3333333333333333]]
    """
    nodes = list(everybody)
    values = {kind: _values(graph, nodes, kind) for kind in KINDS}
    overall = {kind: Counter(value for node in nodes for value in found[node]) for kind, found in values.items()}
    rows = [
        row
        for number, members in sorted(communities.items())
        for kind in KINDS
        for row in _rows(graph, (number, kind), [values[kind][node] for node in members], overall[kind], len(nodes))
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _rows(
    graph: KnowledgeGraph, key: tuple[int, str], members: list[set[str]], overall: Counter[str], everybody: int
) -> list[tuple[object, ...]]:
    here = Counter(value for found in members for value in found)
    rows: list[tuple[object, ...]] = []
    used: set[str] = set()
    lifts = {value: count / len(members) / (overall[value] / everybody) for value, count in here.items()}
    weights = {value: here[value] * log(lift) for value, lift in lifts.items() if lift > 1}
    for value in sorted(weights, key=lambda value: (-round(weights[value], 9), value)):
        city = targets(graph, value, "PART_OF") if value in graph else set()
        if used & city or any(value in targets(graph, other, "PART_OF") for other in used if other in graph):
            continue
        share = here[value] / len(members)
        clear = here[value] >= min(2, len(members)) and share >= _LEAST_SHARE and lifts[value] >= _LEAST_LIFT
        named = clear and sum(bool(row[-1]) for row in rows) < _NAMED
        rows.append((*key, value, here[value], share, overall[value] / everybody, lifts[value], weights[value], named))
        used.add(value)
    return rows


def _values(graph: KnowledgeGraph, nodes: list[str], kind: str) -> dict[str, set[str]]:
    if kind == "sectors":
        return {node: {graph.nodes[node]["sector"]} if "sector" in graph.nodes[node] else set() for node in nodes}
    if kind == "themes":
        return {node: targets(graph, node, "WORKS_ON") for node in nodes}
    seats = {node: targets(graph, node, "LOCATED_IN") for node in nodes}
    return {node: found.union(*(targets(graph, seat, "PART_OF") for seat in found)) for node, found in seats.items()}
