"""The page: findings in, one HTML file out that asks nobody for anything."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from graph.analysis import Findings, State
from graph.editions import Edition
from graph.errors import OutputError
from graph.language import Language
from graph.whole import replacing
from viz import blocks, packing
from viz.credits import latest, licences
from viz.legend import legend
from viz.period import period
from viz.table import Columns, Nodes, columns, ties
from viz.tabs import tabs
from viz.views.introductions import pairs
from viz.views.ranking import measures
from viz.words import Words


class PageError(OutputError):
    """The page cannot be written."""

    package = "viz"


@dataclass(frozen=True)
class Options:
    """What a page is asked for.

    Attributes
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

    title: str | None = None
    language: Language = "ja"
    made_on: dt.date | None = None
    edition: Edition = Edition.INTERNAL
    without: Collection[str] = ()
    opening: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def day(self) -> dt.date:
        """The day the page says it was made."""
        return self.made_on or dt.datetime.now().astimezone().date()


USUAL = Options()
"""A page as one gets it without asking for anything."""


def render(findings: Findings, options: Options = USUAL) -> str:
    """Return the page as HTML."""
    nodes = Nodes.of(findings.dataset)
    words = Words(options.language, nodes)
    scripts, styles = (blocks.library(), *blocks.scripts()), blocks.styles()
    shown = tabs(findings, nodes, options.without)
    data = {
        "language": options.language,
        "views": list(shown),
        "whole": findings.whole,
        "opening": {name: list(values) for name, values in options.opening.items()},
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
        "title": options.title,
        "language": options.language,
        "made_on": options.day,
        "latest": latest(findings.dataset),
        "licences": licences(findings.dataset),
        "period": period(findings.dataset),
        "legend": legend(findings, nodes),
        "edition": options.edition,
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


def write(findings: Findings, path: Path, options: Options = USUAL) -> Path:
    """Write the page to `path` and return it; a reader never finds half of it there.

    Raises
    ------
    PageError
        When the file cannot be written.
    """
    return replace(path, render(findings, options))


def ready(path: Path) -> None:
    """Check, before work that takes long, that a page can be written to `path`.

    Raises
    ------
    PageError
        When its folder is not there or not to be written to, or when `path` is itself a folder.
    """
    if path.is_dir():
        raise PageError("page_is_folder", path=path)
    if not path.parent.is_dir():
        raise PageError("page_no_folder", folder=path.parent)
    try:
        tempfile.TemporaryFile(dir=path.parent).close()
    except OSError as error:
        raise PageError("page_unwritable", path=path, reason=error.strerror or error) from error


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
        with replacing(path) as file:
            file.write(content)
    except OSError as error:
        raise PageError("page_unwritable", path=path, reason=error.strerror or error) from error
    return path


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
