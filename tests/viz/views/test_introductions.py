from typing import Any

from graph.analysis import Closes, Findings, analyse
from graph.dataset import Dataset
from graph.frames import is_missing
from tests.viz import made_up
from viz.table import Nodes
from viz.views.introductions import introductions, pairs


def test_pairs_are_those_of_the_findings_by_number(findings: Findings) -> None:
    nodes = Nodes.of(findings.dataset)
    table = findings.introductions.table
    found: dict[str, Any] = pairs(findings, nodes)
    assert len(table) > 0
    assert [nodes.ids[number] for number in found["a"]] == table["organisation"].tolist()
    assert [nodes.ids[number] for number in found["b"]] == table["partner"].tolist()
    assert [[nodes.ids[number] for number in via] for via in found["via"]] == table["via"].map(list).tolist()
    assert found["steps"] == [None if is_missing(steps) else steps for steps in table["steps"]]


def test_each_pair_stands_once_below_the_gap_that_it_closes(findings: Findings) -> None:
    nodes = Nodes.of(findings.dataset)
    view = introductions(findings, nodes)
    table = findings.introductions.table
    made = [(nodes.ids[m.a], nodes.ids[m.b]) for opening in view.openings for m in opening.meetings]
    assert sorted(made) == sorted(zip(table["organisation"], table["partner"], strict=True))
    for opening in view.openings:
        assert (opening.communities is not None) == (opening.kind == Closes.HOLE)
        if opening.organisation is not None:
            assert {meeting.a for meeting in opening.meetings} == {opening.organisation}


def test_who_has_nobody_near_is_counted() -> None:
    dataset = Dataset.of(
        {
            "Organisation": [{"id": i, "name": i} for i in "abc"],
            "Municipality": [{"id": "M", "name": "M", "code": "141003"}],
            "Theme": [{"id": "T", "name": "T"}],
            "LOCATED_IN": [{"start": i, "end": "M"} for i in "abc"],
            "WORKS_ON": [{"start": i, "end": "T"} for i in "ab"],
        }
    )
    view = introductions(analyse(dataset, draws=0), Nodes.of(dataset))
    # a and b can meet; c works on nothing.
    assert (view.count, view.untied, view.left) == (1, 3, 1)


def test_nothing_gives_nothing() -> None:
    view = introductions(analyse(made_up.empty()), Nodes.of(made_up.empty()))
    assert (view.openings, view.count, view.ties) == ([], 0, 0)
