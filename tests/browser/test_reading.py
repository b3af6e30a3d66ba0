from pathlib import Path

import pytest

from graph.analysis import Findings
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


def test_ticks_filter_as_pandas_counts(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=network")
    counts = {label: len(frame) for label, frame in findings.dataset.nodes.items()}
    drawn = sum(counts.values()) - counts["Source"]
    for kind in ("Municipality", "Collaboration"):
        shown.page.uncheck(f"[data-kind={kind}]")
    assert shown.page.inner_text("#shown") == f"表示中 {counts['Organisation']} / {drawn}"
    shown.page.uncheck("[data-kind=Organisation]")
    assert shown.page.is_visible("#none-shown")
    shown.page.click("#reset")
    assert shown.page.is_checked("[data-kind=Organisation]")
    assert shown.page.is_hidden("#none-shown")


def test_narrowing_to_a_city_takes_its_wards_along(atlas: Path, opened: Open, findings: Findings) -> None:
    dataset = findings.dataset
    wards = dataset["PART_OF"]
    places = {"M141003", *wards[wards["end"] == "M141003"]["start"]}
    near = set(places)
    for kind in ("LOCATED_IN", "SERVES", "TAKES_PLACE_IN"):
        frame = dataset[kind]
        near |= set(frame[frame["end"].isin(places)]["start"])
    shown_at_first = (
        set(dataset["Organisation"]["id"]) | set(dataset["Collaboration"]["id"]) | set(dataset["Municipality"]["id"])
    )
    shown = opened(atlas, "#view=network")
    shown.page.select_option("#by-municipality", "M141003")
    ids: list[str] = shown.page.evaluate("Picture.shown().map(Nodes.id)")
    assert set(ids) == near & shown_at_first
    assert len(ids) == len(set(ids)) > 3


def test_a_community_shows_its_members_and_what_they_are_tied_to(atlas: Path, opened: Open, findings: Findings) -> None:
    members = findings.communities.members
    first = set(members[members["community"] == 1]["organisation"])
    dataset = findings.dataset
    near: dict[str, set[str]] = {"Organisation": first}
    for label, kinds in {
        "Municipality": ["LOCATED_IN", "SERVES"],
        "Theme": ["WORKS_ON"],
        "Collaboration": ["PARTICIPATES_IN"],
        "Need": ["HAS_NEED"],
        "Resource": ["OFFERS"],
    }.items():
        frames = [dataset[kind] for kind in kinds]
        near[label] = {end for frame in frames for end in frame[frame["start"].isin(first)]["end"]}
    shown = opened(atlas, "#view=network")
    for kind in ("Theme", "Need", "Resource"):
        shown.page.check(f"[data-kind={kind}]")
    shown.page.select_option("#by-community", "1")
    pairs: list[list[str]] = shown.page.evaluate("Picture.shown().map((n) => [Nodes.label(n), Nodes.id(n)])")
    found = {label: {id_ for kind, id_ in pairs if kind == label} for label in near}
    assert found == near
    assert {len(ids) > 0 for ids in near.values()} == {True}
    assert shown.page.inner_text("#shown").startswith(f"表示中 {sum(map(len, near.values()))} /")


def test_a_click_on_a_node_chooses_it_and_on_nothing_lets_go(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=network")
    spot: dict[str, float] = shown.page.evaluate("Picture.spot(Nodes.number('M141003'))")
    box = shown.page.locator("#network").bounding_box()
    assert box
    shown.page.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
    shown.page.wait_for_selector("#panel h2")
    assert shown.page.inner_text("#panel h2") == "横浜市"
    shown.page.mouse.click(box["x"] + 3, box["y"] + 3)
    shown.page.wait_for_selector("#panel h2", state="detached")
