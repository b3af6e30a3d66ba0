from pathlib import Path

import pytest

from graph.analysis import Findings
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

ROWS = "#view-introductions .meeting:visible"


def test_the_filter_leaves_pairs_of_which_one_is_of_the_municipality(
    atlas: Path, opened: Open, findings: Findings
) -> None:
    shown = opened(atlas, "#view=introductions")
    table = findings.introductions.table
    assert shown.page.locator(ROWS).count() == len(table)
    place = findings.dataset["LOCATED_IN"].query("start == @table.organisation[0]")["end"].iloc[0]
    ties = [findings.dataset[kind] for kind in ("LOCATED_IN", "SERVES")]
    of = {start for frame in ties for start in frame[frame["end"] == place]["start"]}
    expected = int((table["organisation"].isin(of) | table["partner"].isin(of)).sum())
    assert 0 < expected < len(table)
    shown.page.select_option("#by-municipality", place)
    assert shown.page.locator(ROWS).count() == expected
    said: list[list[str]] = shown.page.evaluate("Export.csv()")
    assert len(said) == expected + 1
    shown.page.click("#reset")
    assert shown.page.locator(ROWS).count() == len(table)


def test_a_pair_is_shown_in_the_network_and_back_leads_to_it(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=introductions")
    shown.page.focus(f"{ROWS} >> nth=0 >> [data-meet]")
    shown.page.keyboard.press("Enter")
    assert shown.page.is_visible("#view-network")
    first = findings.introductions.table.iloc[0]
    for said in (f"node={first['organisation']}", f"path={first['organisation']}&path={first['partner']}"):
        assert said in shown.page.url
    shown.page.go_back()
    assert shown.page.is_visible("#view-introductions")
    assert shown.faults() == []
