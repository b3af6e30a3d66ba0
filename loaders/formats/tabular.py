"""Formats that are mappings which ship with the program: tables known by their headers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import data
from graph.language import Text
from loaders.formats.form import Content
from loaders.issues import FileProblem
from loaders.ledger import Ledger
from loaders.mapping.apply import applied
from loaders.mapping.headers import Headers
from loaders.mapping.model import MappingFile, Recognition, TableEntry
from loaders.mapping.reader import read_mapping
from loaders.sheets import Sheet, grid
from loaders.statements import Stated

# Titles and remarks stand above the headers; so far down they are looked for.
_MOST_LINES_ABOVE = 30


@dataclass(frozen=True)
class Tabular:
    """A table of a mapping that says by which headers it is known."""

    mapping: MappingFile
    entry: TableEntry
    about: Recognition

    @property
    def key(self) -> str:
        """The name by which ``--as`` chooses it."""
        return self.about.key

    @property
    def name(self) -> Text:
        """What people call it."""
        return self.about.name

    @property
    def description(self) -> Text:
        """What it holds, and what becomes of it."""
        return self.about.description

    def recognises(self, content: Content) -> bool:
        """Tell whether a sheet has the headers that the mapping asks for."""
        return any(map(self.takes, content.sheets))

    def takes(self, sheet: Sheet) -> bool:
        """Tell whether a sheet is a table of this format."""
        return not sheet.hidden and _line(sheet, self._fits) is not None

    def read(self, content: Content, ledger: Ledger) -> Stated:
        """Return what the sheets of the file state; those of another such format are read as that is.

        Raises
        ------
        FileProblem
            When no sheet has the headers.
        """
        stated = Stated()
        taken = False
        others: list[Sheet] = []
        for sheet in content.sheets:
            line = None if sheet.hidden else _line(sheet, self._has_all)
            if line is None:
                others.append(sheet)
            else:
                _add(stated, self.stated(sheet, line, content, ledger))
                taken = True
        if not taken:
            raise FileProblem("headers_unknown", expected=", ".join(self.about.headers))
        for sheet in others:
            _add(stated, _other(sheet, content, ledger))
        return stated

    def stated(self, sheet: Sheet, line: int, content: Content, ledger: Ledger) -> Stated:
        """Return what one sheet states, whose headers stand in `line`."""
        source = self.mapping.source
        name = None if source is None else str(source["id"])
        headed = grid(sheet, None if line == sheet.lines[0] else line)
        found = applied(headed, self.entry, ledger, self.mapping.path.name, name)
        if source is not None and not found.sources:
            found.sources.append(source)
        about = {"file": content.file, "sha256": hashlib.sha256(content.data).hexdigest()}
        found.sources[:] = [{**about, **record} for record in found.sources]
        return found

    def _fits(self, row: Sequence[str]) -> bool:
        headers = Headers(row, self.entry.aliases)
        some, none = self.about.some, self.about.none
        return (
            all(headers.position(name) is not None for name in self.about.headers)
            and (not some or any(headers.position(name) is not None for name in some))
            and all(headers.position(name) is None for name in none)
        )

    def _has_all(self, row: Sequence[str]) -> bool:
        headers = Headers(row, self.entry.aliases)
        return all(headers.position(name) is not None for name in self.about.headers)


@cache
def shipped(*mappings: str) -> tuple[Tabular, ...]:
    """Return the formats in mappings that ship, in the order in which they are written."""
    folder = Path(str(data.folder("mappings"))) / "formats"
    return tuple(
        Tabular(mapping, entry, entry.recognise)
        for mapping in (read_mapping(folder / f"{name}.yaml") for name in mappings)
        for entry in mapping.tables
        if entry.recognise is not None
    )


@cache
def tables() -> tuple[Tabular, ...]:
    """Return every such format; one that asks for more comes before one that asks for less."""
    return shipped("events", "facilities", "support", "smartcity_members", "subsidies", "municipalities", "members")


def _line(sheet: Sheet, fits: Callable[[Sequence[str]], bool]) -> int | None:
    """Return the line of the header if it fits, else of the first row of the sheet that does."""
    if sheet.rows and fits(sheet.rows[0]):
        return sheet.lines[0]
    rows, lines = sheet.whole
    looked = zip(lines[:_MOST_LINES_ABOVE], rows[:_MOST_LINES_ABOVE], strict=True)
    return next((line for line, row in looked if fits(row)), None)


def _other(sheet: Sheet, content: Content, ledger: Ledger) -> Stated:
    """Return what a sheet states in another format, or note that it was left."""
    form = next((form for form in tables() if form.takes(sheet)), None)
    if form is None:
        if sheet.rows:
            ledger.tell("note", "table_unread", grid(sheet), value=sheet.name, count=len(sheet.rows))
        return Stated()
    line = _line(sheet, form._fits)  # noqa: SLF001 - of the same class
    ledger.tell("note", "sheet_format", grid(sheet), name=sheet.name, format=form.name)
    return form.stated(sheet, line or 1, content, ledger)


def _add(stated: Stated, other: Stated) -> None:
    stated.statements.extend(other.statements)
    stated.joins.extend(other.joins)
    stated.sources.extend(other.sources)
    stated.later.extend(other.later)
