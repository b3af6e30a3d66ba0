"""The commands about loads made before: list them, and take the newest back."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from tsunagari import tables, workflow
from tsunagari.cli.messages import say
from tsunagari.cli.options import By, Form, Out
from tsunagari.cli.output import emit
from tsunagari.cli.progress import Steps

Number = Annotated[int, typer.Argument(metavar="N", min=1)]
DryRun = Annotated[bool, typer.Option("--dry-run")]


def loads(context: typer.Context, form: Form = None, out: Out = None) -> None:
    """List the loads, the newest first."""
    if context.invoked_subcommand is not None:
        return
    with Steps() as steps, workflow.database(steps) as store:
        found = store.loads()
    emit(tables.loads(found), form, out, hidden=("sha256",))
    if not found:
        say("no_loads")


def undo(number: Number, by: By = None) -> None:
    """Take the newest load back."""
    with Steps() as steps, workflow.database(steps) as store:
        found = store.undo(number, by or getpass.getuser(), steps).counts()
    say("undone", number=number, created=found.created, updated=found.updated, deleted=found.deleted)
