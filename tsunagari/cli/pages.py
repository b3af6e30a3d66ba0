"""The commands that write a page: demo and explore."""

from __future__ import annotations

import time
import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from graph.analysis import Findings, analyse
from graph.editions import Cut, cut
from graph.editions import Edition as Circle
from graph.language import language
from graph.network import Form
from graph.schema import schema
from tsunagari import workflow
from tsunagari.cli import likeness, options
from tsunagari.cli.codes import REFUSED
from tsunagari.cli.messages import say, say_issues
from tsunagari.cli.opening import Opening
from tsunagari.cli.options import Encoding, From, Mapping, MorePaths, Open, Page, Report
from tsunagari.cli.progress import Steps
from tsunagari.cli.report import write_report
from tsunagari.cli.study import say_form
from viz import page
from viz import split as parts


def demo(out: Page = Path("atlas.html"), open_page: Open = False) -> None:
    """Load the sample, analyse it, write the page."""
    begun = time.monotonic()
    page.ready(out)
    places = likeness.of_standing(out)
    with Steps() as steps:
        dataset, changes = workflow.load_sample(steps)
        found = analyse(dataset, steps, earlier=places)
        steps.start("page")
        written = page.write(found, out, page.Options(language=language()))
    say("demo_loaded", nodes=dataset.node_count, ties=dataset.relationship_count, created=changes.created)
    _finish(found, written, begun, open_page=open_page)
    say("demo_next")


def explore(
    context: typer.Context,
    more: MorePaths = None,
    paths: From = None,
    mapping: Mapping = None,
    encoding: Encoding = None,
    report: Report = None,
    out: Page = Path("atlas.html"),
    title: Annotated[str | None, typer.Option("--title")] = None,
    edition: options.Edition = Circle.INTERNAL,
    focus: options.Focus = None,
    theme: options.Theme = None,
    municipality: options.Municipality = None,
    since: options.Since = None,
    until: options.Until = None,
    no_summary: options.NoSummary = False,
    no_ranking: options.NoRanking = False,
    no_themes: options.NoThemes = False,
    no_matching: options.NoMatching = False,
    no_introductions: options.NoIntroductions = False,
    no_cases: options.NoCases = False,
    no_map: options.NoMap = False,
    no_timeline: options.NoTimeline = False,
    like: options.Like = None,
    fresh: options.Fresh = False,
    split: options.Split = False,
    open_page: Open = False,
) -> None:
    """Analyse what is in the database, or files, and write the page."""
    begun = time.monotonic()
    opening = Opening.of(context, focus=focus, theme=theme, municipality=municipality, since=since, until=until)
    left_out = {
        "summary": no_summary,
        "ranking": no_ranking,
        "themes": no_themes,
        "matching": no_matching,
        "introductions": no_introductions,
        "cases": no_cases,
        "map": no_map,
        "timeline": no_timeline,
    }
    if split:
        parts.ready(out.with_suffix(""))
    else:
        page.ready(out)
    standing = out.with_suffix("") / parts.ALL if split else out
    places = likeness.places(context, standing, like, fresh=fresh)
    with Steps() as steps:
        whole, loaded = workflow.dataset([*(paths or []), *(more or [])], mapping, steps, encoding=encoding)
        shown = cut(whole, edition)
        state = opening.state(shown.dataset)
        found = analyse(shown.dataset, steps, earlier=places)
        without = [view for view, gone in left_out.items() if gone]
        asked = page.Options(title, language(), edition=edition, without=without, opening=state)
        if split:
            written = parts.write(found, out.with_suffix(""), asked, progress=steps)
        else:
            steps.start("page")
            written = page.write(found, out, asked)
    write_report(loaded, report)
    if loaded is not None:
        say_issues(loaded.issues)
        say("read", rows=loaded.rows, loaded=loaded.loaded, refused=loaded.refused)
    _say_cut(shown, edition)
    _finish(found, written, begun, open_page=open_page)
    if loaded is not None and not loaded.whole:
        raise typer.Exit(REFUSED)


def _say_cut(shown: Cut, edition: Circle) -> None:
    if edition is not Circle.INTERNAL:
        say(
            "edition", edition=schema().enumerations["visibility"][edition], nodes=shown.nodes, ties=shown.relationships
        )
    if shown.unsaid:
        say("edition_unsaid", count=shown.unsaid)


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
