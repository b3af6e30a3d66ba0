"""A spreadsheet of names, row by row with the organisation that each is."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from graph.errors import InputError
from graph.frames import is_missing
from graph.progress import SILENT, Progress
from loaders.issues import FileProblem, Issue, shown
from loaders.ledger import Ledger
from loaders.mapping.transforms import compact
from loaders.names import fold, hint
from loaders.opening import filled_sheets
from loaders.places import resolved
from loaders.resolution.entries import PREFIX, valid_number
from loaders.resolution.reasons import Reason, worded
from loaders.resolution.resolve import Resolution, resolve
from loaders.resolution.written import taken_apart
from loaders.sheets import Grid, Sheet, grid

_ADDED = ("entityId", "decision", "score", "reasons")
_PREFIX = "ORG-"
_DIGEST = 16


@dataclass(frozen=True)
class Resolved:
    """What became of a spreadsheet.

    Attributes
    ----------
    table
        The rows as they stand in the file, with `entityId`, `decision`, `score`, `reasons` (in the current language).
    headers
        The headers of the file's own columns, as they are called in `table`.
    pairs
        As in `Resolution`; names instead of ids.
    """

    table: pd.DataFrame
    headers: Sequence[str]
    pairs: pd.DataFrame
    issues: Sequence[Issue]
    refused: int


@dataclass(frozen=True)
class Columns:
    """Headers of the columns that matter."""

    name: str
    corporate_number: str | None = None
    municipality: str | None = None


def resolve_file(path: Path, columns: Columns, progress: Progress = SILENT) -> Resolved:
    """Return the rows of a file, each with the organisation that it is about.

    Parameters
    ----------
    path
        A CSV file or workbook; of a workbook, the first sheet that has the column of names, else that holds anything.
    columns
        Which columns hold the name, the 法人番号, and the municipality (name, code, or id such as JP-LGC-141003).
    progress
        Is told how far it is.

    Raises
    ------
    InputError
        When the file cannot be read or has no such column.
    """
    ledger = Ledger()
    progress.start("files", 1)
    sheet, found = _grid(path, columns.name, ledger)
    rows = ledger.enter(found)
    names = found.column(_index(found, columns.name))
    numbers = _numbers(found, columns.corporate_number, rows, ledger)
    places = _places(found, columns.municipality, rows, ledger)
    for row, name in zip(rows, names, strict=True):
        if not name.strip():
            ledger.note(row, "name_empty", columns.name)
    records = pd.DataFrame(
        {
            "id": _ids(names, numbers, places),
            "name": names,
            "corporateNumber": pd.Series(numbers, dtype="object"),
            "municipality": pd.Series(places, dtype="object"),
        }
    )
    resolution = resolve(records.drop_duplicates("id"), progress=progress)
    issues = sorted(ledger.issues, key=lambda issue: issue.row or 0)
    table, headers = _table(_Rows(sheet, found), records, resolution)
    return Resolved(table, headers, resolution.pairs, issues, len(ledger.refused))


class _Rows:
    """All rows of a sheet in their order, also those that do not fit its header."""

    def __init__(self, sheet: Sheet, found: Grid) -> None:
        fitting = set(found.lines)
        # What lies beyond the last header of a row that is too long is kept under headers of its own.
        beyond = {line for line, *_ in found.misfits}
        others = [(line, list(row)) for line, row in zip(sheet.lines, sheet.rows, strict=True) if line in beyond]
        others += [(line, [text]) for line, text in found.broken]
        width = max([len(found.headers), *(len(row) for _, row in others)])
        self.headers = _distinct([*found.headers, *[""] * (width - len(found.headers))])
        rows = [*zip(found.lines, found.rows, strict=True), *others]
        ordered = sorted(rows, key=lambda row: row[0])
        self.cells = [[*row, *[""] * (width - len(row))] for _, row in ordered]
        self.fits = [line in fitting for line, _ in ordered]


def _grid(path: Path, name: str, ledger: Ledger) -> tuple[Sheet, Grid]:
    if not path.is_file():
        raise InputError("not_found", path=path)
    try:
        grids = [(sheet, grid(sheet)) for sheet in filled_sheets(path, ledger.issues)]
    except FileProblem as problem:
        raise InputError("unreadable", file=path.name, problem=problem.problem, action=problem.action) from problem
    if not grids:
        empty = FileProblem("empty")
        raise InputError("unreadable", file=path.name, problem=empty.problem, action=empty.action)
    return next(((sheet, found) for sheet, found in grids if fold(name) in map(fold, found.headers)), grids[0])


def _index(found: Grid, name: str) -> int:
    folded = [fold(header) for header in found.headers]
    if fold(name) not in folded:
        near = hint(name, [header for header in found.headers if header])
        raise InputError("column_not_there", file=found.file, column=shown(name), hint=near)
    return folded.index(fold(name))


def _numbers(found: Grid, column: str | None, rows: Sequence[int], ledger: Ledger) -> list[str | None]:
    if column is None:
        return [None] * len(rows)
    numbers: list[str | None] = []
    for row, cell in zip(rows, found.column(_index(found, column)), strict=True):
        numbers.append(valid_number(compact(cell)))
        if cell.strip() and numbers[-1] is None:
            ledger.note(row, "corporate_number_wrong", column, cell)
    return numbers


def _places(found: Grid, column: str | None, rows: Sequence[int], ledger: Ledger) -> list[str | None]:
    if column is None:
        return [None] * len(rows)
    places: list[str | None] = []
    for row, cell in zip(rows, found.column(_index(found, column)), strict=True):
        place = resolved(cell.strip().removeprefix("JP-LGC-")).municipality if cell.strip() else None
        places.append(place.id if place else None)
        if cell.strip() and place is None:
            ledger.note(row, "municipality_not_used", column, cell)
    return places


def _ids(names: Sequence[str], numbers: Sequence[str | None], places: Sequence[str | None]) -> list[str]:
    """Return an id for each row, the same for rows that say the same; rows that say nothing certain have their own."""
    seen: Counter[str] = Counter()
    ids = []
    for name, number, place in zip(names, numbers, places, strict=True):
        identifier = _digest(name, number, place)
        seen[identifier] += 1
        written = taken_apart(name)
        uncertain = number is None and (not written.key or (written.generic and place is None))
        ids.append(_digest(identifier, str(seen[identifier])) if uncertain else identifier)
    return ids


def _digest(*parts: str | None) -> str:
    text = "\x1f".join(part or "" for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()


def _table(rows: _Rows, records: pd.DataFrame, resolution: Resolution) -> tuple[pd.DataFrame, list[str]]:
    table = pd.DataFrame(rows.cells, columns=rows.headers, dtype="object")
    added = _decided(records, resolution)
    values = [next(added) if fits else ("", "new", 0.0, str(worded([Reason.UNREADABLE]))) for fits in rows.fits]
    names = _distinct([*rows.headers, *_ADDED])[len(rows.headers) :]
    return pd.concat([table, pd.DataFrame(values, columns=names, dtype="object")], axis=1), rows.headers


def _decided(records: pd.DataFrame, resolution: Resolution) -> Iterator[tuple[str, str, float, str]]:
    """Yield entity, decision, score and reasons of each record."""
    decided = {each.id: each for each in resolution.decided}
    entities = _entities(records, {each.id: each.entity for each in resolution.decided})
    counts = Counter(records["id"])
    for identifier in records["id"]:
        found = decided[identifier]
        if found.decision != "same" and counts[identifier] > 1:
            yield entities[identifier], "same", 100.0, str(worded((Reason.KEY,)))
        else:
            yield entities[identifier], found.decision, found.score, str(worded(found.reasons))


def _entities(records: pd.DataFrame, clusters: dict[str, str]) -> dict[str, str]:
    """Return an id for each record that is the same however the rows stand: a digest of its cluster's first key."""
    signs: dict[str, str] = {}
    for record in records.drop_duplicates("id").itertuples(index=False):
        written = taken_apart(str(record.name))
        place = "" if is_missing(record.municipality) else str(record.municipality)
        parts = (written.key, written.form, written.place, written.branch, place)
        sign = "\x1f".join(parts) if written.key else ""
        cluster = clusters[str(record.id)]
        signs[cluster] = min(signs.get(cluster, sign), sign)
    shared = Counter(signs.values())
    made = {
        cluster: _PREFIX + _digest(sign, "" if shared[sign] == 1 else cluster)[:_DIGEST] if sign else ""
        for cluster, sign in signs.items()
    }
    return {key: cluster if cluster.startswith(PREFIX) else made[cluster] for key, cluster in clusters.items()}


def _distinct(headers: Sequence[str]) -> list[str]:
    """Return headers of which none stands twice."""
    found: list[str] = []
    for header in headers:
        number, name = 1, header
        while name in found:
            number += 1
            name = f"{header}_{number}"
        found.append(name)
    return found
