from pathlib import Path

import pytest

from tests.browser.conftest import Open, Opened
from viz.tabs import VIEWS

pytestmark = pytest.mark.browser


def told(shown: Opened) -> dict[str, object]:
    """Return what a reader sees of the state: view, language, filter, choice, order and number of rows."""
    found: dict[str, object] = shown.page.evaluate(
        """() => ({
        view: document.querySelector("[role=tab][aria-selected=true]").dataset.view,
        lang: document.documentElement.lang,
        municipality: byId("by-municipality").value,
        sector: byId("by-sector").value,
        kinds: [...document.querySelectorAll("[data-kind]:checked")].map((tick) => tick.dataset.kind),
        chosen: document.querySelector("#panel h2")?.textContent,
        rows: [...document.querySelectorAll("#rows tbody tr")].map((row) => row.textContent),
        sorted: document.querySelector("#rows [aria-sort]")?.getAttribute("aria-sort"),
        shown: byId("shown").textContent,
    })"""
    )
    return found


def test_a_link_opens_exactly_what_was_seen(atlas: Path, opened: Open) -> None:
    shown = opened(atlas)
    shown.page.click("#tab-table")
    shown.page.select_option("#by-municipality", "M141003")
    shown.page.select_option("#by-sector", "nonprofit")
    shown.page.check("[data-kind=Need]")
    shown.page.click("[data-sort=name]")
    shown.page.click("[data-sort=name]")
    shown.page.fill("#table-filter", "1")
    shown.page.click("#rows tbody .link >> nth=0")
    shown.page.click("#language")
    seen = told(shown)
    assert seen["chosen"]
    assert seen["rows"]
    fragment = shown.page.url.partition("#")[2]
    assert told(opened(atlas, f"#{fragment}")) == seen


def test_back_and_forward_walk_through_what_was_seen(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=coverage")
    seen = [told(shown)]
    shown.page.select_option("#by-municipality", "M141003")
    seen.append(told(shown))
    shown.page.click("#tab-ranking")
    seen.append(told(shown))
    for expected in (seen[1], seen[0]):
        shown.page.go_back()
        assert told(shown) == expected
    for expected in seen[1:]:
        shown.page.go_forward()
        assert told(shown) == expected


def test_undo_takes_back_filters_and_hiding_step_by_step(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=network")
    assert shown.page.is_disabled("#undo")
    seen = [shown.page.inner_text("#shown")]
    shown.page.select_option("#by-municipality", "M141003")
    seen.append(shown.page.inner_text("#shown"))
    shown.page.evaluate("State.set('hidden', ['O000', 'M141003'])")
    seen.append(shown.page.inner_text("#shown"))
    shown.page.uncheck("[data-kind=Organisation]")
    assert len({*seen, shown.page.inner_text("#shown")}) == 4
    for what, before in (("種類の選択", seen[2]), ("非表示", seen[1])):
        shown.page.keyboard.press("Control+z")
        assert shown.page.inner_text("#shown") == before
        assert shown.page.inner_text("#live") == f"元に戻しました:{what}"
    shown.page.click("#undo")
    assert shown.page.inner_text("#shown") == seen[0]
    assert shown.page.is_disabled("#undo")


def test_all_filters_let_go_at_once_come_back_at_once(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=network&municipality=M141003&sector=company&kinds=Organisation")
    before = told(shown)
    shown.page.click("#reset")
    assert told(shown) != before
    shown.page.click("#undo")
    assert told(shown) == before


@pytest.mark.parametrize(
    "fragment",
    [
        "view=__proto__&lang=xx&node=nobody&cell=a&cell=b&list=x&sort=x&sort=y&kind=x&column=__proto__&like=%",
        "municipality=x&theme=constructor&community=x&sector=%3Cb%3E&since=x&until=%00&hidden=x&selected=x",
        "%E0%A4%A&=&&view&node=%ff&kinds&ties",
        "view=table&sort=constructor&kind=toString&column=hasOwnProperty",
    ],
)
def test_nonsense_in_the_address_does_nothing(fragment: str, atlas: Path, opened: Open) -> None:
    shown = opened(atlas, f"#{fragment}")
    for view in VIEWS:
        shown.page.click(f"#tab-{view}")
    assert shown.faults() == []
    assert shown.page.locator(".view:visible").count() == 1


def test_the_skip_link_leaves_the_state_alone(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=coverage&node=M142042")
    shown.page.focus("#skip")
    shown.page.keyboard.press("Enter")
    assert shown.page.evaluate("document.activeElement.id") == "views"
    assert "view=coverage" in shown.page.url
    assert shown.page.inner_text("#panel h2") == "鎌倉市"
