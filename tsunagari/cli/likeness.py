"""Which earlier page a new one is to look like."""

from __future__ import annotations

from pathlib import Path

import typer

from graph.analysis.layout import Places
from tsunagari.cli.messages import say
from tsunagari.cli.views import misused
from viz import earlier


def places(context: typer.Context, standing: Path, like: Path | None, *, fresh: bool) -> Places | None:
    """Return the places of nodes in the page `like`, else in the page that is `standing` where a new one goes.

    Raises
    ------
    click.UsageError
        When a page is named and it is to be made `fresh` too.
    viz.earlier.EarlierPageError
        When the page `like` cannot be read; that `standing` is passed over then, and a sentence says so.
    """
    if fresh and like is not None:
        raise misused(context, "fresh_and_like")
    return earlier.positions(like) if like is not None else None if fresh else of_standing(standing)


def of_standing(page: Path) -> Places | None:
    """Return the places of nodes in the page that stands there, if one does that can be read."""
    if not page.exists():
        return None
    try:
        return earlier.positions(page)
    except earlier.EarlierPageError:
        say("not_like", path=page)
        return None
