"""A file on disk, opened: bytes, and sheets where it is a table."""

from __future__ import annotations

from loaders import delimited, workbook
from loaders.files import DOCUMENTS, SUFFIXES, Input
from loaders.formats import Content
from loaders.issues import FileProblem


def opened(source: Input) -> list[Content]:
    """Return what a file holds.

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
    if not data:
        raise FileProblem("empty")
    return [_content(data, source.name, source.path.stem, suffix)]


def _content(data: bytes, file: str, stem: str, suffix: str) -> Content:
    if suffix in DOCUMENTS:
        return Content(file, stem, suffix, data)
    if suffix in workbook.SUFFIXES:
        return Content(file, stem, suffix, data, workbook.sheets(data, file))
    return Content(file, stem, suffix, data, [delimited.sheet(data, file, stem, suffix)])
