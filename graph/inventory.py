"""What a database holds: labels, relationship types, how many there are, and how far properties are filled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import neo4j

from graph import statements
from graph.store import Store


@dataclass(frozen=True)
class Stock:
    """What there is of one label or relationship type.

    Attributes
    ----------
    count
        Nodes or relationships.
    filled
        How many of them have each property.
    ends
        Of a type: how many relationships lead from a label to another; a node without a label has the label ``""``, and
        one of several labels counts for each.
    """

    key: str
    count: int
    filled: Mapping[str, int]
    ends: Mapping[tuple[str, str], int] = field(default_factory=dict)


@dataclass(frozen=True)
class Inventory:
    """What a database holds, beside the journal of loads: labels and types that something has, by name."""

    labels: Mapping[str, Stock]
    types: Mapping[str, Stock]


@dataclass(frozen=True)
class Names:
    """Labels, relationship types and properties that a database knows, each sorted."""

    labels: list[str]
    types: list[str]
    properties: list[str]


def names(store: Store) -> Names:
    """Return what the database of `store` calls things; quick, as nothing is counted."""
    return store.reading(
        lambda run: Names(*(_names(run, f"inventory_{kind}") for kind in ("labels", "types", "properties")))
    )


def inventory(store: Store) -> Inventory:
    """Return what the database of `store` holds.

    Numbers of nodes and relationships are those that the server keeps; properties and ends are counted, which looks at
    each node once and at each relationship twice.
    """

    def work(run: neo4j.ManagedTransaction) -> Inventory:
        labels = [name for name in _names(run, "inventory_labels") if name not in statements.JOURNAL]
        types = [name for name in _names(run, "inventory_types") if name not in statements.JOURNAL_TYPES]
        return Inventory(_there(_nodes(run, name) for name in labels), _there(_ties(run, name) for name in types))

    return store.reading(work)


def _names(run: neo4j.ManagedTransaction, statement: str) -> list[str]:
    return sorted(record["name"] for record in run.run(statements.statement(statement)))


def _nodes(run: neo4j.ManagedTransaction, name: str) -> Stock:
    return Stock(name, _count(run, "nodes", name), _filled(run, "nodes", name))


def _ties(run: neo4j.ManagedTransaction, name: str) -> Stock:
    ends = run.run(statements.about("inventory_ends", name))
    led = {(record["start"], record["end"]): int(record["count"]) for record in ends}
    return Stock(name, _count(run, "relationships", name), _filled(run, "relationships", name), led)


def _count(run: neo4j.ManagedTransaction, what: str, name: str) -> int:
    return int(run.run(statements.about(f"inventory_count_{what}", name)).single(strict=True)["count"])


def _filled(run: neo4j.ManagedTransaction, what: str, name: str) -> dict[str, int]:
    found = run.run(statements.about(f"inventory_filled_{what}", name))
    return {record["property"]: int(record["filled"]) for record in found}


def _there(stocks: Iterable[Stock]) -> dict[str, Stock]:
    return {stock.key: stock for stock in stocks if stock.count}
