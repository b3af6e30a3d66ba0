"""What holds without the secretariat or the local governments."""

from __future__ import annotations

import math
from collections.abc import Iterator

from graph.analysis import Study
from graph.analysis.horizontal import Horizontal, secretariat
from graph.analysis.horizontal import horizontal as find
from graph.errors import QueryError
from graph.network import organisations
from tsunagari import tables
from tsunagari.cli.gaps.view import Asked, Sentence, View
from tsunagari.named import named

_GOVERNMENT = "localGovernment"


class CannotTakeOut(QueryError):
    """It is not known which organisations are to be taken out."""

    package = "tsunagari"


def horizontal(study: Study, asked: Asked) -> View:
    """Return what holds between the others, and who is taken out and why."""
    removed = {named(study.dataset, text, "Organisation", option="--without") for text in asked.without}
    taken_for = None if removed else secretariat(study.graph)
    if taken_for is not None:
        removed.add(taken_for)
    if asked.without_governments:
        removed |= _governments(study)
    if not removed:
        raise CannotTakeOut("no_secretariat")
    found = find(study.graph, study.network, removed)
    said = list(_sentences(study, found, taken_for))
    return View(tables.gaps.horizontal(study, found), ("organisationId",), (), said, whole=("measures",))


def _governments(study: Study) -> set[str]:
    sectors = study.network.nodes(data="sector")
    return {node for node in organisations(study.network) if sectors[node] == _GOVERNMENT}


def _sentences(study: Study, found: Horizontal, taken_for: str | None) -> Iterator[Sentence]:
    if taken_for is not None:
        yield "taken_for_secretariat", {"organisation": tables.names(study.graph)[taken_for]}
    if not study.network.number_of_edges():
        yield "no_ties", {}
        return
    table = found.measures.set_index("measure")
    values = {
        f"{short}_{column}": _percent(float(table[column][measure]))
        for short, measure in (("pairs", "pairsShare"), ("ties", "tiesShare"))
        for column in ("before", "without", "independent")
    }
    yield "horizontal", {"removed": len(found.removed), **values}
    losing = found.organisations
    counts = {column: int(losing[column].notna().sum()) for column in ("without", "independent")}
    yield ("losing" if len(losing) else "none_losing"), counts


def _percent(share: float) -> str:
    return "—" if math.isnan(share) else f"{share:.0%}"
