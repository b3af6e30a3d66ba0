"""The map: a shape for each municipality and ward, and where places lie on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from graph.analysis import Findings
from loaders.municipalities import municipalities
from viz.table import Nodes
from viz.views.boundaries import CREDIT, Boundaries, Frame, boundaries
from viz.views.outline import Outline

_MARGIN = 12
_DISC = 14
_POSITION = ["longitude", "latitude"]


@dataclass(frozen=True)
class Area:
    """The shape of a municipality.

    Attributes
    ----------
    unit
        When it is shown: ``city`` or ``ward`` where a city has wards, else ``both``.
    """

    node: int
    outline: Outline
    unit: str


@dataclass(frozen=True)
class Atlas:
    """What the map shows.

    Attributes
    ----------
    box
        The SVG's ``viewBox``.
    others
        Paths of shapes without a municipality in the data.
    unbounded
        Municipalities without a shape, by node number.
    credit
        The credit line of the boundaries, or None where none is drawn.
    """

    box: str
    areas: list[Area]
    others: list[str]
    unbounded: list[int]
    credit: str | None
    data: dict[str, object]


def atlas(findings: Findings, nodes: Nodes) -> Atlas:
    """Return the map of the municipalities of `findings`; without a boundary for any, of their positions alone."""
    towns = findings.dataset["Municipality"]
    held = boundaries()
    codes = dict(zip(towns["id"], towns["code"].astype(str), strict=True))
    bounded = any(code in held.outlines for code in codes.values())
    frame = held.frame if bounded else _frame_of(towns)
    if bounded:
        areas = list(_bounded(codes, held, nodes))
        others = [held.outlines[code].path for code in sorted(_others(set(codes.values()), held))]
    else:
        areas, others = list(_discs(towns, frame, nodes)), []
    drawn = {area.node for area in areas}
    return Atlas(
        box=f"{-_MARGIN} {-_MARGIN} {frame.width + 2 * _MARGIN} {frame.height + 2 * _MARGIN}",
        areas=areas,
        others=others,
        unbounded=[nodes.number[id_] for id_ in codes if nodes.number[id_] not in drawn],
        credit=CREDIT if bounded else None,
        data={
            "areas": {
                "node": [area.node for area in areas],
                "unit": [area.unit for area in areas],
                "x": [area.outline.x for area in areas],
                "y": [area.outline.y for area in areas],
                "room": [area.outline.room for area in areas],
            },
            "places": _places(findings, frame, nodes),
        },
    )


def _bounded(codes: dict[str, str], held: Boundaries, nodes: Nodes) -> Iterator[Area]:
    """Yield shapes, those of wards before those of cities, which lie over them."""
    present = set(codes.values())
    cities = {municipalities()[code].city for code in present & set(held.outlines)} & present
    found = [
        Area(nodes.number[id_], held.outlines[code], _unit(code, cities, present))
        for id_, code in codes.items()
        if code in held.outlines
    ]
    yield from sorted(found, key=lambda area: area.unit == "city")


def _unit(code: str, cities: set[str | None], present: set[str]) -> str:
    if code in cities:
        return "city"
    return "ward" if municipalities()[code].city in present else "both"


def _others(present: set[str], held: Boundaries) -> Iterator[str]:
    """Yield codes of shapes of which neither they nor their city are in the data; of cities, their wards."""
    cities = {municipalities()[code].city for code in held.outlines}
    return (code for code in held.outlines if not {code, municipalities()[code].city} & present and code not in cities)


def _frame_of(towns: pd.DataFrame) -> Frame:
    return Frame.of([place for _, place in _positions(towns)] or [(0.0, 0.0)])


def _positions(frame: pd.DataFrame) -> Iterator[tuple[str, tuple[float, float]]]:
    """Yield id, longitude and latitude of those that have both."""
    known = frame[["id", *_POSITION]].dropna()
    for id_, longitude, latitude in known.itertuples(index=False):
        yield str(id_), (float(longitude), float(latitude))


def _discs(towns: pd.DataFrame, frame: Frame, nodes: Nodes) -> Iterator[Area]:
    for id_, place in _positions(towns):
        yield Area(nodes.number[id_], Outline.disc(frame.place(*place), _DISC), "both")


def _places(findings: Findings, frame: Frame, nodes: Nodes) -> dict[str, list[int]]:
    """Return the places that lie on the map: node, x, y."""
    points = [(nodes.number[id_], *frame.place(*place)) for id_, place in _positions(findings.dataset["Place"])]
    shown = [(node, x, y) for node, x, y in points if frame.holds((x, y))]
    return {name: [point[i] for point in shown] for i, name in enumerate(("node", "x", "y"))}
