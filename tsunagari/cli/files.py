"""The commands that read files: check and load."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import pandas as pd
import typer

from graph.language import Catalogue, language
from loaders import issues_frame, read
from tsunagari import tables, workflow
from tsunagari.cli.codes import REFUSED
from tsunagari.cli.issues import listing
from tsunagari.cli.messages import say, say_issues, say_taken
from tsunagari.cli.options import As, By, Encoding, Form, Mapping, Out, Paths, Report
from tsunagari.cli.output import Format, emit, write
from tsunagari.cli.progress import Steps
from tsunagari.cli.report import write_report


def check(
    paths: Paths,
    mapping: Mapping = None,
    encoding: Encoding = None,
    as_format: As = None,
    report: Report = None,
    form: Form = None,
    out: Out = None,
) -> None:
    """Validate files and list every issue."""
    with Steps() as steps:
        loaded = read(paths, mapping, steps, as_format=as_format, encoding=encoding)
    say_taken(loaded)
    if form is None and out is None:
        write(listing(loaded.issues), None)
    else:
        frame = issues_frame(loaded.issues, language())
        headings = {str(name): str(Catalogue("loaders").text(f"columns.{name}")) for name in frame}
        emit(frame, form, out, headings=headings)
    write_report(loaded, report)
    say("checked", rows=loaded.rows, loaded=loaded.loaded, refused=loaded.refused)
    if not loaded.whole:
        raise typer.Exit(REFUSED)


def load(
    paths: Paths,
    mapping: Mapping = None,
    encoding: Encoding = None,
    as_format: As = None,
    source: Annotated[str | None, typer.Option("--source", metavar="ID")] = None,
    by: By = None,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    replace: Annotated[bool, typer.Option("--replace")] = False,
    report: Report = None,
    form: Form = None,
    out: Out = None,
) -> None:
    """Read files into the database."""
    try:
        with Steps() as steps:
            done = workflow.load(
                paths,
                mapping,
                steps,
                as_format=as_format,
                encoding=encoding,
                source=source,
                by=by,
                replace=replace,
                dry_run=dry_run,
            )
    except workflow.IncompleteReplacement as incomplete:
        say_issues(incomplete.loaded.issues)
        write_report(incomplete.loaded, report)
        raise
    loaded = done.loaded
    say_taken(loaded)
    say_issues(loaded.issues)
    write_report(loaded, report)
    if dry_run and form is not Format.JSON:
        emit(tables.difference(done.difference), form, out)
    else:
        _counts(done, form, None if dry_run else out)
    key = "dry_run" if dry_run else "loaded"
    say(key, rows=loaded.rows, loaded=loaded.loaded, refused=loaded.refused, number=done.load.number)
    if not loaded.whole:
        raise typer.Exit(REFUSED)


def _counts(done: workflow.Outcome, form: Form, out: Out) -> None:
    counts = {**asdict(done.difference.counts()), "refused": done.loaded.refused}
    if form is Format.JSON:
        write(json.dumps(counts) + "\n", out)
    else:
        emit(pd.DataFrame([counts]), form, out)
