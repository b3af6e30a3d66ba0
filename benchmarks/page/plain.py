"""The same network as plain pyvis writes it: its own page, the library inside it, positions given, physics off."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pyvis.network import Network

from graph.analysis import Findings
from graph.schema import schema
from viz.table import Nodes

_MARK = 'network.once("afterDrawing", () => performance.mark("picture"));'
_MADE = "network = new vis.Network(container, data, options);"


class _Plain(Network):  # type: ignore[misc]  # pyvis has no types
    # pyvis would search a list for both ends of every tie; what it writes is the same.
    def get_nodes(self) -> Mapping[int, dict[str, Any]]:  # pyright: ignore[reportIncompatibleMethodOverride]
        found: Mapping[int, dict[str, Any]] = self.node_map
        return found


def html(findings: Findings, nodes: Nodes) -> str:
    """Return pyvis' page of every drawn node and every tie among them, which marks when its picture is drawn."""
    drawn = _Plain(height="700px", width="100%", directed=True, cdn_resources="in_line")
    drawn.toggle_physics(status=False)
    for id_, x, y in findings.positions.itertuples(index=False):
        number = nodes.number[id_]
        label = schema().labels[nodes.labels[number]]
        drawn.add_node(
            number, label=nodes.names[number].ja, color=label.colour, shape=label.shape, x=float(x), y=float(y), size=8
        )
    for frame in findings.dataset.relationships.values():
        for start, end in zip(frame["start"], frame["end"], strict=True):
            a, b = nodes.number[start], nodes.number[end]
            if a in drawn.node_map and b in drawn.node_map:
                drawn.add_edge(a, b)
    written: str = drawn.generate_html(notebook=False)
    before, after = written.split(_MADE)
    return f"{before}{_MADE}{_MARK}{after}"
