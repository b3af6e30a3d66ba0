"""A file on disk, opened: bytes, and sheets where it is a table; of an archive, each file in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from loaders import archives, delimited, workbook
from loaders.archives import Archive, Entry, sorted_out, unzipped
from loaders.files import DOCUMENTS, SUFFIXES, TABLES, Input
from loaders.formats import Content
from loaders.issues import FileProblem, Issue, change, sentences, shown
from loaders.sheets import Sheet

_SHOWN_ENTRIES = 5


def opened(source: Input, encoding: str | None = None) -> Iterator[Content | Issue]:
    """Yield what a file holds, and what there is to say about files in it that cannot be read.

    Parameters
    ----------
    encoding
        That of text files; found out when None.

    Raises
    ------
    FileProblem
        When it cannot be read.
    """
    suffix = source.path.suffix.lower()
    if suffix not in SUFFIXES:
        raise _unknown(suffix or source.path.name)
    data = _bytes(source.path)
    if suffix == archives.ZIP:
        yield from _unpacked(Archive(data), source, encoding)
    elif suffix == archives.GZIP:
        inner = Path(source.path.stem)
        if inner.suffix.lower() not in TABLES + DOCUMENTS:
            raise _unknown("".join(source.path.suffixes[-2:]))
        yield _content(unzipped(data), source.name, inner.name, encoding)
    else:
        yield _content(data, source.name, source.path.name, encoding)


def filled_sheets(path: Path, issues: list[Issue]) -> list[Sheet]:
    """Return the sheets of a file that hold anything; what cannot be read of an archive is added to `issues`.

    Raises
    ------
    FileProblem
        When it cannot be read.
    """
    found = list(opened(Input(path, path.name)))
    issues += [each for each in found if isinstance(each, Issue)]
    return [sheet for each in found if not isinstance(each, Issue) for sheet in each.sheets if sheet.rows]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileProblem("unreadable", reason=error.strerror or type(error).__name__) from error


def _unpacked(archive: Archive, source: Input, encoding: str | None) -> Iterator[Content | Issue]:
    entries, others = sorted_out(archive, source.holds)
    if not entries:
        raise FileProblem("archive_empty", accepted=", ".join(TABLES + DOCUMENTS))
    if others:
        yield _passed_over(others, source.name)
    for entry in entries:
        file = f"{source.name} › {entry.path}"
        try:
            content = _content(archive.read(entry), file, entry.name, encoding)
        except FileProblem as problem:
            yield problem.issue(file)
        else:
            yield content


def _passed_over(entries: Sequence[Entry], file: str) -> Issue:
    names = ", ".join(entry.path for entry in entries[:_SHOWN_ENTRIES])
    names += " …" if len(entries) > _SHOWN_ENTRIES else ""
    kind = "archive_entries"
    problem, action = sentences(kind, count=len(entries), names=names, accepted=", ".join(TABLES + DOCUMENTS))
    return Issue("note", file, "", None, "", shown(names), problem, action, kind, change(kind))


def _content(data: bytes, file: str, name: str, encoding: str | None) -> Content:
    path = PurePosixPath(name)
    stem, suffix = path.stem, path.suffix.lower()
    if not data:
        raise FileProblem("empty")
    if suffix in DOCUMENTS:
        return Content(file, stem, suffix, data)
    if suffix in workbook.SUFFIXES:
        return Content(file, stem, suffix, data, workbook.sheets(data, file))
    return Content(file, stem, suffix, data, [delimited.sheet(data, file, stem, suffix, encoding)])


def _unknown(extension: str) -> FileProblem:
    return FileProblem("extension", extension=extension, accepted=", ".join(SUFFIXES))
