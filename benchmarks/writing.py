"""Writing to Neo4j against a bare driver loop that sends the same batches."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.pair import Pair, pair
from graph.dataset import Dataset
from graph.frames import rows
from graph.server import connection
from graph.settings import settings
from graph.store import Store

_ROWS, _BATCH = 10_000, 2_000
_CREATE = "UNWIND $rows AS row MERGE (n:Theme {id: row.id}) SET n = row"


def measure() -> Iterator[Pair]:
    """Yield the writing of new nodes, each time taken back again."""
    dataset = Dataset.of({"Theme": [{"id": f"BENCH-{n}", "name": f"測定{n}"} for n in range(_ROWS)]})
    with Store.open(connection(settings())) as store:
        store.prepare()
        yield pair(
            "write new nodes to Neo4j",
            f"{_ROWS:,} rows",
            lambda: store.write(dataset, dry_run=True),
            "bare driver loop",
            lambda: _bare(store, rows(dataset["Theme"])),
        )


def _bare(store: Store, records: list[dict[str, object]]) -> None:
    with store.driver.session(database=store.database) as session, session.begin_transaction() as transaction:
        for first in range(0, len(records), _BATCH):
            transaction.run(_CREATE, rows=records[first : first + _BATCH]).consume()
        transaction.rollback()
