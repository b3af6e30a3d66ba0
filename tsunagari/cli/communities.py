"""Which organisations hold together."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Map
from typing import Annotated

import pandas as pd
import typer

from graph.analysis import Study
from tsunagari import tables
from tsunagari.cli.messages import say
from tsunagari.cli.options import Encoding, Engine, Form, From, Mapping, MorePaths, Out, Report
from tsunagari.cli.output import emit
from tsunagari.cli.study import Given, finish, studying
from tsunagari.cli.views import one_view
from tsunagari.workflow import EngineName

_VIEWS: Map[str, Callable[[Study], pd.DataFrame]] = {
    "": tables.communities,
    "--members": tables.community_members,
    "--typical": tables.community_traits,
    "--sweep": tables.resolutions,
}
_BRIEF: Map[str, tuple[str, ...]] = {
    "": ("themes", "municipalities", "sectors"),
    "--members": ("communityName",),
    "--typical": ("communityName", "overall", "weight"),
    "--sweep": (),
}


def communities(
    context: typer.Context,
    more: MorePaths = None,
    paths: From = None,
    mapping: Mapping = None,
    encoding: Encoding = None,
    report: Report = None,
    members: Annotated[bool, typer.Option("--members")] = False,
    typical: Annotated[bool, typer.Option("--typical")] = False,
    sweep: Annotated[bool, typer.Option("--sweep")] = False,
    engine: Engine = EngineName.OWN,
    form: Form = None,
    out: Out = None,
) -> None:
    """Print the groups of organisations that hold together, or another view of them."""
    view = one_view(context, {"--members": members, "--typical": typical, "--sweep": sweep})
    given = Given.of(more, paths, mapping, encoding, report)
    with studying(given, engine=engine) as study:
        table = _VIEWS[view](study)
    emit(table, form, out, hidden=("organisationId", "valueId"), brief=_BRIEF[view])
    if not study.network.number_of_edges():
        say("no_ties")
    else:
        found = study.communities
        say("resolution", runs=found.runs, resolution=f"{found.resolution:.2f}")
        say("modularity", value=f"{found.modularity:.2f}")
    finish(given)
