from pathlib import Path

import pytest

from graph.analysis import Findings
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


def test_four_questions_stand_on_the_first_screen(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas)
    assert shown.page.is_visible("#view-summary")
    cards = shown.page.locator(".answers:not(.answers-small) > .answer")
    assert cards.count() == 4
    footer = shown.page.locator(".footer").bounding_box()
    assert footer
    for language in ("ja", "en"):
        shown.page.evaluate("(language) => State.set('lang', language)", language)
        for card in cards.all():
            box = card.bounding_box()
            assert box
            assert box["y"] + box["height"] <= footer["y"]
    assert f"{len(findings.gaps.table)} cells" in cards.first.inner_text()
    assert f"{len(findings.introductions.table)} introductions" in cards.nth(2).inner_text()


def test_a_card_leads_to_its_view_and_a_name_in_it_to_the_name(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas)
    # The picture is no button of its own: the whole card can be pressed.
    shown.page.locator(".miniature").click(force=True)
    assert shown.page.is_visible("#view-coverage")
    shown.page.go_back()
    shown.page.click(".answer .firsts [data-cell] >> nth=0")
    gap = findings.gaps.table.iloc[0]
    assert shown.page.is_visible("#view-coverage")
    assert f"cell={gap['municipality']}&cell={gap['theme']}" in shown.page.url
    shown.page.click("#tab-summary")
    shown.page.locator(".answer-go[data-to=alone]").press("Enter")
    assert shown.page.is_visible("#alone")


def test_the_summary_says_that_it_counts_everything(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#sector=company")
    assert shown.page.is_visible("#summary-narrowed")
    shown.page.click("#summary-whole")
    assert shown.page.is_hidden("#summary-narrowed")
    assert "sector" not in shown.page.url


def test_the_summary_prints_on_one_page(atlas: Path, opened: Open) -> None:
    shown = opened(atlas)
    assert shown.page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1
