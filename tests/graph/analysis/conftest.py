"""Networks of the literature and what R says of them (tests/reference/README.md), made networks, and the sample."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from graph.analysis import Study
from graph.dataset import Dataset
from loaders import read

_FOLDER = Path(__file__).parents[2] / "reference"


@dataclass(frozen=True)
class Reference:
    """A network with weights, the group of each node, and each measure of R, a value a node where there is a list."""

    graph: nx.Graph
    groups: dict[str, str]
    r: dict[str, Any]

    def by_node(self, measure):
        """Return a measure of R by node; None where R has no finite number."""
        return dict(zip(self.r["nodes"], self.r[measure], strict=True))


@pytest.fixture(scope="session")
def reference():
    said = json.loads((_FOLDER / "r.json").read_text())["networks"]

    def read(name):
        graph = nx.DiGraph() if said[name]["directed"] else nx.Graph()
        groups = {row["node"]: row["group"] for row in _rows(name, "nodes")}
        graph.add_nodes_from(groups)
        for row in _rows(name, "ties"):
            graph.add_edge(row["from"], row["to"], weight=float(row["weight"]))
        return Reference(graph, groups, said[name])

    return read


def _rows(name, what):
    with (_FOLDER / "networks" / f"{name}.{what}.csv").open(newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def collaborating():
    """Make a Dataset of collaborations (their members), declared ties (pairs) and organisations without either."""

    def make(collaborations=(), ties=(), alone=()):
        joining = [name for members in collaborations for name in members]
        names = sorted({*alone, *joining, *(name for tie in ties for name in tie)})
        return Dataset.of(
            {
                "Organisation": [{"id": name, "name": name} for name in names],
                "Collaboration": [{"id": f"c{i}", "name": "x"} for i in range(len(collaborations))],
                "PARTICIPATES_IN": [
                    {"start": name, "end": f"c{i}"} for i, members in enumerate(collaborations) for name in members
                ],
                "TIED_TO": [{"start": a, "end": b, "kind": "cooperation"} for a, b in ties],
            }
        )

    return make


@pytest.fixture(scope="session")
def sample_study(root):
    """The study of the Kanagawa sample, as it comes."""
    return Study(read([root / "data" / "kanagawa" / "csv"]).dataset)
