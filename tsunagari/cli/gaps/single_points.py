"""What hangs on one organisation or one tie."""

from __future__ import annotations

from graph.analysis import Study
from graph.analysis.single_points import SinglePoints
from graph.analysis.single_points import single_points as find
from graph.language import language
from tsunagari import tables
from tsunagari.cli.gaps.view import Asked, Sentence, View

_NAMED = 3
_HIDDEN = ("municipalityId", "themeId", "organisationId", "partnerId", "cutOffIds")
BRIEF = ("sector", "pairsLost", "cells", "communitiesHeld", "cutOff", "sharedCollaborations", "declared")


def single_points(study: Study, asked: Asked) -> View:
    """Return all that hangs on one, and what would be lost most."""
    found = find(study.graph, study.network, study.communities.of(), wards=True) if asked.wards else study.single_points
    return View(tables.gaps.single_points(study, found), _HIDDEN, BRIEF, _sentences(study, found))


def _sentences(study: Study, found: SinglePoints) -> list[Sentence]:
    """Return what the organisations on which something hangs mean."""
    cells: list[Sentence] = [("single_cells", {"cells": len(found.cells)})] if len(found.cells) else []
    if not study.network.number_of_edges():
        return [("no_ties", {}), *cells]
    costly = found.organisations[found.organisations["separated"] > 0]
    if costly.empty:
        return [("no_single_points", {}), *cells]
    first = costly.iloc[0]
    named = tables.names(study.graph)
    values = {
        "organisation": named[first["organisation"]],
        "separated": first["separated"],
        "names": ("、" if language() == "ja" else ", ").join(named[one] for one in first["cutOff"][:_NAMED])
        + ("…" if first["separated"] > _NAMED else ""),
        "pairs": f"{first['pairsLost']:,}",
    }
    return [("single_points", {"points": len(costly), "ties": len(found.ties)}), ("first_single_point", values), *cells]
