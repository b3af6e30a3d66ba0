"""Where nobody works on a theme."""

from __future__ import annotations

from typing import Annotated

import typer

from tsunagari import tables
from tsunagari.cli.messages import say
from tsunagari.cli.options import Encoding, Form, From, Mapping, MorePaths, Out, Report
from tsunagari.cli.output import emit
from tsunagari.cli.study import Given, finish, studying


def gaps(
    more: MorePaths = None,
    paths: From = None,
    mapping: Mapping = None,
    encoding: Encoding = None,
    report: Report = None,
    every: Annotated[bool, typer.Option("--all")] = False,
    form: Form = None,
    out: Out = None,
) -> None:
    """Print the cells where nobody works on a theme."""
    given = Given.of(more, paths, mapping, encoding, report)
    with studying(given) as study:
        table = tables.gaps(study, every=every)
    emit(table, form, out, hidden=("municipalityId", "themeId", "evidence"))
    if study.coverage.cells.empty:
        say("no_cells")
    finish(given)
