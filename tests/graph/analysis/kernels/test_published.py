"""The kernels against values that others have printed."""

import networkx as nx
import pytest

from graph.analysis import kernels


def test_betweenness_of_the_kite():
    # networkx 3.6.1, algorithms/centrality/tests/test_betweenness_centrality.py; D. Krackhardt (1990), Assessing the
    # political landscape, Administrative Science Quarterly 35, drew the kite so that Heather comes first.
    scores = kernels.betweenness(nx.krackhardt_kite_graph())
    printed = [0.023, 0.023, 0.000, 0.102, 0.000, 0.231, 0.231, 0.389, 0.222, 0.000]
    assert [round(scores[node], 3) for node in range(10)] == printed


def test_betweenness_of_the_florentine_families():
    # M. O. Jackson (2008), Social and Economic Networks, section 2.2.4, has Medici .522, Strozzi .103, Guadagni .255;
    # all of them stand in networkx 3.6.1, algorithms/centrality/tests/test_betweenness_centrality.py.
    printed = {
        "Acciaiuoli": 0.000,
        "Albizzi": 0.212,
        "Barbadori": 0.093,
        "Bischeri": 0.104,
        "Castellani": 0.055,
        "Ginori": 0.000,
        "Guadagni": 0.255,
        "Lamberteschi": 0.000,
        "Medici": 0.522,
        "Pazzi": 0.000,
        "Peruzzi": 0.022,
        "Ridolfi": 0.114,
        "Salviati": 0.143,
        "Strozzi": 0.103,
        "Tornabuoni": 0.092,
    }
    scores = kernels.betweenness(nx.florentine_families_graph())
    assert scores == pytest.approx(printed, abs=0.0005)


def test_betweenness_of_davis_women_and_events():
    # networkx 3.6.1, algorithms/bipartite/tests/test_centrality.py. A score is divided by the most that a node of
    # its side can have: S. P. Borgatti, M. G. Everett (1997), Network analysis of 2-mode data, Social Networks 19.
    printed = {
        "E8": 0.24,
        "E9": 0.23,
        "E7": 0.13,
        "Nora Fayette": 0.11,
        "Evelyn Jefferson": 0.10,
        "Theresa Anderson": 0.09,
        "E6": 0.07,
        "Sylvia Avondale": 0.07,
        "Laura Mandeville": 0.05,
        "Brenda Rogers": 0.05,
        "Katherina Rogers": 0.05,
        "E5": 0.04,
        "Helen Lloyd": 0.04,
        "E3": 0.02,
        "Eleanor Nye": 0.01,
        "E10": 0.01,
        "Dorothy Murchison": 0.00,
        "E14": 0.00,
    }
    graph = nx.davis_southern_women_graph()
    scores = kernels.betweenness(graph, normalized=False)
    most = {0: most_between(18, 14), 1: most_between(14, 18)}
    ours = {node: scores[node] / most[graph.nodes[node]["bipartite"]] for node in printed}
    assert ours == pytest.approx(printed, abs=0.0051)


def most_between(own, other):
    """Return the most that a node can have when `own` nodes are on its side and `other` on the other one."""
    s, t = divmod(own - 1, other)
    return (other**2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2


# networkx 3.6.1, algorithms/tests/test_structuralholes.py, which says: computed by UCINET and igraph, then by hand.
# The network is that of S. P. Borgatti (1997), Connections 20(1), 35-38, which has the effective size of G as 4.67.
WEIGHTS = {"AB": 2, "AF": 3, "AG": 5, "AE": 2, "EG": 8, "FG": 3, "BG": 4, "BD": 1, "DG": 3, "GC": 10}
PRINTED = [
    (kernels.constraint, None, {"G": 0.400, "A": 0.595, "C": 1.000}, 0.0005),
    (kernels.constraint, "weight", {"G": 0.299, "A": 0.795, "C": 1.000}, 0.0005),
    (kernels.effective_size, None, {"G": 4.67, "A": 2.50, "C": 1.00}, 0.0051),
    (kernels.effective_size, "weight", {"G": 5.47, "A": 2.47, "C": 1.00}, 0.0051),
]


@pytest.mark.parametrize(("measure", "weight", "printed", "rounding"), PRINTED)
def test_structural_holes_of_borgattis_network(measure, weight, printed, rounding):
    graph = nx.Graph()
    graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in WEIGHTS.items())
    found = measure(graph, weight=weight)
    assert {node: found[node] for node in printed} == pytest.approx(printed, abs=rounding)


# The same tests of networkx, of a directed network.
DIRECTED = {(0, 1): 2, (0, 2): 2, (1, 0): 1, (2, 1): 1}
PRINTED_DIRECTED = [
    (kernels.constraint, None, {0: 1.003, 1: 1.003, 2: 1.389}),
    (kernels.constraint, "weight", {0: 0.840, 1: 1.143, 2: 1.378}),
    (kernels.effective_size, None, {0: 1.167, 1: 1.167, 2: 1.000}),
    (kernels.effective_size, "weight", {0: 1.567, 1: 1.083, 2: 1.000}),
]


@pytest.mark.parametrize(("measure", "weight", "printed"), PRINTED_DIRECTED)
def test_structural_holes_with_direction(measure, weight, printed):
    graph = nx.DiGraph()
    graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in DIRECTED.items())
    assert measure(graph, weight=weight) == pytest.approx(printed, abs=0.0005)


def test_what_holds_the_florentine_marriages_together(reference):
    # By hand from the ties: Albizzi alone is married to Ginori, Guadagni to Lamberteschi, Medici to Acciaiuoli, and
    # Salviati to Pazzi; Salviati has nobody else but Medici.
    found = kernels.articulation(reference("florentine_marriage").graph)
    assert found.points == {"Albizzi", "Guadagni", "Medici", "Salviati"}
    lost = kernels.removal_loss(reference("florentine_marriage").graph)
    # Without Medici 14 others are left in pieces of 11, 2 and 1: 22 + 11 + 2 pairs.
    assert lost.pairs["Medici"] == 35
    assert lost.separated["Medici"] == 3
