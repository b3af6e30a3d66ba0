import networkx as nx
import numpy as np

from graph.analysis.communities.leiden import Leiden
from graph.analysis.communities.sweep import sweep


def found(network, steps=3, runs=5):
    network = nx.convert_node_labels_to_integers(network)
    ends = np.array(network.edges).T
    leiden = Leiden(ends[0], ends[1], np.ones(ends.shape[1]), len(network))
    return sweep(leiden, nx.number_connected_components(network), list(range(runs)), steps)


def test_a_ring_of_cliques_is_stable_at_its_cliques():
    result = found(nx.connected_caveman_graph(6, 6))
    assert result.resolution == 1.0
    chosen = result.table[result.table["chosen"]].iloc[0]
    assert (chosen["communities"], chosen["agreement"], chosen["persistence"]) == (6.0, 1.0, 1.0)
    assert result.table["resolution"].tolist()[::3] == [0.25, 1.0, 4.0]


def test_cliques_of_which_modularity_joins_two_need_a_higher_resolution():
    # Fortunato and Barthelemy (2007), PNAS 104, 36: in a ring of 30 cliques of 5, the greatest modularity joins pairs.
    ring = nx.ring_of_cliques(30, 5)
    result = found(ring)
    at_one = result.table.set_index("resolution").loc[1.0]
    assert at_one["communities"] < 20
    assert at_one["agreement"] < 0.9
    assert result.resolution > 1.0
    assert result.table.set_index("resolution").loc[result.resolution, "communities"] == 30


def test_components_alone_and_single_nodes_are_no_finding():
    result = found(nx.disjoint_union(nx.complete_graph(6), nx.complete_graph(6)))
    assert result.table.set_index("resolution").loc[1.0, "trivial"]
    assert result.resolution == 1.0
    assert found(nx.path_graph(2)).table["trivial"].all()
