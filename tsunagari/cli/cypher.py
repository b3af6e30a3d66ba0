"""The command that asks the database what is typed."""

from __future__ import annotations

from typing import Annotated

import typer

from queries import parameters
from tsunagari.cli.answer import answer
from tsunagari.cli.options import Form, Out, Parameters


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
