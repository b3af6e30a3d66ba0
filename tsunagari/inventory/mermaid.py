"""What a database holds, as a diagram that Mermaid draws."""

from __future__ import annotations

from graph.inventory import Inventory
from graph.mermaid import flowchart
from graph.schema import Schema


def mermaid(found: Inventory, schema: Schema) -> str:
    """Return a flowchart: labels with how many nodes they have, and between them the types of relationships."""
    known = schema.labels
    boxes = {
        key: [*([str(known[key].name)] if key in known else []), key, f"{stock.count:,}"]
        for key, stock in found.labels.items()
    }
    ties = [
        (start, f"{key} {count:,}", end)
        for key, stock in found.types.items()
        for (start, end), count in stock.ends.items()
    ]
    return flowchart(boxes, ties, {key: label.colour for key, label in known.items()}) + "\n"
