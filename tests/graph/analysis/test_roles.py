import pytest

from graph.analysis.roles import By, brokerage_roles
from graph.dataset import Dataset
from graph.network import Form, knowledge_graph, organisation_network


@pytest.fixture
def dataset():
    """Organisations a to f; a refers to b, b pays c, d and b cooperate; e and f are tied to nobody; f has no sector."""
    sectors = {"a": "company", "b": "company", "c": "medical", "d": "university", "e": "company"}
    return Dataset.of(
        {
            "Organisation": [{"id": name, "name": name, "sector": sectors.get(name)} for name in "abcdef"],
            "Municipality": [{"id": place, "name": place, "code": place} for place in ("141003", "142018")],
            "LOCATED_IN": [
                {"start": o, "end": place} for o, place in (("a", "142018"), ("b", "142018"), ("b", "141003"))
            ],
            "TIED_TO": [
                {"start": "a", "end": "b", "kind": "referral"},
                {"start": "b", "end": "c", "kind": "funding"},
                {"start": "d", "end": "b", "kind": "cooperation"},
            ],
        }
    )


def roles(dataset, form, by, community=None):
    graph = knowledge_graph(dataset)
    found = brokerage_roles(graph, organisation_network(graph, form), by, community or dict.fromkeys("abcdef", 0))
    return found.directed, found.table.set_index("organisation")


def test_declared_ties_have_a_direction_where_their_kind_has_one(dataset):
    directed, table = roles(dataset, Form.DECLARED, By.SECTOR)
    assert directed
    # Ways: a to b, b to c, b and d both. b, a company, speaks for a, a company, to c and to d; it joins d and c.
    assert table.loc[
        "b", ["coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total"]
    ].tolist() == [
        0,
        0,
        2,
        0,
        1,
        3,
    ]
    assert table.index[0] == "b"
    assert table.loc["b", "liaisonZ"] > 0


def test_the_projection_has_none(dataset):
    directed, table = roles(dataset, Form.PROJECTION, By.SECTOR)
    assert not directed
    # Pairs a-c and a-d, of which one is of its own sector, either way; c-d.
    assert table.loc["b", ["representative", "gatekeeper", "liaison", "total"]].tolist() == [2, 2, 1, 3]
    assert table.loc["f"].drop("group").isna().all()


def test_a_bipartite_network_gives_the_roles_of_its_declared_ties(dataset):
    assert roles(dataset, Form.BIPARTITE, By.SECTOR)[1].equals(roles(dataset, Form.DECLARED, By.SECTOR)[1])


def test_other_groups(dataset):
    _, table = roles(dataset, Form.PROJECTION, By.MUNICIPALITY)
    assert table.loc[["a", "b"], "group"].tolist() == ["142018", "141003"]
    assert table.loc["c", "group"] is None
    _, table = roles(dataset, Form.PROJECTION, By.COMMUNITY, dict.fromkeys("abcd", 1) | {"e": 0, "f": 0})
    # All of one community: a, c and d pairwise.
    assert table.loc["b", ["coordinator", "total"]].tolist() == [3, 3]
    assert table.loc["e", "group"] is None


def test_nobody():
    assert roles(Dataset.of({}), Form.PROJECTION, By.SECTOR)[1].empty
