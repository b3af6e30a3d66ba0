"""The nodes and relationships in an answer, as a Dataset."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx
from neo4j import graph

from graph import present, statements
from graph.dataset import Dataset
from graph.errors import QueryError
from graph.network import dataset_of
from graph.schema import schema
from graph.store import Store


@dataclass(frozen=True)
class Drawing:
    """What of an answer can be drawn, and how many of its nodes and relationships the schema does not know."""

    dataset: Dataset
    left_out: int


class Elements:
    """Collects the nodes and relationships of rows, wherever they stand in them."""

    def __init__(self) -> None:
        self._nodes: dict[str, graph.Node] = {}
        self._ties: dict[str, graph.Relationship] = {}

    def take(self, value: object) -> None:
        """Take what `value` is or holds."""
        if isinstance(value, graph.Node):
            self._nodes[value.element_id] = value
        elif isinstance(value, graph.Relationship):
            self._ties[value.element_id] = value
        elif isinstance(value, graph.Path):
            self.take([*value.nodes, *value.relationships])
        elif isinstance(value, Mapping):
            self.take(list(value.values()))
        elif isinstance(value, list | tuple):
            for item in value:
                self.take(item)

    def drawing(self, store: Store) -> Drawing:
        """Return them as a Dataset; ends of relationships that are not in the answer come from the database.

        Raises
        ------
        QueryError
            When there are none that the schema knows, or one has a value that the schema does not allow.
        """
        if not self._nodes and not self._ties:
            raise QueryError("no_elements")
        self._complete(store)
        drawn: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        ids = {element: _id(node) for element, node in self._nodes.items() if _label(node) is not None}
        for element, identifier in ids.items():
            node = self._nodes[element]
            drawn.add_node(identifier, **present.plain(dict(node.items())), label=_label(node))
        ties = [tie for tie in self._ties.values() if self._fits(tie)]
        for tie in ties:
            start, end = (ids[node.element_id] for node in _ends(tie))
            drawn.add_edge(start, end, type=tie.type, **present.plain(dict(tie.items())))
        left_out = len(self._nodes) - len(ids) + len(self._ties) - len(ties)
        if not ids:
            raise QueryError("no_known_elements", count=left_out)
        try:
            return Drawing(dataset_of(drawn), left_out)
        except ValueError as error:
            raise QueryError("elements_unfit", reason=error) from error

    def _complete(self, store: Store) -> None:
        """Fetch the ends of relationships, of which an answer says no more than that they are there."""
        ends = {node.element_id for tie in self._ties.values() for node in _ends(tie)}
        missing = [element for element in ends if element not in self._nodes]
        if not missing:
            return
        asked = statements.statement("nodes_of_elements")
        self.take(store.reading(lambda run: run.run(asked, elements=missing).value("node")))

    def _fits(self, tie: graph.Relationship) -> bool:
        """Tell whether the schema knows the relationship, between such ends."""
        kind = schema().relationships.get(tie.type)
        labels = [self._label_of(node) for node in _ends(tie)]
        return kind is not None and labels[0] in kind.starts and labels[1] in kind.ends

    def _label_of(self, end: graph.Node) -> str | None:
        return _label(self._nodes[end.element_id]) if end.element_id in self._nodes else None


def _ends(tie: graph.Relationship) -> tuple[Any, Any]:
    return tie.start_node, tie.end_node


def _label(node: graph.Node) -> str | None:
    return next((label for label in schema().labels if label in node.labels), None)


def _id(node: graph.Node) -> str:
    return str(node.get("id", node.element_id))
