"""Which organisations hold together."""

from __future__ import annotations

from tsunagari import tables
from tsunagari.cli.messages import say
from tsunagari.cli.options import Encoding, Form, From, Mapping, MorePaths, Out, Report
from tsunagari.cli.output import emit
from tsunagari.cli.study import Given, finish, studying


def communities(
    more: MorePaths = None,
    paths: From = None,
    mapping: Mapping = None,
    encoding: Encoding = None,
    report: Report = None,
    form: Form = None,
    out: Out = None,
) -> None:
    """Print the groups of organisations that hold together."""
    given = Given.of(more, paths, mapping, encoding, report)
    with studying(given) as study:
        table = tables.communities(study)
    emit(table, form, out)
    if not study.network.number_of_edges():
        say("no_ties")
    else:
        say("modularity", value=f"{study.communities.modularity:.2f}")
    finish(given)
