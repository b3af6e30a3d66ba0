"""Which member works on which theme, as a matrix."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.network import KnowledgeGraph, targets, with_label


@dataclass(frozen=True)
class Incidence:
    """Members down, themes across.

    Attributes
    ----------
    members
        Organisations that have not left and work on some theme, sorted.
    themes
        Themes that some of them work on, sorted.
    matrix
        Shape (members, themes): whether the member works on the theme.
    """

    members: list[str]
    themes: list[str]
    matrix: npt.NDArray[np.bool_]


def incidence(graph: KnowledgeGraph) -> Incidence:
    """Return who works on what, as it is stated: who works on a theme is not counted for the broader one.

    Organisations that have left (`memberUntil`) do not count.
    """
    current = [node for node in with_label(graph, "Organisation") if "memberUntil" not in graph.nodes[node]]
    works = {node: found for node in current if (found := targets(graph, node, "WORKS_ON"))}
    themes = sorted(set().union(*works.values()))
    place = {theme: i for i, theme in enumerate(themes)}
    matrix = np.zeros((len(works), len(themes)), np.bool_)
    for row, found in enumerate(works.values()):
        matrix[row, [place[theme] for theme in found]] = True
    return Incidence(list(works), themes, matrix)
