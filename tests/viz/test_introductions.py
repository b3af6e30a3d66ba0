from typing import Any

from graph.analysis import Findings
from graph.frames import is_missing
from viz.introductions import pairs
from viz.table import Nodes


def test_pairs_are_those_of_the_findings_by_number(findings: Findings) -> None:
    nodes = Nodes.of(findings.dataset)
    table = findings.introductions.table
    found: dict[str, Any] = pairs(findings, nodes)
    assert len(table) > 0
    assert [nodes.ids[number] for number in found["a"]] == table["organisation"].tolist()
    assert [nodes.ids[number] for number in found["b"]] == table["partner"].tolist()
    assert [[nodes.ids[number] for number in via] for via in found["via"]] == table["via"].map(list).tolist()
    assert found["steps"] == [None if is_missing(steps) else steps for steps in table["steps"]]
