"""What can be seen of bridging actors: the whole table, the one for the screen, and what is said below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from graph.analysis import By, Study, brokerage_roles, composite
from graph.analysis.significance import LEVEL
from graph.language import Catalogue
from tsunagari import tables
from tsunagari.cli.gaps.single_points import BRIEF

_Sentences = Sequence[tuple[str, Mapping[str, object]]]


@dataclass(frozen=True)
class View:
    """Tables, and sentences that say what they mean.

    Attributes
    ----------
    whole, legible
        For programs and workbooks, and for the screen.
    sentences
        Keys of the catalogue's ``messages`` with their values.
    headings
        What people read above a column, where it is not the catalogue's.
    """

    whole: pd.DataFrame
    legible: pd.DataFrame
    sentences: _Sentences = ()
    headings: Mapping[str, str] = field(default_factory=dict)


def ranked(study: Study, *, drawn: bool) -> View:
    """Return who bridges, by betweenness; `drawn`: against chance and with intervals of ranks."""
    table = tables.bridges(study, drawn=drawn)
    drawing = list(_drawing(study, table)) if drawn else []
    if study.brokerage.error:
        drawing.append(("bridges_estimated", {"error": f"{study.brokerage.error:.4f}"}))
    headings = {"ratio": str(Catalogue("tsunagari").text("columns.timesChance"))}
    return View(table, tables.legible.bridges(table), [*drawing, ("bridges_joined", {})], headings)


def stability(study: Study) -> View:
    """Return between which ranks organisations lie."""
    table = tables.stable(study)
    legible = tables.legible.stable(table)
    if table.empty:
        return View(table, legible)
    missing = ("bridges_missing", {"draws": f"{study.stability.draws:,}"})
    return View(table, legible, [*_first(table), *_ranks(study), missing])


def single_points(study: Study) -> View:
    """Return the organisations without which the network falls apart."""
    table = tables.single_points(study)
    return View(table, table.drop(columns=list(BRIEF), errors="ignore"))


def composed(study: Study, weights: Mapping[str, float]) -> View:
    """Return the composite rank with its parts and weights."""
    found = composite(study.brokerage, weights)
    table = tables.composed(study, found)
    known = Catalogue("tsunagari")
    named = {name: str(known.text(f"columns.{name}")) for name in found.weights}
    headings = {f"{name}Part": f"{named[name]} ×{weight:.2f}" for name, weight in found.weights.items()}
    parts = str(known.text("joint")).join(f"{named[name]} {weight:.2f}" for name, weight in found.weights.items())
    return View(table, tables.legible.composed(table), [("bridges_composite", {"parts": parts})], headings)


def roles(study: Study, by: By) -> View:
    """Return the brokerage roles between sectors, municipalities or communities."""
    community = study.communities.of()
    study.progress.start("roles")
    found = brokerage_roles(study.graph, study.network, by, community)
    table = tables.brokering(study, found, by)
    legible = tables.legible.brokering(table, directed=found.directed)
    group = str(Catalogue("tsunagari").text(f"columns.{by}"))
    said = "bridges_roles_directed" if found.directed else "bridges_roles"
    return View(table, legible, [(said, {"group": group})], {"group": group})


def _drawing(study: Study, table: pd.DataFrame) -> Iterator[tuple[str, Mapping[str, object]]]:
    if not study.significance.tested:
        yield "bridges_nobody", {}
        return
    yield from _first(table)
    yield from _chance(study)
    yield from _ranks(study)


def _first(table: pd.DataFrame) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Say between which ranks the first lies, to give an example of how the table is read."""
    first = table.iloc[0]
    ranks = tables.legible.interval(first["rankLow"], first["rankHigh"])
    yield "bridges_first", {"organisation": first["organisation"], "ranks": ranks}


def _chance(study: Study) -> Iterator[tuple[str, Mapping[str, object]]]:
    found = study.significance
    significant = int((found.table["q"] < LEVEL).sum())
    yield (
        "bridges_chance",
        {"draws": f"{found.draws:,}", "seed": found.seed, "significant": significant, "tested": found.tested},
    )
    if found.sources is not None:
        yield "bridges_sampled", {"sources": f"{found.sources:,}"}
    if found.undecided:
        yield "bridges_undecided", {"undecided": found.undecided, "draws": f"{found.draws:,}", "enough": found.enough}


def _ranks(study: Study) -> Iterator[tuple[str, Mapping[str, object]]]:
    yield "bridges_ranks", {"draws": f"{study.stability.draws:,}", "seed": study.stability.seed}
