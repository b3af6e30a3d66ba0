"""Writing to Neo4j against a bare driver loop that sends the same batches, into an empty database of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import LiteralString

import neo4j

from benchmarks.database import database, empty
from benchmarks.pair import Pair
from graph.dataset import Dataset
from graph.frames import rows
from graph.keys import keyed
from graph.loads import Request
from graph.store import Store

_ORGANISATIONS, _BATCH = 10_000, 2_000
_THEMES = 100
_NODES: Mapping[str, LiteralString] = {
    "Organisation": "UNWIND $rows AS row MERGE (n:Organisation {id: row.id}) SET n = row",
    "Theme": "UNWIND $rows AS row MERGE (n:Theme {id: row.id}) SET n = row",
}
_TIES: LiteralString = """UNWIND $rows AS row
MATCH (o:Organisation {id: row.start}) MATCH (t:Theme {id: row.end})
MERGE (o)-[r:WORKS_ON]->(t) SET r = row.properties"""


def pairs() -> Iterator[Pair]:
    """Yield the writing of new nodes and relationships, by the store and by a load that keeps account."""
    dataset = _dataset()
    count = dataset.node_count + dataset.relationship_count
    says = {"SRC-BENCH": keyed(dataset)}
    with database() as store:
        for what, ours in (
            ("write new rows to Neo4j", lambda: store.write(dataset)),
            ("the same as a load, with journal", lambda: store.load(Request(says, by="bench"))),
        ):
            yield Pair(
                what,
                f"{count:,} rows",
                ours,
                "bare driver loop",
                lambda: _bare(store, dataset),
                before=lambda: empty(store),
            )


def _dataset() -> Dataset:
    organisations = [
        {"id": f"BENCH-{n}", "name": f"測定の会{n}", "sector": "nonprofit", "address": f"架空市{n}"}
        for n in range(_ORGANISATIONS)
    ]
    themes = [{"id": f"T-{n}", "name": f"測定{n}"} for n in range(_THEMES)]
    ties = [
        {"start": f"BENCH-{n}", "end": f"T-{(n * k) % _THEMES}", "strength": 1.0}
        for n in range(1, _ORGANISATIONS)
        for k in (1, 2)
        if (n * 2) % _THEMES != n % _THEMES or k == 1
    ]
    return Dataset.of({"Organisation": organisations, "Theme": themes, "WORKS_ON": ties})


def _bare(store: Store, dataset: Dataset) -> None:
    """Write as one would with the driver alone: batches of MERGE, in one transaction."""
    ties = [{"start": row.pop("start"), "end": row.pop("end"), "properties": row} for row in rows(dataset["WORKS_ON"])]
    with store.driver.session(database=store.database) as session, session.begin_transaction() as transaction:
        for label, statement in _NODES.items():
            _send(transaction, statement, rows(dataset[label]))
        _send(transaction, _TIES, ties)
        transaction.commit()


def _send(transaction: neo4j.Transaction, statement: LiteralString, records: list[dict[str, object]]) -> None:
    for first in range(0, len(records), _BATCH):
        transaction.run(statement, rows=records[first : first + _BATCH]).consume()
