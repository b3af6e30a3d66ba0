"""What a database holds, as a diagram that Mermaid draws."""

from __future__ import annotations

from collections.abc import Iterator

from graph.inventory import Inventory
from graph.schema import Schema


def mermaid(found: Inventory, schema: Schema) -> str:
    """Return a flowchart: labels with how many nodes they have, and between them the types of relationships."""
    return "\n".join([*_lines(found, schema), ""])


def _lines(found: Inventory, schema: Schema) -> Iterator[str]:
    yield "flowchart LR"
    places = {key: f"n{i}" for i, key in enumerate(found.labels)}
    for key, stock in found.labels.items():
        name = f"{schema.labels[key].name}<br/>{key}" if key in schema.labels else key
        yield f'  {places[key]}["{_text(name)}<br/>{stock.count:,}"]'
    for key, stock in found.types.items():
        for (start, end), count in stock.ends.items():
            if start in places and end in places:
                yield f'  {places[start]} -->|"{_text(key)} {count:,}"| {places[end]}'
    for key, place in places.items():
        if key in schema.labels:
            yield f"  style {place} stroke:{schema.labels[key].colour},stroke-width:3px"


def _text(text: str) -> str:
    """Return `text` for between quotes; what could end them or be a tag is written as a code."""
    broken = text.replace("<br/>", "\n")
    escaped = "".join(f"#{ord(c)};" if c in '"<>&#`\\' else c for c in broken)
    return escaped.replace("\n", "<br/>")
