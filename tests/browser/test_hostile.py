from pathlib import Path

import pytest

from graph.language import LANGUAGES
from tests.browser.conftest import Open
from tests.viz import made_up
from viz.tabs import VIEWS

pytestmark = pytest.mark.browser


def test_hostile_data_show_as_text_and_run_nothing(hostile: Path, opened: Open) -> None:
    shown = opened(hostile)
    count: int = shown.page.evaluate("Nodes.count")
    for language in LANGUAGES:
        shown.page.evaluate("(language) => State.set('lang', language)", language)
        # Each node in one view: to choose all in all, the browser would hold back the address.
        for turn, view in enumerate(VIEWS):
            shown.page.click(f"#tab-{view}")
            for node in range(turn, count, len(VIEWS)):
                shown.page.evaluate("(node) => Choice.choose(node)", node)
    assert shown.page.title() == made_up.HARM[0]
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
    for node in (0, 1, 2, *shown.page.evaluate("[0, 1, 2].map((i) => DATA.nodes.Event.first + i)")):
        shown.page.evaluate("(node) => Choice.choose(node)", node)
        assert shown.page.locator("#panel a").count() == 0
        assert "script" in shown.page.inner_text("#panel").lower()
