"""Tables as one HTML file, written row by row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import BinaryIO

from graph.language import language
from queries.plain import iso
from tsunagari.cli.output.about import Told
from tsunagari.cli.output.delimited import inert
from tsunagari.cli.output.rows import Rows, numeric
from tsunagari.cli.output.titles import title
from viz import answer


def write(named: Mapping[str, Rows], sink: BinaryIO, about: Told | None) -> None:
    """Write tables under their titles, and below them where they come from.

    Spreadsheets open HTML too, so that text is kept from being a formula here as well.
    """
    parts = [_part(name, table) for name, table in named.items()]
    told: Callable[[], Mapping[str, str]] = dict if about is None else (lambda: about().lines())
    sink.writelines(answer.render(parts, told, language=language()))


def _part(name: str, table: Rows) -> answer.Part:
    first, rows = table.started()
    shown = ([inert(iso(value)) for value in row] for row in rows)
    return answer.Part(title(name) if name else "", table.columns, shown, numeric(table, first))
