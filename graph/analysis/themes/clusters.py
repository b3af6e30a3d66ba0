"""Groups of themes that the same members share, or that the tree of themes puts together."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
import pandas as pd

from graph.analysis.communities.consensus import consensus
from graph.analysis.communities.leiden import Leiden
from graph.analysis.draws import SEED
from graph.network import KnowledgeGraph, origins, with_label

_RUNS = 50


class Basis(StrEnum):
    """What puts themes together."""

    MEMBERS = "members"
    TREE = "tree"


def clusters(graph: KnowledgeGraph, pairs: pd.DataFrame, themes: Sequence[str]) -> list[tuple[Basis, tuple[str, ...]]]:
    """Return groups of two or more themes, those that members share first, the largest first.

    Validated pairs are a network of themes, weighted by how many common members they have beyond what is expected;
    its communities (Leiden, consensus of 50 runs) are the groups that members share. Themes in none of them are put
    together with those under the same broader theme.

    Parameters
    ----------
    pairs
        As `backbone.backbone` returns them.
    themes
        The themes that members work on.
    """
    shared = _shared(pairs[pairs["validated"].astype(bool)])
    left = set(themes).difference(*shared)
    trees = [sorted(origins(graph, broad, "BROADER") & left) for broad in with_label(graph, "Theme")]
    ordered = sorted(shared, key=lambda group: (-len(group), group))
    return [
        *((Basis.MEMBERS, tuple(group)) for group in ordered),
        *((Basis.TREE, tuple(group)) for group in trees if len(group) > 1),
    ]


def _shared(validated: pd.DataFrame) -> list[list[str]]:
    if validated.empty:
        return []
    themes = sorted({*validated["theme"], *validated["otherTheme"]})
    place = {theme: i for i, theme in enumerate(themes)}
    starts = np.array([place[theme] for theme in validated["theme"]], np.int64)
    ends = np.array([place[theme] for theme in validated["otherTheme"]], np.int64)
    beyond = (validated["common"] - validated["expected"]).to_numpy(np.float64)
    seeds = np.random.default_rng(SEED).integers(2**31, size=_RUNS).tolist()
    labels = consensus(Leiden(starts, ends, beyond, len(themes)).runs(1.0, seeds), (starts, ends), seeds)
    groups: dict[int, list[str]] = {}
    for theme, label in zip(themes, labels.tolist(), strict=True):
        groups.setdefault(label, []).append(theme)
    return list(groups.values())
