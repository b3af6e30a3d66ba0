"""The nodes and relationships of an answer, as a page or as GraphML."""

from __future__ import annotations

import time
from pathlib import Path

from graph.analysis import DRAWN, analyse
from graph.dataset import Dataset
from graph.language import language
from graph.store import Store
from loaders.formats import writer_named
from queries.elements import Elements
from tsunagari.cli.messages import say
from tsunagari.cli.output import write
from tsunagari.cli.progress import Steps
from viz import page


def dataset(store: Store, elements: Elements) -> Dataset:
    """Return what of the answer the schema knows, and say how much it does not.

    Raises
    ------
    QueryError
        When there is nothing to draw.
    """
    found = elements.drawing(store)
    if found.left_out:
        say("not_drawn", count=f"{found.left_out:,}")
    return found.dataset


def graphml(drawn: Dataset, out: Path | None) -> None:
    """Write it as GraphML."""
    written = writer_named("graphml").forms[".graphml"](drawn)
    write(written.files[""].decode(), out)
    for note in written.notes:
        say("exported_note", note=note)


def explore(drawn: Dataset, out: Path, title: str) -> None:
    """Analyse it alone, not comparing a part with chance, and write its page, which opens with all in the network."""
    begun = time.monotonic()
    page.ready(out)
    with Steps() as steps:
        found = analyse(drawn, steps, draws=0)
        steps.start("page")
        kinds = [label for label in DRAWN if len(drawn[label])]
        options = page.Options(title=title or None, language=language(), opening={"view": ["network"], "kinds": kinds})
        written = page.write(found, out, options)
    size = written.stat().st_size / 1_000_000
    say("drawn", nodes=f"{drawn.node_count:,}", ties=f"{drawn.relationship_count:,}")
    say("page", path=written.resolve(), size=f"{size:.1f}", seconds=f"{time.monotonic() - begun:.0f}")
