"""Where nobody works on a theme, and what hangs on few."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from collections.abc import Mapping as Map
from typing import Annotated

import pandas as pd
import typer

from graph.analysis import Study
from graph.analysis.draws import DRAWS
from tsunagari.cli.gaps.cells import cells
from tsunagari.cli.gaps.holes import holes
from tsunagari.cli.gaps.horizontal import horizontal
from tsunagari.cli.gaps.isolates import isolates
from tsunagari.cli.gaps.mixing import mixing
from tsunagari.cli.gaps.ranked import ranked
from tsunagari.cli.gaps.single_points import single_points
from tsunagari.cli.gaps.view import Asked, View
from tsunagari.cli.messages import say
from tsunagari.cli.options import Encoding, Form, From, Mapping, MorePaths, Out, Report
from tsunagari.cli.output import Frames, emit
from tsunagari.cli.study import Given, finish, studying
from tsunagari.cli.views import misused, one_view

_RANKED = ""
_VIEWS: Map[str, Callable[[Study, Asked], View]] = {
    _RANKED: ranked,
    "--all": cells,
    "--single-points": single_points,
    "--isolates": isolates,
    "--horizontal": horizontal,
    "--mixing": mixing,
    "--holes": holes,
}
_OF_VIEWS: Map[str, frozenset[str]] = {
    "--wards": frozenset({_RANKED, "--all", "--single-points"}),
    "--unknown": frozenset({_RANKED}),
    "--as-of": frozenset({_RANKED}),
    "--without": frozenset({"--horizontal"}),
    "--without-governments": frozenset({"--horizontal"}),
    "--draws": frozenset({"--mixing", "--holes"}),
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
    single: Annotated[bool, typer.Option("--single-points")] = False,
    alone: Annotated[bool, typer.Option("--isolates")] = False,
    level: Annotated[bool, typer.Option("--horizontal")] = False,
    mixed: Annotated[bool, typer.Option("--mixing")] = False,
    apart: Annotated[bool, typer.Option("--holes")] = False,
    wards: Annotated[bool, typer.Option("--wards")] = False,
    unknown: Annotated[bool, typer.Option("--unknown")] = False,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="YYYY-MM-DD")] = None,
    without: Annotated[list[str] | None, typer.Option("--without", metavar="ID|NAME")] = None,
    without_governments: Annotated[bool, typer.Option("--without-governments")] = False,
    draws: Annotated[int | None, typer.Option("--draws", min=1, metavar="N")] = None,
    top: Annotated[int | None, typer.Option("--top", min=1, metavar="N")] = None,
    form: Form = None,
    out: Out = None,
) -> None:
    """Print the gaps by their score, or another view of what is missing."""
    views = (every, single, alone, level, mixed, apart)
    view = one_view(context, dict(zip(list(_VIEWS)[1:], views, strict=True)))
    options = (wards, unknown, as_of, without, without_governments, draws)
    _fits(context, view, dict(zip(_OF_VIEWS, options, strict=True)))
    asked = Asked(
        wards=wards,
        unknown=unknown,
        as_of=_day(context, as_of),
        without=without or (),
        without_governments=without_governments,
        draws=draws or DRAWS,
    )
    given = Given.of(more, paths, mapping, encoding, report)
    with studying(given) as study:
        shown = _VIEWS[view](study, asked)
    tables = _first(shown, top)
    emit(tables, form, out, hidden=shown.hidden, brief=shown.brief, most=None if top or view == "--all" else _MOST)
    for key, values in shown.sentences:
        say(key, **values)
    finish(given)


def _fits(context: typer.Context, view: str, given: Map[str, object]) -> None:
    for option, on in given.items():
        allowed = _OF_VIEWS[option]
        if on and view not in allowed:
            key = "not_with" if _RANKED in allowed else "only_with"
            raise misused(context, key, option=option, view=view, views=", ".join(sorted(allowed)))


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
    return {name: frame if name in shown.whole else frame.head(top) for name, frame in shown.tables.items()}
