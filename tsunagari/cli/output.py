"""Tables to standard output or a file, in the form asked for."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

import pandas as pd
from rich.console import Console
from rich.table import Table

from graph.errors import OutputError
from graph.frames import native
from graph.language import Catalogue, Text
from tsunagari import tables

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
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
}
_SHEET_NAME = 31

Frames = pd.DataFrame | Mapping[str, pd.DataFrame]
"""One table, or several by name."""


class Format(StrEnum):
    """Form of a table."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"


class CannotWrite(OutputError):
    """A result cannot be written where it was to go."""

    package = "tsunagari"


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
    CSV table whose first column names them.

    Parameters
    ----------
    form
        By default the one that the ending of `out` names, else a table.
    hidden
        Columns that programs want and people do not, such as ids: left out of tables and workbooks.
    brief
        Columns that are left out of tables alone, which have little room.
    headings
        What people read above a column, where it is not the catalogue's.
    most
        How many rows of each table are shown on the screen, where the rest is counted.
    """
    match chosen(form, out):
        case Format.JSON:
            write(_json(frames), out)
        case Format.CSV:
            write(_csv(_stacked(frames), mark=out is not None), out)
        case Format.XLSX:
            shown = {name: _worded(_without(frame, hidden), headings) for name, frame in _named(frames).items()}
            write(_xlsx(shown), out)
        case Format.TABLE:
            few = {name: _without(frame, (*hidden, *brief)) for name, frame in _named(frames).items()}
            _print(few, headings, out, most if out is None else None)


def as_csv(frame: pd.DataFrame, headings: Mapping[str, str]) -> str:
    """Return `frame` as the text of a CSV file for people: headings and fixed values in the current language."""
    return _csv(_worded(frame, headings), mark=True)


def write(content: str | bytes, out: Path | None) -> None:
    """Write text or bytes to a file, or to standard output."""
    raw = content.encode() if isinstance(content, str) else content
    if out is not None:
        try:
            out.write_bytes(raw)
        except OSError as error:
            raise CannotWrite("cannot_write", path=out, reason=error.strerror) from error
        return
    if isinstance(content, bytes) and sys.stdout.isatty():
        raise CannotWrite("needs_file")
    sys.stdout.buffer.write(raw)
    sys.stdout.flush()


def chosen(form: Format | None, out: Path | None) -> Format:
    """Return `form`, or else the one that the ending of `out` names, or else a table."""
    ending = out.suffix.lower().removeprefix(".") if out else ""
    return form or (Format(ending) if ending in set(Format) else Format.TABLE)


def _named(frames: Frames) -> Mapping[str, pd.DataFrame]:
    return frames if isinstance(frames, Mapping) else {"": frames}


def _stacked(frames: Frames) -> pd.DataFrame:
    """Return several tables as one, whose first column says which a row is of."""
    if not isinstance(frames, Mapping):
        return frames
    columns = dict.fromkeys(column for frame in frames.values() for column in frame)
    rows = [{"table": name, **record} for name, frame in frames.items() for record in _records(frame)]
    return pd.DataFrame(rows, columns=["table", *columns], dtype="object")


def _without(frame: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    return frame.drop(columns=[column for column in columns if column in frame])


def _json(frames: Frames) -> str:
    content = (
        {name: _records(frame) for name, frame in frames.items()} if isinstance(frames, Mapping) else _records(frames)
    )
    return json.dumps(content, ensure_ascii=False, indent=1, default=str) + "\n"


def _records(frame: pd.DataFrame) -> list[dict[str, object]]:
    return [
        dict(zip(map(str, frame.columns), (native(value) for value in row), strict=True))
        for row in frame.itertuples(index=False)
    ]


def _csv(frame: pd.DataFrame, *, mark: bool) -> str:
    """Return comma-separated values; files begin with the mark by which Excel knows UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(frame.columns)
    writer.writerows([_inert(_joined(value)) for value in row] for row in frame.itertuples(index=False))
    return ("\ufeff" if mark else "") + text.getvalue()


def _inert(value: object) -> object:
    """Keep a spreadsheet from taking text for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _joined(value: object) -> object:
    plain = native(value)
    return ";".join("" if item is None else str(item) for item in plain) if isinstance(plain, list) else plain


def _xlsx(shown: Mapping[str, pd.DataFrame]) -> bytes:
    content = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with pd.ExcelWriter(content, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        for name, frame in shown.items():
            title = (_title(name) if name else "tsunagari")[:_SHEET_NAME]
            frame.to_excel(writer, index=False, sheet_name=title)
            sheet: Any = writer.sheets[title]
            sheet.freeze_panes(1, 0)
            sheet.autofit()
    return content.getvalue()


def _print(
    frames: Mapping[str, pd.DataFrame], headings: Mapping[str, str] | None, out: Path | None, most: int | None
) -> None:
    text = io.StringIO()
    width = None if out is None and sys.stdout.isatty() else _PIPE_WIDTH
    console = Console(file=sys.stdout if out is None else text, width=width, highlight=False, markup=False)
    for name, frame in frames.items():
        if name and frame.empty:
            continue
        if name:
            console.print(f"\n{_title(name)}", style="bold")
        few = frame if most is None else frame.head(most)
        console.print(_table(_worded(few, headings), [_FEWER_DIGITS.get(str(column), _DIGITS) for column in few]))
        if len(few) < len(frame):
            console.print(str(Catalogue("tsunagari").text("tables.more", count=f"{len(frame) - len(few):,}")))
    if out is not None:
        write(text.getvalue(), out)


def _table(shown: pd.DataFrame, digits: Sequence[int]) -> Table:
    table = Table(header_style="bold", show_edge=False)
    for name, values in shown.items():
        numeric = all(isinstance(value, int | float) for value in values.dropna())
        table.add_column(str(name), justify="right" if numeric else "left", overflow="fold")
    for row in shown.itertuples(index=False):
        table.add_row(*(_text(value, places) for value, places in zip(row, digits, strict=True)))
    return table


def _title(name: str) -> str:
    return str(Catalogue("tsunagari").text(f"tables.{name}"))


def _worded(frame: pd.DataFrame, headings: Mapping[str, str] | None) -> pd.DataFrame:
    """Return `frame` with headings and fixed values in the current language, lists joined."""
    worded = pd.DataFrame(
        {i: [_word(column, native(value)) for value in frame[column]] for i, column in enumerate(frame.columns)},
        dtype="object",
    )
    # Two columns may be called alike.
    worded.columns = pd.Index(_headings(frame, headings or {}), dtype="object")
    return worded


def _word(column: str, value: object) -> object:
    names = tables.choices(column)
    if isinstance(value, list):
        return str(Text("、", ", ")).join("" if item is None else str(names.get(str(item), item)) for item in value)
    if isinstance(value, bool):
        return str(Catalogue("tsunagari").text("yes" if value else "no"))
    return str(names[value]) if isinstance(value, str) and value in names else value


def _headings(frame: pd.DataFrame, given: Mapping[str, str]) -> list[str]:
    catalogue = Catalogue("tsunagari")
    known = {key.removeprefix("columns.") for key in catalogue.keys() if key.startswith("columns.")}  # noqa: SIM118
    ours = {name: str(catalogue.text(f"columns.{name}")) for name in known}
    return [given.get(str(name), ours.get(str(name), str(name))) for name in frame]


def _text(value: object, digits: int) -> str:
    if value is None or value != value:  # noqa: PLR0124 - NaN
        return ""
    return f"{value:.{digits}f}" if isinstance(value, float) else str(value)
