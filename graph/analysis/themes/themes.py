"""All that is said of themes."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from graph.analysis.engine import Engine
from graph.analysis.themes.backbone import Null, backbone
from graph.analysis.themes.clusters import clusters
from graph.analysis.themes.duplicates import duplicates
from graph.analysis.themes.incidence import Incidence, incidence
from graph.analysis.themes.working_groups import working_groups
from graph.network import KnowledgeGraph


@dataclass(frozen=True)
class Themes:
    """What members' themes say.

    Attributes
    ----------
    who
        Who works on what.
    pairs
        Pairs of themes that members share, against chance: see `backbone.backbone`.
    groups, members
        Candidate working groups and their would-be members: see `working_groups.WorkingGroups`.
    duplicates
        Pairs of themes that may be one: see `duplicates.duplicates`.
    """

    who: Incidence
    pairs: pd.DataFrame
    groups: pd.DataFrame
    members: pd.DataFrame
    duplicates: pd.DataFrame


def themes(graph: KnowledgeGraph, null: Null = Null.BICM, engine: Engine | None = None) -> Themes:
    """Return what members' themes say, with `null` as chance; an `engine` works out how alike two themes are.

    With no themes, one theme, or all organisations on the same ones, tables are empty or hold what little there is:
    what all members work on, all share by certainty (p is 1).
    """
    who = incidence(graph)
    pairs = backbone(graph, who, null, engine)
    found = working_groups(graph, who, clusters(graph, pairs, who.themes))
    return Themes(who, pairs, found.groups, found.members, duplicates(graph, pairs))
