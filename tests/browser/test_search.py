from pathlib import Path

import pytest

from graph.analysis import Findings
from tests.browser.conftest import Open, Opened

pytestmark = pytest.mark.browser


def found(shown: Opened, typed: str) -> list[str]:
    shown.page.fill("#search", typed)
    return shown.page.locator("#found [role=option] bdi").all_inner_texts()


@pytest.mark.parametrize(
    "typed", ["ヨコハマシ", "よこはまし", "横浜市", "ﾖｺﾊﾏｼ", "yokohama", "ＹＯＫＯＨＡＭＡ", "141003"]
)
def test_search_finds_however_it_is_typed(typed: str, atlas: Path, opened: Open) -> None:
    assert found(opened(atlas), typed)[0] == "横浜市"


def test_search_wants_every_word(atlas: Path, opened: Open) -> None:
    shown = opened(atlas)
    assert found(shown, "横浜 鶴見") == ["横浜市鶴見区"]
    assert found(shown, "横浜 ない言葉") == []
    assert "見つかりません" in shown.page.inner_text("#found")


def test_search_counts_as_pandas_does(atlas: Path, opened: Open, findings: Findings) -> None:
    names = [name for frame in findings.dataset.nodes.values() for name in frame["name"]]
    expected = sum("みまもり隊" in name for name in names)
    found(shown := opened(atlas), "ミマモリ隊")
    assert shown.page.inner_text("#live").startswith(f"{expected} 件") or expected == 0
    assert expected > 5


def test_search_by_keyboard(atlas: Path, opened: Open) -> None:
    shown = opened(atlas)
    shown.page.keyboard.press("/")
    shown.page.keyboard.type("よこはまし")
    assert shown.page.get_attribute("#search", "aria-expanded") == "true"
    shown.page.keyboard.press("ArrowDown")
    active = shown.page.get_attribute("#search", "aria-activedescendant")
    assert shown.page.get_attribute(f"#{active}", "aria-selected") == "true"
    shown.page.keyboard.press("Enter")
    assert shown.page.inner_text("#panel h2") == "横浜市"
    assert shown.page.is_hidden("#found")
    shown.page.keyboard.press("Escape")
    assert shown.page.locator("#panel h2").count() == 0


@pytest.mark.parametrize(
    ("typed", "found_by"),
    [
        ("ヨコ ハマ", "よこはま"),
        ("よこはま\u3000", "よこはま"),
        # Voiced marks written apart come together.
        ("ｶﾞｯｺｳ か\u3099", "がっこうが"),
        ("ＮＰＯ Ｔａｂｕｎｏｋｉ", "npotabunoki"),
        ("コーヒー ７", "こーひー7"),
    ],
)
def test_kana_widths_case_and_spaces_do_not_matter(typed: str, found_by: str, atlas: Path, opened: Open) -> None:
    assert opened(atlas).page.evaluate("(typed) => Search.words(typed).join('')", typed) == found_by
