from pathlib import Path

import pytest

from tests.browser.conftest import Open
from viz.tabs import VIEWS

pytestmark = pytest.mark.browser

ROLLED = """() => [document.scrollingElement, ...document.querySelectorAll("body *")]
  .filter((each) => each instanceof HTMLElement && each.clientWidth && each.scrollWidth > each.clientWidth + 1)
  .filter((each) => each === document.scrollingElement || /auto|scroll/.test(getComputedStyle(each).overflowX))
  .map((each) => `${each.tagName} ${each.id} ${each.className} ${each.scrollWidth}`)"""
"""What could be scrolled sideways: the page itself, or a box within it."""


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_scrolled_sideways(atlas: Path, opened: Open, view: str) -> None:
    page = opened(atlas, f"#view={view}").page
    found = {}
    for language in ("ja", "en"):
        for node in ("", "O000"):
            page.evaluate(
                "([lang, node]) => State.change({ lang: [lang], node: [node].filter(Boolean) })", [language, node]
            )
            for width in (1366, 1024, 390):
                page.set_viewport_size({"width": width, "height": 768})
                page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
                found[language, node, width] = page.evaluate(ROLLED)
    assert {where: boxes for where, boxes in found.items() if boxes} == {}
