"""Queries of the user's own: files like those of the library, in a folder that a setting names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path

from graph.errors import QueryError
from graph.language import language
from graph.settings import settings
from queries.catalog import catalog
from queries.header import Query, parse

TOPIC = "own"
"""Topic of those that lie in no folder of their own."""


@dataclass(frozen=True)
class Own:
    """What the folder holds: queries by name, and what is wrong with the files that are none."""

    queries: Mapping[str, Query]
    broken: Mapping[str, QueryError]


def folder() -> Path:
    """Return the folder of the user's own queries, which need not be there."""
    return settings().queries or settings().home / "queries"


def own() -> Own:
    """Read the user's own queries.

    Raises
    ------
    QueryError
        When the setting names a folder that is not there.
    """
    chosen = settings().queries
    if chosen is not None and not chosen.is_dir():
        raise QueryError("own_folder", folder=chosen)
    found: dict[str, Query] = {}
    broken: dict[str, QueryError] = {}
    for file in sorted(folder().rglob("*.cypher")):
        name = _name(file.relative_to(folder()))
        try:
            found[name] = _marked(parse(name, _text(file), file))
        except QueryError as error:
            broken[name] = error
    return Own(found, broken)


def create(name: str, like: Query | None = None) -> Query:
    """Write a file for an own query, with what its header may say, and return the query.

    Parameters
    ----------
    like
        The query to begin with; by default a small one that explains itself.

    Raises
    ------
    QueryError
        When `name` cannot be a file's, or there is such a file.
    """
    parts = name.removesuffix(".cypher").split("/")
    if not all(part.replace("_", "").replace("-", "").isalnum() for part in parts):
        raise QueryError("own_name", name=name)
    inside = parts[1:] if len(parts) > 1 and parts[0] == TOPIC else parts
    file = folder().joinpath(*inside).with_suffix(".cypher")
    if file.exists():
        raise QueryError("own_exists", file=file)
    text = _example() if like is None else _source(like)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise QueryError("own_unwritable", file=file, reason=error.strerror) from error
    full = _name(file.relative_to(folder()))
    return _marked(parse(full, text, file))


def _name(inside: Path) -> str:
    parts = inside.with_suffix("").parts
    return "/".join(parts if len(parts) > 1 else (TOPIC, *parts))


def _marked(query: Query) -> Query:
    """Say of a query in whose place it stands: that of the library with its name, or its short name."""
    if query.name in catalog():
        return replace(query, overrides=query.name)
    if query.topic != TOPIC:
        return query
    like = [known.name for known in catalog().values() if known.short == query.short]
    return replace(query, overrides=like[0]) if like else query


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise QueryError("own_encoding", file=file) from error
    except OSError as error:
        raise QueryError("own_unreadable", file=file, reason=error.strerror) from error


def _example() -> str:
    return (resources.files("queries") / "new" / f"{language()}.cypher").read_text(encoding="utf-8")


def _source(query: Query) -> str:
    if query.file is not None:
        return _text(query.file)
    return (resources.files("queries") / "cypher" / f"{query.name}.cypher").read_text(encoding="utf-8")
