"""Partners: the organisations that one is tied to or shares a collaboration with, and what they are of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from graph.network import OrganisationNetwork, organisations


def partners(network: OrganisationNetwork) -> Iterator[tuple[str, set[str]]]:
    """Yield each organisation of `network` with its partners.

    In the bipartite form those are the members of its collaborations, and who it has declared a tie with.

    Examples
    --------
    >>> import networkx as nx
    >>> network = nx.Graph([("a", "x"), ("b", "x"), ("c", "b")])
    >>> nx.set_node_attributes(network, {"x": "Collaboration"} | dict.fromkeys("abc", "Organisation"), "label")
    >>> [(node, sorted(found)) for node, found in partners(network)]
    [('a', ['b']), ('b', ['a', 'c']), ('c', ['b'])]
    """
    actors = set(organisations(network))
    for node in organisations(network):
        around = set(network[node])
        shared = around - actors
        yield node, (around & actors).union(*(network[collaboration] for collaboration in shared)) - {node}


def joined(network: OrganisationNetwork, values: Mapping[str, AbstractSet[Hashable]]) -> dict[str, int]:
    """Return of how many different `values` the partners of each organisation are.

    What one has itself counts when a partner has it too. A collaboration is looked at once, not once for each pair of
    its members, so that one of 5,000 is no trouble.
    """
    actors = set(organisations(network))
    within = {
        node: Counter(value for member in network[node] for value in values[member])
        for node in network
        if node not in actors
    }
    found = {}
    for node in organisations(network):
        around: set[Hashable] = set()
        for other in network[node]:
            if other in actors:
                around |= values[other]
            else:
                around.update(value for value, count in within[other].items() if count > (value in values[node]))
        found[node] = len(around)
    return found
