"""Layouts of files that others publish: each in a module of its own, known by its content."""

from loaders.formats.catalogue import format_named, formats, recognised, writer_named, writers
from loaders.formats.form import Content, Format
from loaders.formats.writing import FOLDER, Writer, Written, archive

__all__ = [
    "FOLDER",
    "Content",
    "Format",
    "Writer",
    "Written",
    "archive",
    "format_named",
    "formats",
    "recognised",
    "writer_named",
    "writers",
]
