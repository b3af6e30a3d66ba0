"""Organisations with no partner or one."""

from __future__ import annotations

from graph.analysis import Study
from tsunagari import tables
from tsunagari.cli.gaps.view import Asked, View


def isolates(study: Study, asked: Asked) -> View:  # noqa: ARG001 - every view is asked alike
    """Return the organisations that nobody or one alone is tied to, and how many could join something."""
    table = tables.gaps.isolates(study)
    counts = {
        "alone": int((table["partners"] == 0).sum()),
        "one": int((table["partners"] == 1).sum()),
        "open": int((table["openingsThere"] > 0).sum()),
    }
    return View(
        table,
        ("organisationId", "partnerId", "openingIds"),
        ("openings",),
        [("isolates" if len(table) else "no_isolates", counts)],
    )
