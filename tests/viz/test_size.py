"""How much of a page grows with its nodes and ties, on the platforms that it is measured on in a browser."""

import json

import pytest

from benchmarks.page.made import dataset
from graph.analysis import analyse
from tests.viz.conftest import MADE_ON
from viz import page

GROWING = ("nodes", "ties", "network", "measures")


@pytest.mark.parametrize(("nodes", "kilobytes"), [(236, 60), (2000, 450)])
def test_nodes_and_ties_stay_small(nodes: int, kilobytes: int) -> None:
    findings = analyse(dataset(nodes), draws=0)
    assert len(findings.positions) == nodes
    assert findings.dataset.relationship_count == 4 * nodes
    data = json.loads(page.render(findings, made_on=MADE_ON).split('id="data">', 1)[1].split("</script>", 1)[0])
    written = json.dumps({key: data[key] for key in GROWING}, ensure_ascii=False, separators=(",", ":"))
    assert len(written.encode()) < kilobytes * 1000
