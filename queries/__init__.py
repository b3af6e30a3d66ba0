"""Questions to the database: the library of Cypher files, and running one."""

from queries.catalog import catalog
from queries.finding import available, query
from queries.header import Parameter, Query
from queries.run import Result, run

__all__ = ["Parameter", "Query", "Result", "available", "catalog", "query", "run"]
