"""The commands that print tables of an analysis: gaps, bridges, communities."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from graph.analysis import Findings
from tsunagari import tables, workflow
from tsunagari.cli.codes import REFUSED
from tsunagari.cli.messages import say, say_issues
from tsunagari.cli.options import Encoding, Form, From, Mapping, MorePaths, Out, Report
from tsunagari.cli.output import emit
from tsunagari.cli.progress import Steps
from tsunagari.cli.report import write_report


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
    found, whole = _findings([*(paths or []), *(more or [])], mapping, encoding, report)
    emit(tables.gaps(found, every=every), form, out, hidden=("municipalityId", "themeId", "evidence"))
    if found.coverage.cells.empty:
        say("no_cells")
    _finish(whole=whole)


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
    found, whole = _findings([*(paths or []), *(more or [])], mapping, encoding, report)
    table = tables.single_points(found) if single else tables.bridges(found)
    emit(table.head(top), form, out, hidden=("organisationId",))
    if found.network.empty:
        say("no_ties")
    _finish(whole=whole)


def communities(
    more: MorePaths = None,
    paths: From = None,
    mapping: Mapping = None,
    encoding: Encoding = None,
    report: Report = None,
    form: Form = None,
    out: Out = None,
) -> None:
    """Print the groups of organisations that hold together."""
    found, whole = _findings([*(paths or []), *(more or [])], mapping, encoding, report)
    emit(tables.communities(found), form, out)
    if found.network.empty:
        say("no_ties")
    else:
        say("modularity", value=f"{found.communities.modularity:.2f}")
    _finish(whole=whole)


def _finish(*, whole: bool) -> None:
    if not whole:
        raise typer.Exit(REFUSED)


def _findings(
    paths: Sequence[Path], mapping: Path | None, encoding: str | None, report: Path | None
) -> tuple[Findings, bool]:
    with Steps() as steps:
        dataset, loaded = workflow.dataset(paths, mapping, steps, encoding=encoding)
        found = workflow.findings(dataset, steps)
    write_report(loaded, report)
    if loaded is not None:
        say_issues(loaded.issues)
    return found, loaded is None or loaded.whole
