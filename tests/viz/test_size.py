"""How much of a page grows with its nodes and ties, on the platforms that it is measured on in a browser."""

import json

import pytest

from benchmarks.page.made import dataset
from graph.analysis import analyse
from tests.viz.conftest import MADE_ON
from viz import page

GROWING = ("nodes", "ties", "network", "measures")


@pytest.mark.parametrize(("nodes", "kilobytes", "whole"), [(236, 60, 700), (2000, 450, 1200)])
def test_a_page_stays_small(nodes: int, kilobytes: int, whole: int) -> None:
    findings = analyse(dataset(nodes), draws=0)
    assert len(findings.positions) == nodes
    assert findings.dataset.relationship_count == 4 * nodes
    html = page.render(findings, page.Options(made_on=MADE_ON))
    assert len(html.encode()) < whole * 1000
    data = json.loads(html.split('id="data">', 1)[1].split("</script>", 1)[0])
    written = json.dumps({key: data[key] for key in GROWING}, ensure_ascii=False, separators=(",", ":"))
    assert len(written.encode()) < kilobytes * 1000
