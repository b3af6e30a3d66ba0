"""How much the parts of a page weigh that grow with the data, on the platforms that it is measured on in a browser."""

import pytest

from benchmarks.page.made import dataset
from graph.analysis import analyse
from tests.viz.conftest import MADE_ON
from viz import page


@pytest.mark.parametrize(("nodes", "kilobytes"), [(236, 150), (2000, 560)])
def test_data_stay_small(nodes: int, kilobytes: int) -> None:
    findings = analyse(dataset(nodes), draws=0)
    assert len(findings.positions) == nodes
    assert findings.dataset.relationship_count == 4 * nodes
    data = page.render(findings, made_on=MADE_ON).split('id="data">', 1)[1].split("</script>", 1)[0]
    assert len(data.encode()) < kilobytes * 1000
