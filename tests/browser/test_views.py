import re
from pathlib import Path

import pytest

from graph.analysis import DRAWN, Findings
from graph.language import LANGUAGES, Catalogue, Language
from tests.browser.conftest import Open
from viz import page
from viz.tabs import VIEWS as VIEWS_OF_PAGE

pytestmark = pytest.mark.browser

VIEWS = tuple(VIEWS_OF_PAGE)
JAPANESE = re.compile(r"[\u3041-\u30fa\u4e00-\u9fff]")
# The words of the page itself: all text but names, which stay as the data have them.
OWN_TEXTS = """() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!parent.closest("script, style, noscript, bdi, option[data-node], option[data-community], #language")) {
      texts.push(walker.currentNode.data.trim());
    }
  }
  for (const element of document.querySelectorAll("[data-attributes]:not(#language)")) {
    for (const name of Object.keys(JSON.parse(element.dataset.attributes))) texts.push(element.getAttribute(name));
  }
  return texts.filter(Boolean);
}"""


@pytest.mark.parametrize("made", ["atlas", "hostile", "empty"])
def test_every_view_opens_in_both_languages_without_a_fault(
    made: str, opened: Open, request: pytest.FixtureRequest
) -> None:
    path: Path = request.getfixturevalue(made)
    shown = opened(path)
    for _ in LANGUAGES:
        for view in VIEWS:
            shown.page.click(f"#tab-{view}")
            assert shown.page.is_visible(f"#view-{view}")
            assert shown.page.locator(".view:visible").count() == 1
        shown.page.click("#language")
    assert shown.faults() == []


def test_nothing_is_asked_of_anybody(atlas: Path, opened: Open) -> None:
    shown = opened(atlas)
    for view in VIEWS:
        shown.page.click(f"#tab-{view}")
    shown.page.click("#rows .link >> nth=0")
    shown.page.wait_for_timeout(300)
    assert shown.requests == [atlas.as_uri()]


def test_the_language_button_leaves_no_japanese_word_of_the_page(atlas: Path, opened: Open) -> None:
    shown = opened(atlas)
    shown.page.click("#language")
    assert shown.page.get_attribute("html", "lang") == "en"
    for view in VIEWS:
        shown.page.click(f"#tab-{view}")
        texts: list[str] = shown.page.evaluate(OWN_TEXTS)
        assert [text for text in texts if JAPANESE.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_those_of_the_catalogue(language: str, atlas: Path, opened: Open) -> None:
    shown = opened(atlas, f"#lang={language}")
    said: dict[str, str] = shown.page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('[data-t]:not([data-values])')]"
        ".map((e) => [e.dataset.t, e.textContent]))"
    )
    catalogue = Catalogue("viz").entries(language)  # type: ignore[arg-type]
    assert len(said) > 60
    assert {key: text for key, text in said.items() if key in catalogue and text != catalogue[key]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_comes_with_the_words_that_its_scripts_would_say(
    language: Language, findings: Findings, tmp_path: Path, opened: Open
) -> None:
    said = "[...document.querySelectorAll('[data-t], [data-node], [data-community]')].map((e) => e.textContent)"
    given = """[...document.querySelectorAll('[data-attributes]')]
        .map((e) => Object.keys(JSON.parse(e.dataset.attributes)).map((name) => e.getAttribute(name)))"""
    shown = opened(page.write(findings, tmp_path / "page.html", page.Options(language=language)))
    first: list[object] = shown.page.evaluate(f"[{said}, {given}]")
    shown.page.evaluate("Words.say(document)")
    assert first == shown.page.evaluate(f"[{said}, {given}]")
    assert first[0]
    assert shown.page.locator("[data-community]").count() > 0


def test_english_pages_show_english_names(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#lang=en&view=coverage")
    assert "Yokohama City" in shown.page.locator("#heat tbody th .head").all_inner_texts()


def test_the_address_keeps_the_place(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=ranking&node=M142042&lang=en")
    assert shown.page.is_visible("#view-ranking")
    assert "Kamakura City" in shown.page.inner_text("#panel h2")
    shown.page.click("#tab-table")
    assert "view=table" in shown.page.url
    assert "node=M142042" in shown.page.url


def test_tabs_follow_the_arrow_keys(atlas: Path, opened: Open) -> None:
    shown = opened(atlas)
    shown.page.focus("#tab-summary")
    shown.page.keyboard.press("ArrowRight")
    assert shown.page.get_attribute("#tab-network", "aria-selected") == "true"
    assert shown.page.evaluate("document.activeElement.id") == "tab-network"
    shown.page.keyboard.press("End")
    assert shown.page.is_visible("#view-table")


def test_an_empty_page_says_in_each_view_what_is_missing(empty: Path, opened: Open) -> None:
    shown = opened(empty)
    for view in ("network", "coverage", "ranking", "table"):
        shown.page.click(f"#tab-{view}")
        assert shown.page.locator(f"#view-{view} .notice:visible").count() >= 1


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 700), (390, 844)])
def test_nothing_sticks_out_sideways(width: int, height: int, atlas: Path, opened: Open) -> None:
    shown = opened(atlas)
    shown.page.set_viewport_size({"width": width, "height": height})
    for view in VIEWS:
        shown.page.click(f"#tab-{view}")
        assert shown.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_picture_opens_with_the_kinds_of_the_legend(atlas: Path, opened: Open, findings: Findings) -> None:
    counts = {label: len(findings.dataset[label]) for label in DRAWN}
    shown = opened(atlas, "#view=network")
    n = counts["Organisation"] + counts["Municipality"] + counts["Collaboration"]
    assert shown.page.inner_text("#shown") == f"表示中 {n} / {sum(counts.values())}"
    assert len(shown.page.evaluate("Picture.shown()")) == n
