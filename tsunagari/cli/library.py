"""The commands of the query library."""

from __future__ import annotations

from typing import Annotated

import pandas as pd
import typer

import queries
from graph.language import language
from queries import parameters
from queries.run import TIMEOUT
from tsunagari.cli import options
from tsunagari.cli.answer import Asked, answer, view
from tsunagari.cli.options import Form, Out, Parameters
from tsunagari.cli.output import emit
from tsunagari.cli.output import write as write_out

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
    write_out("\n".join([*lines, "", query.cypher, ""]), None)


def query_run(
    context: typer.Context,
    name: Name,
    parameter: Parameters = None,
    form: options.AnswerForm = None,
    out: Out = None,
    limit: options.Limit = None,
    timeout: options.Timeout = TIMEOUT,
    explore: options.Explore = None,
    explain: options.Explain = False,
    profile: options.Profile = False,
    write: options.Write = False,
    yes: options.Yes = False,
) -> None:
    """Run one query of the library."""
    query = queries.query(name)
    asked = Asked(
        cypher=query.cypher,
        parameters=parameters.fitting(query, parameters.pairs(parameter or [])),
        form=form,
        out=out,
        limit=limit,
        timeout=timeout,
        explore=explore,
        view=view(context, explain=explain, profile=profile),
        write=write,
        yes=yes,
        title=f"{query.name} {query.title}",
        headings={column: meaning.to(language()) for column, meaning in query.columns.items()},
    )
    answer(asked)
