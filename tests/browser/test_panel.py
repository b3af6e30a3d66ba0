from pathlib import Path

import pytest

from graph.analysis import Findings
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


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


def test_directions_are_worded_from_either_side(atlas: Path, opened: Open, findings: Findings) -> None:
    tie = findings.dataset["PARTICIPATES_IN"].iloc[0]
    assert "Takes part in" in opened(atlas, f"#lang=en&node={tie['start']}").page.inner_text("#panel")
    assert "Participants" in opened(atlas, f"#lang=en&node={tie['end']}").page.inner_text("#panel")
