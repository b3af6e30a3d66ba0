"""Tables on a terminal, or as text."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import BinaryIO

from rich.console import Console
from rich.table import Table

from graph.language import Catalogue
from tsunagari.cli.output.rows import Rows, numeric
from tsunagari.cli.output.titles import title

_PIPE_WIDTH = 200
_DIGITS = 4
_FEWER_DIGITS = {
    "score": 2,
    "km": 1,
    "lift": 1,
    "certainty": 2,
    "share": 2,
    "expected": 2,
    "expectedOutward": 1,
    "expectedByChance": 1,
    "observed": 1,
    "tiesAcross": 1,
    "themeSimilarity": 2,
    "ratio": 2,
    "eiIndex": 2,
    "p": 3,
    "q": 3,
    "betweenness": 3,
    "filledPercent": 1,
}
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def write(named: Mapping[str, Rows], sink: BinaryIO, *, to_file: bool, most: int | None) -> None:
    """Write tables as lines; `most` is how many rows of each are shown, where the rest is counted."""
    with drawing(sink, to_file=to_file) as console:
        for name, table in named.items():
            rows = list(table.rows)
            if name and not rows:
                continue
            if name:
                console.print(f"\n{title(name)}", style="bold")
            few = rows if most is None else rows[:most]
            worded = replace(table, rows=few).worded()
            console.print(_table(worded, [_FEWER_DIGITS.get(column, _DIGITS) for column in table.columns]))
            if len(few) < len(rows):
                console.print(str(Catalogue("tsunagari").text("tables.more", count=f"{len(rows) - len(few):,}")))


@contextmanager
def drawing(sink: BinaryIO, *, to_file: bool) -> Iterator[Console]:
    """Give what draws into `sink`: as wide as the terminal, or wide enough for a pipe."""
    if not to_file and sys.stdout.isatty():
        yield Console(highlight=False, markup=False)
        return
    text = io.StringIO()
    yield Console(file=text, width=_PIPE_WIDTH, highlight=False, markup=False)
    sink.write(text.getvalue().encode("utf-8", errors="replace"))


def _table(shown: Rows, digits: Sequence[int]) -> Table:
    table = Table(header_style="bold", show_edge=False)
    rows = list(shown.rows)
    for heading, right in zip(shown.columns, numeric(shown, rows), strict=True):
        table.add_column(printable(heading), justify="right" if right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(_text(value, places) for value, places in zip(row, digits, strict=True)))
    return table


def _text(value: object, digits: int) -> str:
    if value is None or value != value:  # noqa: PLR0124 - NaN
        return ""
    return f"{value:.{digits}f}" if isinstance(value, float) else printable(str(value))


def printable(text: str) -> str:
    """Return text that cannot move the cursor, colour what follows or rename the window."""
    return _CONTROLS.sub("\ufffd", text)
