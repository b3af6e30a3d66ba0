"""Kumu: blueprints and project backups in JSON, and spreadsheets of elements and connections.

References
----------
Kumu, JSON / Blueprints, https://docs.kumu.io/guides/import/blueprints
Kumu, Structure your data for Kumu, https://docs.kumu.io/guides/import/import
"""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

import xlsxwriter

from graph.dataset import Dataset
from loaders.formats import outline
from loaders.formats.document import json_object, json_tree
from loaders.formats.edge_types import Edges
from loaders.formats.form import Content
from loaders.formats.listing import Listing, csv_bytes, filled, filled_sheets, headers, position
from loaders.formats.named import Named
from loaders.formats.node_labels import Nodes
from loaders.formats.node_link import Part, cell, gridded, stated
from loaders.formats.writing import FOLDER, Writer, Written, noted
from loaders.issues import FileProblem
from loaders.ledger import Ledger
from loaders.names import fold
from loaders.sheets import Sheet
from loaders.statements import Stated

# A workbook says when it was made: always the same day, so that equal data give equal files.
_A_DAY = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_PARTS = ("elements", "connections")
_MARK = "|"
_LEFT_ALONE = fold("(ignore)")
# Of a connection: how it is drawn. Of a project: its maps and views.
_LOOKS = ("delayed", "reversed", "position", "style")
_NOT_READ = ("loops", "maps", "perspectives")


class Kumu(Named):
    """Blueprints, project backups, and sheets of elements and connections."""

    def recognises(self, content: Content) -> bool:
        """Tell whether it is JSON with elements and connections, or sheets headed Label, or From and To."""
        sheets = _sheets(content)
        return _is_blueprint(json_object(content)) or (
            bool(sheets) and all(_is_elements(sheet) or _is_connections(sheet) for sheet in sheets)
        )

    def read(self, content: Content, ledger: Ledger) -> Stated:
        """Return what elements and connections state; connections name elements by id, or by label without one."""
        if not content.sheets:
            return _read_blueprint(content, ledger)
        listing = Listing(_ends, _direction, "Label / From, To", named=True, several=_MARK)
        return listing.read(_sheets(content), ledger)


def _read_blueprint(content: Content, ledger: Ledger) -> Stated:
    tree = json_tree(content)
    if not isinstance(tree, dict) or not _is_blueprint(tree):
        raise FileProblem("document_unknown")
    parts: dict[str, list[Part]] = {"elements": [], "connections": []}
    for kind, member in _members(tree):
        identifier = cell(member.pop("_id", None) or member.pop("id", None))
        label = cell(member.pop("label", None))
        ends = [cell(member.pop(key, None)) for key in ("from", "to", "direction")] if kind == "connections" else []
        own = {key: text for key, value in member.items() if key not in _LOOKS and (text := cell(value))}
        first = [identifier or label, label] if kind == "elements" else [identifier, *ends, label]
        parts[kind].append(Part(first, own))
    nodes = gridded(content.file, "elements", ["id", "label"], parts["elements"])
    edges = gridded(content.file, "connections", ["id", "from", "to", "direction", "label"], parts["connections"])
    for name in _NOT_READ:
        if isinstance(tree.get(name), list) and tree[name]:
            ledger.tell("note", "parts_unread", nodes, name, count=len(tree[name]))
    return stated([Nodes(nodes, 0, 1)], [Edges(edges, 1, 2, direction=3, looks=frozenset({0}))], ledger)


def _members(tree: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each element and connection; what a backup keeps under ``attributes`` stands beside the rest."""
    for kind in _PARTS:
        for member in tree.get(kind) or []:
            if isinstance(member, dict):
                given = member.get("attributes")
                inner = given if isinstance(given, dict) else {}
                yield kind, {key: value for key, value in {**member, **inner}.items() if key != "attributes"}


def _is_blueprint(tree: Mapping[str, Any]) -> bool:
    elements = tree.get("elements")
    first = elements[0] if isinstance(elements, list) and elements else None
    return isinstance(first, dict) and "data" not in first and ("label" in first or "attributes" in first)


def _sheets(content: Content) -> list[Sheet]:
    return [sheet for sheet in filled_sheets(content.sheets) if _LEFT_ALONE not in fold(sheet.name)]


def _ends(sheet: Sheet) -> tuple[int, int] | None:
    names = headers(sheet)
    return (names.index("from"), names.index("to")) if {"from", "to"} <= set(names) else None


def _direction(sheet: Sheet) -> int | None:
    return position(headers(sheet), "direction")


def _is_elements(sheet: Sheet) -> bool:
    return sheet.rows[0][0] == "Label" or list(sheet.rows[0][:2]) == ["ID", "Label"]


def _is_connections(sheet: Sheet) -> bool:
    names = [name for name in sheet.rows[0] if name != "ID"]
    return names[:2] == ["From", "To"]


def _elements(dataset: Dataset) -> Iterator[dict[str, object]]:
    for node in outline.nodes(dataset):
        yield {"id": node.id, "label": node.name, "type": node.label, **node.properties}


def _connections(dataset: Dataset) -> Iterator[dict[str, object]]:
    for link in outline.links(dataset):
        direction = "undirected" if link.symmetric else "directed"
        head = {"from": link.start, "to": link.end, "direction": direction, "type": link.type}
        yield {**head, **({} if link.weight is None else {"strength": link.weight}), **link.properties}


def _json(dataset: Dataset) -> Written:
    tree = {
        "elements": [_plain(element) for element in _elements(dataset)],
        "connections": [_plain(connection) for connection in _connections(dataset)],
    }
    return Written({"": json.dumps(tree, ensure_ascii=False, indent=1).encode()})


def _plain(record: Mapping[str, object]) -> dict[str, object]:
    return {key: outline.plain(value) for key, value in record.items()}


def _tables(dataset: Dataset) -> dict[str, list[list[str]]]:
    """Return the rows of the two sheets, headers first."""
    parts = {
        "elements": (["id", "label", "type"], list(_elements(dataset))),
        "connections": (["from", "to", "direction", "type"], list(_connections(dataset))),
    }
    found = {}
    for name, (first, given) in parts.items():
        records = [{key: outline.text(value, _MARK) for key, value in record.items()} for record in given]
        names = filled(first, records)
        shown = ["ID" if key == "id" else key.capitalize() if key in first else key for key in names]
        found[name] = [shown, *([record.get(key, "") for key in names] for record in records)]
    return found


def _csv(dataset: Dataset) -> Written:
    return Written({f"{name}.csv": csv_bytes(rows[0], rows[1:]) for name, rows in _tables(dataset).items()})


def _xlsx(dataset: Dataset) -> Written:
    """Return a workbook; a cell of Excel holds 32,767 characters, and a sheet 1,048,576 rows."""
    unwritten = 0
    content = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"created": _A_DAY})
        for name, rows in _tables(dataset).items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                unwritten += sum(sheet.write_string(number, place, text) != 0 for place, text in enumerate(row) if text)
    notes = [noted("cells_unwritten", count=unwritten)] if unwritten else []
    return Written({"": content.getvalue()}, notes=notes)


KUMU: Final = Kumu("kumu")
WRITER: Final = Writer("kumu", {".json": _json, ".xlsx": _xlsx, FOLDER: _csv})
