"""The program's own layout: a sheet or file for each label and each relationship type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.schema import END, START, Label, Table
from loaders.aids import is_aid, is_example
from loaders.cells import Column, Marks
from loaders.ledger import Ledger
from loaders.names import column_named, column_names, hint, table_named, values_of
from loaders.sheets import Grid, Sheet
from loaders.statements import Statements
from loaders.values import parsed

_MOST_NOTES = 20
_ENDS = {START: "起点 (start)", END: "終点 (end)"}


def is_own(sheet: Sheet) -> bool:
    """Tell whether a sheet is in this layout: named after a table, with headers for all that its rows must have."""
    table = table_named(sheet.name)
    if table is None or not sheet.rows:
        return False
    return set(_required(table)) <= {column_named(table.key, header) for header in sheet.rows[0]}


def statements(grid: Grid, table: Table, ledger: Ledger) -> Statements | None:
    """Return what the rows of `grid` state about `table`, or None when its header leaves them unreadable.

    Every row is entered into `ledger`; a row with a cell that cannot be read is refused there.
    """
    found = _columns(grid, table)
    grid, examples = _without_examples(grid, table, found)
    rows = ledger.enter(grid)
    aids = {index for index, header in enumerate(grid.headers) if is_aid(header)}
    note_unused(grid, ledger, {*found, *aids}, column_names(table))
    if not _usable(grid, table, found, ledger):
        ledger.refuse_all(rows)
        return None
    if examples:
        ledger.tell("note", "examples", grid, value=examples[0], count=len(examples))
    elif not grid.rows:
        ledger.tell("note", "no_rows", grid)
    headers = {column: grid.headers[index] for index, column in found.items()}
    return Statements(table.key, _values(grid, table, found, rows, ledger), rows, headers)


def note_unused(grid: Grid, ledger: Ledger, used: set[int], names: list[str]) -> None:
    """Say which columns with anything in them are not used; beyond a score of them, in one sentence."""
    filled = [
        index
        for index, header in enumerate(grid.headers)
        if index not in used and (header or any(map(str.strip, grid.column(index))))
    ]
    for index in filled[:_MOST_NOTES]:
        header = grid.headers[index]
        kind = "column_unnamed" if not header else "column_unused" if names else "column_unmapped"
        ledger.tell("note", kind, grid, header, position=index + 1, hint=hint(header, names))
    if len(filled) > _MOST_NOTES:
        ledger.tell("note", "columns_unused", grid, count=len(filled) - _MOST_NOTES)


def _columns(grid: Grid, table: Table) -> dict[int, str]:
    columns = {index: column_named(table.key, header) for index, header in enumerate(grid.headers)}
    return {index: column for index, column in columns.items() if column is not None}


def _without_examples(grid: Grid, table: Table, found: Mapping[int, str]) -> tuple[Grid, list[str]]:
    """Return `grid` without the template's example rows, and the ids by which those are known."""
    named = [index for index, column in found.items() if column in table.identity[:2]]
    examples = {
        position: cell for index in named for position, cell in enumerate(grid.column(index)) if is_example(cell)
    }
    if not examples:
        return grid, []
    kept = [position for position in range(len(grid.rows)) if position not in examples]
    rows, lines = [grid.rows[position] for position in kept], [grid.lines[position] for position in kept]
    return replace(grid, rows=rows, lines=lines, _columns={}), list(examples.values())


def _usable(grid: Grid, table: Table, found: Mapping[int, str], ledger: Ledger) -> bool:
    twice = [column for column, count in Counter(found.values()).items() if count > 1]
    for column in twice:
        headers = "」「".join(grid.headers[index] for index, name in found.items() if name == column)
        ledger.tell("refused", "column_twice", grid, _shown(table, column), headers)
    lacking = [column for column in _required(table) if column not in found.values()]
    for column in lacking:
        ledger.tell("refused", "column_missing", grid, _shown(table, column), table=table.name)
    return not twice and not lacking


def _required(table: Table) -> list[str]:
    ends = [] if isinstance(table, Label) else [START, END]
    return [*ends, *(column for column, described in table.properties.items() if described.required)]


def _shown(table: Table, column: str) -> str:
    described = table.properties.get(column)
    return _ENDS[column] if described is None else f"{described.name.ja} ({described.name.en})"


def _values(grid: Grid, table: Table, found: Mapping[int, str], rows: range, ledger: Ledger) -> dict[str, list[Any]]:
    values: dict[str, list[Any]] = {}
    marks = Marks(len(rows))
    reads = {column: (index, _read(grid, table, column, index, rows, ledger)) for index, column in found.items()}
    for column, (_, read) in reads.items():
        values[column] = read.values
        marks.add(column, read.precisions)
    for column, (index, read) in reads.items():
        for position, end in read.ends.items():
            partner = _partner(table, column)
            # The last day of a range goes where last days stand, unless another stands there.
            before = values.setdefault(partner, [None] * len(rows))[position] if partner else None
            if partner is None or before not in {None, end.last}:
                ledger.refuse(rows[position], "date_range", grid.headers[index], grid.column(index)[position])
                continue
            values[partner][position] = end.last
            if end.precision is not None and before is None:
                marks.add(partner, {position: end.precision})
    marks.put(values)
    return values


def _partner(table: Table, column: str) -> str | None:
    """Return the column of last days that belongs to one of first days."""
    dates = [described for described in table.properties.values() if described.type == "date"]
    following = dict(zip([described.key for described in dates], dates[1:], strict=False))
    partner = following.get(column)
    return partner.key if partner is not None and partner.end else None


def _read(grid: Grid, table: Table, column: str, index: int, rows: range, ledger: Ledger) -> Column:
    described = table.properties.get(column)
    choices = values_of(table.key, column) if described is not None and described.choices is not None else None
    header, cells = grid.headers[index], grid.column(index)
    read = parsed(cells, described, choices=choices)
    for position, failure in read.failures.items():
        ledger.refuse(rows[position], failure.kind, header, cells[position], **failure.details)
    for position, remarks in read.remarks.items():
        for remark in remarks:
            ledger.mend(rows[position], remark.kind, header, cells[position], **remark.details)
    return read
