"""The page: findings in, one HTML file out that asks nobody for anything."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined

from graph.analysis import Findings, State
from graph.editions import Edition
from graph.errors import OutputError
from graph.language import Language
from viz import blocks, packing
from viz.cases import cases
from viz.coverage import heat_map
from viz.credits import latest, licences
from viz.introductions import introductions, pairs
from viz.legend import legend
from viz.map import atlas
from viz.matching import matching
from viz.network import picture
from viz.period import period
from viz.ranking import measures, ranking
from viz.summary import summary
from viz.table import Columns, Nodes, columns, ties
from viz.themes import themes_view
from viz.timeline import timeline
from viz.words import Words


class PageError(OutputError):
    """The page cannot be written."""

    package = "viz"


class View(Protocol):
    """What a view's template shows."""

    @property
    def data(self) -> object:
        """What its scripts need, as JSON can say it, or None."""


def _no_more(_findings: Findings, _nodes: Nodes) -> None:
    """Say that a view shows what all views have."""


VIEWS: Mapping[str, Callable[[Findings, Nodes], View | None]] = {
    "summary": summary,
    "network": picture,
    "coverage": heat_map,
    "ranking": ranking,
    "themes": themes_view,
    "matching": matching,
    "introductions": introductions,
    "cases": cases,
    "map": atlas,
    "timeline": timeline,
    "table": _no_more,
}
"""The views in the order of their tabs, each with what makes it.

Its template is ``<name>.html.j2``, its part of the rail ``<name>-rail.html.j2``, and what its scripts need stands under
its name in the page's data.
"""

ALWAYS = ("network", "coverage", "table")
"""Views that no page is without."""


def render(
    findings: Findings,
    *,
    title: str | None = None,
    language: Language = "ja",
    made_on: dt.date | None = None,
    edition: Edition = Edition.INTERNAL,
    without: Collection[str] = (),
    opening: Mapping[str, Sequence[str]] | None = None,
) -> str:
    """Return the page as HTML.

    Parameters
    ----------
    title
        What the page is called; by default what the program calls it, in either language.
    language
        The language in which it opens; the reader can change it.
    made_on
        The day it says it was made; by default today.
    edition
        The circle of readers that the data were cut down to, which the page names.
    without
        Names of views to leave out.
    opening
        What holds when the address says nothing: names and values of the address's fragment
        (docs/decisions/page.md).
    """
    nodes = Nodes.of(findings.dataset)
    words = Words(language, nodes)
    scripts, styles = (blocks.library(), *blocks.scripts()), blocks.styles()
    shown = {name: make(findings, nodes) for name, make in VIEWS.items() if name in ALWAYS or name not in without}
    data = {
        "language": language,
        "views": list(shown),
        "whole": findings.whole,
        "opening": {name: list(values) for name, values in (opening or {}).items()},
        "texts": words.entries(),
        "nodes": nodes.tables,
        "ties": ties(findings.dataset, nodes),
        "measures": measures(findings, nodes),
        "communities": _communities(findings, nodes),
        "introductions": pairs(findings, nodes),
        **{name: view.data for name, view in shown.items() if view is not None and view.data is not None},
    }
    context = {
        "words": words,
        "t": words.t,
        "title": title,
        "language": language,
        "made_on": made_on or dt.datetime.now().astimezone().date(),
        "latest": latest(findings.dataset),
        "licences": licences(findings.dataset),
        "period": period(findings.dataset),
        "legend": legend(findings, nodes),
        "edition": edition,
        "municipality": None if findings.municipality is None else nodes.number[findings.municipality],
        "whole": findings.whole,
        "views": list(shown),
        "shown": shown,
        "states": list(State),
        "counts": {key: len(frame) for key, frame in findings.dataset.nodes.items()},
        "row_counts": (findings.dataset.node_count, findings.dataset.relationship_count),
    }
    more = environment().get_template("views.html.j2").render(**context, these=list(shown)[1:])
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            **context,
            policy=blocks.policy([blocks.boot(), *scripts], styles),
            boot=blocks.boot(),
            scripts=blocks.deflated_scripts(),
            more_views=blocks.deflated([more]),
            styles=styles,
            data=blocks.inert(packing.packed(data)),
        )
    )


def write(
    findings: Findings,
    path: Path,
    *,
    title: str | None = None,
    language: Language = "ja",
    made_on: dt.date | None = None,
    edition: Edition = Edition.INTERNAL,
    without: Collection[str] = (),
    opening: Mapping[str, Sequence[str]] | None = None,
) -> Path:
    """Write the page to `path` and return it; a reader never finds half of it there.

    Parameters
    ----------
    title, language, made_on, edition, without, opening
        See `render`.

    Raises
    ------
    PageError
        When the file cannot be written.
    """
    html = render(
        findings, title=title, language=language, made_on=made_on, edition=edition, without=without, opening=opening
    )
    return replace(path, html)


def replace(path: Path, html: str) -> Path:
    """Put a page at `path`, whole or not at all, and return it.

    Raises
    ------
    PageError
        When the file cannot be written.
    """
    # A lone surrogate cannot be written; it shows as a question mark rather than stop the page.
    content = html.encode("utf-8", errors="replace")
    try:
        _replace(path, content)
    except OSError as error:
        raise PageError("page_unwritable", path=path, reason=error.strerror or error) from error
    return path


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        # mkstemp lets only the owner read; a page is made to be handed on.
        part.chmod(0o644)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def _communities(findings: Findings, nodes: Nodes) -> Columns:
    groups = findings.communities.groups
    found = columns(groups)
    for name in ("themes", "municipalities"):
        found[name] = [[nodes.number[id_] for id_ in ids] for ids in groups[name]]
    return found


@cache
def environment() -> Environment:
    """Return the templates, which escape whatever they are given."""
    return Environment(
        loader=PackageLoader("viz"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
