import math
import warnings

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.mixing import mixing
from graph.errors import NetworkError
from graph.network import Form


def network(ties, nodes="", form=Form.PROJECTION):
    made = nx.Graph(form=form)
    made.add_nodes_from(nodes)
    made.add_weighted_edges_from((a, b, weight) for a, b, *rest in ties for weight in (rest or [1.0]))
    nx.set_node_attributes(made, "Organisation", "label")
    return made


def test_pairs_groups_and_measures_by_hand():
    # Groups x: a, b, c and y: d, e. Ties ab, ac inside x, cd and bd across (of weight 3), de inside y.
    made = network(["ab", "ac", ("c", "d", 3.0), "bd", "de"])
    found = mixing(made, dict.fromkeys("abc", "x") | dict.fromkeys("de", "y"), draws=50)
    pairs = found.pairs.set_index(["group", "other"])
    assert pairs["ties"].to_dict() == {("x", "x"): 2, ("x", "y"): 2, ("y", "y"): 1}
    # Degrees: x 2 + 2 + 2 = 6, y 3 + 1 = 4, m = 5. Expected: 36 / 20, 24 / 10, 16 / 20.
    assert pairs["expected"].to_dict() == pytest.approx({("x", "x"): 1.8, ("x", "y"): 2.4, ("y", "y"): 0.8})
    assert pairs["ratio"].to_dict() == pytest.approx({("x", "x"): 2 / 1.8, ("x", "y"): 2 / 2.4, ("y", "y"): 1.25})
    # Strengths: x 2 + 2 + 4 = 8, y 5 + 1 = 6, total 7.
    assert pairs["weight"].to_dict() == {("x", "x"): 2.0, ("x", "y"): 4.0, ("y", "y"): 1.0}
    assert pairs["expectedWeight"].to_dict() == pytest.approx(
        {("x", "x"): 64 / 28, ("x", "y"): 48 / 14, ("y", "y"): 36 / 28}
    )
    groups = found.groups.set_index("group")
    assert groups.loc["x", ["organisations", "internal", "external"]].tolist() == [3, 4, 2]
    assert groups["eiIndex"].to_dict() == pytest.approx({"x": -1 / 3, "y": 0.0})
    measures = found.measures.set_index("measure")["value"]
    assert measures["eiIndex"] == pytest.approx((2 - 3) / 5)
    # Share inside 3/5, by chance (6/10)^2 + (4/10)^2 = 0.52.
    assert measures["assortativity"] == pytest.approx((0.6 - 0.52) / 0.48)


def test_zacharys_club_keeps_to_its_sides():
    # Zachary 1977: of 78 ties 11 join the two sides after the split, as networkx (3.6) records it.
    made = nx.karate_club_graph()
    made.graph["form"] = Form.DECLARED
    sides = dict(made.nodes(data="club"))
    nx.set_node_attributes(made, "Organisation", "label")
    across = sum(sides[a] != sides[b] for a, b in made.edges)
    found = mixing(made, sides).measures.set_index("measure")
    assert found.loc["eiIndex", "value"] == pytest.approx((2 * across - 78) / 78)
    assert found.loc["assortativity", "value"] == pytest.approx(nx.attribute_assortativity_coefficient(made, "club"))
    assert found["p"].tolist() == pytest.approx([1 / 1001, 1 / 1001])


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=25),
    st.lists(st.sampled_from([None, "x", "y", "z"]), min_size=10, max_size=10),
)
def test_assortativity_is_that_of_networkx_where_groups_are_known(pairs, drawn):
    made = network([(a, b) for a, b in pairs if a != b], range(10))
    groups = {node: group for node, group in enumerate(drawn) if group}
    found = mixing(made, groups, draws=3)
    known = made.subgraph(groups)
    nx.set_node_attributes(made, groups, "group")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        theirs = nx.attribute_assortativity_coefficient(known, "group") if known.number_of_edges() else math.nan
    measures = found.measures.set_index("measure")["value"]
    assert measures["assortativity"] == pytest.approx(theirs, nan_ok=True)
    assert found.unlabelled == 10 - len(groups)
    assert found.pairs["ties"].sum() == known.number_of_edges()
    assert found.pairs["expected"].sum() == pytest.approx(known.number_of_edges(), nan_ok=True) or not len(known.edges)


def test_the_bipartite_form_weighs_as_the_projection_does():
    # x: a, b, c; y: c, d. Weights 1/2 and 1: ab, ac, bc of 1/2 and cd of 1.
    bipartite = nx.Graph(form=Form.BIPARTITE)
    bipartite.add_nodes_from("abcd", label="Organisation")
    bipartite.add_nodes_from("xy", label="Collaboration")
    bipartite.add_edges_from([*(("x", o) for o in "abc"), *(("y", o) for o in "cd")], weight=1.0)
    projection = network([("a", "b", 0.5), ("a", "c", 0.5), ("b", "c", 0.5), ("c", "d", 1.0)])
    groups = {"a": "p", "b": "p", "c": "q", "d": "q"}
    left, right = (mixing(made, groups, draws=20) for made in (bipartite, projection))
    columns = ["ties", "weight", "expected", "expectedWeight"]
    assert np.allclose(left.pairs[columns], right.pairs[columns])
    assert np.allclose(left.groups[["eiIndex", "expected", "p"]], right.groups[["eiIndex", "expected", "p"]])
    del groups["b"]  # without a group: its ties are left out, and the weights of others stay
    left, right = (mixing(made, groups, draws=20) for made in (bipartite, projection))
    assert np.allclose(left.pairs[columns], right.pairs[columns])


def test_the_same_seed_gives_the_same_and_another_another():
    made = nx.gnp_random_graph(30, 0.2, seed=1)
    made.graph["form"] = Form.PROJECTION
    nx.set_node_attributes(made, "Organisation", "label")
    groups = {node: "xyz"[node % 3] for node in made}
    first, again, other = (mixing(made, groups, draws=99, seed=seed).groups["p"].tolist() for seed in (1, 1, 2))
    assert first == again != other


def test_who_has_no_tie_takes_no_part_in_the_dealing():
    # All know each other, so that nobody could choose; those without a tie are all of another group.
    made = nx.complete_graph(6)
    made.add_nodes_from(range(6, 12))
    made.graph["form"] = Form.PROJECTION
    nx.set_node_attributes(made, "Organisation", "label")
    found = mixing(made, {node: "x" if node < 5 else "y" for node in made}, draws=99)
    assert found.measures["p"].tolist() == [1.0, 1.0]
    assert found.measures["value"].tolist() == pytest.approx(found.measures["expected"].tolist())


def test_p_is_uniform_where_groups_are_dealt_at_random():
    """Of 200 networks with groups dealt at random, about 10 have p at most 0.05 (binomial: 3 to 19 in 99.7 %)."""
    generator = np.random.default_rng(5)
    made = nx.gnm_random_graph(24, 60, seed=3)
    made.graph["form"] = Form.PROJECTION
    nx.set_node_attributes(made, "Organisation", "label")
    chances = []
    for _ in range(200):
        dealt = generator.permutation(["x"] * 12 + ["y"] * 12)
        table = mixing(made, dict(enumerate(dealt.tolist())), draws=59, seed=int(generator.integers(1 << 31)))
        chances.append(table.measures["p"][0])
    assert 3 <= sum(p <= 0.05 for p in chances) <= 19
    assert 0.4 < float(np.mean(chances)) < 0.65


@pytest.mark.parametrize(
    ("ties", "groups"),
    [([], {}), ([], {"a": "x"}), (["ab"], {}), (["ab"], {"a": "x"})],
)
def test_without_ties_or_groups_everything_is_missing(ties, groups):
    found = mixing(network(ties, "ab"), groups, draws=5)
    assert found.measures[["value", "expected", "p"]].isna().all(axis=None)
    assert found.pairs["ratio"].isna().all()
    assert found.unlabelled == 2 - len(groups)


def test_one_group_alone():
    found = mixing(network(["ab"]), {"a": "x", "b": "x"}, draws=5)
    measures = found.measures.set_index("measure")["value"]
    assert measures["eiIndex"] == -1
    assert math.isnan(measures["assortativity"])


@pytest.mark.parametrize("weight", [math.nan, -1.0])
def test_a_weight_that_is_none_is_refused(weight):
    with pytest.raises(NetworkError):
        mixing(network([("a", "b", weight)]), {"a": "x", "b": "y"}, draws=1)


@pytest.mark.parametrize("name", ["davis", "karate", "made_undirected"])
def test_mixing_is_that_of_igraph_in_r(reference, name):
    said = reference(name)
    said.graph.graph["form"] = Form.DECLARED
    nx.set_node_attributes(said.graph, "Organisation", "label")
    found = mixing(said.graph, said.groups, draws=1)
    assert found.measures["value"][1] == pytest.approx(said.r["mixing"]["assortativity"], abs=1e-12)
    inside = found.pairs[found.pairs["group"] == found.pairs["other"]]
    modularity = (inside["ties"] - inside["expected"]).sum() / found.pairs["ties"].sum()
    assert modularity == pytest.approx(said.r["mixing"]["modularity"], abs=1e-12)
