import networkx as nx
import pytest

from graph.analysis.communities import communities
from graph.dataset import Dataset
from graph.network import knowledge_graph, organisation_network


def karate():
    club = nx.karate_club_graph()
    return Dataset.of(
        {
            "Organisation": [{"id": f"{n:02}", "name": str(n)} for n in club],
            "TIED_TO": [{"start": f"{a:02}", "end": f"{b:02}", "kind": "cooperation"} for a, b in club.edges],
        }
    )


def find(dataset):
    graph = knowledge_graph(dataset)
    return communities(graph, organisation_network(graph))


def test_zacharys_club_is_split_as_well_as_can_be():
    # Brandes et al. (2008), On modularity clustering: the greatest modularity of the unweighted club is 0.4198.
    found = find(karate())
    assert found.modularity == pytest.approx(0.4198, abs=0.01)
    assert len(found.groups) == 4
    assert found.groups["size"].is_monotonic_decreasing
    assert (found.groups["size"].sum(), len(found.members)) == (34, 34)


def test_the_same_graph_gives_the_same_communities():
    assert find(karate()).of() == find(karate()).of()


def test_groups_say_what_is_typical_of_them():
    dataset = Dataset.of(
        {
            "Organisation": [
                {"id": i, "name": i, "sector": s}
                for i, s in zip("abcd", ["company"] * 2 + ["medical"] * 2, strict=True)
            ],
            "Theme": [{"id": "T", "name": "T"}, {"id": "U", "name": "U"}],
            "WORKS_ON": [{"start": i, "end": "T"} for i in "ab"] + [{"start": i, "end": "U"} for i in "cd"],
            "TIED_TO": [{"start": a, "end": b, "kind": "other"} for a, b in ("ab", "cd")],
        }
    )
    groups = find(dataset).groups
    assert groups["themes"].tolist() == [("T",), ("U",)]
    assert groups["sectors"].tolist() == [("company",), ("medical",)]
    assert groups["ties"].tolist() == [1, 1]
    assert groups["outwardTies"].tolist() == [0, 0]


def test_who_has_no_ties_belongs_to_none():
    found = find(Dataset.of({"Organisation": [{"id": "a", "name": "a"}]}))
    assert found.of() == {"a": 0}
    assert found.groups.empty
