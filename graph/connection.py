"""How to reach a Neo4j server."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Connection:
    """Address, user and database of a server; the password stays out of its picture."""

    uri: str
    username: str
    password: str = field(repr=False)
    database: str = "neo4j"
