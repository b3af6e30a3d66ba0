"""Layouts of files that others publish: each in a module of its own, known by its content."""

from loaders.formats.catalogue import format_named, formats, recognised
from loaders.formats.form import Content, Format

__all__ = ["Content", "Format", "format_named", "formats", "recognised"]
