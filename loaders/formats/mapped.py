"""Published tables, read by the mappings that ship with the program."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import data
from loaders.ledger import Ledger
from loaders.mapping.apply import applied
from loaders.mapping.model import TableEntry
from loaders.mapping.reader import read_mapping
from loaders.names import fold
from loaders.sheets import Grid
from loaders.statements import Stated

_MOST_SHOWN = 40


@cache
def entries(name: str) -> Mapping[str, TableEntry]:
    """Return the tables of a mapping that ships, each by what it gives as its file."""
    path = Path(str(data.folder("mappings"))) / "formats" / f"{name}.yaml"
    return {entry.file: entry for entry in read_mapping(path).tables}


def with_column(grid: Grid, header: str, cells: list[str]) -> Grid:
    """Return the grid with a further column that has been worked out."""
    rows = [[*row, cell] for row, cell in zip(grid.rows, cells, strict=True)]
    return replace(grid, headers=[*grid.headers, header], rows=rows, _columns={})


def cells(grid: Grid, header: str) -> list[str]:
    """Return the cells of a column by its header, without blanks around them; empty ones where there is none."""
    index = next((place for place, name in enumerate(grid.headers) if fold(name) == fold(header)), None)
    return [""] * len(grid.rows) if index is None else list(map(str.strip, grid.column(index)))


def mapped(grid: Grid, entry: TableEntry, ledger: Ledger, used: Collection[str] = ()) -> Stated:
    """Return what the rows state by the mapping.

    Parameters
    ----------
    used
        Headers whose values have gone into columns that were worked out.
    """
    known = {fold(name) for name in (*(name for name, _ in entry.needs()), *used)}
    _tell_unused(grid, ledger, known)
    return applied(grid, entry, ledger, entry.file, None)


def _tell_unused(grid: Grid, ledger: Ledger, known: Collection[str]) -> None:
    """Say in one sentence which columns hold values that are not read: a published table has many."""
    filled = {
        header: sum(map(bool, map(str.strip, grid.column(index))))
        for index, header in enumerate(grid.headers)
        if fold(header) not in known
    }
    left = [f"{header} ({count:,})" for header, count in filled.items() if count]
    if left:
        rest = [f"… {len(left) - _MOST_SHOWN}"] if len(left) > _MOST_SHOWN else []
        listed = ", ".join([*left[:_MOST_SHOWN], *rest])
        ledger.tell("note", "columns_without_place", grid, count=len(left), columns=listed)
