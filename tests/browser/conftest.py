"""A real Chromium, and pages opened in it that tell what they asked for and what went wrong."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Dialog, Page, sync_playwright

from benchmarks.page.browser import ARGUMENTS, chromium_path
from graph.analysis import Findings, analyse
from tests.viz import made_up
from viz import page

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""


@dataclass
class Opened:
    """A page in the browser, with all it asked for, said in the console, threw, and asked the reader."""

    page: Page
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def refuse(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def faults(self) -> list[str]:
        """Return everything that should not have happened."""
        violations: list[str] = self.page.evaluate("window.violations")
        return [*self.console, *self.errors, *self.dialogs, *violations]


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def chromium() -> str:
    found = chromium_path()
    if not found:
        message = "there is no Chromium: run `make browser`"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(message)
    return found


@pytest.fixture(scope="session")
def context(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("chromium"),
            executable_path=chromium,
            args=ARGUMENTS,
            viewport={"width": 1366, "height": 768},
            reduced_motion="reduce",
        )
        made.add_init_script(WATCH)
        yield made
        made.close()


@pytest.fixture
def opened(context: BrowserContext) -> Iterator[Open]:
    pages: list[Page] = []

    def open_(path: Path, fragment: str = "", waits: str = "body[data-view]") -> Opened:
        made = Opened(context.new_page())
        pages.append(made.page)
        made.page.on("request", lambda request: made.requests.append(request.url))
        made.page.on("console", lambda message: made.console.append(f"{message.type}: {message.text}"))
        made.page.on("pageerror", lambda error: made.errors.append(str(error)))
        made.page.on("dialog", made.refuse)
        made.page.goto(f"{path.as_uri()}{fragment}")
        made.page.wait_for_selector(waits, state="attached")
        return made

    yield open_
    for made in pages:
        made.close()


@pytest.fixture(scope="session")
def findings() -> Findings:
    return analyse(made_up.prefecture())


@pytest.fixture(scope="session")
def atlas(findings: Findings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return page.write(findings, tmp_path_factory.mktemp("page") / "頁.html", page.Options(made_on=dt.date(2025, 5, 1)))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "hostile.html"
    return page.write(analyse(made_up.hostile()), path, page.Options(title=made_up.HARM[0]))


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return page.write(analyse(made_up.empty()), tmp_path_factory.mktemp("page") / "empty.html")
