"""A file on disk, opened: bytes, and sheets where it is a table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from loaders import archives, delimited, workbook
from loaders.files import DOCUMENTS, PLAIN, SUFFIXES, Input
from loaders.formats import Content
from loaders.issues import FileProblem, Issue, change, sentences


def opened(source: Input, issues: list[Issue]) -> Iterator[Content]:
    """Yield what a file holds: itself, or each file of an archive.

    Parameters
    ----------
    issues
        Where it is said which files of an archive cannot be read.

    Raises
    ------
    FileProblem
        When it cannot be read.
    """
    suffix = source.path.suffix.lower()
    if suffix not in SUFFIXES:
        raise FileProblem("extension", extension=suffix or source.path.name, accepted=", ".join(SUFFIXES))
    try:
        data = source.path.read_bytes()
    except OSError as error:
        raise FileProblem("unreadable", reason=error.strerror or type(error).__name__) from error
    if suffix in archives.SUFFIXES:
        yield from _unpacked(data, source, suffix, issues)
    else:
        yield _content(data, source.name, source.path.stem, suffix)


def _unpacked(data: bytes, source: Input, suffix: str, issues: list[Issue]) -> Iterator[Content]:
    found = False
    for packed in archives.unpacked(data, source.path.stem, suffix):
        path = PurePosixPath(packed.name)
        label = source.name if suffix == ".gz" else f"{source.name} › {packed.name}"
        if path.suffix.lower() not in PLAIN:
            issues.append(_not_read(source.name, packed.name))
            continue
        found = True
        try:
            yield _content(packed.data, label, path.stem, path.suffix.lower())
        except FileProblem as problem:
            issues.append(problem.issue(label))
    if not found:
        raise FileProblem("archive_empty", accepted=", ".join(PLAIN))


def _not_read(file: str, name: str) -> Issue:
    problem, action = sentences("archive_entry", value=name, accepted=", ".join(PLAIN))
    return Issue("note", file, "", None, "", name, problem, action, "archive_entry", change("archive_entry"))


def _content(data: bytes, file: str, stem: str, suffix: str) -> Content:
    if not data:
        raise FileProblem("empty")
    if suffix in DOCUMENTS:
        return Content(file, stem, suffix, data)
    if suffix in workbook.SUFFIXES:
        return Content(file, stem, suffix, data, workbook.sheets(data, file))
    return Content(file, stem, suffix, data, [delimited.sheet(data, file, stem, suffix)])
