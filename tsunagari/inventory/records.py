"""What a database holds, as JSON."""

from __future__ import annotations

from graph.inventory import Inventory, Stock
from graph.schema import Schema
from tsunagari.inventory.differences import differences


def records(found: Inventory, schema: Schema) -> dict[str, object]:
    """Return labels, relationship types and differences as what JSON holds."""
    return {
        "labels": [_record(stock, schema) for stock in found.labels.values()],
        "relationships": [
            _record(stock, schema)
            | {"ends": [{"start": a, "end": b, "count": count} for (a, b), count in stock.ends.items()]}
            for stock in found.types.values()
        ],
        "differences": [str(said) for said in differences(found, schema)],
    }


def _record(stock: Stock, schema: Schema) -> dict[str, object]:
    known = schema.table(stock.key) if schema.has(stock.key) else None
    properties = {**dict.fromkeys(known.properties if known else (), 0), **stock.filled}
    return {
        "key": stock.key,
        "name": str(known.name) if known else None,
        "count": stock.count,
        "inSchema": known is not None,
        "properties": [
            {
                "key": key,
                "filled": count,
                "fillRate": count / stock.count,
                "inSchema": known is not None and key in known.properties,
            }
            for key, count in properties.items()
        ],
    }
