"""Which files are to be read."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from graph.errors import InputError, MappingError
from loaders import archives, delimited, workbook
from loaders.issues import shown
from loaders.mapping.model import MappingFile, TableEntry
from loaders.mapping.reader import read_mapping

DOCUMENTS = (".json", ".graphml", ".gexf", ".cyjs", ".xml")
"""Endings of files that are no tables."""
PLAIN = (*delimited.SUFFIXES, *workbook.SUFFIXES, *DOCUMENTS)
"""Endings of files that can be read as they are."""
SUFFIXES = (*PLAIN, *archives.SUFFIXES)
"""Endings of files that can be read."""

_MAPPING_SUFFIXES = (".yaml", ".yml")
_MAPPING_NAMES = ("mapping.yaml", "mapping.yml")
_HIDDEN = ("~$", ".")
# A text file in a folder is more likely a note than a table; it is read when it is named.
_IN_FOLDERS = tuple(suffix for suffix in SUFFIXES if suffix != ".txt")


@dataclass(frozen=True)
class Input:
    """A file to be read.

    Attributes
    ----------
    name
        What it is called in issues: its name, or the path as given where two files have the same name.
    mapped
        The tables of mappings that are for it; without any, it is in the program's own layout.
    """

    path: Path
    name: str
    mapped: tuple[tuple[MappingFile, TableEntry], ...] = ()


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
    files = _once([*given, *(file for folder in folders for file in _within(folder))])
    if not files:
        files = _once(file for found in mappings for file in _relative(found))
    if not files:
        raise InputError("nothing_given")
    names = Counter(path.name for path in files)
    return [
        Input(path, path.name if names[path.name] == 1 else str(path), tuple(matching(path.name, mappings)))
        for path in files
    ], mappings


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
            if not list(_within(path)):
                raise InputError("folder_empty", path=path, accepted=", ".join(SUFFIXES))
        else:
            (mappings if path.suffix.lower() in _MAPPING_SUFFIXES else files).append(path)
    return files, folders, mappings


def _within(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_file() and path.suffix.lower() in _IN_FOLDERS and not path.name.startswith(_HIDDEN):
            yield path


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


def matching(name: str, mappings: Iterable[MappingFile]) -> Iterator[tuple[MappingFile, TableEntry]]:
    """Yield the tables of mappings that are for a file of this name."""
    name = unicodedata.normalize("NFC", name)
    for mapping in mappings:
        for entry in mapping.tables:
            pattern = unicodedata.normalize("NFC", entry.file.rpartition("/")[2])
            if name == pattern or fnmatchcase(name, pattern):
                yield mapping, entry
