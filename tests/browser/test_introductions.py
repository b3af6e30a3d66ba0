from pathlib import Path

import pytest

from graph.analysis import Findings
from tests.browser.conftest import Open
from viz import page
from viz.views import introductions

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


def test_a_pair_goes_with_either_end_that_is_hidden(atlas: Path, opened: Open, findings: Findings) -> None:
    table = findings.introductions.table
    first = table.iloc[0]["organisation"]
    left = int(((table["organisation"] != first) & (table["partner"] != first)).sum())
    shown = opened(atlas, f"#view=introductions&hidden={first}")
    assert shown.page.locator(ROWS).count() == left < len(table)
    assert len(shown.page.evaluate("Export.csv()")) == left + 1
    shown.page.evaluate("State.change({ view: ['network'], proposed: ['yes'] })")
    ends: list[str] = shown.page.evaluate(
        "Proposed.lines().flatMap(({ start, end }) => [start, end]).map(({ id }) => Nodes.id(id))"
    )
    assert len(ends) == 2 * left
    assert first not in ends


def test_a_pair_is_shown_in_the_network_and_back_leads_to_it(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=introductions")
    shown.page.focus(f"{ROWS} >> nth=0 >> [data-meet]")
    shown.page.keyboard.press("Enter")
    assert shown.page.is_visible("#view-network")
    first = findings.introductions.table.iloc[0]
    way = [first["organisation"], *first["via"], first["partner"]]
    for said in (f"node={way[0]}", "&".join(f"path={stop}" for stop in way)):
        assert said in shown.page.url
    # The way in the picture leads past those that the introduction names, whatever others are as short.
    assert [id_ for id_ in shown.page.evaluate("Route.found().nodes.map(Nodes.id)") if id_.startswith("O")] == way
    shown.page.go_back()
    assert shown.page.is_visible("#view-introductions")
    assert shown.faults() == []


def test_it_says_how_many_pairs_are_not_shown_and_where_they_are(
    tmp_path: Path, opened: Open, findings: Findings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(introductions, "_SHOWN", 1)
    shown = opened(page.write(findings, tmp_path / "few.html"), "#view=introductions")
    count = len(findings.introductions.table)
    assert shown.page.locator(ROWS).count() == 1 < count
    assert f"あと {count - 1} 組" in shown.page.inner_text("#introduction-more")
    assert "表(CSV)で保存" in shown.page.inner_text("#introduction-more")
    # The filter leaves the last pair, and whichever it shares an organisation with.
    shown.page.evaluate(
        "State.set('only', [DATA.introductions.a, DATA.introductions.b].map((all) => Nodes.id(all.at(-1))))"
    )
    fit: int = shown.page.evaluate("Export.csv().length - 1")
    said = shown.page.inner_text("#introduction-count")
    assert f"{count} 組のうち、絞り込みに合うのは {fit} 組です。" in said
    assert f"あと {fit - shown.page.locator(ROWS).count()} 組" in said
