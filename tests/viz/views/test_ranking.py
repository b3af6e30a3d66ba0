from itertools import pairwise

import pytest

from graph.analysis import Findings, analyse
from graph.dataset import Dataset
from tests.viz import made_up
from viz.table import Nodes
from viz.views.ranking import measures, ranking
from viz.views.ranks import Scale


def path() -> Findings:
    """Return a - b - c: b alone bridges, and without it one is cut off."""
    return analyse(
        Dataset.of(
            {
                "Organisation": [{"id": i, "name": i, "sector": "company"} for i in "abc"],
                "Municipality": [{"id": "M", "name": "M", "code": "141003"}],
                "LOCATED_IN": [{"start": "b", "end": "M"}],
                "TIED_TO": [{"start": a, "end": b, "kind": "other"} for a, b in ("ab", "bc")],
            }
        )
    )


def test_who_bridges_is_listed_by_rank() -> None:
    findings = path()
    nodes = Nodes.of(findings.dataset)
    found = ranking(findings, nodes)
    assert found.bridge_count == 1
    (actor,) = found.bridges
    assert (nodes.ids[actor.node], actor.rank, actor.betweenness, actor.share) == ("b", 1, 1.0, 100.0)
    assert (actor.sector, [nodes.ids[seat] for seat in actor.seats]) == ("company", ["M"])


def test_losses_say_how_many_they_cut_off() -> None:
    findings = path()
    nodes = Nodes.of(findings.dataset)
    (loss,) = ranking(findings, nodes).losses
    assert (nodes.ids[loss.node], loss.pairs, loss.separated) == ("b", 1, 1)
    assert [nodes.ids[node] for node in loss.cut_off] in (["a"], ["c"])


def test_who_has_one_partner_is_said_with_it() -> None:
    findings = path()
    nodes = Nodes.of(findings.dataset)
    found = [(nodes.ids[each.node], each.partner) for each in ranking(findings, nodes).isolates]
    assert found == [("a", nodes.number["b"]), ("c", nodes.number["b"])]


def test_contacts_are_those_of_the_ties_the_most_frequent_first() -> None:
    findings = path()
    found = ranking(findings, Nodes.of(findings.dataset)).data["contacts"]
    assert isinstance(found, dict)
    # b meets a and c, both companies, of no known place.
    assert (found["sectors"], found["municipalities"]) == ([["company"]], [[]])


def test_roles_are_those_of_the_findings(findings: Findings) -> None:
    nodes = Nodes.of(findings.dataset)
    ranked = ranking(findings, nodes)
    found = ranked.data["roles"]
    assert isinstance(found, dict)
    table = findings.roles.table.set_index("organisation")
    # Ties without a direction make gatekeepers and representatives one.
    assert found["roles"] == ["coordinator", "itinerant", "representative", "liaison"]
    first = nodes.ids[ranked.bridges[0].node]
    assert [counts[0] for counts in found["counts"]] == [table.loc[first, role] for role in found["roles"]]
    deviations = table.loc[[first], [f"{role}Z" for role in found["roles"]]].astype("float64").iloc[0]
    best = str(deviations.idxmax()).removesuffix("Z")
    assert ranked.bridges[0].role == (best if deviations.max() >= 2 else None)


def test_the_ranking_without_the_secretariat_by_hand() -> None:
    findings = analyse(made_up.platform(), draws=0)
    nodes = Nodes.of(findings.dataset)
    found = ranking(findings, nodes)
    # a - b - c - s - d: c lies between four pairs, b and s between three each; without s only b bridges.
    assert [nodes.ids[actor.node] for actor in found.bridges] == ["c", "b", "s"]
    assert found.secretariat is not None
    assert [nodes.ids[node] for node in found.secretariat.nodes] == ["s"]
    for rest in found.secretariat.rests:
        assert (rest.ties, rest.ties_before, rest.share) == (2, 4, 50.0)
        assert ([nodes.ids[node] for node in rest.isolated], rest.cut_off_count) == (["d"], 0)
        assert found.secretariat.data[rest.way]["organisation"] == [nodes.number["b"]]
        assert found.secretariat.data[rest.way]["rank"] == [1]


def test_without_a_host_of_events_nobody_is_left_out(findings: Findings) -> None:
    assert findings.horizontal is None
    assert ranking(findings, Nodes.of(findings.dataset)).secretariat is None


def test_ranks_stand_on_a_scale_of_their_logarithms() -> None:
    scale = Scale(1000)
    assert [rank for rank, _ in scale.ticks()] == [1, 10, 100, 1000]
    steps = [round(b - a, 6) for (_, a), (_, b) in pairwise(scale.ticks())]
    assert len(set(steps)) == 1


def test_ranks_and_chance_are_those_of_the_findings(findings: Findings) -> None:
    nodes = Nodes.of(findings.dataset)
    assert findings.stability is not None
    assert findings.significance is not None
    ranks = findings.stability.table.set_index("organisation")
    chance = findings.significance.table.set_index("organisation")
    first = ranking(findings, nodes).bridges[0]
    id_ = nodes.ids[first.node]
    assert (first.low, first.high) == (ranks.loc[id_, "rankLow"], ranks.loc[id_, "rankHigh"])
    assert (first.ratio, first.q) == (chance.loc[id_, "ratio"], chance.loc[id_, "q"])
    found = measures(findings, nodes)
    assert found["low"][0] == first.low
    # The page holds five digits of a measure.
    assert found["q"][0] == pytest.approx(first.q, rel=1e-4)


def test_without_draws_nothing_is_said_of_chance() -> None:
    findings = analyse(path().dataset, draws=0)
    assert (findings.significance, findings.stability) == (None, None)
    (actor,) = ranking(findings, Nodes.of(findings.dataset)).bridges
    assert (actor.low, actor.high, actor.ratio, actor.q) == (None, None, None, None)
    assert "q" not in measures(findings, Nodes.of(findings.dataset))


def test_measures_are_those_of_the_findings(findings: Findings) -> None:
    nodes = Nodes.of(findings.dataset)
    found = measures(findings, nodes)
    table = findings.brokerage.table
    assert found["organisation"] == [nodes.number[id_] for id_ in table["organisation"]]
    assert found["betweenness"] == pytest.approx(list(table["betweenness"]), rel=1e-4)
    community = findings.communities.of()
    assert found["community"] == [community[id_] for id_ in table["organisation"]]


def test_nobody_bridges_where_nobody_is_tied() -> None:
    findings = analyse(Dataset.of({"Organisation": [{"id": "a", "name": "a"}]}))
    found = ranking(findings, Nodes.of(findings.dataset))
    assert (found.bridges, found.losses) == ([], [])
    assert measures(findings, Nodes.of(findings.dataset))["constraint"] == [None]
