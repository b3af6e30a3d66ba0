"""Cytoscape's JSON: what Cytoscape exports as ``.cyjs``, and elements of Cytoscape.js.

References
----------
Cytoscape.js, elements JSON, https://js.cytoscape.org/#notation/elements-json
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from graph.dataset import Dataset
from loaders.formats import outline
from loaders.formats.document import json_object, json_tree
from loaders.formats.edge_types import Edges
from loaders.formats.form import Content
from loaders.formats.named import Named
from loaders.formats.node_labels import LABEL_HEADER, Nodes
from loaders.formats.node_link import Part, cell, gridded, stated
from loaders.formats.writing import Writer, Written
from loaders.issues import FileProblem
from loaders.ledger import Ledger
from loaders.statements import Stated

_NODE = ("id", "name")
_EDGE = ("source", "target", "interaction")
# Cytoscape's own bookkeeping: its ids of rows, and what was selected; names that it shares are said once.
_KEPT_BY_THE_TOOL = ("SUID", "selected", "shared_name", "shared name", "shared_interaction", "shared interaction")


class Cytoscape(Named):
    """Documents whose elements hold data."""

    def recognises(self, content: Content) -> bool:
        """Tell whether it is JSON with elements, of which the first holds ``data``."""
        return any(True for _ in _elements(json_object(content)))

    def read(self, content: Content, ledger: Ledger) -> Stated:
        """Return what the nodes and edges state; positions and styles are no part of it."""
        tree = json_tree(content)
        elements = list(_elements(tree if isinstance(tree, dict) else {}))
        if not elements:
            raise FileProblem("document_unknown")
        parts: dict[str, list[Part]] = {"nodes": [], "edges": []}
        for kind, data in elements:
            fixed = _NODE if kind == "nodes" else _EDGE
            own = {key: cell(value) for key, value in data.items() if key not in (*fixed, *_KEPT_BY_THE_TOOL)}
            given = [cell(data.get(key)) for key in fixed]
            if kind == "edges":
                own.pop("id", None)
            parts[kind].append(Part(given, {key: text for key, text in own.items() if text}))
        nodes = gridded(content.file, "nodes", _NODE, parts["nodes"])
        edges = gridded(content.file, "edges", _EDGE, parts["edges"])
        return stated([Nodes(nodes, 0, 1)], [Edges(edges, 0, 1)], ledger)


def _elements(tree: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield nodes or edges, and the data of each element."""
    elements = tree.get("elements")
    if isinstance(elements, dict):
        groups = [(kind, elements.get(kind)) for kind in ("nodes", "edges")]
    else:
        groups = [("", elements)]
    for kind, members in groups:
        for member in members if isinstance(members, list) else []:
            data = member.get("data") if isinstance(member, dict) else None
            if isinstance(data, dict):
                yield kind or ("edges" if "source" in data else "nodes"), data


def _write(dataset: Dataset) -> Written:
    nodes = [
        {"data": {"id": node.id, "name": node.name, LABEL_HEADER: node.label, **_plain(node.properties)}}
        for node in outline.nodes(dataset)
    ]
    edges = []
    for link in outline.links(dataset):
        weight = {} if link.weight is None else {"weight": link.weight}
        ends = {"id": link.id, "source": link.start, "target": link.end, "interaction": link.type}
        edges.append({"data": {**ends, **weight, **_plain(link.properties)}})
    head = {"format_version": "1.0", "generated_by": "tsunagari", "target_cytoscapejs_version": "~2.1"}
    tree = {**head, "data": {"name": "tsunagari"}, "elements": {"nodes": nodes, "edges": edges}}
    return Written({"": json.dumps(tree, ensure_ascii=False, indent=1).encode()})


def _plain(properties: Mapping[str, object]) -> dict[str, object]:
    return {key: outline.plain(value) for key, value in properties.items()}


CYTOSCAPE: Final = Cytoscape("cytoscape")
WRITER: Final = Writer("cytoscape", {".cyjs": _write, ".json": _write})
