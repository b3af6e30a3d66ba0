"""Where nobody works on a theme, and what hangs on few."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from collections.abc import Mapping as Map
from typing import Annotated

import pandas as pd
import typer

from graph.analysis import Study
from tsunagari.cli.gaps.cells import cells
from tsunagari.cli.gaps.ranked import ranked
from tsunagari.cli.gaps.view import Asked, View
from tsunagari.cli.messages import say
from tsunagari.cli.options import Encoding, Form, From, Mapping, MorePaths, Out, Report
from tsunagari.cli.output import Frames, emit
from tsunagari.cli.study import Given, finish, studying
from tsunagari.cli.views import misused, one_view

_RANKED = ""
_VIEWS: Map[str, Callable[[Study, Asked], View]] = {_RANKED: ranked, "--all": cells}
_OF_VIEWS: Map[str, frozenset[str]] = {
    "--wards": frozenset({_RANKED, "--all"}),
    "--unknown": frozenset({_RANKED}),
    "--as-of": frozenset({_RANKED}),
}
"""The views that an option speaks of; with another it is wrong usage."""

_MOST = 20


def gaps(
    context: typer.Context,
    more: MorePaths = None,
    paths: From = None,
    mapping: Mapping = None,
    encoding: Encoding = None,
    report: Report = None,
    every: Annotated[bool, typer.Option("--all")] = False,
    wards: Annotated[bool, typer.Option("--wards")] = False,
    unknown: Annotated[bool, typer.Option("--unknown")] = False,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="YYYY-MM-DD")] = None,
    top: Annotated[int | None, typer.Option("--top", min=1, metavar="N")] = None,
    form: Form = None,
    out: Out = None,
) -> None:
    """Print the gaps by their score, or another view of what is missing."""
    view = one_view(context, {"--all": every})
    _fits(context, view, {"--wards": wards, "--unknown": unknown, "--as-of": as_of is not None})
    asked = Asked(wards=wards, unknown=unknown, as_of=_day(context, as_of))
    given = Given.of(more, paths, mapping, encoding, report)
    with studying(given) as study:
        shown = _VIEWS[view](study, asked)
    tables = _first(shown, top)
    emit(tables, form, out, hidden=shown.hidden, brief=shown.brief, most=None if view == "--all" else top or _MOST)
    for key, values in shown.sentences:
        say(key, **values)
    finish(given)


def _fits(context: typer.Context, view: str, given: Map[str, bool]) -> None:
    for option, on in given.items():
        if on and view not in _OF_VIEWS[option]:
            raise misused(context, "not_with", option=option, view=view or "tsunagari gaps")


def _day(context: typer.Context, text: str | None) -> dt.date:
    if text is None:
        return dt.datetime.now(dt.UTC).astimezone().date()
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise misused(context, "no_day", text=text) from None


def _first(shown: View, top: int | None) -> Frames:
    if top is None:
        return shown.tables
    if isinstance(shown.tables, pd.DataFrame):
        return shown.tables.head(top)
    return {name: frame.head(top) for name, frame in shown.tables.items()}
