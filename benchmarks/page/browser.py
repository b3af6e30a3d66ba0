"""A page opened in Chromium without a graphics card, and what it takes to open, to move and to hold."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_OPENINGS = 3
_SECONDS, _REACH, _WHEEL = 3.0, 240, 60
_DRAWN = "() => performance.getEntriesByName('picture').length > 0"
_FIRST = "performance.getEntriesByName('picture')[0].startTime / 1000"
_WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
window.frames_ = 0;
const tick = () => { window.frames_ += 1; requestAnimationFrame(tick); };
requestAnimationFrame(tick);
"""


@dataclass(frozen=True)
class Seen:
    """What one page took.

    Attributes
    ----------
    first
        Seconds from the start of navigation until its picture was drawn: the median of three openings.
    pan, zoom
        Frames a second while the picture was moved, and while it was made larger and smaller.
    heap, memory
        Megabytes of its scripts' objects, and of the process that shows it.
    asked, refused
        Addresses that it asked for beside its own, and violations of its policy.
    expand, members
        Seconds from asking for a group until its members were drawn, and how many they are, where it has groups.
    """

    size: float
    first: float
    pan: float
    zoom: float
    heap: float
    memory: float
    asked: int
    refused: int
    expand: float | None = None
    members: int = 0


def chromium_path() -> str | None:
    """Return where Chromium is, or None."""
    named = os.environ.get("TSUNAGARI_CHROMIUM")
    usual = "/usr/bin/chromium" if Path("/usr/bin/chromium").exists() else None
    return named or usual or shutil.which("chromium")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield Debian's Chromium, or the one named in TSUNAGARI_CHROMIUM."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        yield browser
        browser.close()


def see(path: Path, fragment: str = "", expand: Callable[[Page], tuple[int, float]] | None = None) -> Seen:
    """Open the file at `path` in browsers of their own, one after the other, and look longer at it in the last."""
    before = [_first(path, fragment) for _ in range(_OPENINGS - 1)]
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.add_init_script(_WATCH)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.context.route("http*://**", lambda route: route.abort())
        first = median([*before, _open(page, f"{path.as_uri()}{fragment}")])
        page.wait_for_timeout(500)
        members, expanded = expand(page) if expand else (0, None)
        pan, zoom = _frames(page, _pan), _frames(page, _zoom)
        return Seen(
            size=path.stat().st_size / 1000,
            first=first,
            pan=pan,
            zoom=zoom,
            heap=_heap(page.context.new_cdp_session(page)),
            memory=_memory(browser.new_browser_cdp_session()),
            asked=len([url for url in asked if not url.startswith("file:")]),
            refused=len(page.evaluate("window.violations")),
            expand=expanded,
            members=members,
        )


def _first(path: Path, fragment: str) -> float:
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.context.route("http*://**", lambda route: route.abort())
        return _open(page, f"{path.as_uri()}{fragment}")


def _open(page: Page, address: str) -> float:
    """Go to an address, and return the seconds until its picture was drawn."""
    page.goto(address, wait_until="commit")
    page.wait_for_function(_DRAWN, timeout=120_000)
    return float(page.evaluate(_FIRST))


def _frames(page: Page, moves: Callable[[Page], None]) -> float:
    """Return frames a second while `moves` are made again and again."""
    now = "[window.frames_, performance.now() / 1000]"
    frames, begun = page.evaluate(now)
    while True:
        moves(page)
        after, ended = page.evaluate(now)
        if ended - begun >= _SECONDS:
            return float((after - frames) / (ended - begun))


def _pan(page: Page) -> None:
    """Drag the picture to the right and back."""
    box = _canvas(page)
    page.mouse.move(*box)
    page.mouse.down()
    for step in (*range(0, _REACH, 6), *range(_REACH, 0, -6)):
        page.mouse.move(box[0] + step, box[1] + step / 4)
    page.mouse.up()


def _zoom(page: Page) -> None:
    """Turn the wheel forward and back."""
    page.mouse.move(*_canvas(page))
    for by in (*[-_WHEEL] * 12, *[_WHEEL] * 12):
        page.mouse.wheel(0, by)
        page.evaluate("new Promise(requestAnimationFrame)")


def _canvas(page: Page) -> tuple[float, float]:
    """Return a point of the picture, left of its middle."""
    x, y, wide, high = page.evaluate(
        "(({ x, y, width, height }) => [x, y, width, height])(document.querySelector('canvas').getBoundingClientRect())"
    )
    return x + wide * 0.4, y + high * 0.45


def _heap(session: CDPSession) -> float:
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    metrics = {m["name"]: m["value"] for m in session.send("Performance.getMetrics")["metrics"]}
    return float(metrics["JSHeapUsedSize"] / 1e6)


def _memory(session: CDPSession) -> float:
    """Return megabytes of the largest of the processes that show pages, each its share of what processes share."""
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    return max(_share(process["id"]) for process in processes if process["type"] == "renderer")


def _share(process: int) -> float:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000
