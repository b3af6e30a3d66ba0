import csv
import io
from pathlib import Path

import pytest

from graph.analysis import Findings
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


def test_the_table_has_every_node_and_tie(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=table")
    shown.page.uncheck("#table-drawn")
    assert shown.page.evaluate("Listing.rows().length") == findings.dataset.node_count
    assert shown.page.locator("#rows tbody tr").count() == 100
    shown.page.click("#table-next")
    assert shown.page.inner_text("#table-range").startswith("101–")
    shown.page.click("[data-rows=ties]")
    assert shown.page.evaluate("Listing.rows().length") == findings.dataset.relationship_count
    shown.page.select_option("#table-kind", "WORKS_ON")
    assert shown.page.evaluate("Listing.rows().length") == len(findings.dataset["WORKS_ON"])


def test_the_table_is_what_the_network_shows(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(
        atlas, "#view=network&municipality=M141003&kinds=Organisation&kinds=Collaboration&ties=PARTICIPATES_IN"
    )
    drawn = set(shown.page.evaluate("Picture.shown()"))
    assert len(drawn) > 3
    shown.page.click("#tab-table")
    assert set(shown.page.evaluate("Listing.rows()")) == drawn
    shown.page.click("[data-rows=ties]")
    among = set(shown.page.evaluate("Picture.shown().map(Nodes.id)"))
    parts = findings.dataset["PARTICIPATES_IN"]
    expected = parts[parts["start"].isin(among) & parts["end"].isin(among)]
    assert shown.page.evaluate("Listing.rows().length") == len(expected) > 0


def test_what_was_taken_up_in_the_network_is_listed_alone(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=table&selected=O000&selected=O001&selected=nobody")
    assert shown.page.evaluate("Listing.rows().map(Nodes.id)") == ["O000", "O001"]
    # The two are tied twice, by cooperation and by referral.
    shown.page.click("[data-rows=ties]")
    assert shown.page.evaluate("Listing.rows().map(Ties.type)") == ["TIED_TO", "TIED_TO"]
    shown.page.click("#table-unselect")
    assert shown.page.evaluate("Listing.rows().length") > 2


def test_the_table_sorts_and_filters(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=table&everything=1")
    shown.page.click("[data-sort=degree]")
    shown.page.click("[data-sort=degree]")
    assert shown.page.get_attribute("#rows th:has([data-sort=degree])", "aria-sort") == "descending"
    degrees = [int(text) for text in shown.page.locator("#rows tbody td.number").all_inner_texts()]
    assert degrees == sorted(degrees, reverse=True)
    shown.page.fill("#table-filter", "ｶﾏｸﾗｼ")
    assert shown.page.locator("#rows tbody th").all_inner_texts() == ["鎌倉市"]


def test_a_kind_that_the_network_does_not_show_is_one_tick_away(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=table&kind=Source")
    assert f"{len(findings.dataset['Source'])} 件" in shown.page.inner_text("#table-undrawn")
    shown.page.uncheck("#table-drawn")
    assert shown.page.locator("#rows tbody tr").count() == len(findings.dataset["Source"])


def test_every_property_can_be_a_column(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=table&kind=Source&everything=1")
    shown.page.click("#view-table .menu summary")
    offered = shown.page.locator("#table-columns input").evaluate_all("(ticks) => ticks.map((tick) => tick.value)")
    assert set(offered) == {"title", "publisher", "url", "licence", "retrievedOn"}
    shown.page.check("#table-columns [value=retrievedOn]")
    assert shown.page.locator("#rows tbody tr td").last.inner_text() == "2025-04-01"
    assert "column=retrievedOn" in shown.page.url


def test_rows_are_copied_as_a_spreadsheet_takes_them(hostile: Path, opened: Open) -> None:
    shown = opened(hostile, "#view=table&list=ties")
    # What goes to the clipboard is caught, since a browser without a screen may have none.
    shown.page.evaluate("() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }")
    shown.page.click("#table-copy")
    rows = [line.split("\t") for line in shown.page.evaluate("window.copied").split("\n")]
    assert {len(row) for row in rows} == {6}
    assert len(rows) - 1 == shown.page.evaluate("Listing.rows().length") > 10
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert f"{len(rows) - 1} 行" in shown.page.inner_text("#live")


def test_without_a_clipboard_the_text_is_there_to_be_copied(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=ranking")
    shown.page.evaluate("() => { navigator.clipboard.writeText = async () => { throw new Error(); }; }")
    shown.page.click("#copy-link")
    assert shown.page.input_value("#copy-text") == shown.page.url
    assert shown.page.evaluate("getSelection().toString()") in {shown.page.url, ""}
    shown.page.keyboard.press("Escape")
    assert shown.page.is_hidden("#copy-text")


def test_the_csv_has_a_mark_and_no_formula(hostile: Path, opened: Open) -> None:
    shown = opened(hostile, "#view=table&everything=1")
    with shown.page.expect_download() as download:
        shown.page.click("#csv")
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert len(rows) - 1 == shown.page.evaluate("Nodes.count")
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert any(cell.startswith("'=HYPERLINK") for row in rows for cell in row)


def test_the_address_keeps_the_page_until_the_rows_change(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=table&everything=1&page=2")
    assert shown.page.inner_text("#table-range").startswith("101–200 ")
    shown.page.click("#table-next")
    assert "page=3" in shown.page.url
    shown.page.go_back()
    assert shown.page.inner_text("#table-range").startswith("101–200 ")
    shown.page.click("[data-sort=name]")
    assert shown.page.inner_text("#table-range").startswith("1–100 ")
    assert "page=" not in shown.page.url
    beyond = opened(atlas, "#view=table&everything=1&page=999")
    assert beyond.page.is_disabled("#table-next")
    assert beyond.page.locator("#rows tbody tr").count() > 0
