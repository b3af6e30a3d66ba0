"""Files in, a Dataset and issues out."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

from graph.dataset import Dataset
from graph.errors import InputError, MappingError
from graph.loads import ReadFile
from graph.progress import SILENT, Progress
from loaders import layout
from loaders.aids import is_guide
from loaders.assemble import assembled
from loaders.borrowed import Borrowed, Known
from loaders.files import Input, Mapped, inputs
from loaders.formats import Content, Format, format_named, recognised
from loaders.formats.document import unknown
from loaders.issues import FileProblem, Issue, Severity, change, sentences, shown
from loaders.ledger import FileCount, Ledger
from loaders.mapping.apply import applied
from loaders.mapping.model import MappingFile, TableEntry
from loaders.names import fold, hint, table_named, table_names
from loaders.opening import opened
from loaders.roster import Roster
from loaders.sheets import Sheet, grid
from loaders.statements import Stated
from loaders.text import known_encoding

_SHOWN_CELLS = 5
_ORDER: Mapping[Severity, int] = {"refused": 0, "mended": 1, "note": 2}


@dataclass(frozen=True)
class Taken:
    """The layout that a file was taken for; the program's own has no format."""

    file: str
    format: Format | None


@dataclass(frozen=True)
class Loaded:
    """What was read.

    Attributes
    ----------
    rows, loaded, refused
        Numbers of data rows; `rows` is the sum of the other two.
    files
        The same by file.
    taken
        The layout that each file was taken for.
    sheets
        The sheets that issues are about, as they were read.
    digests
        The files that were read, with their SHA-256.
    tables
        The tables of the program's own layout that the files have.
    published
        Ids of the sources that mappings and formats name for all that they read.
    borrowed
        Ids of nodes that relationships refer to, which stand in no file but were known elsewhere.
    """

    dataset: Dataset
    issues: tuple[Issue, ...]
    rows: int
    loaded: int
    refused: int
    files: tuple[FileCount, ...]
    taken: tuple[Taken, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    digests: tuple[ReadFile, ...] = ()
    tables: frozenset[str] = frozenset()
    published: frozenset[str] = frozenset()
    borrowed: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether nothing was refused: no row, no sheet, no file."""
        return not any(issue.severity == "refused" for issue in self.issues)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of cycles from looking again and again through millions of cells that all stay."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


@_uncollected()
def read(
    paths: Sequence[Path],
    mapping: Path | None = None,
    progress: Progress = SILENT,
    *,
    as_format: str | None = None,
    known: Known | None = None,
    encoding: str | None = None,
) -> Loaded:
    """Return the Dataset that files hold, and every row that did not go in as it stands.

    Parameters
    ----------
    paths
        Workbooks, CSV files, folders of them, and mapping files.
    mapping
        A mapping file for those of the files whose names it gives; for the files beside it when no file is given.
    progress
        Is told how far the reading is.
    as_format
        Key of the format of all files that no mapping is for; by default each is recognised by its content.
    known
        Where nodes may be looked up that relationships refer to and that stand in no file.
    encoding
        The encoding of all text files; by default each file's is found out.

    Raises
    ------
    InputError
        When a path, format or encoding does not exist, or nothing at all can be read. Bad rows never raise: they are
        issues.
    MappingError
        When a mapping says something impossible.

    See Also
    --------
    issues_frame : The issues as a table.
    """
    files, mappings = inputs(paths, mapping)
    reading = _Reading(as_format, None if encoding is None else known_encoding(encoding))
    progress.start("files", len(files))
    for file in files:
        reading.take(file)
        progress.advance()
    if not reading.recognised:
        _raise_first(reading.ledger.issues)
    borrowed = Borrowed(known)
    reading.finish(borrowed)
    progress.start("check")
    given = _sources(reading.mapped, mappings)
    given["Source"] = _once([*given["Source"], *reading.stated.sources])
    dataset = assembled(reading.stated.statements, reading.ledger, reading.stated.joins, given, borrowed)
    loaded = _loaded(dataset, reading)
    return replace(
        loaded,
        digests=tuple(ReadFile(file.name, _digest(file.path)) for file in files if file.path.is_file()),
        tables=frozenset(reading.tables),
        published=frozenset(str(record["id"]) for record in given["Source"]),
        borrowed=frozenset(borrowed.ids),
    )


class _Reading:
    """What has been read so far."""

    def __init__(self, as_format: str | None, encoding: str | None) -> None:
        self.own_only = as_format is not None and format_named(as_format) is None
        self.format = None if as_format is None else format_named(as_format)
        self.encoding = encoding
        self.ledger = Ledger()
        self.stated = Stated()
        self.taken: list[Taken] = []
        self.mapped: set[tuple[Path, Path]] = set()
        self.sheets: list[Sheet] = []
        self.tables: set[str] = set()
        self.recognised = False

    def take(self, file: Input) -> None:
        try:
            for content in opened(file, self.encoding):
                if isinstance(content, Issue):
                    self.ledger.issues.append(content)
                else:
                    self._try(content, file)
        except FileProblem as problem:
            self.ledger.issues.append(problem.issue(file.name))

    def _try(self, content: Content, file: Input) -> None:
        try:
            self._take(content, file)
        except FileProblem as problem:
            self.ledger.issues.append(problem.issue(content.file))

    def finish(self, borrowed: Borrowed) -> None:
        """Add what could be stated only when the nodes of all files are known."""
        if not self.stated.later:
            return
        roster = Roster.of(self.stated.statements, self.ledger.refused, borrowed)
        for later in self.stated.later:
            self._add(later(roster))

    def _take(self, content: Content, file: Input) -> None:
        if content.sheets:
            self.sheets += content.sheets
            self._note_errors(content.sheets[0])
        mapped = file.mapped(content.name)
        if mapped and content.sheets:
            for mapping, entry in mapped:
                self.mapped.add((file.path, mapping.path))
                self._map(content.sheets, mapping, entry)
            self._note_unmapped(content.sheets, mapped)
            return
        content = self._own(content)
        form = self._format(content)
        if form is not None:
            self._add(form.read(content, self.ledger))
        elif not content.sheets:
            raise unknown(content)
        for sheet in content.sheets if form is None else ():
            self._read(sheet)
        self.taken.append(Taken(content.file, form))

    def _own(self, content: Content) -> Content:
        """Read the sheets beside those of the program's own layout by a format that knows them, and return the rest."""
        others = [sheet for sheet in content.sheets if table_named(sheet.name) is None]
        beside = replace(content, sheets=others)
        if self.own_only or self.format is not None or not any(map(layout.is_own, content.sheets)):
            return content
        form = recognised(beside) if others else None
        if form is None:
            return content
        self._add(form.read(beside, self.ledger))
        self.taken.append(Taken(content.file, form))
        return replace(content, sheets=[sheet for sheet in content.sheets if sheet not in others])

    def _format(self, content: Content) -> Format | None:
        """Return the format asked for, else the one recognised; None for the program's own layout."""
        if self.own_only or self.format is not None:
            return self.format
        return None if any(map(layout.is_own, content.sheets)) else recognised(content)

    def _add(self, stated: Stated) -> None:
        self.stated.statements.extend(stated.statements)
        self.stated.joins.extend(stated.joins)
        self.stated.sources.extend(stated.sources)
        self.stated.later.extend(stated.later)
        self.recognised = True

    def _read(self, sheet: Sheet) -> None:
        table = table_named(sheet.name)
        if table is None:
            if sheet.ragged or not is_guide(sheet.name):
                self._refuse_sheet(sheet)
            return
        self.tables.add(table.key)
        if sheet.rows or sheet.ragged:
            parts = layout.statements(grid(sheet), table, self.ledger)
            self.stated.statements.extend([parts] if parts else [])
        else:
            self._tell(sheet, "note", "no_rows")
        self.recognised = True

    def _map(self, found: Sequence[Sheet], mapping: MappingFile, entry: TableEntry) -> None:
        source = None if mapping.source is None else str(mapping.source["id"])
        for sheet in _chosen(found, mapping, entry):
            headed = grid(sheet, entry.header, entry.headers)
            self._add(applied(headed, entry, self.ledger, mapping.path.name, source))

    def _note_unmapped(self, found: Sequence[Sheet], mapped: Mapped) -> None:
        used = {sheet.name for mapping, entry in mapped for sheet in _chosen(found, mapping, entry)}
        for sheet in found:
            if sheet.rows and sheet.name not in used:
                self._tell(sheet, "note", "sheet_unmapped")

    def _note_errors(self, sheet: Sheet) -> None:
        if sheet.errors:
            cells = ", ".join(sheet.errors[:_SHOWN_CELLS])
            kind = "error_cells"
            problem, action = sentences(kind, count=len(sheet.errors), cells=cells)
            place = (sheet.file, "", None, "", cells)
            self.ledger.issues.append(Issue("note", *place, problem, action, kind, change(kind)))

    def _refuse_sheet(self, sheet: Sheet) -> None:
        if not sheet.rows and not sheet.broken:
            return
        if sheet.hidden:
            self._tell(sheet, "note", "sheet_hidden")
        else:
            self._tell(sheet, "refused", "file_unknown" if sheet.ragged else "sheet_unknown")

    def _tell(self, sheet: Sheet, severity: Severity, kind: str) -> None:
        near = hint(sheet.name, table_names())
        problem, action = sentences(kind, name=shown(sheet.name), rows=len(sheet.rows), hint=near)
        name = "" if sheet.ragged else sheet.name
        place = (sheet.file, name, None, "", "")
        self.ledger.issues.append(Issue(severity, *place, problem, action, kind, change(kind)))


def _chosen(found: Sequence[Sheet], mapping: MappingFile, entry: TableEntry) -> Sequence[Sheet]:
    """Return the sheets that an entry is for: those it names, else the first that holds anything."""
    if entry.sheet is None or found[0].ragged:
        return [next((sheet for sheet in found if sheet.rows and not sheet.hidden), found[0])]
    chosen = [sheet for sheet in found if fnmatchcase(fold(sheet.name), fold(entry.sheet))]
    if not chosen:
        near = hint(entry.sheet, [sheet.name for sheet in found])
        raise MappingError(
            "mapping_sheet",
            file=mapping.path.name,
            place=entry.place,
            sheet=shown(entry.sheet),
            data=found[0].file,
            hint=near,
        )
    return chosen


def _sources(
    mapped: Collection[tuple[Path, Path]], mappings: Sequence[MappingFile]
) -> dict[str, list[Mapping[str, object]]]:
    """Return the sources of the mappings; the file and its digest are added where it is but one."""
    records: dict[object, dict[str, object]] = {}
    for mapping in mappings:
        own = sorted(file for file, found in mapped if found == mapping.path)
        if mapping.source is not None and own:
            record = dict(mapping.source)
            if len(own) == 1:
                record.setdefault("file", own[0].name)
                record.setdefault("sha256", _digest(own[0]))
            records.setdefault(record["id"], record)
    return {"Source": list(records.values())}


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _once(sources: Sequence[Mapping[str, object]]) -> list[Mapping[str, object]]:
    """Return each source once; of one that several files give, only what they agree on."""
    found: dict[object, dict[str, object]] = {}
    for record in sources:
        known = found.setdefault(record["id"], dict(record))
        found[record["id"]] = {key: value for key, value in known.items() if record.get(key) == value}
    return list(found.values())


def _raise_first(issues: Sequence[Issue]) -> None:
    refused = [issue for issue in issues if issue.severity == "refused"]
    if not refused:
        raise InputError("nothing_given")
    first = refused[0]
    place = f"{first.file} › {first.sheet}" if first.sheet else first.file
    raise InputError("unreadable", file=place, problem=first.problem, action=first.action)


def _loaded(dataset: Dataset, reading: _Reading) -> Loaded:
    ledger = reading.ledger
    issues = sorted(ledger.issues, key=lambda issue: (_ORDER[issue.severity], issue.file, issue.sheet, issue.row or 0))
    refused = len(ledger.refused)
    places = {(issue.file, issue.sheet) for issue in issues}
    return Loaded(
        dataset,
        tuple(issues),
        ledger.rows,
        ledger.rows - refused,
        refused,
        ledger.files(),
        tuple(reading.taken),
        tuple(sheet for sheet in reading.sheets if (sheet.file, sheet.name) in places),
    )
