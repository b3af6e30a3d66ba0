from pathlib import Path

import pytest

import tsunagari
from graph.analysis import Findings
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


def test_a_notebook_shows_the_page_and_it_works(findings: Findings, opened: Open, tmp_path: Path) -> None:
    shown = tsunagari.page(findings, lang="en")
    path = tmp_path / "notebook.html"
    path.write_text(f"<!DOCTYPE html><meta charset=utf-8><body>{shown._repr_html_()}", encoding="utf-8")
    here = opened(path, waits="iframe")
    frame = here.page.frame_locator("iframe")
    frame.locator("#tab-coverage").click()
    assert frame.locator("#heat").is_visible()
    frame.locator("#heat td:not([hidden]) .cell").first.click()
    assert frame.locator("#panel h2").is_visible()
    assert here.faults() == []
