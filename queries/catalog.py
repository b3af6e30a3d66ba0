"""The query library: one ``.cypher`` file a question, its header saying what goes in and comes out."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

import yaml

from graph.errors import QueryError
from graph.language import Text

ParameterType = Literal["string", "integer", "float", "boolean", "date", "strings"]


@dataclass(frozen=True)
class Parameter:
    """What a query takes; without a value, `default`."""

    name: str
    type: ParameterType
    meaning: Text
    default: object = None


@dataclass(frozen=True)
class Query:
    """One question to the database.

    Attributes
    ----------
    name
        Folder and file name without ending, such as ``coverage/empty_cells``.
    columns
        Meaning of each column of the answer.
    """

    name: str
    title: Text
    question: Text
    parameters: Mapping[str, Parameter]
    columns: Mapping[str, Text]
    cypher: str


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
    matching = [key for key in library if key == name or key.split("/")[1] == name]
    if len(matching) == 1:
        return library[matching[0]]
    short = {key.split("/")[1]: key for key in library}
    near = difflib.get_close_matches(name, [*library, *short], n=1, cutoff=0.4)
    raise QueryError("query_unknown", name=name, near=near[0] if near else next(iter(library)))


def parse(name: str, text: str) -> Query:
    """Read one file: comment lines at the top are YAML, the rest is Cypher.

    The header has ``title`` and ``question`` (each with ``ja`` and ``en``), ``parameters`` (by name: ``type``,
    ``default``, ``ja``, ``en``) and ``columns`` (by name: ``ja``, ``en``).
    """
    lines = text.splitlines()
    end = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    header: dict[str, Any] = yaml.safe_load("\n".join(line[2:].removeprefix(" ") for line in lines[:end]))
    return Query(
        name=name,
        title=Text(**header["title"]),
        question=Text(**header["question"]),
        parameters={
            key: Parameter(key, entry["type"], Text(entry["ja"], entry["en"]), entry.get("default"))
            for key, entry in (header.get("parameters") or {}).items()
        },
        columns={key: Text(**entry) for key, entry in header["columns"].items()},
        cypher="\n".join(lines[end:]).strip(),
    )
