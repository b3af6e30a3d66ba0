"""The heat map in a browser: folding, sorting, narrowing, choosing, and what the side panel says of a gap."""

import csv
import io
from pathlib import Path

import pytest

from graph.analysis import Findings
from tests.browser.conftest import Open, Opened

pytestmark = pytest.mark.browser

CELLS = "#heat tr:not(.ward) td .cell:not(.cell-sum)"


def names(findings: Findings) -> dict[str, str]:
    return {
        id_: name
        for frame in findings.dataset.nodes.values()
        for id_, name in zip(frame["id"], frame["name"], strict=True)
    }


def shown_rows(shown: Opened) -> list[str]:
    ids: list[str] = shown.page.evaluate("Grid.rows().map(Nodes.id)")
    return ids


def shown_columns(shown: Opened) -> list[str]:
    ids: list[str] = shown.page.evaluate("Grid.columns().map(Nodes.id)")
    return ids


def test_the_heat_map_is_the_coverage(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=coverage")
    cells = findings.coverage.cells
    narrow = cells[cells["theme"].isin(findings.coverage.themes["theme"])]
    assert shown.page.locator(CELLS).count() == len(narrow)
    for state, count in narrow["state"].value_counts().items():
        assert shown.page.locator(f"{CELLS}.cell-{state}").count() == count
        assert shown.page.locator(f".states li:has(.cell-{state}) .count").inner_text() == str(count)


def test_a_gap_tells_its_rank_its_reasons_and_who_could_help(atlas: Path, opened: Open, findings: Findings) -> None:
    gap = findings.gaps.table.iloc[0]
    shown = opened(atlas, "#view=coverage")
    shown.page.click(".watch-item >> nth=0")
    panel = shown.page.inner_text("#panel")
    name = names(findings)
    assert name[gap["municipality"]] in panel
    assert name[gap["theme"]] in panel
    assert "取組なし" in panel
    score = round(100 * gap["score"])
    assert f"{score} 点 / 100 点(全体で 1 位)" in panel
    cell = findings.coverage.cells.set_index(["municipality", "theme"]).loc[(gap["municipality"], gap["theme"])]
    assert all(name[id_] in panel for id_ in cell["evidence"])
    for table, column in ((findings.gaps.helpers, "organisation"), (findings.gaps.resources, "resource")):
        own = table[(table["municipality"] == gap["municipality"]) & (table["theme"] == gap["theme"])]
        assert all(name[id_] in panel for id_ in own[column])
    assert shown.page.locator("#heat [aria-pressed=true]").count() == 1
    assert f"cell={gap['municipality']}&cell={gap['theme']}" in shown.page.url


def test_the_heat_map_follows_the_arrow_keys(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=coverage")
    assert shown.page.locator('#heat td .cell[tabindex="0"]').count() == 1
    shown.page.focus('#heat td .cell[tabindex="0"]')
    for key in ("ArrowRight", "ArrowDown", "Enter"):
        shown.page.keyboard.press(key)
    # Wards are folded at first: one right and one down from Yokohama and the first theme.
    assert shown.page.evaluate("Choice.cell().map(Nodes.id)") == ["M141305", "T0-1"]


def test_themes_and_wards_fold(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=coverage")
    assert len(shown_columns(shown)) == len(findings.coverage.themes)
    assert "M141011" not in shown_rows(shown)
    shown.page.click("[data-wards]")
    assert shown_rows(shown)[:3] == ["M141003", "M141011", "M141020"]
    shown.page.click("[data-fold]")
    assert shown_columns(shown)[:2] == ["T0", "T1-0"]
    state = findings.coverage.table().loc["M141003"]
    covered = sum(state[f"T0-{i}"] == "covered" for i in range(3))
    assert shown.page.locator("#heat .cell-sum:visible").first.inner_text().startswith(f"{covered}/3")
    shown.page.click("#fold-all")
    assert shown_columns(shown) == ["T0", "T1", "T2", "T3", "T4"]
    assert "folded=T0&folded=T1" in shown.page.url
    shown.page.click("#heat .cell-sum:visible >> nth=0")
    assert shown.page.locator("#panel .summed-part").count() == 3
    shown.page.click("#panel .summed-part >> nth=0")
    assert shown.page.evaluate("Choice.cell().map(Nodes.id)") == ["M141003", "T0-0"]
    assert shown.page.locator("#heat .cell-sum[aria-pressed=true]").count() == 1


def test_rows_and_columns_sort_by_their_gaps(atlas: Path, opened: Open, findings: Findings) -> None:
    gaps = findings.gaps.table
    shown = opened(atlas, "#view=coverage&heatsort=score&themesort=gaps")
    rows = shown_rows(shown)
    scores = gaps.groupby("municipality")["score"].sum()
    assert [scores.get(id_, 0) for id_ in rows] == sorted((scores.get(id_, 0) for id_ in rows), reverse=True)
    columns = shown_columns(shown)
    count = gaps["theme"].value_counts()
    broad = gaps["theme"].str[:2].value_counts()
    assert [id_[:2] for id_ in columns] == sorted(
        (id_[:2] for id_ in columns), key=lambda id_: (-broad.get(id_, 0), id_)
    )
    first = [count.get(id_, 0) for id_ in columns if id_[:2] == columns[0][:2]]
    assert first == sorted(first, reverse=True)
    place, theme = rows[0], columns[0]
    shown.page.click("#heat tbody tr:not([hidden]) td:not([hidden]) .cell >> nth=0")
    assert shown.page.evaluate("Choice.cell().map(Nodes.id)") == [place, theme]


def test_the_filter_leaves_rows_and_columns(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=coverage&municipality=M141003&theme=T1")
    assert shown_rows(shown) == ["M141003", "M141011", "M141020"]
    assert shown_columns(shown) == ["T1-0", "T1-1", "T1-2", "T1-3"]
    gaps = findings.gaps.table
    within = gaps[(gaps["municipality"] == "M141003") & gaps["theme"].str.startswith("T1-")]
    assert shown.page.locator("#watch > li:visible").count() == len(within)
    shown.page.evaluate("State.change({ municipality: [], theme: [], hidden: ['M141003'] })")
    assert "M141003" not in shown_rows(shown)
    shown.page.evaluate("State.change({ hidden: [], sector: ['company'] })")
    companies = set(findings.dataset["Organisation"].query("sector == 'company'")["id"])
    cells = findings.coverage.cells
    cells = cells[cells["theme"].isin(findings.coverage.themes["theme"])]
    works = findings.dataset["PARTICIPATES_IN"]
    # A company itself speaks for a cell, or a collaboration that it takes part in, or a need that it has.
    needs = findings.dataset["HAS_NEED"]
    theirs = companies | {
        end
        for table in (works, needs)
        for start, end in zip(table["start"], table["end"], strict=True)
        if start in companies
    }
    coloured = sum(
        bool(theirs & set(evidence) - set(findings.dataset["Municipality"]["id"])) for evidence in cells["evidence"]
    )
    assert shown.page.is_visible("#heat-off")
    assert shown.page.locator(f"{CELLS}:not(.cell-off)").count() == coloured


def test_single_cells_are_marked_when_asked_for(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=coverage")
    marks = shown.page.locator("#heat tr:not(.ward) .alone:visible")
    assert marks.count() == 0
    shown.page.check("#single")
    points = findings.single_points.cells
    assert marks.count() == len(points.drop_duplicates(["municipality", "theme"]))
    point = findings.single_points.cells.iloc[0]
    shown.page.evaluate("([m, t]) => State.set('cell', [m, t])", [point["municipality"], point["theme"]])
    assert names(findings)[point["organisation"]] in shown.page.inner_text("#panel")
    assert "一団体が抜けると弱まります" in shown.page.inner_text("#panel")


def test_the_csv_files_hold_the_map_and_the_gaps(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=coverage&folded=T0")
    heat: list[list[str]] = shown.page.evaluate("Export.csv()")
    with shown.page.expect_download() as download:
        shown.page.click("#gaps-csv")
    gaps = list(csv.reader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))
    assert len(heat) == 1 + 20
    assert len(heat[0]) == 2 + 1 + 13
    assert heat[1][:2] == ["横浜市", "141003"]
    assert len(gaps) == 1 + len(findings.gaps.table)
    name = names(findings)
    assert [row[1] for row in gaps[1:]] == [name[id_] for id_ in findings.gaps.table["municipality"]]
    assert [int(row[3]) for row in gaps[1:]] == [round(100 * score) for score in findings.gaps.table["score"]]
