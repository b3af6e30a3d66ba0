"""Graph Data Science as an engine: networks go into its memory, measures come back, and nothing is stored."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

import neo4j
import numpy as np
import numpy.typing as npt
from neo4j import exceptions

from graph.analysis.communities.leiden import Labels, relabelled
from graph.analysis.csr import Csr
from graph.errors import DatabaseError
from graph.statements import statement
from graph.store import Store

Tie = tuple[int, int, float]
_Ints = npt.NDArray[np.integer[Any]]
_Floats = npt.NDArray[np.float64]
_FEWEST = 3


class Gds:
    """GDS in the database of `store`; what it is asked is what `graph.analysis.engine.Engine` says.

    Each question projects the network, asks and drops it in one transaction of read access, so that in a cluster one
    server does all three.

    Raises
    ------
    DatabaseError
        When GDS is not installed there.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        try:
            found = store.reading(lambda run: run.run(statement("gds_version")).single(strict=True))
        except exceptions.ClientError as error:
            if (error.code or "").startswith("Neo.ClientError.Statement"):
                raise DatabaseError("gds_missing") from error
            raise
        self.version = str(found["version"])

    def betweenness(self, rows: Csr) -> dict[Any, float]:
        """Return the betweenness of each node, between 0 and 1."""
        starts = np.repeat(np.arange(len(rows)), np.diff(rows.indptr))
        once = starts < rows.indices
        ties = _ties(starts[once], rows.indices[once], rows.weights[once])
        found = {row["node"]: row["score"] for row in self._ask("gds_betweenness", ties)}
        pairs = (len(rows) - 1) * (len(rows) - 2) / 2 if len(rows) >= _FEWEST else 1.0
        return {node: found.get(i, 0.0) / pairs for i, node in enumerate(rows.nodes)}

    def leiden(self, starts: _Ints, ends: _Ints, weights: _Floats, nodes: int) -> GdsLeiden:
        """Return the Leiden method for a network."""
        return GdsLeiden(self, _ties(starts, ends, weights), nodes)

    def communities(self, ties: Sequence[Tie], resolution: float, seeds: Sequence[int]) -> Iterable[neo4j.Record]:
        """Return run, node and community, for each run and each node with ties."""
        return self._ask("gds_leiden", ties, resolution=resolution, seeds=list(seeds))

    def jaccard(self, matrix: npt.NDArray[np.bool_]) -> _Floats:
        """Return the Jaccard similarity of any two columns, 1 of a column with itself."""
        rows, columns = matrix.nonzero()
        count = matrix.shape[1]
        ties = _ties(columns, rows + count, np.ones(rows.size))
        similarity = np.eye(count)
        for row in self._ask("gds_similarity", ties, directed=True, most=max(count, 1)):
            similarity[row["start"], row["end"]] = row["similarity"]
        return similarity

    def _ask(
        self, question: str, ties: Sequence[Tie], *, directed: bool = False, **parameters: object
    ) -> list[neo4j.Record]:
        if not ties:
            return []

        name = f"tsunagari-{uuid.uuid4()}"

        def drop(transaction: neo4j.ManagedTransaction) -> None:
            transaction.run(statement("gds_drop"), {"name": name}).consume()

        def work(transaction: neo4j.ManagedTransaction) -> list[neo4j.Record]:
            drop(transaction)  # What an attempt before this one left.
            given = {"name": name, "ties": ties, "undirected": [] if directed else ["*"]}
            transaction.run(statement("gds_project"), given).consume()
            found = list(transaction.run(statement(question), {"name": name, **parameters}))
            drop(transaction)
            return found

        try:
            return self._store.reading(work)
        except BaseException:
            with suppress(exceptions.DriverError, exceptions.Neo4jError):
                self._store.reading(drop)
            raise


class GdsLeiden:
    """The Leiden method of GDS for one network, all of whose nodes have ties."""

    def __init__(self, gds: Gds, ties: Sequence[Tie], nodes: int) -> None:
        self._gds = gds
        self._ties = ties
        self._nodes = nodes

    def runs(self, resolution: float, seeds: Sequence[int]) -> Labels:
        """Return the communities that each of `seeds` leads to, shape (runs, nodes)."""
        labels = np.zeros((len(seeds), self._nodes), np.int64)
        for run, node, community in self._gds.communities(self._ties, resolution, seeds):
            labels[run, node] = community
        return np.stack([relabelled(each) for each in labels])


def _ties(starts: _Ints, ends: _Ints, weights: _Floats) -> list[Tie]:
    return list(zip(starts.tolist(), ends.tolist(), weights.tolist(), strict=True))
