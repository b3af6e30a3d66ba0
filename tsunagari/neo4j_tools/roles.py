"""A role that reads the graph and nothing else, as a script for Neo4j Enterprise and Aura."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.language import Catalogue
from graph.schema import Schema

ROLE = "tsunagari_reader"


def roles(schema: Schema, database: str) -> str:
    """Return the script: a role that may read the schema's labels and relationship types in `database`.

    It is run by an administrator in the database ``system``. What is not granted, such as the journal of loads, is not
    seen; nothing can be written.
    """
    said = Catalogue("tsunagari")
    graph = f"`{database.replace('`', '``')}`"
    lines = [
        *_comment(str(said.text("reading_role.what", role=ROLE))),
        f"CREATE ROLE {ROLE} IF NOT EXISTS;",
        f"GRANT ACCESS ON DATABASE {graph} TO {ROLE};",
        f"GRANT MATCH {{*}} ON GRAPH {graph} NODES {_names(schema.labels)} TO {ROLE};",
        f"GRANT MATCH {{*}} ON GRAPH {graph} RELATIONSHIPS {_names(schema.relationships)} TO {ROLE};",
        *_comment(str(said.text("reading_role.load"))),
        f"DENY LOAD ON ALL DATA TO {ROLE};",
        *_comment(str(said.text("reading_role.user"))),
        "// CREATE USER analyst SET PASSWORD '…' CHANGE REQUIRED;",
        f"// GRANT ROLE {ROLE} TO analyst;",
    ]
    return "\n".join([*lines, ""])


def _names(keys: Iterable[str]) -> str:
    return ", ".join(f"`{key}`" for key in keys)


def _comment(text: str) -> Iterator[str]:
    for line in text.strip().splitlines():
        yield f"// {line}"
