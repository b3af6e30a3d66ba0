"""Gaps in the order in which to look at them."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from graph.analysis import Coverage, State, Study, coverage
from graph.analysis.gaps import gaps
from tsunagari import tables
from tsunagari.cli.gaps.view import Asked, Sentence, View

_BRIEF = (
    "state",
    "reportedNone",
    "population",
    "workers",
    "needsPart",
    "peoplePart",
    "nearPart",
    "tiedPart",
    "resourcesPart",
    "helpers",
    "helperKm",
    "helperBorders",
    "helperSteps",
    "resources",
    "resourceFits",
)
_HIDDEN = ("municipalityId", "themeId", "helperIds", "resourceIds")


def ranked(study: Study, asked: Asked) -> View:
    """Return the gaps by their score, and what to read first."""
    covered = coverage(study.graph, wards=True) if asked.wards else study.coverage
    network = study.network
    study.progress.start("gaps")
    found = gaps(study.graph, network, covered, unknown=asked.unknown, as_of=asked.as_of)
    table = tables.gaps.ranked(study, found)
    brief = [column for column in _BRIEF if column != "state" or not asked.unknown]
    return View(table, _HIDDEN, brief, list(_sentences(table, covered, asked)))


def _sentences(table: pd.DataFrame, covered: Coverage, asked: Asked) -> Iterator[Sentence]:
    if covered.cells.empty:
        yield "no_cells", {}
        return
    empty = table[table["state"] == State.NONE]
    needed = int((empty["openNeeds"] > 0).sum())
    counts = {"gaps": len(empty), "needed": needed, "reported": len(empty) - needed}
    yield ("gaps" if len(empty) else "no_gaps"), counts
    if len(table):
        first = table.iloc[0]
        yield (
            "first_gap_helped" if first["nearest"] else "first_gap",
            {name: first[name] for name in ("municipality", "theme", "openNeeds", "nearest", "resourcesFitting")},
        )
        unpeopled = int(table["population"].isna().sum())
        if unpeopled:
            yield "no_population", {"count": unpeopled}
    if not asked.unknown:
        silent = len(covered.gaps(State.UNKNOWN))
        if silent:
            yield "unknown_cells", {"count": silent}
