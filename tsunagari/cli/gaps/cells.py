"""Every municipality and theme."""

from __future__ import annotations

from graph.analysis import State, Study, coverage
from tsunagari import tables
from tsunagari.cli.gaps.view import Asked, View


def cells(study: Study, asked: Asked) -> View:
    """Return all cells of the coverage, and how many are of each state."""
    covered = coverage(study.graph, wards=True) if asked.wards else study.coverage
    table = tables.gaps.cells(study, covered)
    counts = {str(state): int((table["state"] == state).sum()) for state in State}
    sentence = ("cells", {"cells": len(table), **counts}) if len(table) else ("no_cells", {})
    return View(table, ("municipalityId", "themeId", "evidence"), ("collaborations", "population"), [sentence])
