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
