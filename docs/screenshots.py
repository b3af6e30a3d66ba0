"""Writes the pictures of the page that the docs show: every view of the sample's page in both languages.

Run by ``make pictures``; it needs the Chromium that the browser tests need.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import BrowserContext, ViewportSize, sync_playwright

from benchmarks.page.browser import ARGUMENTS, chromium_path
from graph.analysis import Findings, analyse
from graph.language import LANGUAGES, Language
from loaders import read
from viz import page, tabs

FOLDER = Path(__file__).resolve().parent / "images"
SAMPLE = Path(__file__).resolve().parent.parent / "data" / "kanagawa" / "csv"
_SIZE: ViewportSize = {"width": 1366, "height": 768}
_SETTLED = 1500


def pictures(findings: Findings, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the name of each picture and the fragment of the page that it shows."""
    for view in tabs.VIEWS:
        yield f"page-{view}-{language}", f"#view={view}&lang={language}"
    first = findings.brokerage.table["organisation"].iloc[0]
    yield f"page-focus-{language}", f"#view=network&node={first}&lang={language}"


def take(context: BrowserContext, path: Path, fragment: str, out: Path) -> None:
    """Open the page at `path` and keep what it shows."""
    opened = context.new_page()
    opened.goto(f"{path.as_uri()}{fragment}")
    opened.wait_for_timeout(_SETTLED)
    opened.screenshot(path=out)
    opened.close()


def main() -> None:
    """Write every picture."""
    found = chromium_path()
    if found is None:
        sys.exit("There is no Chromium: run `make browser`.")
    findings = analyse(read([SAMPLE]).dataset)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        written = page.write(findings, Path(folder) / "atlas.html")
        context = playwright.chromium.launch_persistent_context(
            Path(folder) / "user", executable_path=found, args=ARGUMENTS, viewport=_SIZE, reduced_motion="reduce"
        )
        for language in LANGUAGES:
            for name, fragment in pictures(findings, language):
                take(context, written, fragment, FOLDER / f"{name}.png")
        context.close()


if __name__ == "__main__":
    main()
