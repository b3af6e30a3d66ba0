"""The corporate number register of the National Tax Agency: 30 columns, mostly without a header.

References
----------
国税庁法人番号公表サイト, リソース定義書 (基本3情報 CSV), https://www.houjin-bangou.nta.go.jp/
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

import data
from graph.formats import is_corporate_number
from loaders.formats.form import Content
from loaders.formats.mapped import with_column
from loaders.formats.named import Named
from loaders.issues import FileProblem
from loaders.ledger import Ledger
from loaders.mapping.apply import applied
from loaders.mapping.model import MappingFile
from loaders.mapping.reader import read_mapping
from loaders.sheets import Grid, Sheet, grid
from loaders.statements import Stated

_MAPPING = "corporate_numbers.yaml"
_COLUMNS = 30
_NUMBER, _PROCESS, _UPDATED, _CHANGED, _NAME, _NEWEST = 1, 2, 4, 5, 6, 23
_PROCESSES = frozenset(("01", "11", "12", "13", "21", "22", "71", "72", "81", "99"))
_RENAMED, _DELETED = "11", "99"
_LOOKED_ROWS = 50
_SHOWN = 5


class CorporateNumbers(Named):
    """Rows of the register: all bodies, or those that changed; several rows of one body are its history."""

    def recognises(self, content: Content) -> bool:
        """Tell whether its rows have 30 cells, numbers with right check digits and known kinds of entries."""
        return any(map(_is_register, content.sheets))

    def read(self, content: Content, ledger: Ledger) -> Stated:
        """Return the bodies as their newest rows have them; their older rows give the names they had before.

        Raises
        ------
        FileProblem
            When the rows have not 30 cells.
        """
        mapping = _mapping()
        stated = Stated()
        for sheet in filter(_is_register, content.sheets):
            (entry,) = mapping.tables
            whole = _with_history(grid(sheet, headers=entry.headers), ledger)
            source = str((mapping.source or {})["id"])
            found = applied(whole, entry, ledger, _MAPPING, source)
            stated.statements.extend(found.statements)
            stated.joins.extend(found.joins)
        if not stated.statements:
            raise FileProblem("headers_unknown", expected=", ".join((*(mapping.tables[0].headers or ())[:_SHOWN], "…")))
        stated.sources.extend([mapping.source] if mapping.source else [])
        return stated


CORPORATE_NUMBERS: Final = CorporateNumbers("corporate-numbers")


@cache
def _mapping() -> MappingFile:
    return read_mapping(Path(str(data.folder("mappings"))) / "formats" / _MAPPING)


def _is_register(sheet: Sheet) -> bool:
    rows = sheet.rows[:_LOOKED_ROWS]
    entries = [row for row in rows if len(row) == _COLUMNS and _is_entry(row)]
    # A header, and rows that someone has damaged, do not hide what the others are.
    return bool(entries) and len(entries) * 2 > len(rows) - 1


def _is_entry(row: Sequence[str]) -> bool:
    return is_corporate_number(row[_NUMBER].strip()) and row[_PROCESS].strip().zfill(2) in _PROCESSES


def _with_history(whole: Grid, ledger: Ledger) -> Grid:
    """Return the grid with what is worked out from the rows of each body together."""
    bodies: dict[str, list[int]] = defaultdict(list)
    for position, row in enumerate(whole.rows):
        bodies[row[_NUMBER].strip()].append(position)
    current = [""] * len(whole.rows)
    former = [""] * len(whole.rows)
    deleted: list[str] = []
    for number, positions in bodies.items():
        history = sorted(positions, key=lambda position: _order(whole.rows[position]))
        newest = whole.rows[history[-1]]
        if newest[_PROCESS].strip() == _DELETED:
            deleted.append(number)
            continue
        current[history[-1]] = "1"
        former[history[-1]] = "\n".join(_former_names([whole.rows[position] for position in history]))
    if deleted:
        ledger.tell("note", "numbers_deleted", whole, count=len(deleted), numbers=", ".join(deleted[:_SHOWN]))
    return with_column(with_column(whole, "current", current), "former names", former)


def _order(row: Sequence[str]) -> tuple[bool, str, str, int]:
    """Return what orders the history of a body: the register marks the newest row, days and numbers tell the rest."""
    number = row[0].strip()
    return row[_NEWEST].strip() == "1", row[_CHANGED], row[_UPDATED], int(number) if number.isdecimal() else 0


def _former_names(history: Sequence[Sequence[str]]) -> list[str]:
    """Return the names before each change of name; one that was only corrected was never a name."""
    names: list[str] = []
    for position, row in enumerate(history):
        if _entered(row)[0] == _RENAMED:
            before = (other for other in history[:position][::-1] if _entered(other) != _entered(row))
            names += [other[_NAME].strip() for other in before][:1]
    now = history[-1][_NAME].strip()
    return [name for name in dict.fromkeys(names) if name and name != now]


def _entered(row: Sequence[str]) -> tuple[str, str]:
    """Return what was entered and when; a correction of it has both in common."""
    return row[_PROCESS].strip(), row[_CHANGED].strip()
