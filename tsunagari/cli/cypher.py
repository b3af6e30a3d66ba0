"""The command that asks the database what is typed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from graph.errors import QueryError
from loaders.issues import FileProblem
from loaders.text import decode
from queries import parameters
from queries.run import TIMEOUT
from tsunagari.cli import options
from tsunagari.cli.answer import Asked, answer, view
from tsunagari.cli.options import Out, Parameters
from tsunagari.cli.views import misused

_STANDARD_INPUT = Path("-")


class CannotReadQuery(QueryError):
    """A file with a query cannot be read, or holds none."""

    package = "tsunagari"


def cypher(
    context: typer.Context,
    text: Annotated[str | None, typer.Argument(metavar="QUERY")] = None,
    file: options.QueryFile = None,
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
    """Run a query, read-only unless told otherwise."""
    if (text is None) == (file is None):
        raise misused(context, "query_once")
    asked = Asked(
        cypher=_read(file or _STANDARD_INPUT) if text is None or text == "-" else text,
        parameters=parameters.free(parameters.pairs(parameter or [])),
        form=form,
        out=out,
        limit=limit,
        timeout=timeout,
        explore=explore,
        view=view(context, explain=explain, profile=profile),
        write=write,
        yes=yes,
    )
    if not asked.cypher.strip():
        raise CannotReadQuery("query_empty")
    answer(asked)


def _read(file: Path) -> str:
    """Return the query in a file, in whichever encoding it is; ``-`` is standard input."""
    try:
        return decode(sys.stdin.buffer.read() if file == _STANDARD_INPUT else file.read_bytes())
    except OSError as error:
        raise CannotReadQuery("query_unreadable", path=file, reason=error.strerror) from error
    except FileProblem as problem:
        raise CannotReadQuery("query_unreadable", path=file, reason=problem.problem) from problem
