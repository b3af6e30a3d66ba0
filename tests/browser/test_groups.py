"""Groups in the picture: who is in which, what opens, and what a picture of very many nodes begins with."""

from collections import Counter
from pathlib import Path

import pytest

from graph.analysis import Findings, analyse
from graph.dataset import Dataset
from tests.browser.conftest import Open, Opened
from tests.viz.made_up import CITIES
from viz import page

pytestmark = pytest.mark.browser

MEMBERS = """() => [...document.querySelectorAll("#group-list [data-group]")].map(({ dataset: { group } }) =>
  [group, Groups.members(group).filter((n) => Nodes.label(n) === "Organisation").length])"""
IN_SETS = "Scene.network().body.data.nodes.getIds()"


def members(shown: Opened) -> dict[str, int]:
    """Return how many organisations are in each group that has any."""
    return {group: n for group, n in shown.page.evaluate(MEMBERS) if n}


def test_members_of_communities_are_those_of_the_findings(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=network&groups=community")
    groups = findings.communities.groups
    expected = {str(c): n for c, n in zip(groups["community"], groups["size"], strict=True)}
    found = members(shown)
    assert {group: n for group, n in found.items() if group in expected} == expected
    # The others are in no community: those that nobody is tied to.
    assert sum(found.values()) == len(findings.dataset["Organisation"])
    assert shown.faults() == []


def test_members_of_municipalities_are_those_located_there(atlas: Path, opened: Open, findings: Findings) -> None:
    seats = findings.dataset["LOCATED_IN"].drop_duplicates("start")
    expected = Counter(seats["end"])
    assert members(opened(atlas, "#view=network&groups=municipality")) == expected


def test_members_of_themes_are_those_that_work_on_it_most(atlas: Path, opened: Open, findings: Findings) -> None:
    # The made-up ties say no strength, so that an organisation's first theme holds.
    first = findings.dataset["WORKS_ON"].drop_duplicates("start")
    found = members(opened(atlas, "#view=network&groups=theme"))
    for theme, count in Counter(first["end"]).items():
        # Those without a theme go where most of those that they are tied to are.
        assert found[theme] >= count
    assert sum(found.values()) == len(findings.dataset["Organisation"])


def test_opening_shows_exactly_the_members_and_moves_nobody(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=network&groups=municipality")
    before = set(shown.page.evaluate(IN_SETS))
    places = shown.page.evaluate("Scene.shown().map(({ id, x, y }) => [id, x, y])")
    group = shown.page.locator("#group-list [data-group]").first
    inside = shown.page.evaluate("(key) => Groups.members(key).filter(Filter.shows)", group.get_attribute("data-group"))
    group.focus()
    shown.page.keyboard.press("Enter")
    after = set(shown.page.evaluate(IN_SETS))
    assert after - before == set(inside)
    assert len(before - after) == 1
    assert all(
        place in shown.page.evaluate("Scene.shown().map(({ id, x, y }) => [id, x, y])")
        for place in places
        if place[0] in after
    )
    assert shown.page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"
    shown.page.keyboard.press("Enter")
    assert set(shown.page.evaluate(IN_SETS)) == before


def test_a_click_opens_a_group_and_a_member_s_panel_closes_it(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=network&groups=municipality&kinds=Organisation")
    x, y = shown.page.evaluate("(({ x, y }) => [x, y])(Picture.spot(Scene.shown()[0].id))")
    box = shown.page.locator("#network").bounding_box()
    assert box
    shown.page.mouse.click(box["x"] + x, box["y"] + y)
    shown.page.wait_for_function("() => State.all('expanded').length === 1")
    (group,) = shown.page.evaluate("State.all('expanded')")
    shown.page.evaluate("(key) => Choice.choose(Groups.members(key).find(Filter.shows))", group)
    shown.page.click("#panel [data-group]")
    assert shown.page.evaluate("State.all('expanded')") == []
    shown.page.go_back()
    shown.page.wait_for_function("() => State.all('expanded').length === 1")


def test_the_address_opens_groups_and_the_filter_holds_in_them(atlas: Path, opened: Open) -> None:
    first = opened(atlas, "#view=network&groups=municipality")
    group = first.page.locator("#group-list [data-group]").first.get_attribute("data-group")
    shown = opened(atlas, f"#view=network&groups=municipality&expanded={group}&kinds=Organisation")
    nodes: list[int] = [node for node in shown.page.evaluate(IN_SETS) if node >= 0]
    assert nodes
    assert {shown.page.evaluate("Nodes.label", node) for node in nodes} == {"Organisation"}
    assert shown.page.evaluate("(key) => Groups.members(key).filter(Filter.shows)", group) == sorted(nodes)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a page of 5,001 drawn nodes: 20 municipalities, and organisations that nothing but their seat ties."""
    towns = [{"id": f"M{i}", "name": name, "code": code} for i, (code, (name, *_)) in enumerate(CITIES.items())]
    members = [{"id": f"O{i}", "name": f"架空の会{i}"} for i in range(4981)]
    seats = [{"start": f"O{i}", "end": f"M{i % 20}"} for i in range(4981)]
    dataset = Dataset.of({"Municipality": towns, "Organisation": members, "LOCATED_IN": seats})
    return page.write(analyse(dataset, draws=0), tmp_path_factory.mktemp("page") / "many.html")


def test_a_picture_of_very_many_nodes_begins_as_groups(many: Path, opened: Open) -> None:
    shown = opened(many, "#view=network")
    assert shown.page.input_value("#groups") == "municipality"
    assert len(shown.page.evaluate(IN_SETS)) == 20
    assert members(shown) == {f"M{i}": 250 if i == 0 else 249 for i in range(20)}
    shown.page.evaluate("Groups.toggle('M3')")
    assert len(shown.page.evaluate(IN_SETS)) == 20 - 1 + 250
    shown.page.select_option("#groups", "none")
    assert len(shown.page.evaluate(IN_SETS)) == 5001
    assert shown.faults() == []


def test_members_stand_before_groups_and_can_be_pressed(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=network&groups=municipality")
    # A member put over the circle of another group.
    member, pressed = shown.page.evaluate("""() => {
      const [circle, other] = Scene.shown().filter(({ id }) => id < 0);
      State.set("expanded", [other.group]);
      const [member] = Groups.members(other.group).filter(Filter.shows);
      Scene.move(member, circle.x, circle.y);
      return [member, Picture.at(Picture.spot(member))];
    }""")
    assert pressed == member
    # What vis-network draws first stands behind the rest.
    drawn: list[int] = shown.page.evaluate("Scene.network().body.nodeIndices")
    assert drawn == sorted(drawn)
    assert drawn[0] < 0


def test_the_rim_is_filled_while_a_large_picture_is_dragged(many: Path, opened: Open) -> None:
    shown = opened(many, "#view=network&groups=none")
    # Left of the middle half of the picture: dragged by half its width, it comes into sight from beyond the still.
    shown.page.evaluate("Scene.network().moveTo({ scale: Scene.network().getScale() * 4 })")
    box = shown.page.locator("#network").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 4, box["y"] + box["height"] / 2
    painted = """() => {
      const canvas = Scene.network().canvas.frame.canvas;
      const strip = canvas.getContext("2d").getImageData(0, 0, canvas.width / 2 - 20, canvas.height).data;
      return strip.filter((value, i) => i % 4 === 3 && value > 0).length;
    }"""
    shown.page.wait_for_timeout(400)
    shown.page.mouse.move(x, y)
    shown.page.mouse.down()
    shown.page.mouse.move(x + box["width"] / 4, y)
    shown.page.mouse.move(x + box["width"] / 2, y)
    shown.page.wait_for_function("() => Motion.isMoving()")
    assert shown.page.evaluate(f"new Promise((done) => requestAnimationFrame(() => done(({painted})())))") > 500
    shown.page.mouse.up()
