"""Where a database and the schema differ, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.inventory import Inventory, Stock
from graph.language import Catalogue, Text
from graph.schema import Label, RelationshipType, Schema, Table
from queries.notices import Kind, near


def differences(found: Inventory, schema: Schema) -> list[Text]:
    """Return a sentence for each thing that is in the database and not in the schema, or the other way."""
    return [
        *_unknown("label", found.labels, schema.labels),
        *_unknown("type", found.types, schema.relationships),
        *(said for key, stock in found.labels.items() if key in schema.labels for said in _properties(stock, schema)),
        *(
            said
            for key, stock in found.types.items()
            if key in schema.relationships
            for said in _properties(stock, schema)
        ),
        *(said for key, stock in found.types.items() if key in schema.relationships for said in _ends(stock, schema)),
        *_missing("labels_empty", schema.labels, found.labels),
        *_missing("types_empty", schema.relationships, found.types),
    ]


def _unknown(
    kind: Kind, found: Mapping[str, Stock], known: Mapping[str, Label] | Mapping[str, RelationshipType]
) -> Iterator[Text]:
    for key, stock in found.items():
        if key not in known:
            yield _said(f"{kind}_unknown", kind, key, count=f"{stock.count:,}")


def _properties(stock: Stock, schema: Schema) -> Iterator[Text]:
    table = schema.table(stock.key)
    for key, count in stock.filled.items():
        if key not in table.properties:
            yield _said("property_unknown", "property", key, table=stock.key, count=f"{count:,}")
    empty = [key for key, said in table.properties.items() if key not in stock.filled and not said.internal]
    if empty:
        yield Catalogue("tsunagari").text("inventory.properties_empty", table=stock.key, names=", ".join(empty))


def _ends(stock: Stock, schema: Schema) -> Iterator[Text]:
    type_ = schema.relationships[stock.key]
    for (start, end), count in stock.ends.items():
        if start not in type_.starts or end not in type_.ends:
            values = {"type": stock.key, "start": start or "–", "end": end or "–", "count": f"{count:,}"}
            yield Catalogue("tsunagari").text("inventory.ends_unknown", **values)


def _missing(key: str, known: Mapping[str, Table], found: Mapping[str, Stock]) -> Iterator[Text]:
    missing = [name for name in known if name not in found]
    if missing:
        yield Catalogue("tsunagari").text(f"inventory.{key}", names=", ".join(missing))


def _said(key: str, kind: Kind, name: str, **values: object) -> Text:
    catalogue = Catalogue("tsunagari")
    said = catalogue.text(f"inventory.{key}", name=name, **values)
    nearest = near(kind, name)
    return said if nearest is None else catalogue.text("inventory.near", said=said, near=nearest)
