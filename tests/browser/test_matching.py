import datetime as dt
from pathlib import Path

import pytest

from graph.analysis import analyse
from graph.dataset import Dataset
from tests.browser.conftest import Open
from viz import page

pytestmark = pytest.mark.browser

CITIES = {"A": "141003", "B": "142042"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three needs in A and one in B, with resources in A, and two cases of themes t and u that B and A made."""
    places = {"n1": "A", "n2": "A", "n3": "A", "n4": "B", "r1": "A", "r2": "A", "k1": "A", "k2": "B"}
    themes = {"n1": "t", "n2": "t", "n3": "u", "n4": "t", "r1": "t", "r2": "t", "k1": "t", "k2": "u"}
    dataset = Dataset.of(
        {
            "Organisation": [{"id": "o", "name": "持ち主"}],
            "Need": [{"id": f"n{i}", "name": f"課題{i}", "openedOn": dt.date(2025 - i, 1, 1)} for i in range(1, 5)],
            "Resource": [{"id": f"r{i}", "name": f"資源{i}", "kind": "place"} for i in (1, 2)],
            "Case": [
                {"id": "k1", "name": "事例1", "lesson": "鍵を分ける", "year": 2024},
                {"id": "k2", "name": "事例2", "outcome": "カフェを開いた", "year": 2023},
            ],
            "Theme": [{"id": t, "name": t} for t in "tu"],
            "Municipality": [{"id": m, "name": m, "code": code} for m, code in CITIES.items()],
            "HAS_NEED": [{"start": "o", "end": "n1"}],
            "ADDRESSES": [{"start": node, "end": theme} for node, theme in themes.items()],
            "TAKES_PLACE_IN": [{"start": node, "end": place} for node, place in places.items()],
            "MATCHED_WITH": [{"start": "n1", "end": "r1", "status": "proposed", "reasons": ["近い"], "score": 0.5}],
        }
    )
    return page.write(analyse(dataset, draws=0), tmp_path_factory.mktemp("matching") / "a.html")


def test_needs_stand_oldest_first_with_what_is_on_record_and_what_fits(made: Path, opened: Open) -> None:
    shown = opened(made, "#view=matching")
    assert shown.page.locator("#needs h3").all_inner_texts() == ["課題4", "課題3", "課題2", "課題1"]
    first, alone, _, proposed = shown.page.locator("#needs .card").all_inner_texts()
    assert "条件の合う資源(未判断)" in first
    assert "テーマが同じ、場所の記録なし" in first
    assert "まだどこからも出されていません" in alone
    assert "提案" in proposed
    assert "近い" in proposed
    assert "提案時の点数 0.5" in proposed
    counts = shown.page.locator(".standing-keys strong").all_inner_texts()
    assert counts == ["4", "0", "1", "2", "1"]
    assert shown.faults() == []


def test_filter_and_standing_hold_and_stay_in_the_address(made: Path, opened: Open) -> None:
    shown = opened(made, "#view=matching&municipality=A")
    assert shown.page.locator(".standing-keys strong").all_inner_texts() == ["3", "0", "1", "1", "1"]
    shown.page.focus("[data-standing=nothing]")
    shown.page.keyboard.press("Enter")
    assert shown.page.locator("#needs h3").all_inner_texts() == ["課題3"]
    assert "standing=nothing" in shown.page.url
    rows: list[list[str]] = shown.page.evaluate("Export.csv()")
    assert [row[0] for row in rows[1:]] == ["課題3"]
    shown.page.go_back()
    assert shown.page.locator("#needs .card").count() == 3


def test_cases_are_grouped_searched_and_near_to_a_gap(made: Path, opened: Open) -> None:
    shown = opened(made, "#view=cases")
    heads = shown.page.locator("#cases .case-group > h3")
    assert [text.split()[0] for text in heads.all_inner_texts()] == ["t", "u"]
    shown.page.click("[data-caseby=municipality]")
    assert [text.split()[0] for text in heads.all_inner_texts()] == ["A", "B"]
    assert "caseby=municipality" in shown.page.url
    shown.page.focus("#cases [data-choose]")
    shown.page.keyboard.press("Enter")
    assert shown.page.evaluate("Choice.node() !== null")
    shown.page.keyboard.press("Escape")
    shown.page.fill("#case-words", "かふぇ")
    assert shown.page.locator("#cases .card h3").all_inner_texts() == ["事例2"]
    again = opened(made, "#view=cases&cell=B&cell=t")
    assert "事例1" in again.page.inner_text("#case-gap")
    assert "事例2" not in again.page.inner_text("#case-gap")
    assert again.faults() == []
