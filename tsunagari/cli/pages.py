"""The commands that write a page: demo and explore."""

from __future__ import annotations

import time
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from graph.analysis import Findings, analyse
from graph.language import language
from graph.network import Form
from tsunagari import workflow
from tsunagari.cli.codes import REFUSED
from tsunagari.cli.messages import say, say_issues
from tsunagari.cli.options import Encoding, From, Mapping, MorePaths, Open, Page, Report
from tsunagari.cli.progress import Steps
from tsunagari.cli.report import write_report
from tsunagari.cli.study import say_form
from viz import page


def demo(out: Page = Path("atlas.html"), open_page: Open = False) -> None:
    """Load the sample, analyse it, write the page."""
    begun = time.monotonic()
    with Steps() as steps:
        dataset, changes = workflow.load_sample(steps)
        found = analyse(dataset, steps)
        steps.start("page")
        written = page.write(found, out, language=language())
    say("demo_loaded", nodes=dataset.node_count, ties=dataset.relationship_count, created=changes.created)
    _finish(found, written, begun, open_page=open_page)
    say("demo_next")


def explore(
    more: MorePaths = None,
    paths: From = None,
    mapping: Mapping = None,
    encoding: Encoding = None,
    report: Report = None,
    out: Page = Path("atlas.html"),
    title: Annotated[str | None, typer.Option("--title")] = None,
    open_page: Open = False,
) -> None:
    """Analyse what is in the database, or files, and write the page."""
    begun = time.monotonic()
    with Steps() as steps:
        dataset, loaded = workflow.dataset([*(paths or []), *(more or [])], mapping, steps, encoding=encoding)
        found = analyse(dataset, steps)
        steps.start("page")
        written = page.write(found, out, title=title, language=language())
    write_report(loaded, report)
    if loaded is not None:
        say_issues(loaded.issues)
        say("read", rows=loaded.rows, loaded=loaded.loaded, refused=loaded.refused)
    _finish(found, written, begun, open_page=open_page)
    if loaded is not None and not loaded.whole:
        raise typer.Exit(REFUSED)


def _finish(found: Findings, written: Path, begun: float, *, open_page: bool) -> None:
    bridges = found.brokerage.table
    say(
        "found",
        gaps=len(found.coverage.gaps()),
        single=len(found.brokerage.single_points()),
        communities=len(found.communities.groups),
        organisations=len(bridges),
    )
    say_form(Form.PROJECTION, found.form)
    size = written.stat().st_size / 1_000_000
    say("page", path=written.resolve(), size=f"{size:.1f}", seconds=f"{time.monotonic() - begun:.0f}")
    if open_page:
        webbrowser.open(written.resolve().as_uri())
