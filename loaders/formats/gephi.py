"""Gephi's spreadsheets: a table of nodes (Id, Label, …) and one of edges (Source, Target, Type, …).

References
----------
Gephi, Import CSV data, https://docs.gephi.org/desktop/User_Manual/Import/Spreadsheets
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from graph.dataset import Dataset
from loaders.formats import outline
from loaders.formats.form import Content
from loaders.formats.listing import Listing, csv_bytes, filled, filled_sheets, headers, position
from loaders.formats.named import Named
from loaders.formats.node_labels import LABEL_HEADER
from loaders.formats.writing import FOLDER, Writer, Written
from loaders.ledger import Ledger
from loaders.names import fold
from loaders.sheets import Sheet
from loaders.statements import Stated

_DIRECTIONS = frozenset(map(fold, ("directed", "undirected", "mutual")))


class Gephi(Named):
    """Tables of Gephi's data laboratory."""

    def recognises(self, content: Content) -> bool:
        """Tell whether every filled sheet has the headers of one of the two tables."""
        sheets = filled_sheets(content.sheets)
        return bool(sheets) and all(_is_nodes(sheet) or _is_edges(sheet) for sheet in sheets)

    def read(self, content: Content, ledger: Ledger) -> Stated:
        """Return what the nodes and edges state; an edges table alone waits for the nodes of other files."""
        listing = Listing(_ends, _direction, "Id, Label / Source, Target")
        return listing.read(filled_sheets(content.sheets), ledger)


def _ends(sheet: Sheet) -> tuple[int, int] | None:
    names = headers(sheet)
    return (names.index("source"), names.index("target")) if {"source", "target"} <= set(names) else None


def _is_nodes(sheet: Sheet) -> bool:
    return set(sheet.rows[0]) >= {"Id", "Label"} and "source" not in headers(sheet)


def _is_edges(sheet: Sheet) -> bool:
    return _ends(sheet) is not None and _direction(sheet) is not None


def _direction(sheet: Sheet) -> int | None:
    """Return the position of the column that says only whether edges are directed."""
    place = position(headers(sheet), "type")
    if place is None:
        return None
    cells = {fold(row[place]) for row in sheet.rows[1:] if place < len(row)} - {""}
    return place if cells and cells <= _DIRECTIONS else None


def _write(dataset: Dataset) -> Written:
    nodes = [
        {"Id": node.id, "Label": node.name, LABEL_HEADER: node.label, **_texts(node.properties)}
        for node in outline.nodes(dataset)
    ]
    edges = []
    for link in outline.links(dataset):
        head = {"Source": link.start, "Target": link.end, "Type": "Undirected" if link.symmetric else "Directed"}
        weight = "" if link.weight is None else str(link.weight)
        edges.append({**head, "Id": link.id, "Label": link.type, "Weight": weight, **_texts(link.properties)})
    return Written({"nodes.csv": _table(nodes, "Id", "Label"), "edges.csv": _table(edges, "Source", "Target", "Type")})


def _texts(properties: Mapping[str, object]) -> dict[str, str]:
    return {key: outline.text(value) for key, value in properties.items()}


def _table(records: list[dict[str, str]], *first: str) -> bytes:
    names = filled(first, records)
    return csv_bytes(names, ([record.get(name, "") for name in names] for record in records))


GEPHI: Final = Gephi("gephi")
WRITER: Final = Writer("gephi", {FOLDER: _write})
