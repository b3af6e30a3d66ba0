"""Who bridges others."""

from __future__ import annotations

from typing import Annotated

import typer

from tsunagari import tables
from tsunagari.cli.gaps import single_points
from tsunagari.cli.messages import say
from tsunagari.cli.options import Encoding, Form, From, Mapping, MorePaths, Out, Report
from tsunagari.cli.output import emit
from tsunagari.cli.study import Given, finish, studying


def bridges(
    more: MorePaths = None,
    paths: From = None,
    mapping: Mapping = None,
    encoding: Encoding = None,
    report: Report = None,
    top: Annotated[int, typer.Option("--top", min=1)] = 20,
    single: Annotated[bool, typer.Option("--single-points")] = False,
    form: Form = None,
    out: Out = None,
) -> None:
    """Print the organisations that bridge others."""
    given = Given.of(more, paths, mapping, encoding, report)
    with studying(given) as study:
        table = tables.single_points(study) if single else tables.bridges(study)
    brief = single_points.BRIEF if single else ()
    emit(table.head(top), form, out, hidden=("organisationId", "cutOffIds"), brief=brief)
    if not study.network.number_of_edges():
        say("no_ties")
    finish(given)
