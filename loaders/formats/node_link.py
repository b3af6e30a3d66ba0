"""Nodes and links of any graph tool, made statements: the one place where their attributes are given a meaning."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from loaders.formats.edge_types import Edges, edges_stated
from loaders.formats.node_labels import Nodes, nodes_stated
from loaders.ledger import Ledger
from loaders.roster import Roster
from loaders.sheets import Grid
from loaders.statements import Stated


@dataclass(frozen=True)
class Part:
    """A node or a link of a document: what the format itself says of it, and its attributes."""

    fixed: Sequence[str]
    attributes: Mapping[str, str]


def gridded(file: str, sheet: str, fixed: Sequence[str], parts: Sequence[Part]) -> Grid:
    """Return the parts of a document as a sheet, whose rows are numbered by their position in it.

    Parameters
    ----------
    sheet
        What the document calls such parts.
    fixed
        Headers of what the format itself says; those of the attributes follow in the order in which they turn up.
    """
    names = list(dict.fromkeys(name for part in parts for name in part.attributes))
    rows = [[*part.fixed, *(part.attributes.get(name, "") for name in names)] for part in parts]
    return Grid(file, sheet, [*fixed, *names], None, rows, range(1, len(rows) + 1))


def cell(value: object) -> str:
    """Return a value of a JSON document as the text of a cell; lists and objects stay JSON.

    Examples
    --------
    >>> cell(None), cell(True), cell(2.0), cell(["a", "b"])
    ('', 'true', '2.0', '["a", "b"]')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, float) else json.dumps(value, ensure_ascii=False)


def stated(nodes: Iterable[Nodes], edges: Iterable[Edges], ledger: Ledger) -> Stated:
    """Return what nodes and links state; links wait until the nodes of all files are known."""
    found = Stated()
    for sheet in nodes:
        found.statements.extend(nodes_stated(sheet, ledger))
    for links in edges:
        rows = ledger.enter(links.grid)

        def later(roster: Roster, links: Edges = links, rows: range = rows) -> Stated:
            return edges_stated(links, rows, roster, ledger)

        found.later.append(later)
    return found
