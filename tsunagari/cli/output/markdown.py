"""Tables in Markdown, as GitHub and many editors show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import BinaryIO

from tsunagari.cli.output.about import Told
from tsunagari.cli.output.rows import Rows, numeric
from tsunagari.cli.output.titles import title

_ESCAPES = str.maketrans({"\\": "\\\\", "|": "\\|", "<": "&lt;", "&": "&amp;", "\n": "<br>", "\r": "", "`": "\\`"})


def write(named: Mapping[str, Rows], sink: BinaryIO, about: Told | None) -> None:
    """Write tables under their titles, and below them where they come from."""
    for name, table in named.items():
        if name:
            _line(sink, f"\n## {title(name)}\n")
        first, rows = table.started()
        _line(sink, _row(table.columns))
        _line(sink, _row(["---:" if right else "---" for right in numeric(table, first)]))
        for row in rows:
            _line(sink, _row("" if value is None else value for value in row))
    if about is not None:
        _line(sink, "")
        for name, text in about().lines().items():
            _line(sink, f"- {name}: {str(text).translate(_ESCAPES)}")


def _row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(str(cell).translate(_ESCAPES) for cell in cells)} |"


def _line(sink: BinaryIO, text: str) -> None:
    sink.write(f"{text}\n".encode("utf-8", errors="replace"))
