"""Findings: all that an analysis says, the one thing that pages are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx
import pandas as pd

from graph.analysis.brokerage import Brokerage
from graph.analysis.communities import Communities
from graph.analysis.coverage import Coverage
from graph.analysis.gaps import Gaps
from graph.analysis.holes import Holes
from graph.analysis.horizontal import Horizontal
from graph.analysis.introductions import Introductions
from graph.analysis.isolates import Isolates
from graph.analysis.layout import Place, positions
from graph.analysis.needs import Needs
from graph.analysis.roles import BrokerageRoles
from graph.analysis.significance import Significance
from graph.analysis.single_points import SinglePoints
from graph.analysis.stability import Stability
from graph.analysis.study import Study
from graph.analysis.themes import Themes
from graph.dataset import Dataset
from graph.network import Form, KnowledgeGraph
from graph.progress import SILENT, Progress

DRAWN = ("Organisation", "Municipality", "Theme", "Collaboration", "Case", "Event", "Need", "Resource", "Place")
"""Labels that the network picture shows."""

# Ties to places and themes say less about who belongs together than taking part does.
_PULL = {"PARTICIPATES_IN": 1.0, "TIED_TO": 1.0, "LOCATED_IN": 0.3, "WORKS_ON": 0.1, "SERVES": 0.1, "ADJACENT_TO": 0.3}
_PULL_OTHER = 0.5


@dataclass(frozen=True)
class Findings:
    """What was found, with the Dataset that it was found in.

    Attributes
    ----------
    wards
        The cells of municipalities that are part of another, as `Coverage.cells` has those of the others.
    significance, stability
        None when no draws were asked for.
    horizontal
        None where nobody can be taken for the secretariat.
    brokerage_without
        Measures of the other organisations without the secretariat, and independent of it, as `Horizontal` calls them;
        empty where nobody can be taken for it.
    roles
        Brokerage roles between sectors.
    network
        The ties of the network of organisations: columns start, end, weight, collaborations, declared.
    form
        What ties two organisations there; bipartite where the projection would be too large.
    positions
        A place for each drawn node: columns id, x, y.
    whole
        How many organisations were analysed; more than are in the Dataset where this is a part (see
        `graph.analysis.part.part`).
    municipality
        Id of the municipality that this is the part of, or None.
    """

    dataset: Dataset
    coverage: Coverage
    wards: pd.DataFrame
    brokerage: Brokerage
    communities: Communities
    significance: Significance | None
    stability: Stability | None
    gaps: Gaps
    single_points: SinglePoints
    isolates: Isolates
    horizontal: Horizontal | None
    brokerage_without: Mapping[str, Brokerage]
    roles: BrokerageRoles
    holes: Holes
    introductions: Introductions
    needs: Needs
    themes: Themes
    network: pd.DataFrame
    form: Form
    positions: pd.DataFrame
    whole: int
    municipality: str | None = None


def analyse(
    dataset: Dataset,
    progress: Progress = SILENT,
    draws: int | None = None,
    earlier: Mapping[str, Place] | None = None,
) -> Findings:
    """Run every analysis on `dataset`.

    Parameters
    ----------
    progress
        Told of each step when it begins.
    draws
        Of significance and stability (see `Study`); 0 leaves both out.
    earlier
        Places of nodes in an earlier picture, which this one is to be like (see `graph.analysis.layout`).
    """
    return of_study(Study(dataset, progress, draws=draws), earlier)


def of_study(study: Study, earlier: Mapping[str, Place] | None = None) -> Findings:
    """Return what a study finds, as `analyse` does."""
    covered, grouped, bridges = study.coverage, study.communities, study.brokerage
    significance, stability = (None, None) if study.draws == 0 else (study.significance, study.stability)
    gaps, single_points, holes, themes = study.gaps, study.single_points, study.holes, study.themes
    meetings = study.introductions
    study.progress.start("layout")
    places = positions(drawn(study.graph), earlier)
    ties = [
        (*sorted((a, b)), data["weight"], data["collaborations"], data["declared"])
        for a, b, data in study.network.edges(data=True)
    ]
    return Findings(
        dataset=study.dataset,
        coverage=covered,
        wards=study.wards,
        brokerage=bridges,
        communities=grouped,
        significance=significance,
        stability=stability,
        gaps=gaps,
        single_points=single_points,
        isolates=study.isolates,
        horizontal=study.horizontal,
        brokerage_without=study.brokerage_without,
        roles=study.roles,
        holes=holes,
        introductions=meetings,
        needs=study.needs,
        themes=themes,
        network=pd.DataFrame(sorted(ties), columns=["start", "end", "weight", "collaborations", "declared"]),
        form=study.network.graph["form"],
        positions=pd.DataFrame([(node, x, y) for node, (x, y) in places.items()], columns=["id", "x", "y"]),
        whole=len(study.brokerage.table),
    )


def drawn(graph: KnowledgeGraph) -> nx.Graph[Any]:
    """Return what the network picture shows of `graph`, the weights of ties saying how strongly they attract."""
    shown: nx.Graph[Any] = nx.Graph()
    shown.add_nodes_from(node for node, data in graph.nodes(data=True) if data["label"] in DRAWN)
    for a, b, data in graph.edges(data=True):
        if a in shown and b in shown:
            pull = _PULL.get(data["type"], _PULL_OTHER)
            shown.add_edge(a, b, weight=max(pull, shown.get_edge_data(a, b, {}).get("weight", 0.0)))
    return shown
