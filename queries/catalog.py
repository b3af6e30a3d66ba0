"""The query library: one ``.cypher`` file a question, in a folder a topic."""

from __future__ import annotations

import difflib
from functools import cache
from importlib import resources

from graph.errors import QueryError
from queries.header import Query, parse


@cache
def catalog() -> dict[str, Query]:
    """Return every query of the library by name."""
    root = resources.files("queries") / "cypher"
    found = {}
    for topic in sorted(root.iterdir(), key=lambda folder: folder.name):
        for file in sorted(topic.iterdir(), key=lambda entry: entry.name):
            if file.name.endswith(".cypher"):
                name = f"{topic.name}/{file.name.removesuffix('.cypher')}"
                found[name] = parse(name, file.read_text(encoding="utf-8"))
    return found


def query(name: str) -> Query:
    """Return the query `name`; its topic may be left out where one query only has the name.

    Raises
    ------
    QueryError
        When there is none; names the nearest.
    """
    library = catalog()
    matching = [found for found in library.values() if name in {found.name, found.short}]
    if len(matching) == 1:
        return matching[0]
    short = {found.short: key for key, found in library.items()}
    near = difflib.get_close_matches(name, [*library, *short], n=1, cutoff=0.4)
    raise QueryError("query_unknown", name=name, near=near[0] if near else next(iter(library)))
