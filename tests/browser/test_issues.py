from pathlib import Path

import pytest

from graph.language import LANGUAGES, Language
from loaders import read
from tests.browser.conftest import Open
from tests.viz.made_up import HARM
from viz import issues

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_of_issues_opens_without_a_fault(language: Language, opened: Open, tmp_path: Path) -> None:
    quoted = [text.replace('"', '""') for text in HARM]
    file = tmp_path / "組織.csv"
    rows = "".join(f'O{number},"{text}","{text}"\n' for number, text in enumerate(quoted))
    file.write_text(f"ID,名称,入会日\n{rows}", encoding="utf-8", newline="")
    loaded = read([file])
    report = tmp_path / "報告.html"
    report.write_text(issues.render(loaded, language=language), encoding="utf-8")
    shown = opened(report, waits=".report")
    assert shown.faults() == []
    assert shown.requests == [report.as_uri()]
    shown.page.click("a[href='#kind-1']")
    assert shown.page.locator("section[id^='kind-'] tbody tr").count() == len(loaded.issues)
    # Nothing is wider than the page.
    assert shown.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
