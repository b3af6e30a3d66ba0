"""Tables in the form asked for."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

import pandas as pd

from tsunagari.cli.output import columnar, delimited, markdown, objects, screen, web, workbook
from tsunagari.cli.output.about import Told
from tsunagari.cli.output.destination import CannotWrite, opened
from tsunagari.cli.output.form import BINARY, FOR_PEOPLE, Format, chosen
from tsunagari.cli.output.rows import Rows, stacked

Frames = pd.DataFrame | Mapping[str, pd.DataFrame]
"""One table, or several by name."""


def emit(
    frames: Frames,
    form: Format | None,
    out: Path | None,
    *,
    hidden: Sequence[str] = (),
    brief: Sequence[str] = (),
    headings: Mapping[str, str] | None = None,
    most: int | None = None,
) -> None:
    """Write tables to `out`, or to standard output.

    Several tables follow each other under their titles, are sheets of a workbook, fields of a JSON object, or one
    table whose first column names them.

    Parameters
    ----------
    form
        By default the one that the ending of `out` names, else a table.
    hidden
        Columns that programs want and people do not, such as ids: left out of what people read.
    brief
        Columns that are left out of tables alone, which have little room.
    headings
        What people read above a column, where it is not the catalogue's.
    most
        How many rows of each table are shown on the screen, where the rest is counted.

    Raises
    ------
    CannotWrite
        When the place cannot be written, or the form is one of graphs.
    """
    form = chosen(form, out)
    left_out = {*(hidden if form in FOR_PEOPLE else ()), *(brief if form is Format.TABLE else ())}
    named = frames if isinstance(frames, Mapping) else {"": frames}
    tables = {
        name: Rows.of(frame.drop(columns=[column for column in frame if column in left_out]), headings)
        for name, frame in named.items()
    }
    send(tables, form, out, most=most)


def send(
    named: Mapping[str, Rows],
    form: Format,
    out: Path | None,
    *,
    about: Told | None = None,
    most: int | None = None,
) -> None:
    """Write tables whose rows may still be coming; those of CSV, TSV, JSON, XLSX, HTML and Markdown as they come.

    Parameters
    ----------
    named
        The tables by name; a single one has none.
    about
        Says where they come from, once the last row has come.

    Raises
    ------
    CannotWrite
        As `emit`.
    """
    if form is Format.GRAPHML:
        raise CannotWrite("no_graph")
    with opened(out, binary=form in BINARY) as sink:
        _write(named, form, sink, to_file=out is not None, about=about, most=most)


def as_csv(frame: pd.DataFrame, headings: Mapping[str, str]) -> bytes:
    """Return `frame` as a CSV file for people: headings and fixed values in the current language."""
    sink = io.BytesIO()
    delimited.write(Rows.of(frame, headings).worded(), sink, mark=True)
    return sink.getvalue()


def _write(
    named: Mapping[str, Rows], form: Format, sink: BinaryIO, *, to_file: bool, about: Told | None, most: int | None
) -> None:
    match form:
        case Format.CSV:
            delimited.write(stacked(named), sink, mark=to_file)
        case Format.TSV:
            delimited.write(stacked(named), sink, separator="\t", mark=to_file)
        case Format.JSON:
            objects.write_json(named, sink)
        case Format.JSONL:
            objects.write_lines(stacked(named), sink)
        case Format.PARQUET:
            columnar.write(stacked(named), sink, about)
        case Format.XLSX:
            workbook.write(_worded(named), sink, about)
        case Format.MARKDOWN:
            markdown.write(_worded(named), sink, about)
        case Format.HTML:
            web.write(_worded(named), sink, about)
        case _:
            screen.write(named, sink, to_file=to_file, most=most)


def _worded(named: Mapping[str, Rows]) -> dict[str, Rows]:
    return {name: table.worded() for name, table in named.items()}
