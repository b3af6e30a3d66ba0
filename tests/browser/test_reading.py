import csv
import io
from pathlib import Path

import pytest

from graph.analysis import Findings
from tests.browser.conftest import Open, Opened
from viz.page import VIEWS

pytestmark = pytest.mark.browser


def found(shown: Opened, typed: str) -> list[str]:
    shown.page.fill("#search", typed)
    return shown.page.locator("#found [role=option] bdi").all_inner_texts()


@pytest.mark.parametrize(
    "typed", ["ヨコハマシ", "よこはまし", "横浜市", "ﾖｺﾊﾏｼ", "yokohama", "ＹＯＫＯＨＡＭＡ", "141003"]
)
def test_search_finds_however_it_is_typed(typed: str, atlas: Path, opened: Open) -> None:
    assert found(opened(atlas), typed)[0] == "横浜市"


def test_search_wants_every_word(atlas: Path, opened: Open) -> None:
    shown = opened(atlas)
    assert found(shown, "横浜 鶴見") == ["横浜市鶴見区"]
    assert found(shown, "横浜 ない言葉") == []
    assert "見つかりません" in shown.page.inner_text("#found")


def test_search_counts_as_pandas_does(atlas: Path, opened: Open, findings: Findings) -> None:
    names = [name for frame in findings.dataset.nodes.values() for name in frame["name"]]
    expected = sum("みまもり隊" in name for name in names)
    found(shown := opened(atlas), "ミマモリ隊")
    assert shown.page.inner_text("#live").startswith(f"{expected} 件") or expected == 0
    assert expected > 5


def test_search_by_keyboard(atlas: Path, opened: Open) -> None:
    shown = opened(atlas)
    shown.page.keyboard.press("/")
    shown.page.keyboard.type("よこはまし")
    assert shown.page.get_attribute("#search", "aria-expanded") == "true"
    shown.page.keyboard.press("ArrowDown")
    active = shown.page.get_attribute("#search", "aria-activedescendant")
    assert shown.page.get_attribute(f"#{active}", "aria-selected") == "true"
    shown.page.keyboard.press("Enter")
    assert shown.page.inner_text("#panel h2") == "横浜市"
    assert shown.page.is_hidden("#found")
    shown.page.keyboard.press("Escape")
    assert shown.page.locator("#panel h2").count() == 0


@pytest.mark.parametrize(
    ("typed", "found_by"),
    [
        ("ヨコ ハマ", "よこはま"),
        ("よこはま\u3000", "よこはま"),
        # Voiced marks written apart come together.
        ("ｶﾞｯｺｳ か\u3099", "がっこうが"),
        ("ＮＰＯ Ｔａｂｕｎｏｋｉ", "npotabunoki"),
        ("コーヒー ７", "こーひー7"),
    ],
)
def test_kana_widths_case_and_spaces_do_not_matter(typed: str, found_by: str, atlas: Path, opened: Open) -> None:
    assert opened(atlas).page.evaluate("(typed) => Search.words(typed).join('')", typed) == found_by


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


def test_a_community_shows_its_members(atlas: Path, opened: Open, findings: Findings) -> None:
    members = findings.communities.members
    first = set(members[members["community"] == 1]["organisation"])
    shown = opened(atlas, "#view=network")
    shown.page.select_option("#by-community", "1")
    ids: list[str] = shown.page.evaluate(
        "Picture.shown().filter((n) => Nodes.label(n) === 'Organisation').map(Nodes.id)"
    )
    assert set(ids) == first


def test_the_panel_tells_neighbours_measures_and_sources(atlas: Path, opened: Open, findings: Findings) -> None:
    first = findings.brokerage.table.iloc[0]
    shown = opened(atlas, f"#node={first['organisation']}")
    panel = shown.page.inner_text("#panel")
    assert f"1 位 / {len(findings.brokerage.table)} 団体" in panel
    assert f"{first['betweenness']:.4f}".rstrip("0") in panel
    joined = findings.dataset["PARTICIPATES_IN"]
    works = joined[joined["start"] == first["organisation"]]["end"]
    collaborations = findings.dataset["Collaboration"].set_index("id")["name"]
    assert "参加している連携" in panel
    for more in shown.page.locator("#panel .ends > li > .link:not([data-choose])").all():
        more.click()
    panel = shown.page.inner_text("#panel")
    assert all(collaborations[work] in panel for work in works)
    link = shown.page.locator("#panel .sources a")
    assert link.get_attribute("href") == "https://example.org/members"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert link.get_attribute("target") == "_blank"
    assert "CC BY 4.0" in shown.page.inner_text("#panel .sources")


def test_a_neighbour_is_a_link_that_moves_the_choice(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#node=M142042")
    there = shown.page.locator("#panel .ends .link").first
    name = there.inner_text()
    there.click()
    assert shown.page.inner_text("#panel h2") == name


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


def test_directions_are_worded_from_either_side(atlas: Path, opened: Open, findings: Findings) -> None:
    tie = findings.dataset["PARTICIPATES_IN"].iloc[0]
    assert "Takes part in" in opened(atlas, f"#lang=en&node={tie['start']}").page.inner_text("#panel")
    assert "Participants" in opened(atlas, f"#lang=en&node={tie['end']}").page.inner_text("#panel")


def test_the_ranking_is_that_of_the_findings(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=ranking")
    table = findings.brokerage.table
    names = findings.dataset["Organisation"].set_index("id")["name"]
    expected = [names[id_] for id_ in table[table["betweenness"] > 0]["organisation"].head(100)]
    assert shown.page.locator("#bridges tbody th").all_inner_texts() == expected
    points = findings.brokerage.single_points()
    assert shown.page.locator(".points li").count() == len(points)
    assert (
        f"抜けると {points['separated'][0]} 団体が切り離される" in shown.page.locator(".points li").first.inner_text()
    )


def test_the_table_has_every_node_and_tie(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=table")
    assert shown.page.evaluate("Listing.rows().length") == findings.dataset.node_count
    assert shown.page.locator("#rows tbody tr").count() == 100
    shown.page.click("#table-next")
    assert shown.page.inner_text("#table-range").startswith("101–")
    shown.page.click("[data-rows=ties]")
    assert shown.page.evaluate("Listing.rows().length") == findings.dataset.relationship_count
    shown.page.select_option("#table-kind", "WORKS_ON")
    assert shown.page.evaluate("Listing.rows().length") == len(findings.dataset["WORKS_ON"])


def test_the_table_sorts_and_filters(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=table")
    shown.page.click("[data-sort=degree]")
    shown.page.click("[data-sort=degree]")
    assert shown.page.get_attribute("#rows th:has([data-sort=degree])", "aria-sort") == "descending"
    degrees = [int(text) for text in shown.page.locator("#rows tbody td.number").all_inner_texts()]
    assert degrees == sorted(degrees, reverse=True)
    shown.page.fill("#table-filter", "ｶﾏｸﾗｼ")
    assert shown.page.locator("#rows tbody th").all_inner_texts() == ["鎌倉市"]


def test_the_csv_has_a_mark_and_no_formula(hostile: Path, opened: Open) -> None:
    shown = opened(hostile, "#view=table")
    with shown.page.expect_download() as download:
        shown.page.click("#csv")
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert len(rows) - 1 == shown.page.evaluate("Nodes.count")
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert any(cell.startswith("'=HYPERLINK") for row in rows for cell in row)


def test_hostile_data_show_as_text_and_run_nothing(hostile: Path, opened: Open) -> None:
    shown = opened(hostile)
    count: int = shown.page.evaluate("Nodes.count")
    for language in ("ja", "en"):
        shown.page.evaluate("(language) => State.set('lang', language)", language)
        for view in VIEWS:
            shown.page.click(f"#tab-{view}")
            for node in range(count):
                shown.page.evaluate("(node) => Choice.choose(node)", node)
    for typed in ("script", "__proto__", "constructor", "img"):
        shown.page.fill("#search", typed)
    shown.page.wait_for_timeout(200)
    assert shown.page.evaluate("typeof window.harmed") == "undefined"
    assert shown.page.locator("img, iframe, [onerror]").count() == 0
    assert shown.page.evaluate("document.querySelectorAll('script').length") == shown.page.evaluate(
        "document.querySelectorAll('body > script').length"
    )
    assert shown.requests == [hostile.as_uri()]
    assert shown.faults() == []


def test_only_web_addresses_become_links(hostile: Path, opened: Open) -> None:
    shown = opened(hostile)
    for node in range(3):
        shown.page.evaluate("(node) => Choice.choose(node)", node)
        assert shown.page.locator("#panel a").count() == 0
        assert "script" in shown.page.inner_text("#panel").lower()
