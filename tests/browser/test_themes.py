"""The view of themes in a browser: what the filter leaves, the way to the network, arcs, and tables to keep."""

import csv
import io
from pathlib import Path

import pytest

from graph.analysis import Findings
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser


def test_the_filter_leaves_groups_members_and_pairs(atlas: Path, opened: Open, findings: Findings) -> None:
    themes = findings.themes
    shown = opened(atlas, "#view=themes")
    assert shown.page.locator("#view-themes .group:visible").count() == len(themes.groups)
    assert shown.page.locator("#pairs tbody tr:visible").count() == min(30, len(themes.pairs))
    shown.page.evaluate("State.change({ theme: ['T1'], sector: ['medical'] })")
    assert shown.page.locator("#view-themes .group:visible").count() == 1
    first = themes.pairs.head(30)
    either = first["theme"].str.startswith("T1") | first["otherTheme"].str.startswith("T1")
    assert shown.page.locator("#pairs tbody tr:visible").count() == int(either.sum())
    sectors = findings.dataset["Organisation"].set_index("id")["sector"]
    members = themes.members[themes.members["group"] == 2]
    medical = {role: int((sectors[rows["organisation"]] == "medical").sum()) for role, rows in members.groupby("role")}
    for details in shown.page.locator("#view-themes .group:visible .people summary").all():
        details.click()
    for i, role in enumerate(("core", "invited")):
        people = shown.page.locator("#view-themes .group:visible .people").nth(i)
        assert people.locator("li[data-nodes]:visible").count() == medical.get(role, 0)
    shown.page.evaluate("State.change({ theme: ['T1-0'], sector: ['other'], hidden: ['T1-0'] })")
    assert shown.page.locator("#view-themes .groups > [data-none]").is_visible()


def test_a_group_opens_in_the_network_narrowed_to_its_themes(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=themes")
    shown.page.click("[data-themes] >> nth=1")
    assert shown.page.is_visible("#view-network")
    themes = findings.themes.groups.iloc[1]["themes"]
    assert shown.page.evaluate("State.all('theme')") == list(themes)
    assert shown.page.locator("#by-theme option:checked").inner_text() == f"{len(themes)} 件"
    members = findings.themes.members
    core = members[(members["group"] == 2) & (members["role"] == "core")]["organisation"]
    assert shown.page.evaluate("State.all('selected')") == list(core)
    works = findings.dataset["WORKS_ON"]
    expected = set(works[works["end"].isin(themes)]["start"])
    passing: list[str] = shown.page.evaluate(
        "Array.from({ length: Nodes.count }, (_, node) => node)"
        ".filter((node) => Nodes.label(node) === 'Organisation' && Filter.passes(node)).map(Nodes.id)"
    )
    assert set(passing) == expected
    shown.page.go_back()
    assert shown.page.is_visible("#view-themes")
    assert shown.page.evaluate("State.all('theme')") == []


def test_arcs_join_what_is_shared_more_than_expected(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=themes")
    pairs = findings.themes.pairs
    beyond = pairs[pairs["lift"] > 1].head(40)
    shown.page.wait_for_selector("#arcs path", state="attached")
    assert shown.page.locator("#arcs path").count() == len(beyond)
    theme = beyond.iloc[0]["theme"]
    shown.page.evaluate("(id) => Choice.choose(Nodes.number(id))", theme)
    shown.page.wait_for_selector("#arcs .arc-near", state="attached")
    near = ((beyond["theme"] == theme) | (beyond["otherTheme"] == theme)).sum()
    assert shown.page.locator("#arcs .arc-near").count() == near


def test_members_and_pairs_are_saved_as_tables(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=themes")
    members: list[list[str]] = shown.page.evaluate("Export.csv()")
    names = findings.dataset["Organisation"].set_index("id")["name"]
    assert [row[4] for row in members[1:]] == [names[id_] for id_ in findings.themes.members["organisation"]]
    with shown.page.expect_download() as download:
        shown.page.click("#pairs-csv")
    pairs = list(csv.reader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))
    assert [int(row[4]) for row in pairs[1:]] == findings.themes.pairs["common"].tolist()
    assert {row[10] for row in pairs[1:]} == {"偶然の範囲"}
