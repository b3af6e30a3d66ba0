import re
from itertools import pairwise

import pytest

from loaders.municipalities import municipalities
from viz.views.boundaries import Frame, boundaries, union
from viz.views.outline import Outline, area

Point = tuple[int, int]


def rings(path: str) -> list[list[Point]]:
    """Read a path of relative steps back into corners."""
    found = []
    for part in re.findall(r"M([^Mz]*)z", path):
        head, _, steps = part.partition("l")
        numbers = [int(number) for number in re.findall(r"-?\d+", f"{head} {steps}")]
        x, y = 0, 0
        corners = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            corners.append((x, y))
        found.append(corners)
    return found


def edges(path: str) -> set[frozenset[Point]]:
    return {frozenset(edge) for ring in rings(path) for edge in pairwise([*ring, ring[0]])}


def test_every_ward_city_and_town_has_a_shape() -> None:
    # data/README.md: 28 wards and 30 other municipalities; three cities are made of wards.
    held = boundaries()
    assert len(held.outlines) == 61
    assert {municipalities()[code].prefecture for code in held.outlines} == {"神奈川県"}


def test_the_shapes_are_small() -> None:
    assert sum(len(outline.path) for outline in boundaries().outlines.values()) < 40_000


def test_neighbours_have_one_border() -> None:
    # 大和市 and 座間市 lie side by side, and so do the wards 鶴見区 and 神奈川区: they share sides, point for point.
    outlines = boundaries().outlines
    for one, other in (("142131", "142166"), ("141011", "141020")):
        assert len(edges(outlines[one].path) & edges(outlines[other].path)) > 1


def test_a_city_has_the_area_of_its_wards() -> None:
    outlines = boundaries().outlines
    for city in ("141003", "141305", "141500"):
        wards = [code for code in outlines if municipalities()[code].city == city]
        own, parts = (
            sum(area(ring) for code in codes for ring in rings(outlines[code].path)) for codes in ([city], wards)
        )
        assert own == pytest.approx(parts, rel=0.01)
        # Inner borders are gone: a side that two wards share is none of the city's.
        shared = edges(outlines[wards[0]].path) & edges(outlines[wards[1]].path)
        assert not shared & edges(outlines[city].path)


def test_a_union_of_two_squares_loses_the_side_between_them() -> None:
    left: list[Point] = [(0, 0), (1, 0), (1, 1), (0, 1)]
    right: list[Point] = [(1, 0), (2, 0), (2, 1), (1, 1)]
    (ring,) = union([left, right])
    assert area(ring) == 2
    assert frozenset({(1, 0), (1, 1)}) not in {frozenset(edge) for edge in pairwise([*ring, ring[0]])}


def test_a_path_is_relative_and_its_middle_has_most_room() -> None:
    outline = Outline.of([[(0, 0), (40, 0), (40, 20), (0, 20)], [(90, 90), (91, 90), (91, 91)]])
    # The speck of half a unit is left out.
    assert outline.path == "M0 0l40 0 0 20-40 0z"
    assert abs(outline.x - 20) <= 2
    assert abs(outline.y - 10) <= 1
    assert outline.room == pytest.approx(20 / 2.2, abs=1)


def test_a_frame_is_true_to_scale_in_the_middle() -> None:
    # A degree of longitude at 60 degrees north is half a degree of latitude.
    frame = Frame.of([(0.0, 59.0), (2.0, 61.0)])
    (x, y), (x2, y2) = frame.place(0, 61), frame.place(2, 59)
    assert abs((x2 - x) * 2 - (y2 - y)) <= 2
