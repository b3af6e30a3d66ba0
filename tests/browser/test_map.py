import csv
import io
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from graph.analysis import Findings
from tests.browser.conftest import Open, Opened

pytestmark = pytest.mark.browser


def figures(shown: Opened) -> dict[str, str]:
    rows = shown.page.locator("#map-rows tbody tr")
    return dict(zip(rows.locator("th bdi").all_inner_texts(), rows.locator("td.number").all_inner_texts(), strict=True))


def by_city(findings: Findings, type_: str, ids: set[str]) -> dict[str, int]:
    """Count distinct starts of a relationship by city, wards being counted in theirs."""
    dataset = findings.dataset
    city = dict(zip(dataset["PART_OF"]["start"], dataset["PART_OF"]["end"], strict=True))
    names = dict(zip(dataset["Municipality"]["id"], dataset["Municipality"]["name"], strict=True))
    ties = dataset[type_][["start", "end"]]
    ties = ties[ties["start"].isin(ids)]
    pairs = {(start, city.get(end, end)) for start, end in ties.itertuples(index=False)}
    found = Counter(place for _, place in pairs)
    return {names[id_]: found[id_] for id_ in names if id_ not in city}


def test_the_figures_are_pandas_and_follow_filter_and_choice(atlas: Path, opened: Open, findings: Findings) -> None:
    dataset = findings.dataset
    shown = opened(atlas, "#view=map")
    everyone = set(dataset["Organisation"]["id"])
    counts = by_city(findings, "LOCATED_IN", everyone)
    assert figures(shown) == {name: str(n) for name, n in counts.items()}
    shown.page.select_option("#mapby", "collaborations")
    running = by_city(findings, "TAKES_PLACE_IN", set(dataset["Collaboration"]["id"]))
    assert figures(shown) == {name: str(n) for name, n in running.items()}
    shown.page.select_option("#mapby", "organisations")
    shown.page.select_option("#by-sector", "company")
    companies = set(dataset["Organisation"].query("sector == 'company'")["id"])
    assert figures(shown) == {name: str(n) for name, n in by_city(findings, "LOCATED_IN", companies).items()}
    shown.page.reload()
    assert shown.page.input_value("#mapby") == "organisations"
    assert figures(shown) == {name: str(n) for name, n in by_city(findings, "LOCATED_IN", companies).items()}


def test_gaps_are_those_of_the_coverage(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=map&mapby=gaps&mapunit=ward")
    names = dict(zip(findings.dataset["Municipality"]["id"], findings.dataset["Municipality"]["name"], strict=True))
    gaps = Counter(names[id_] for id_ in findings.coverage.gaps()["municipality"])
    assert {name: int(said) for name, said in figures(shown).items() if said != "0"} == gaps
    # Coverage is by municipality: the switch to wards is off, whatever the address asks for.
    assert shown.page.is_disabled("[data-mapunit=ward]")
    shown.page.select_option("#mapby", "perPeople")
    assert set(figures(shown).values()) == {"不明"}
    assert "人口が登録されていません" in shown.page.inner_text("#map-note")


def test_pairs_of_municipalities_have_the_ties_of_the_network(atlas: Path, opened: Open, findings: Findings) -> None:
    shown = opened(atlas, "#view=map&maplayer=ties")
    located = findings.dataset["LOCATED_IN"]
    seat = dict(zip(located["start"], located["end"], strict=True))
    names = dict(zip(findings.dataset["Municipality"]["id"], findings.dataset["Municipality"]["name"], strict=True))
    ends = pd.DataFrame({"a": findings.network["start"].map(seat), "b": findings.network["end"].map(seat)})
    ends = ends[ends["a"] != ends["b"]]
    expected = Counter(frozenset((names[a], names[b])) for a, b in ends.itertuples(index=False))
    for row in shown.page.locator("#map-pairs li").all():
        a, b = row.locator("bdi").all_inner_texts()
        assert row.locator(".count").inner_text() == f"{expected[frozenset((a, b))]} 組"
    assert shown.page.locator("#map-pairs li").count() == min(20, len(expected))
    assert shown.page.locator("#map-arcs path").count() == min(40, len(expected))


def test_keys_walk_choose_and_zoom(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=map")
    shown.page.locator("#map [tabindex='0']").focus()
    before = shown.page.evaluate("document.activeElement.dataset.area")
    shown.page.keyboard.press("ArrowLeft")
    assert shown.page.evaluate("document.activeElement.dataset.area") != before
    name = shown.page.evaluate("Words.name(Number(document.activeElement.dataset.area))")
    assert (shown.page.evaluate("document.activeElement.getAttribute('aria-label')") or "").startswith(name)
    shown.page.keyboard.press("Enter")
    assert shown.page.inner_text("#panel h2") == name
    box = shown.page.get_attribute("#map", "viewBox")
    shown.page.keyboard.press("+")
    assert shown.page.get_attribute("#map", "viewBox") != box
    shown.page.keyboard.press("0")
    assert shown.page.get_attribute("#map", "viewBox") == box
    shown.page.click("#map-chosen button")
    assert name in shown.page.locator("#by-municipality option:checked").inner_text()
    assert shown.faults() == []


def test_the_switch_shows_wards_and_the_table_is_saved(atlas: Path, opened: Open) -> None:
    shown = opened(atlas, "#view=map")
    assert "横浜市鶴見区" not in figures(shown)
    shown.page.click("[data-mapunit=ward]")
    assert "横浜市鶴見区" in figures(shown)
    assert "横浜市" not in figures(shown)
    assert shown.page.locator(".area.outline").count() == 2
    with shown.page.expect_download() as download:
        shown.page.click("#map-csv")
    rows = list(csv.reader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))
    assert rows[0] == ["団体コード", "市町村", "組織"]
    assert {row[1]: row[2] for row in rows[1:]} == figures(shown)
