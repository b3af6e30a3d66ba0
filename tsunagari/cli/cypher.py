"""The commands that ask the database: cypher and query."""

from __future__ import annotations

from typing import Annotated

import pandas as pd
import typer

import queries
from graph.language import language
from queries import Query, parameters
from tsunagari.cli.answer import answer
from tsunagari.cli.options import Form, Out, Parameters
from tsunagari.cli.output import emit, write

Name = Annotated[str, typer.Argument(metavar="NAME")]


def cypher(
    text: Annotated[str, typer.Argument(metavar="QUERY")],
    parameter: Parameters = None,
    write_access: Annotated[bool, typer.Option("--write")] = False,
    form: Form = None,
    out: Out = None,
) -> None:
    """Run a query, read-only unless told otherwise."""
    values = parameters.free(parameters.pairs(parameter or []))
    answer(text, values, form, out, write_access=write_access)


def query_list(form: Form = None, out: Out = None) -> None:
    """List the query library."""
    entries = [{"query": query.name, "title": str(query.title), "question": str(query.question)} for query in _all()]
    emit(pd.DataFrame(entries), form, out)


def query_show(name: Name) -> None:
    """Show one query: question, parameters, columns, Cypher."""
    query = queries.query(name)
    lines = [f"{query.name}: {query.title}", str(query.question), ""]
    lines += [f"  -p {p.name}={p.default}  ({p.type}) {p.meaning}" for p in query.parameters.values()]
    lines += [f"  {column}: {meaning}" for column, meaning in query.columns.items()]
    write("\n".join([*lines, "", query.cypher, ""]), None)


def query_run(name: Name, parameter: Parameters = None, form: Form = None, out: Out = None) -> None:
    """Run one query of the library."""
    query = queries.query(name)
    values = parameters.fitting(query, parameters.pairs(parameter or []))
    headings = {column: meaning.to(language()) for column, meaning in query.columns.items()}
    answer(query.cypher, values, form, out, headings=headings)


def _all() -> list[Query]:
    return list(queries.catalog().values())
