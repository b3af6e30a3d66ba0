"""The page's own script reads the same Dataset out of a page as went into it."""

from pathlib import Path
from typing import Any

import pytest

from graph.analysis import Findings, analyse
from graph.dataset import Dataset
from tests.browser.conftest import Open, Opened
from tests.viz import made_up
from viz.table import Nodes, ties

pytestmark = pytest.mark.browser

TABLES = """() => Object.fromEntries(["nodes", "ties"].map((what) => [what,
  Object.fromEntries(Object.entries(DATA[what]).map(([key, { columns }]) => [key, { ...columns }]))]))"""
TIES = """() => Array.from({ length: Ties.count },
  (_, tie) => [Ties.type(tie), Nodes.id(Ties.start(tie)), Nodes.id(Ties.end(tie))])"""


def holds(shown: Opened, dataset: Dataset) -> None:
    nodes = Nodes.of(dataset)
    found: dict[str, Any] = shown.page.evaluate(TABLES)
    assert found["nodes"] == {label: table["columns"] for label, table in nodes.tables.items()}
    assert found["ties"] == {kind: table["columns"] for kind, table in ties(dataset, nodes).items()}
    assert shown.page.evaluate(TIES) == [
        [kind, start, end]
        for kind, frame in dataset.relationships.items()
        for start, end in zip(frame["start"], frame["end"], strict=True)
    ]


def test_the_page_holds_the_dataset(atlas: Path, opened: Open, findings: Findings) -> None:
    holds(opened(atlas), findings.dataset)


def test_the_page_holds_what_means_harm(hostile: Path, opened: Open) -> None:
    holds(opened(hostile), analyse(made_up.hostile(), draws=0).dataset)
