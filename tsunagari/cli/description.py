"""All that the header of a query says, for reading on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from graph.language import Catalogue, Text
from queries import Parameter, Query
from queries.kinds import called
from queries.plain import iso


def described(query: Query) -> str:
    """Return question, parameters, columns, an example and the Cypher of a query."""
    lines = [f"{query.name}: {query.title}", str(query.question)]
    if query.parameters:
        lines += ["", str(_word("parameters"))]
        for parameter in query.parameters.values():
            lines += _parameter(parameter)
    lines += ["", str(_word("columns")), *(f"  {column}: {meaning}" for column, meaning in query.columns.items())]
    lines += ["", str(_word("example")), f"  {example(query)}"]
    lines += ["", *notes(query)] if notes(query) else []
    return "\n".join([*lines, "", query.cypher, ""])


def example(query: Query) -> str:
    """Return the command that runs the query's example."""
    given = "".join(f" -p {name}={_quoted(plain(value))}" for name, value in query.example.items())
    return f"tsunagari query run {query.name}{given}"


def plain(value: object) -> str:
    """Return a value as it is written after ``-p name=``."""
    if isinstance(value, list):
        return ",".join(map(str, value))
    if isinstance(value, bool):
        return str(value).lower()
    return str(iso(value))


def notes(query: Query) -> list[str]:
    """Return what else there is to know: the version it needs, why it is heavy, and where the user's own file is."""
    said = []
    if query.since:
        said.append(_word("since", version=query.since))
    if query.scans:
        said.append(_word("scans", why=query.scans))
    if query.growth:
        said.append(_word("growth", why=query.growth))
    if query.file:
        said.append(_word("file", file=query.file))
    return [str(text) for text in said]


def takes(parameter: Parameter) -> Text:
    """Return what a parameter takes, in words: its type, default, least value and values."""
    said = [called(parameter.type)]
    if parameter.required:
        said.append(_word("required"))
    elif parameter.default is None:
        said.append(_word("optional"))
    else:
        said.append(_word("default", value=plain(parameter.default)))
    if parameter.least is not None:
        said.append(_word("least", least=parameter.least))
    if parameter.values is not None:
        said.append(_word("values", values=parameter.values.shown()))
    return Text("、".join(part.ja for part in said), "; ".join(part.en for part in said))


def _parameter(parameter: Parameter) -> Iterator[str]:
    yield f"  -p {parameter.name}=…  {parameter.meaning}"
    yield f"      {takes(parameter)}"


def _word(key: str, **values: object) -> Text:
    return Catalogue("tsunagari").text(f"query.{key}", **values)


def _quoted(text: str) -> str:
    return f'"{text}"' if any(mark in text for mark in " \t&|;<>()*?$'") else text
