import csv
import io
from pathlib import Path

import pytest

from graph.analysis import Findings, analyse
from tests.browser.conftest import Open, Opened
from tests.viz import made_up
from viz import page

pytestmark = pytest.mark.browser

SHOWN = "#bridges tbody tr:not([hidden]):not(.absent)"


@pytest.fixture(scope="session")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return page.write(analyse(made_up.platform(), draws=0), tmp_path_factory.mktemp("page") / "platform.html")


def names(shown: Opened) -> list[str]:
    return shown.page.locator(f"{SHOWN} th > .link").all_inner_texts()


def test_the_ranking_is_that_of_the_findings(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=ranking")
    table = findings.brokerage.table
    known = findings.dataset["Organisation"].set_index("id")["name"]
    assert names(shown) == [known[id_] for id_ in table[table["betweenness"] > 0]["organisation"].head(100)]
    lost = findings.single_points.organisations
    counted = (lost[["pairsLost", "cellsEmptied", "communitiesHeld"]] > 0).any(axis=1).sum()
    assert shown.page.locator("#losses tbody tr").count() == min(counted, 100)
    assert shown.page.locator(".loners > li[data-nodes]").count() == min(len(findings.isolates.table), 100)


def test_columns_sort_and_the_address_keeps_it(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=ranking")
    shown.page.click("[data-ranksort=sectorsJoined]")
    assert "ranksort=sectorsJoined&ranksort=down" in shown.page.url
    assert shown.page.get_attribute("th:has([data-ranksort=sectorsJoined])", "aria-sort") == "descending"
    table = findings.brokerage.table
    table = table[table["betweenness"] > 0].head(100).sort_values(["sectorsJoined", "rank"], ascending=[False, True])
    known = findings.dataset["Organisation"].set_index("id")["name"]
    assert names(shown) == [known[id_] for id_ in table["organisation"]]
    shown.page.go_back()
    assert shown.page.get_attribute("th:has([data-ranksort=rank])", "aria-sort") == "ascending"


def test_the_filter_narrows_rows_and_csv_down(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=ranking&sector=company")
    table = findings.brokerage.table.merge(findings.dataset["Organisation"], left_on="organisation", right_on="id")
    bridging = table[(table["betweenness"] > 0) & (table["sector"] == "company")]
    assert names(shown) == list(bridging[bridging["rank"] <= 100]["name"])
    with shown.page.expect_download() as download:
        shown.page.click("#ranking-csv")
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))
    assert [row[1] for row in rows[1:]] == list(bridging["name"])
    assert [int(row[0]) for row in rows[1:]] == list(bridging["rank"])


def test_a_row_opens_to_names_and_roles(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=ranking")
    shown.page.locator("[data-more] >> nth=0").press("Enter")
    said = shown.page.inner_text("#bridge-details")
    first = findings.brokerage.table["organisation"][0]
    ties = findings.network
    around = {*ties[ties["start"] == first]["end"], *ties[ties["end"] == first]["start"]}
    seats = findings.dataset["LOCATED_IN"]
    towns = set(seats[seats["start"].isin(around)]["end"])
    known = findings.dataset["Municipality"].set_index("id")["name"]
    assert all(known[town] in said for town in towns)
    assert shown.page.locator("#bridge-details [data-choose]").count() == len(towns)
    assert "連絡役" in said
    shown.page.locator("[data-more] >> nth=0").press("Enter")
    assert shown.page.locator("#bridge-details").count() == 0


def test_an_explanation_is_reached_by_keyboard(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=ranking")
    shown.page.focus("#explain-ratio")
    assert "無作為に入れ替えた" in shown.page.inner_text("#tip")
    shown.page.keyboard.press("Escape")
    assert shown.page.is_hidden("#tip")


def test_without_the_secretariat_ranks_change(platform: Path, opened: Open) -> None:
    shown = opened(platform, "#view=ranking")
    assert names(shown) == ["c", "b", "s"]
    shown.page.click("[data-without=independent]")
    # Of a - b - c and d only b bridges: first, where it was second.
    assert names(shown) == ["b"]
    assert shown.page.inner_text(f"{SHOWN} .rank") == "1"
    assert "▲ 1" in shown.page.inner_text(f"{SHOWN} .change")
    assert "関係は 2 組" in shown.page.inner_text("[data-rest=independent]")
    assert "without=independent" in shown.page.url
    shown.page.go_back()
    assert names(shown) == ["c", "b", "s"]
    assert shown.faults() == []


def test_wide_columns_fit_beside_the_panel(atlas: Path, opened: Open, findings: Findings) -> None:
    first = findings.brokerage.table["organisation"][0]
    shown = opened(atlas, f"#view=ranking&lang=en&node={first}")
    table = shown.page.locator("#view-ranking .scroll").first
    assert table.evaluate("(element) => element.scrollWidth <= element.clientWidth")


def test_the_caption_counts_what_the_table_has(platform: Path, opened: Open) -> None:
    shown = opened(platform, "#view=ranking")
    said = "橋渡しをしている {n} 団体のうち上位 {n} 団体"
    before = len(names(shown))
    assert shown.page.inner_text("#bridge-count") == said.format(n=before)
    shown.page.click("[data-without=without]")
    after = len(names(shown))
    assert after != before
    assert shown.page.inner_text("#bridge-count") == said.format(n=after)
    shown.page.click("[data-without='']")
    shown.page.evaluate("State.set('only', [Bridges.all()[0]].map(Nodes.id))")
    said = f"{before} 団体のうち、絞り込みに合うのは 1 団体です。この表に並ぶのは、そのうち全体で100位までの 1 団体"
    assert said in shown.page.inner_text("#bridge-count")
