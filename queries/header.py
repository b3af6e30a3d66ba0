"""A file of the query library: comment lines at the top are YAML and say what goes in and comes out, then Cypher."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, get_args

import yaml

from graph.errors import QueryError
from graph.language import LANGUAGES, Catalogue, Text
from queries.kinds import ParameterType, fits
from queries.suggestion import near
from queries.values import Values, values

_KEYS = ("title", "question", "parameters", "columns", "example", "since", "scans", "growth")
_PARAMETER_KEYS = ("type", "default", "least", "values", "ja", "en")
_QUOTED = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`|//[^\n]*|/\*.*?\*/", re.DOTALL)
_VERSION = re.compile(r"\d+\.\d+")


@dataclass(frozen=True)
class Parameter:
    """What a query takes.

    Attributes
    ----------
    default
        What it is when it is not given.
    required
        Whether it must be given, for want of a default.
    least
        The smallest number that goes.
    values
        The values that go; None when any does.
    """

    name: str
    type: ParameterType
    meaning: Text
    default: object = None
    required: bool = False
    least: float | None = None
    values: Values | None = None


@dataclass(frozen=True)
class Query:
    """One question to the database.

    Attributes
    ----------
    name
        Folder and file name without ending, such as ``coverage/empty_cells``.
    columns
        Meaning of each column of the answer.
    example
        Parameters with which the sample gives rows.
    since
        The first version of Neo4j that runs it, where the oldest that the program supports does not.
    scans, growth
        Why its plan holds a Cartesian product or a scan of all nodes, and why its work grows faster than the
        organisations, where that is so.
    file
        Where it is, when it is the user's own.
    overrides
        The name of the query of the library in whose place it stands.
    """

    name: str
    title: Text
    question: Text
    parameters: Mapping[str, Parameter]
    columns: Mapping[str, Text]
    cypher: str
    example: Mapping[str, object] = field(default_factory=dict)
    since: str | None = None
    scans: Text | None = None
    growth: Text | None = None
    file: Path | None = None
    overrides: str | None = None

    @property
    def topic(self) -> str:
        """The folder."""
        return self.name.split("/")[0]

    @property
    def short(self) -> str:
        """The name without its folder."""
        return self.name.split("/")[-1]


class _Wrong(Exception):
    """What is wrong with a header, as a sentence of the catalogue's ``header``."""

    def __init__(self, key: str, /, **said: object) -> None:
        super().__init__(key)
        self.text = Catalogue("queries").text(f"header.{key}", **said)


def parse(name: str, text: str, file: Path | None = None) -> Query:
    """Read one file.

    Parameters
    ----------
    file
        Where it is, when it is the user's own.

    Raises
    ------
    QueryError
        When its header is not as described in ``docs/how-to/queries.md``; says which file and what.
    """
    lines = text.removeprefix("\ufeff").splitlines()
    end = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    try:
        return replace(_query(name, _read(lines[:end]), "\n".join(lines[end:]).strip()), file=file)
    except _Wrong as wrong:
        raise QueryError("header_wrong", file=file or f"{name}.cypher", what=wrong.text) from wrong


def _read(lines: list[str]) -> dict[str, Any]:
    try:
        header = yaml.safe_load("\n".join(line[2:].removeprefix(" ") for line in lines))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise _Wrong("yaml", line=mark.line + 1 if mark else 1) from error
    if not isinstance(header, dict):
        raise _Wrong("none")
    _known(header, _KEYS)
    for key in ("title", "question", "columns"):
        if key not in header:
            raise _Wrong("missing", key=key)
    return header


def _query(name: str, header: dict[str, Any], cypher: str) -> Query:
    parameters = {key: _parameter(key, entry) for key, entry in _section(header, "parameters").items()}
    if not cypher:
        raise _Wrong("no_cypher")
    _used(parameters, set(re.findall(r"\$(\w+)", _QUOTED.sub(" ", cypher))))
    since = header.get("since")
    if since is not None and not _VERSION.fullmatch(str(since)):
        raise _Wrong("since", value=since)
    return Query(
        name=name,
        title=_text(header["title"], "title"),
        question=_text(header["question"], "question"),
        parameters=parameters,
        columns={key: _text(entry, key) for key, entry in _section(header, "columns").items()},
        cypher=cypher,
        example=_example(_section(header, "example"), parameters),
        since=None if since is None else str(since),
        scans=_text(header["scans"], "scans") if "scans" in header else None,
        growth=_text(header["growth"], "growth") if "growth" in header else None,
    )


def _section(header: dict[str, Any], key: str) -> dict[str, Any]:
    found = header.get(key) or {}
    if not isinstance(found, dict):
        raise _Wrong("section", key=key)
    return {str(name): entry for name, entry in found.items()}


def _parameter(name: str, entry: Any) -> Parameter:
    if not isinstance(entry, dict) or entry.get("type") not in get_args(ParameterType):
        raise _Wrong("type", name=name, allowed=", ".join(get_args(ParameterType)))
    _known(entry, _PARAMETER_KEYS)
    kind: ParameterType = entry["type"]
    _fitting(name, entry.get("default"), kind)
    least = entry.get("least")
    if least is not None and (kind not in {"integer", "float"} or not fits(least, "float")):
        raise _Wrong("least", name=name, value=least)
    return Parameter(
        name=name,
        type=kind,
        meaning=_text({key: entry[key] for key in LANGUAGES if key in entry}, name),
        default=entry.get("default"),
        required="default" not in entry,
        least=least,
        values=_values(name, kind, entry["values"]) if "values" in entry else None,
    )


def _values(name: str, kind: ParameterType, entry: object) -> Values:
    try:
        read = values(entry)
    except ValueError as error:
        raise _Wrong("values", name=name, value=entry) from error
    if kind not in {"string", "strings"}:
        raise _Wrong("values", name=name, value=entry)
    return read


def _example(given: dict[str, Any], parameters: Mapping[str, Parameter]) -> dict[str, object]:
    for name, value in given.items():
        if name not in parameters:
            raise _Wrong("example", name=name)
        _fitting(name, value, parameters[name].type)
    return given


def _fitting(name: str, value: object, kind: ParameterType) -> None:
    if value is not None and not fits(value, kind):
        raise _Wrong("default", name=name, value=value, type=kind)


def _used(parameters: Collection[str], used: set[str]) -> None:
    for name in sorted(used - set(parameters)):
        raise _Wrong("undeclared", name=name)
    for name in parameters:
        if name not in used:
            raise _Wrong("unused", name=name)


def _known(given: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    for key in given:
        if key not in keys:
            raise _Wrong("unknown", key=key, near=near(str(key), keys, similar=0)[0])


def _text(entry: object, key: str) -> Text:
    """Read a text; one in a single language, or without any, stands for both."""
    texts = dict.fromkeys(LANGUAGES, entry) if isinstance(entry, str) else entry
    if not isinstance(texts, dict) or not texts or not texts.keys() <= set(LANGUAGES):
        raise _Wrong("text", key=key)
    if not all(isinstance(text, str) and text.strip() for text in texts.values()):
        raise _Wrong("text", key=key)
    one = next(iter(texts.values()))
    return Text(texts.get("ja", one), texts.get("en", one))
