"""Questions to the database: the library of Cypher files, and running one."""

from queries.catalog import catalog, query
from queries.header import Query
from queries.run import Result, run

__all__ = ["Query", "Result", "catalog", "query", "run"]
