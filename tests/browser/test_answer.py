from pathlib import Path

import pytest

from graph.language import LANGUAGES, Language
from tests.browser.conftest import Open
from tests.viz.made_up import HARM
from viz import answer

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_opens_without_a_fault(language: Language, opened: Open, tmp_path: Path) -> None:
    rows = [[text, number, None] for number, text in enumerate(HARM)]
    part = answer.Part("", ["text", "number", "nothing"], iter(rows), [False, True, False])
    about = {"query": f"MATCH (n) // {HARM[0]}\nRETURN n"}
    page = tmp_path / "answer.html"
    page.write_bytes(b"".join(answer.render([part], lambda: about, language=language)))
    shown = opened(page, waits=".report")
    assert shown.faults() == []
    assert shown.requests == [page.as_uri()]
    assert shown.page.locator("tbody tr").count() == len(rows)
    assert shown.page.locator(".about dd").inner_text() == about["query"]
    # What is wider than the page scrolls inside it.
    assert shown.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
