"""The page in Chromium without a graphics card, beside plain pyvis with positions given: same data, same run."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page
from rich.console import Console

from benchmarks.page import browser, made, plain
from benchmarks.page.browser import Seen
from graph.analysis import DRAWN, Findings, analyse
from viz import page
from viz.table import Nodes

_HEAD = (
    (
        "| nodes, ties | page | first picture, s | pan, frames/s | zoom, frames/s | group of members opens, s "
        "| file, kB | scripts' heap, MB | process, MB | requests | policy violations | met |"
    ),
    "|---|---|---|---|---|---|---|---|---|---|---|---|",
)
_GROUP = 250
_MEMORY = 400
_OPEN = """(wanted) => {
  const buttons = [...document.querySelectorAll("#group-list [data-group]")];
  const sizes = buttons.map(({ dataset: { group } }) => [group, Groups.shown(group)]);
  const [group, n] = sizes.reduce((a, b) => (Math.abs(b[1] - wanted) < Math.abs(a[1] - wanted) ? b : a));
  const begun = performance.now();
  return new Promise((done) => {
    const end = () => requestAnimationFrame(() => done([n, (performance.now() - begun) / 1000]));
    Scene.network().once("afterDrawing", end);
    Groups.toggle(group);
  });
}"""


@dataclass(frozen=True)
class Bar:
    """What a page of so many nodes has to do: seconds, frames a second, kilobytes."""

    nodes: int
    first: float
    pan: float
    zoom: float
    size: float
    expand: float | None = None

    def met(self, seen: Seen) -> bool:
        """Whether the page did."""
        quick = seen.first <= self.first and (self.expand is None or (seen.expand or 0.0) <= self.expand)
        smooth = round(seen.pan) >= self.pan and round(seen.zoom) >= self.zoom
        return (
            quick and smooth and seen.size < self.size and not seen.asked and not seen.refused and seen.memory < _MEMORY
        )


BARS = (
    Bar(236, 0.5, 60, 60, 700),
    Bar(2_000, 0.8, 58, 58, 1_200),
    Bar(5_000, 1.2, 45, 50, 2_000),
    Bar(10_000, 0.8, 60, 60, 3_000, expand=0.15),
)


def lines(_: Console) -> Iterator[str]:
    """Yield the table, two rows a size."""
    yield (
        "1366 × 768. Ours with every kind of node and tie ticked; at 10,000 as groups, of which the one nearest to "
        f"{_GROUP} members is opened. First picture: median of three browsers. Bars: {'; '.join(map(_said, BARS))}; "
        f"under {_MEMORY} MB, no request, no violation."
    )
    yield ""
    yield from _HEAD
    with tempfile.TemporaryDirectory(prefix="tsunagari-pages-") as folder:
        for bar in BARS:
            yield from _rows(bar, Path(folder))


def _rows(bar: Bar, folder: Path) -> Iterator[str]:
    findings = analyse(made.dataset(bar.nodes), draws=0)
    ours = page.write(findings, folder / "ours.html")
    seen = browser.see(ours, _fragment(findings, groups=bar.expand is not None), _open if bar.expand else None)
    yield _row(bar, "ours", seen, met="yes" if bar.met(seen) else "**no**")
    peer = folder / "pyvis.html"
    peer.write_text(plain.html(findings, Nodes.of(findings.dataset)), encoding="utf-8")
    yield _row(bar, "pyvis", browser.see(peer))


def _fragment(findings: Findings, *, groups: bool) -> str:
    kinds = [f"kinds={label}" for label in DRAWN if len(findings.dataset[label])]
    ties = [f"ties={kind}" for kind, frame in findings.dataset.relationships.items() if len(frame)]
    return "#" + "&".join(["view=network", *kinds, *ties, *(["groups=theme"] if groups else [])])


def _open(shown: Page) -> tuple[int, float]:
    """Return how many members the group nearest to 250 has, and the seconds until they were drawn."""
    members, seconds = shown.evaluate(_OPEN, _GROUP)
    shown.evaluate("State.set('expanded', [])")
    return int(members), float(seconds)


def _row(bar: Bar, name: str, seen: Seen, met: str = "") -> str:
    opened = "" if seen.expand is None else f"{seen.expand:.3f} ({seen.members:,} members)"
    return (
        f"| {bar.nodes:,}, {4 * bar.nodes:,} | {name} | {seen.first:.2f} | {seen.pan:.0f} | {seen.zoom:.0f} | {opened} "
        f"| {seen.size:,.0f} | {seen.heap:.0f} | {seen.memory:.0f} | {seen.asked} | {seen.refused} | {met} |"
    )


def _said(bar: Bar) -> str:
    opens = "" if bar.expand is None else f", opens in {bar.expand:g} s"
    return f"{bar.nodes:,} nodes {bar.first:g} s, {bar.pan:g} / {bar.zoom:g} frames/s{opens}, under {bar.size:,.0f} kB"
