"""Questions to the database: the library of Cypher files, and running one."""

from queries.catalog import Query, catalog, query
from queries.run import Result, run

__all__ = ["Query", "Result", "catalog", "query", "run"]
