"""The commands of the query library."""

from __future__ import annotations

from typing import Annotated

import pandas as pd
import typer

import queries
from graph.language import language
from queries import parameters
from tsunagari.cli.answer import answer
from tsunagari.cli.options import Form, Out, Parameters
from tsunagari.cli.output import emit, write

Name = Annotated[str, typer.Argument(metavar="NAME")]


def query_list(form: Form = None, out: Out = None) -> None:
    """List the query library."""
    entries = [
        {"query": query.name, "title": str(query.title), "question": str(query.question)}
        for query in queries.catalog().values()
    ]
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
