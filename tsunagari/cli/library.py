"""The commands of the query library."""

from __future__ import annotations

from typing import Annotated

import pandas as pd
import typer

import queries
from queries import Query, lookup, own, parameters
from queries.run import TIMEOUT
from tsunagari import workflow
from tsunagari.cli import completion, options
from tsunagari.cli.answer import Asked, answer, view
from tsunagari.cli.description import described
from tsunagari.cli.messages import say
from tsunagari.cli.options import Form, Out
from tsunagari.cli.output import emit
from tsunagari.cli.output import write as write_out
from tsunagari.cli.progress import Steps

Name = Annotated[str, typer.Argument(metavar="NAME", autocompletion=completion.names)]
NewName = Annotated[str, typer.Argument(metavar="NAME")]
Topic = Annotated[str | None, typer.Option("--topic", metavar="TOPIC", autocompletion=completion.topics)]
Like = Annotated[str | None, typer.Option("--from", metavar="QUERY", autocompletion=completion.names)]
Parameters = Annotated[
    list[str] | None,
    typer.Option("-p", "--parameter", metavar="NAME=VALUE", autocompletion=completion.parameters),
]


def query_list(topic: Topic = None, form: Form = None, out: Out = None) -> None:
    """List the query library and the user's own queries."""
    found = queries.available(topic)
    entries = [
        {
            "query": query.name,
            "topic": query.topic,
            "title": str(query.title),
            "question": str(query.question),
            "parameters": list(query.parameters),
            "file": None if query.file is None else str(query.file),
            "overrides": query.overrides,
        }
        for query in found.values()
    ]
    unused = [] if any(query.overrides for query in found.values()) else ["overrides"]
    emit(pd.DataFrame(entries), form, out, brief=["topic", "question", "file", *unused])
    for wrong in own.own().broken.values():
        say("query_broken", problem=wrong.text)


def query_show(name: Name) -> None:
    """Show one query: question, parameters, columns, Cypher."""
    write_out(described(_found(name)), None)


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
    query = _found(name)
    asked = Asked(
        cypher=query.cypher,
        parameters=_values(query, parameter or []),
        form=form,
        out=out,
        limit=limit,
        timeout=timeout,
        explore=explore,
        view=view(context, explain=explain, profile=profile),
        write=write,
        yes=yes,
        query=query,
    )
    answer(asked)


def query_new(name: NewName, like: Like = None) -> None:
    """Write a file for a query of one's own."""
    made = own.create(name, None if like is None else queries.query(like))
    say("query_new", path=made.file, name=made.name)
    _say_if_overriding(made)


def _values(query: Query, given: list[str]) -> dict[str, object]:
    """Return what the query takes; the database is asked only where a parameter names something in it."""
    values = parameters.fitting(query, parameters.pairs(given))
    if lookup.asked(query, values):
        with Steps() as steps, workflow.database(steps) as store:
            return lookup.resolved(store, query, values)
    return values


def _found(name: str) -> Query:
    query = queries.query(name)
    _say_if_overriding(query)
    return query


def _say_if_overriding(query: Query) -> None:
    if query.overrides:
        say("query_overrides", path=query.file, name=query.name, library=query.overrides)
