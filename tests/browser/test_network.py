import csv
import io
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from graph.analysis import Findings, analyse
from graph.dataset import Dataset
from tests.browser.conftest import Open, Opened
from viz import page

pytestmark = pytest.mark.browser

PICTURE = "#view=network"


def ids(shown: Opened, nodes: str = "Picture.shown()") -> set[str]:
    return set(shown.page.evaluate(f"({nodes}).map(Nodes.id)"))


def state(shown: Opened, name: str) -> list[str]:
    found: list[str] = shown.page.evaluate("(name) => State.all(name)", name)
    return found


def spot(shown: Opened, node: str) -> tuple[float, float]:
    at: dict[str, float] = shown.page.evaluate("(id) => Picture.spot(Nodes.number(id))", node)
    box = shown.page.locator("#network").bounding_box()
    assert box
    return box["x"] + at["x"], box["y"] + at["y"]


def acquaintances(findings: Findings) -> "nx.Graph[str]":
    """Return organisations, collaborations and who takes part or declared a tie."""
    graph: nx.Graph[str] = nx.Graph()
    for kind in ("PARTICIPATES_IN", "TIED_TO"):
        frame = findings.dataset[kind]
        graph.add_edges_from(zip(frame["start"], frame["end"], strict=True))
    return graph


def test_sizes_say_the_measure_that_is_chosen(atlas: Path, opened: Open, findings: Findings) -> None:
    table = findings.brokerage.table
    shown = opened(atlas, PICTURE)
    largest = """() => {
      const nodes = Picture.shown().filter((n) => Nodes.label(n) === "Organisation").map(Scene.place);
      const most = Math.max(...nodes.map((node) => node.size));
      return nodes.filter((node) => node.size === most).map((node) => Nodes.id(node.id));
    }"""
    assert shown.page.evaluate(largest) == list(table.nlargest(1, "betweenness")["organisation"])
    shown.page.select_option("#by-size", "degree")
    most = table[table["degree"] == table["degree"].max()]["organisation"]
    assert set(shown.page.evaluate(largest)) == set(most)
    assert "直接の相手が多い" in shown.page.inner_text("#size-note")
    shown.page.select_option("#by-size", "none")
    assert len(shown.page.evaluate(largest)) == len(table)
    assert "size=none" in shown.page.url


def test_colours_say_the_sector_with_a_number_beside(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, PICTURE)
    assert shown.page.locator("#colour-legend li").count() == 0
    shown.page.select_option("#by-colour", "sector")
    sectors = set(findings.dataset["Organisation"]["sector"])
    # And one line for those without a colour.
    assert shown.page.locator("#colour-legend li").count() == len(sectors) + 1
    marks = "Picture.shown().map(Scene.place).filter((n) => Nodes.label(n.id) === 'Organisation')"
    pairs = shown.page.evaluate(f"{marks}.map((n) => [Nodes.value(n.id, 'sector'), n.mark, n.color])")
    assert len({tuple(pair) for pair in pairs}) == len({sector for sector, _, _ in pairs}) == len(sectors)
    assert all(mark > 0 for _, mark, _ in pairs)


def test_groups_beyond_the_colours_are_told_apart_by_number(opened: Open, tmp_path: Path) -> None:
    # Thirteen groups of four, all tied within and to no one else.
    members = [[f"g{group}-{i}" for i in range(4)] for group in range(13)]
    pairs = [(a, b) for group in members for i, a in enumerate(group) for b in group[i + 1 :]]
    dataset = Dataset.of(
        {
            "Organisation": [{"id": id_, "name": id_} for group in members for id_ in group],
            "TIED_TO": [{"start": a, "end": b, "kind": "cooperation"} for a, b in pairs],
        }
    )
    findings = analyse(dataset, draws=0)
    assert len(findings.communities.groups) == 13
    shown = opened(page.write(findings, tmp_path / "groups.html"), f"{PICTURE}&colour=community")
    legend = shown.page.locator("#colour-legend li").all_inner_texts()
    # Ten with a colour, the three others in one line, and what is in no group.
    assert len(legend) == 12
    assert "11〜13" in legend[10]
    looks: list[list[str]] = shown.page.evaluate(
        "Scene.shown().map(({ id, mark, color }) => [Nodes.id(id), String(mark), color])"
    )
    of = findings.communities.members.set_index("organisation")["community"]
    assert {id_: mark for id_, mark, _ in looks} == {id_: str(number) for id_, number in of.items()}
    beyond = {color for _, mark, color in looks if int(mark) > 10}
    assert len(beyond) == 1
    assert not beyond & {color for _, mark, color in looks if int(mark) <= 10}
    assert shown.faults() == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_kinds_sizes_and_colours_are_explained_without_scrolling(language: str, atlas: Path, opened: Open) -> None:
    shown = opened(atlas, f"{PICTURE}&lang={language}&colour=sector")
    foot = shown.page.locator("#footer").bounding_box()
    assert foot
    assert shown.page.locator("#colour-legend li").count() > 8
    for last in (".rail .tick:has([data-kind]) >> nth=-1", "#size-note", "#by-colour", "#colour-legend"):
        box = shown.page.locator(last).bounding_box()
        assert box
        assert box["y"] + box["height"] <= foot["y"]
        assert box["x"] + box["width"] <= 236


def test_one_step_or_two_around_the_chosen(atlas: Path, opened: Open, findings: Findings) -> None:
    tied = findings.dataset["TIED_TO"]["start"][0]
    shown = opened(atlas, f"{PICTURE}&node={tied}")
    near = ids(shown, "Focus.nodes().map((node) => node.id)")
    # A tie is one step, and so is a collaboration that two take part in.
    parts = findings.dataset["PARTICIPATES_IN"]
    works = set(parts[parts["start"] == tied]["end"])
    assert works | set(parts[parts["end"].isin(works)]["start"]) | {tied} <= near
    shown.page.click("[data-steps='2']")
    assert ids(shown, "Focus.nodes().map((node) => node.id)") > near
    assert state(shown, "steps") == ["2"]
    shown.page.click("#undo")
    assert ids(shown, "Focus.nodes().map((node) => node.id)") == near


def test_a_path_is_the_shortest_and_told_in_links(atlas: Path, opened: Open, findings: Findings) -> None:
    graph = acquaintances(findings)
    start = findings.brokerage.table["organisation"][0]
    lengths = nx.single_source_shortest_path_length(graph, start)
    end = max((node for node in lengths if node.startswith("O")), key=lambda node: (lengths[node], node))
    shown = opened(atlas, f"{PICTURE}&node={start}")
    shown.page.click("[data-act=route]")
    assert "行き先" in shown.page.inner_text("#route")
    shown.page.evaluate("(id) => Choice.choose(Nodes.number(id))", end)
    assert f"{lengths[end]} 本のつながり" in shown.page.inner_text("#route")
    steps = shown.page.locator("#route li [data-choose]")
    way = [shown.page.evaluate("Nodes.id", int(step.get_attribute("data-choose") or "")) for step in steps.all()]
    assert (way[0], way[-1], len(way) - 1) == (start, end, lengths[end])
    assert nx.is_path(graph, way)
    steps.nth(1).click()
    assert state(shown, "path") == [start, end]
    address = shown.page.url
    assert opened(atlas, address[address.index("#") :]).page.inner_text("#route") == shown.page.inner_text("#route")
    shown.page.click("#route-close")
    assert shown.page.is_hidden("#route")


def test_no_path_is_said_with_what_leaves_it_out(atlas: Path, opened: Open, findings: Findings) -> None:
    start, end = findings.dataset["TIED_TO"].iloc[0][["start", "end"]]
    shown = opened(atlas, f"{PICTURE}&path={start}&path={end}&ties=LOCATED_IN&kinds=Organisation")
    assert "絞り込みを解除し、種類とつながりをすべて選ぶと、1 本" in shown.page.inner_text("#route")
    shown.page.evaluate("State.change({ ties: ['TIED_TO'] })")
    assert "1 本のつながりで届きます" in shown.page.inner_text("#route")
    shown.page.evaluate("(id) => State.set('hidden', id)", end)
    assert "絞り込みを解除し" in shown.page.inner_text("#route")


def test_a_way_follows_only_what_is_shown(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, f"{PICTURE}&kinds=Organisation&kinds=Municipality")
    graph: nx.Graph[str] = nx.Graph()
    for kind in ("LOCATED_IN", "PART_OF"):
        frame = findings.dataset[kind]
        graph.add_edges_from(zip(frame["start"], frame["end"], strict=True))
    seats = findings.dataset["LOCATED_IN"].groupby("end")["start"].agg(list)
    first, second = next(members for members in seats if len(members) > 1)[:2]
    shown.page.evaluate("(path) => State.change({ path, ties: ['LOCATED_IN', 'PART_OF'] })", [first, second])
    way = ids(shown, "Route.found().nodes")
    # No collaboration is shown, so that both are joined by their seat alone.
    assert way == set(nx.shortest_path(graph, first, second))


def test_a_pinned_node_is_dragged_and_put_back(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, f"{PICTURE}&node=M141003")
    shown.page.click("#bar-pin")
    home = state(shown, "pinned")
    x, y = spot(shown, "M141003")
    shown.page.mouse.move(x, y)
    shown.page.mouse.down()
    shown.page.mouse.move(x + 60, y + 40, steps=3)
    shown.page.mouse.up()
    assert spot(shown, "M141003") == pytest.approx((x + 60, y + 40), abs=2)
    assert state(shown, "pinned") != home
    shown.page.uncheck("[data-kind=Municipality]")
    assert shown.page.evaluate("Pins.nodes().map((node) => Nodes.id(node.id))") == ["M141003"]
    shown.page.click("#undo")
    shown.page.click("#undo")
    assert state(shown, "pinned") == home
    shown.page.click("#bar-pin")
    assert state(shown, "pinned") == []


def test_hiding_and_showing_again(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, f"{PICTURE}&node=M141003")
    before = ids(shown)
    shown.page.click("#bar-node [data-act=hide]")
    assert ids(shown) == before - {"M141003"}
    shown.page.click("#show-all")
    assert ids(shown) == before
    shown.page.evaluate("Choice.choose(Nodes.number('M141003'))")
    near = ids(shown, "Focus.nodes().map((node) => node.id)")
    shown.page.click("#bar-node [data-act=only]")
    assert ids(shown) == near & before
    shown.page.click("#undo")
    assert ids(shown) == before


def draw(shown: Opened, corners: list[tuple[float, float]]) -> None:
    """Draw a line from corner to corner of the picture, given in parts of its width and height."""
    box = shown.page.locator("#network").bounding_box()
    assert box
    for i, (x, y) in enumerate(corners):
        shown.page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"], steps=4)
        if i == 0:
            shown.page.mouse.down()
    shown.page.mouse.up()


def within(shown: Opened, corners: list[tuple[float, float]]) -> set[str]:
    """Return what stands within a polygon: a point is inside when a ray from it crosses an odd number of sides."""
    box = shown.page.locator("#network").bounding_box()
    assert box
    sides = list(zip(corners, corners[1:] + corners[:1], strict=True))
    spots = "Picture.shown().map((n) => [Nodes.id(n), Picture.spot(n)])"
    found = set()
    for node, spot_ in shown.page.evaluate(spots):
        x, y = spot_["x"] / box["width"], spot_["y"] / box["height"]
        crossed = [(b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0] for a, b in sides if (a[1] > y) != (b[1] > y)]
        if sum(x < each for each in crossed) % 2:
            found.add(node)
    return found


ARROW = [(0.1, 0.3), (0.9, 0.15), (0.5, 0.5), (0.55, 0.95)]


def test_a_line_around_nodes_selects_them_for_the_table_and_csv(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, PICTURE)
    taken = within(shown, ARROW)
    shown.page.keyboard.down("Shift")
    draw(shown, ARROW)
    shown.page.keyboard.up("Shift")
    assert set(state(shown, "selected")) == taken
    # Not all that is in the box around the line.
    assert 5 < len(taken) < len(within(shown, [(0.1, 0.1), (0.9, 0.1), (0.9, 0.95), (0.1, 0.95)]))
    assert shown.page.inner_text("#bar-count") == f"{len(taken)} 件を選択中"
    with shown.page.expect_download() as download:
        shown.page.click("#bar-selected [data-act=csv]")
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))
    assert {row[-1] for row in rows[1:]} == taken
    shown.page.click("#bar-selected [data-act=table]")
    assert ids(shown, "Listing.rows()") == taken
    shown.page.go_back()
    shown.page.click("#bar-selected [data-act=only]")
    assert ids(shown) == taken


def test_the_button_draws_without_shift_until_escape(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, PICTURE)
    before = shown.page.evaluate("Camera.frame()")
    shown.page.click("#lasso")
    x, y = spot(shown, "M141003")
    shown.page.mouse.click(x, y)
    assert state(shown, "selected") == ["M141003"]
    draw(shown, ARROW)
    assert set(state(shown, "selected")) == within(shown, ARROW) | {"M141003"}
    assert shown.page.evaluate("Camera.frame()") == before
    shown.page.keyboard.press("Escape")
    assert shown.page.get_attribute("#lasso", "aria-pressed") == "false"
    draw(shown, [(0.3, 0.3), (0.4, 0.4)])
    assert shown.page.evaluate("Camera.frame()") != before


def test_what_was_in_sight_comes_back_when_nothing_stands_out(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, PICTURE)
    shown.page.click("#zoom-in")
    look = "[Scene.network().getScale(), ...Object.values(Scene.network().getViewPosition())]"
    before = shown.page.evaluate(look)
    first, second = findings.dataset["TIED_TO"].iloc[0][["start", "end"]]
    shown.page.evaluate("(id) => Choice.choose(Nodes.number(id))", first)
    chosen = shown.page.evaluate(look)
    assert chosen != before
    shown.page.click("[data-act=route]")
    shown.page.evaluate("(id) => Choice.choose(Nodes.number(id))", second)
    shown.page.click("#route-close")
    shown.page.keyboard.press("Escape")
    assert shown.page.evaluate(look) == pytest.approx(before)


def test_what_the_reader_hid_does_not_come_back_around_another(atlas: Path, opened: Open, findings: Findings) -> None:
    first, second = findings.dataset["TIED_TO"].iloc[0][["start", "end"]]
    shown = opened(atlas, f"{PICTURE}&node={first}")
    near = "Focus.nodes().map((node) => node.id)"
    assert second in ids(shown, near)
    shown.page.evaluate("(id) => State.set('hidden', id)", second)
    assert second not in ids(shown, near)


def test_arrow_keys_walk_along_ties(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, f"{PICTURE}&node=M141003")
    shown.page.focus("#scheme")
    shown.page.evaluate("document.getElementById('network').focus({ focusVisible: true })")
    told = shown.page.inner_text("#live")
    assert told.startswith("横浜市、市町村、つながり ")
    walked: str | None = "M141003"
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        shown.page.keyboard.press(key)
        walked = shown.page.evaluate("Cursor.node() && Nodes.id(Cursor.node().id)")
        if walked != "M141003":
            break
    tied = "Ties.of(Nodes.number('M141003')).map((tie) => Ties.other(tie, Nodes.number('M141003')))"
    assert walked in ids(shown, tied)
    shown.page.keyboard.press("Enter")
    assert state(shown, "node") == [walked]
    scale = shown.page.evaluate("Scene.network().getScale()")
    shown.page.keyboard.press("+")
    assert shown.page.evaluate("Scene.network().getScale()") > scale
    shown.page.keyboard.press("Escape")
    assert state(shown, "node") == []
    shown.page.keyboard.press("Escape")
    assert shown.page.evaluate("document.activeElement.id") != "network"


def test_a_double_click_brings_in_hidden_neighbours(atlas: Path, opened: Open, findings: Findings) -> None:
    works = findings.dataset["WORKS_ON"]
    organisation = works["start"][0]
    themes = set(works[works["start"] == organisation]["end"])
    shown = opened(atlas, PICTURE)
    before = ids(shown)
    assert not themes & before
    shown.page.mouse.dblclick(*spot(shown, organisation))
    shown.page.wait_for_function("State.all('added').length > 0")
    assert themes <= ids(shown) - before
    assert f"テーマ {len(themes)}" in shown.page.inner_text("#live")
    shown.page.click("#undo")
    assert ids(shown) == before


def test_the_svg_has_names_as_text_and_nothing_of_the_data_as_markup(hostile: Path, opened: Open) -> None:
    shown = opened(hostile, PICTURE)
    drawn = ET.fromstring(shown.page.evaluate("Picture.svg()"))  # noqa: S314 - made by the page under test
    tags = {element.tag.split("}")[1] for element in drawn.iter()}
    assert tags <= {"svg", "g", "rect", "circle", "path", "line", "text"}
    texts = [element.text for element in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert any(text and "script" in text for text in texts)
    assert shown.page.evaluate("Picture.png().width") > 0


def test_the_dark_picture_takes_its_colours_from_the_page(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, PICTURE)
    light = shown.page.evaluate("[Paint.token('canvas'), Scene.place(0).color]")
    shown.page.select_option("#scheme", "dark")
    assert shown.page.evaluate("[Paint.token('canvas'), Scene.place(0).color]") != light
    shape = "document.querySelector('[data-kind=Organisation] + .shape [fill]').getAttribute('fill')"
    assert shown.page.evaluate(shape) == shown.page.evaluate("Paint.shade('#0072B2')") != "#0072B2"
    shown.page.select_option("#scheme", "auto")
