"""What a database holds, as tables."""

from __future__ import annotations

import pandas as pd

from graph.inventory import Inventory, Stock
from graph.schema import Schema


def tables(found: Inventory, schema: Schema) -> dict[str, pd.DataFrame]:
    """Return what there is as three tables: labels, relationships (a row for each pair of ends) and properties.

    Properties of the schema that nothing fills are among them. `filledPercent` is the share of nodes or relationships
    that have the property, in %.
    """
    labels = [(key, _name(schema, key), stock.count, schema.has(key)) for key, stock in found.labels.items()]
    ties = [
        (key, _name(schema, key), start, end, count, schema.has(key))
        for key, stock in found.types.items()
        for (start, end), count in stock.ends.items()
    ]
    properties = [
        row for stock in (*found.labels.values(), *found.types.values()) for row in _properties(stock, schema)
    ]
    return {
        "labels": pd.DataFrame(labels, columns=["label", "called", "nodeCount", "inSchema"]),
        "relationships": pd.DataFrame(
            ties, columns=["relationship", "called", "startLabel", "endLabel", "relationshipCount", "inSchema"]
        ),
        "properties": pd.DataFrame(
            properties, columns=["labelOrType", "propertyName", "called", "filledCount", "filledPercent", "inSchema"]
        ),
    }


def _properties(stock: Stock, schema: Schema) -> list[tuple[str, str, str | None, int, float, bool]]:
    known = schema.table(stock.key).properties if schema.has(stock.key) else {}
    said = [key for key, described in known.items() if key in stock.filled or not described.internal]
    keys = [*said, *(key for key in stock.filled if key not in known)]
    return [
        (
            *(stock.key, key, str(known[key].name) if key in known else None, stock.filled.get(key, 0)),
            *(round(100 * stock.filled.get(key, 0) / stock.count, 1), key in known),
        )
        for key in keys
    ]


def _name(schema: Schema, key: str) -> str | None:
    return str(schema.table(key).name) if schema.has(key) else None
