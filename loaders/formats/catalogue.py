"""All formats, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from graph.errors import InputError
from loaders.formats import (
    corporate_numbers,
    cytoscape,
    edge_list,
    gephi,
    gexf,
    graphml,
    hsds,
    hsds_package,
    jsonld,
    kumu,
    own,
    threesixty,
)
from loaders.formats.form import Content, Format
from loaders.formats.tabular import tables
from loaders.formats.writing import Writer
from loaders.issues import shown
from loaders.names import hint

OWN = "own"
"""Key of the program's own layout, which is read by `loaders.layout`."""


@cache
def formats() -> Sequence[Format]:
    """Return every format; one that asks for more comes before one that asks for less."""
    return (
        graphml.GRAPHML,
        gexf.GEXF,
        cytoscape.CYTOSCAPE,
        kumu.KUMU,
        threesixty.THREESIXTY,
        hsds.FORMAT,
        gephi.GEPHI,
        edge_list.EDGE_LIST,
        corporate_numbers.CORPORATE_NUMBERS,
        *tables(),
    )


@cache
def writers() -> Sequence[Writer]:
    """Return every format that a Dataset can be written in."""
    return (
        graphml.WRITER,
        gexf.WRITER,
        cytoscape.WRITER,
        kumu.WRITER,
        gephi.WRITER,
        hsds_package.WRITER,
        jsonld.WRITER,
        own.WRITER,
    )


def recognised(content: Content) -> Format | None:
    """Return the first format that recognises the file, or None."""
    return next((form for form in formats() if form.recognises(content)), None)


def format_named(key: str) -> Format | None:
    """Return the format `key`, or None for the program's own layout.

    Raises
    ------
    InputError
        When there is no such format.
    """
    if key == OWN:
        return None
    known = {form.key: form for form in formats()}
    if key not in known:
        raise InputError("format_unknown", value=shown(key), hint=hint(key, [OWN, *known]))
    return known[key]


def writer_named(key: str) -> Writer:
    """Return the writer of the format `key`.

    Raises
    ------
    InputError
        When no format of that key can be written.
    """
    known = {writer.key: writer for writer in writers()}
    if key not in known:
        raise InputError("writer_unknown", value=shown(key), hint=hint(key, known))
    return known[key]
