"""Who bridges others."""

from __future__ import annotations

import math
from collections.abc import Mapping as Map
from collections.abc import Sequence
from typing import Annotated

import typer

from graph.analysis import By
from graph.analysis.composite import PARTS, WEIGHTS
from graph.analysis.draws import SEED
from graph.language import Catalogue
from graph.network import Form as NetworkForm
from tsunagari.cli.bridges import views
from tsunagari.cli.messages import say
from tsunagari.cli.options import Draws, Encoding, Engine, Form, From, Mapping, MorePaths, On, Out, Report, Seed
from tsunagari.cli.output import Format, chosen, emit
from tsunagari.cli.study import Given, finish, studying
from tsunagari.workflow import EngineName

_MOST = 20


def bridges(
    context: typer.Context,
    more: MorePaths = None,
    paths: From = None,
    mapping: Mapping = None,
    encoding: Encoding = None,
    report: Report = None,
    top: Annotated[int | None, typer.Option("--top", min=1, metavar="N")] = None,
    on: On = NetworkForm.PROJECTION,
    stability: Annotated[bool, typer.Option("--stability")] = False,
    roles: Annotated[bool, typer.Option("--roles")] = False,
    by: Annotated[By | None, typer.Option("--by", metavar="sector|municipality|community")] = None,
    composed: Annotated[bool, typer.Option("--composite")] = False,
    weight: Annotated[list[str] | None, typer.Option("--weight", metavar="MEASURE=NUMBER")] = None,
    single: Annotated[bool, typer.Option("--single-points")] = False,
    draws: Draws = None,
    seed: Seed = SEED,
    engine: Engine = EngineName.OWN,
    form: Form = None,
    out: Out = None,
) -> None:
    """Print the organisations that bridge others by rank, or another view of them."""
    given = Given.of(more, paths, mapping, encoding, report)
    asked = {"--stability": stability, "--roles": roles, "--composite": composed, "--single-points": single}
    view = _one(context, [option for option, wanted in asked.items() if wanted])
    if by is not None and not roles:
        raise _misused(context, "only_with", option="--by", views="--roles")
    if weight and not composed:
        raise _misused(context, "only_with", option="--weight", views="--composite")
    if draws == 0 and stability:
        raise _misused(context, "not_with", option="--draws 0", view=view)
    weights = _weights(context, weight or [])
    with studying(given, on, draws, seed, engine) as study:
        if roles:
            shown = views.roles(study, by or By.SECTOR)
        elif composed:
            shown = views.composed(study, weights)
        elif stability:
            shown = views.stability(study)
        elif single:
            shown = views.single_points(study)
        else:
            shown = views.ranked(study, drawn=draws != 0)
    screen = chosen(form, out) is Format.TABLE
    table = shown.legible if screen else shown.whole
    emit(
        table if top is None else table.head(top),
        form,
        out,
        hidden=("organisationId", "cutOffIds"),
        headings=shown.headings,
        most=top or _MOST,
    )
    if not study.network.number_of_edges():
        say("no_ties")
    else:
        for key, values in shown.sentences:
            say(key, **values)
    finish(given)


def _one(context: typer.Context, views: Sequence[str]) -> str:
    if len(views) > 1:
        raise _misused(context, "one_view", options=", ".join(views))
    return views[0] if views else "tsunagari bridges"


def _weights(context: typer.Context, given: Sequence[str]) -> Map[str, float]:
    """Return the weights of the parts that ``MEASURE=NUMBER`` name, or the usual ones."""
    found = {}
    for text in given:
        name, _, number = text.partition("=")
        try:
            found[name] = float(number)
        except ValueError:
            found[name] = math.nan
        if name not in PARTS or not 0 <= found[name] < math.inf:
            raise _misused(context, "no_weight", text=text, names=", ".join(PARTS))
    if found and not any(found.values()):
        raise _misused(context, "no_weights")
    return found or WEIGHTS


def _misused(context: typer.Context, key: str, **values: object) -> typer.BadParameter:
    return typer.BadParameter(str(Catalogue("tsunagari").text(f"usage.{key}", **values)), ctx=context)
