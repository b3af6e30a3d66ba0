import pytest

from graph.analysis import Findings, analyse
from graph.dataset import Dataset
from viz.ranking import measures, ranking
from viz.table import Nodes


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


def test_single_points_say_how_many_they_cut_off() -> None:
    findings = path()
    (actor,) = ranking(findings, Nodes.of(findings.dataset)).single_points
    assert actor.separated == 1


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
    assert (found.bridges, found.single_points) == ([], [])
    assert measures(findings, Nodes.of(findings.dataset))["constraint"] == [None]
