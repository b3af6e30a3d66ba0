"""The heat map small: how much is covered and where the gaps lie, without names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from graph.analysis import Coverage, State

_MOST_ACROSS, _MOST_DOWN = 80, 40
_STEP, _SIDE = 10, 8.5


@dataclass(frozen=True)
class Miniature:
    """Cells as one path a state: municipalities across, themes down.

    Attributes
    ----------
    across, down
        Municipalities and narrow themes there are.
    width, height
        Of the picture.
    paths
        The squares of each state.
    """

    across: int
    down: int
    width: int
    height: int
    paths: Mapping[State, str]


def miniature(coverage: Coverage) -> Miniature | None:
    """Return the picture of `coverage`; of very many municipalities those with most gaps; None without a cell."""
    themes = list(coverage.themes["theme"])
    cells = coverage.cells[coverage.cells["theme"].isin(themes)]
    if cells.empty:
        return None
    empty = (cells["state"] == State.NONE).groupby(cells["municipality"], sort=False).sum()
    first = set(empty.sort_values(ascending=False, kind="stable").index[:_MOST_ACROSS])
    across = {place: i for i, place in enumerate(place for place in empty.index if place in first)}
    down = {theme: i for i, theme in enumerate(themes[:_MOST_DOWN])}
    shown = cells[cells["municipality"].isin(across) & cells["theme"].isin(down)]
    return Miniature(
        across=len(empty),
        down=len(themes),
        width=_STEP * len(across),
        height=_STEP * len(down),
        paths={state: _squares(shown[shown["state"] == state], across, down) for state in State},
    )


def _squares(cells: pd.DataFrame, across: Mapping[str, int], down: Mapping[str, int]) -> str:
    return "".join(
        f"M{across[place] * _STEP} {down[theme] * _STEP}h{_SIDE}v{_SIDE}h-{_SIDE}z"
        for place, theme in zip(cells["municipality"], cells["theme"], strict=True)
    )
