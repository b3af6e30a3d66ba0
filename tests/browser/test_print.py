import re
import shutil
import subprocess
from pathlib import Path

import pytest

from graph.language import LANGUAGES, Language
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

STATES = {"ja": ("取組あり", "他地域が担う", "取組なし", "未把握"), "en": ("Served by others", "Unknown")}


def words(pdf: Path) -> str:
    """Return the words of a PDF without spaces, since paper parts them where it likes."""
    program = shutil.which("pdftotext")
    if not program:
        pytest.skip("pdftotext is not there to read the PDF")
    said = subprocess.run([program, str(pdf), "-"], capture_output=True, check=True, text=True).stdout
    return re.sub(r"\s+", "", said)


def test_paper_has_the_legend_the_filter_and_the_day(atlas: Path, opened: Open, tmp_path: Path) -> None:
    shown = opened(atlas, "#view=coverage&municipality=M142042")
    pdf = tmp_path / "空白域.pdf"
    shown.page.pdf(path=pdf, format="A4", landscape=True)
    said = words(pdf)
    for text in ("空白域", "市町村:鎌倉市", "データの時点2025-04-01", "CCBY4.0", *STATES["ja"]):
        assert text in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper_stand_title_view_and_legend_but_no_controls(language: Language, atlas: Path, opened: Open) -> None:
    shown = opened(atlas, f"#view=network&lang={language}&sector=company")
    shown.page.select_option("#scheme", "dark")
    shown.page.emulate_media(media="print")
    assert shown.page.locator(".rail .tick:visible").count() == 3
    for hidden in (".tools", ".tabs", "#search", ".zoom", ".rail select"):
        assert shown.page.locator(f"{hidden}:visible").count() == 0
    sector = {"ja": "分野:企業", "en": "Sector: Company"}[language]
    assert sector in shown.page.inner_text("#caption-filter")
    # Paper is light, whatever the screen is.
    assert shown.page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert shown.page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 39, 51)"


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_the_network_is_one_sharp_sheet_with_its_legend(paper: str, atlas: Path, opened: Open, tmp_path: Path) -> None:
    shown = opened(atlas, "#view=network&colour=sector")
    shown.page.wait_for_function("() => Overlay.names().length > 0")
    names: list[str] = shown.page.evaluate("Overlay.names().map(({ text }) => text)")
    pdf = tmp_path / "関係図.pdf"
    shown.page.pdf(path=pdf, format=paper, landscape=True)
    content = pdf.read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 1
    # A canvas would be an image; names of a drawing are text that can be searched for.
    assert b"/Subtype /Image" not in content
    said = words(pdf)
    for text in (*names, "種類", "組織", "色と番号は、組織の分野", "企業", "線の見方", "データの時点"):
        assert re.sub(r"\s+", "", text) in said
    assert shown.page.locator("#network-paper").count() == 0
