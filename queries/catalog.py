"""The query library: one ``.cypher`` file a question, in a folder a topic."""

from __future__ import annotations

from functools import cache
from importlib import resources

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
