"""Sheets of nodes and links in spreadsheets and CSV files: found by their headers, written as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from loaders.formats.edge_types import Edges
from loaders.formats.node_labels import Nodes
from loaders.formats.node_link import stated
from loaders.issues import FileProblem
from loaders.ledger import Ledger
from loaders.names import fold
from loaders.sheets import Sheet, grid
from loaders.statements import Stated

_NAMES = ("label", "名前")


@dataclass(frozen=True)
class Listing:
    """How a tool heads its sheets of nodes and links.

    Attributes
    ----------
    ends
        Gives the positions of the columns of the two ends, or None where a sheet is one of nodes.
    direction
        Gives the position of the column that says whether links have a direction.
    expected
        The headers that a sheet must have, for people.
    named
        Whether nodes without a column of ids are known by what the tool shows.
    several
        What parts several ends in one cell.
    """

    ends: Callable[[Sheet], tuple[int, int] | None]
    direction: Callable[[Sheet], int | None]
    expected: str
    named: bool = False
    several: str | None = None

    def read(self, sheets: Iterable[Sheet], ledger: Ledger) -> Stated:
        """Return what the sheets state; links wait for the nodes of all files.

        Raises
        ------
        FileProblem
            When a sheet has neither ends nor ids.
        """
        nodes, edges = [], []
        for sheet in sheets:
            names, ends = headers(sheet), self.ends(sheet)
            identifier, shown = position(names, "id"), position(names, *_NAMES)
            if ends is not None:
                looks = frozenset(() if identifier is None else (identifier,))
                direction = self.direction(sheet)
                edges.append(Edges(grid(sheet), *ends, direction=direction, looks=looks, several=self.several))
                continue
            known_by = shown if identifier is None and self.named else identifier
            if known_by is None:
                raise FileProblem("headers_unknown", expected=self.expected)
            nodes.append(Nodes(grid(sheet), known_by, shown))
        return stated(nodes, edges, ledger)


def filled_sheets(sheets: Iterable[Sheet]) -> list[Sheet]:
    """Return the sheets that hold anything."""
    return [sheet for sheet in sheets if sheet.rows]


def headers(sheet: Sheet) -> list[str]:
    """Return the folded headers of a sheet; none when it is empty."""
    return [fold(name) for name in sheet.rows[0]] if sheet.rows else []


def position(names: Sequence[str], *wanted: str) -> int | None:
    """Return the position of the first of the wanted headers that is there."""
    return next((names.index(name) for name in wanted if name in names), None)


def csv_bytes(names: Sequence[str], rows: Iterable[Sequence[str]], *, mark: bool = False) -> bytes:
    """Return a CSV file in UTF-8, with the mark by which Excel knows it where asked for."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig" if mark else "utf-8")


def filled(names: Sequence[str], records: Sequence[dict[str, str]]) -> list[str]:
    """Return the names, and after them every further key that a record has, in the order of the records."""
    found = dict.fromkeys(names)
    for record in records:
        found.update(dict.fromkeys(record))
    return list(found)
