"""Which files are to be read."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from graph.errors import InputError, MappingError
from loaders import archives, delimited, workbook
from loaders.issues import shown
from loaders.mapping.model import MappingFile, TableEntry
from loaders.mapping.reader import read_mapping
from loaders.names import table_named

DOCUMENTS = (".json", ".graphml", ".gexf", ".cyjs", ".xml")
"""Endings of files that are no tables."""
TABLES = (*delimited.SUFFIXES, *workbook.SUFFIXES)
"""Endings of files that are tables."""
SUFFIXES = (*TABLES, *DOCUMENTS, *archives.SUFFIXES)
"""Endings of files that can be read."""

_MAPPING_SUFFIXES = (".yaml", ".yml")
_MAPPING_NAMES = ("mapping.yaml", "mapping.yml")
_HIDDEN = ("~$", ".")
_PROSE = ".txt"

Mapped = tuple[tuple[MappingFile, TableEntry], ...]


@dataclass(frozen=True)
class Input:
    """A file to be read.

    Attributes
    ----------
    name
        What it is called in issues: its name, or the path as given where two files have the same name.
    mappings
        The mappings given, whether or not they are for it.
    """

    path: Path
    name: str
    mappings: tuple[MappingFile, ...] = ()

    def mapped(self, name: str) -> Mapped:
        """Return the tables of mappings that are for a file `name` in it; without any, it has a layout of its own."""
        return tuple(_matching(name, self.mappings)) or tuple(_matching(self.path.name, self.mappings))

    def holds(self, name: str) -> bool:
        """Tell whether a file `name` in this archive is one to read."""
        return _is_data(name, self.mappings)


def inputs(paths: Sequence[Path], mapping: Path | None = None) -> tuple[list[Input], list[MappingFile]]:
    """Return the files that `paths` and `mapping` stand for, and the mappings.

    Raises
    ------
    InputError
        When a path does not exist, or there is nothing to be read.
    MappingError
        When a mapping says something impossible, or finds no file.
    """
    given, folders, mapping_paths = _sorted_out(paths)
    mappings = [read_mapping(path) for path in _once([*([Path(mapping)] if mapping else []), *mapping_paths])]
    files = _once([*given, *(file for folder in folders for file in _within(folder, mappings))])
    if not files:
        files = _once(file for found in mappings for file in _relative(found))
    if not files:
        raise InputError("nothing_given")
    names = Counter(path.name for path in files)
    return [Input(path, path.name if names[path.name] == 1 else str(path), tuple(mappings)) for path in files], mappings


def _once(paths: Iterable[Path]) -> list[Path]:
    """Return the paths, each file once however it is written."""
    found: dict[Path, Path] = {}
    for path in paths:
        found.setdefault(path.resolve(), path)
    return list(found.values())


def _sorted_out(paths: Sequence[Path]) -> tuple[list[Path], list[Path], list[Path]]:
    files: list[Path] = []
    folders: list[Path] = []
    mappings: list[Path] = []
    for path in map(Path, paths):
        if not path.exists():
            raise InputError("not_found", path=path)
        if path.is_dir():
            folders.append(path)
            mappings += [path / name for name in _MAPPING_NAMES if (path / name).is_file()]
        else:
            (mappings if path.suffix.lower() in _MAPPING_SUFFIXES else files).append(path)
    return files, folders, mappings


def _within(folder: Path, mappings: Sequence[MappingFile]) -> list[Path]:
    found = [path for path in sorted(folder.iterdir()) if path.is_file() and _is_data(path.name, mappings)]
    if not found:
        raise InputError("folder_empty", path=folder, accepted=", ".join(SUFFIXES))
    return found


def _is_data(name: str, mappings: Sequence[MappingFile]) -> bool:
    """Tell whether a file that nobody named is data: of prose, only what has a table's name or is in a mapping."""
    path = PurePosixPath(name)
    suffix = path.suffix.lower()
    if suffix == archives.GZIP:
        return _is_data(path.stem, mappings)
    if suffix not in SUFFIXES or name.startswith(_HIDDEN):
        return False
    return suffix != _PROSE or table_named(path.stem) is not None or any(_matching(name, mappings))


def _relative(mapping: MappingFile) -> Iterator[Path]:
    """Yield the files that a mapping's patterns find beside it."""
    folder = mapping.path.parent
    for entry in mapping.tables:
        found = [path for path in _glob(folder, entry.file) if path.is_file()]
        if not found:
            raise MappingError("mapping_no_file", file=mapping.path.name, place=entry.place, pattern=shown(entry.file))
        for path in found:
            if not path.resolve().is_relative_to(folder.resolve()):
                raise MappingError("mapping_path", file=mapping.path.name, place=entry.place, value=shown(path.name))
        yield from found


def _glob(folder: Path, pattern: str) -> list[Path]:
    exact = folder / pattern
    try:
        return [exact] if exact.is_file() else sorted(folder.glob(pattern))
    except (ValueError, NotImplementedError, OSError):
        return []


def _matching(name: str, mappings: Iterable[MappingFile]) -> Iterator[tuple[MappingFile, TableEntry]]:
    name = unicodedata.normalize("NFC", name)
    for mapping in mappings:
        for entry in mapping.tables:
            pattern = unicodedata.normalize("NFC", entry.file.rpartition("/")[2])
            if name == pattern or fnmatchcase(name, pattern):
                yield mapping, entry
