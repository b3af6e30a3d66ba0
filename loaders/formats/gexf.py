"""GEXF 1.2 and 1.3, the format of Gephi.

References
----------
GEXF 1.3 Primer, https://gexf.net/primer.html
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final
from xml.sax.handler import ContentHandler

from graph.dataset import Dataset
from loaders.formats import outline
from loaders.formats.document import parse_xml, xml_root
from loaders.formats.edge_types import TYPE_HEADER, Edges
from loaders.formats.form import Content
from loaders.formats.markup import Markup
from loaders.formats.named import Named
from loaders.formats.node_labels import LABEL_HEADER, Nodes
from loaders.formats.node_link import Part, gridded, stated
from loaders.formats.writing import Writer, Written
from loaders.ledger import Ledger
from loaders.statements import Stated

_NAMESPACE = "http://gexf.net/1.3"
_TYPES: Mapping[str, str] = {"integer": "long", "float": "double", "boolean": "boolean"}
_NODE = ("id", "label")
_EDGE = ("id", "source", "target", "type", "kind", "label", "weight")
# In GEXF the type of an edge says whether it is directed, and its kind which relation it is.
_EDGE_HEADERS = ("id", "source", "target", "directed", "relation", "label", "weight")


class Gexf(Named):
    """GEXF files."""

    def recognises(self, content: Content) -> bool:
        """Tell whether it is XML whose root is a gexf element."""
        return xml_root(content) == "gexf"

    def read(self, content: Content, ledger: Ledger) -> Stated:
        """Return what the nodes and edges state; how they are drawn and when they are there is noted, not read."""
        found = _Handler()
        parse_xml(content, found)
        nodes = gridded(content.file, "node", _NODE, found.nodes)
        edges = gridded(content.file, "edge", _EDGE_HEADERS, [_once(part) for part in found.edges])
        for name, count in found.others.items():
            ledger.tell("note", "parts_unread", nodes, name, count=count)
        links = Edges(edges, 1, 2, direction=3, undirected=found.undirected, looks=frozenset({0}))
        return stated([Nodes(nodes, 0, 1)], [links], ledger)


def _once(part: Part) -> Part:
    """Return an edge without its kind where the program has written that as an attribute as well."""
    place = _EDGE.index("kind")
    if part.attributes.get(TYPE_HEADER) != part.fixed[place]:
        return part
    return Part([*part.fixed[:place], "", *part.fixed[place + 1 :]], part.attributes)


class _Handler(ContentHandler):
    """Collects nodes and edges; attributes are named as their titles say."""

    def __init__(self) -> None:
        super().__init__()
        self.nodes: list[Part] = []
        self.edges: list[Part] = []
        self.others: Counter[str] = Counter()
        self.undirected = True
        self._class = "node"
        self._titles: dict[tuple[str, str], str] = {}
        self._defaults: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
        self._attribute = ""
        self._open: list[tuple[str, dict[str, str]]] = []
        self._text: list[str] = []

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802 - the parser calls it so
        tag = name.rpartition(":")[2]
        self._text = []
        if tag == "graph":
            self.undirected = attrs.get("defaultedgetype", "undirected") != "directed"
        elif tag == "attributes":
            self._class = attrs.get("class", "node")
        elif tag == "attribute":
            self._attribute = str(attrs.get("title") or attrs.get("id", ""))
            self._titles[self._class, attrs.get("id", "")] = self._attribute
        elif tag in ("node", "edge"):
            fixed = _NODE if tag == "node" else _EDGE
            attributes = dict(self._defaults[tag])
            part = Part([attrs.get(key, "") for key in fixed], attributes)
            (self.nodes if tag == "node" else self.edges).append(part)
            self._open.append((tag, attributes))
        elif tag == "attvalue" and self._open:
            kind, attributes = self._open[-1]
            key = str(attrs.get("for") or attrs.get("id", ""))
            title = self._titles.get((kind, key), key)
            if attrs.get("value", "").strip():
                # Of a value that changes over time, the last one stands.
                attributes[title] = attrs["value"]
        elif self._open and tag not in ("attvalues", "nodes", "edges"):
            self.others[tag] += 1

    def characters(self, content: str) -> None:
        self._text.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802 - the parser calls it so
        tag = name.rpartition(":")[2]
        if tag in ("node", "edge") and self._open:
            self._open.pop()
        elif tag == "default" and self._class in self._defaults and not self._open:
            self._defaults[self._class][self._attribute] = "".join(self._text).strip()


def _write(dataset: Dataset) -> Written:
    """Return the document; every edge is directed, as networkx reads no graph with edges of both kinds."""
    document = Markup()
    document.open(0, "gexf", {"xmlns": _NAMESPACE, "version": "1.3"})
    document.open(1, "graph", {"defaultedgetype": "directed", "mode": "static"})
    keys = {part: _write_attributes(document, part) for part in ("node", "edge")}
    document.open(2, "nodes", {})
    for node in outline.nodes(dataset):
        named = {"id": document.clean(node.id, node.id, "id"), "label": document.clean(node.name, node.id, "name")}
        document.open(3, "node", named)
        _write_values(document, keys["node"], {LABEL_HEADER: node.label, **node.properties}, node.id)
        document.close(3, "node")
    document.close(2, "nodes")
    document.open(2, "edges", {})
    for link in outline.links(dataset):
        ends = {
            "source": document.clean(link.start, link.start, "id"),
            "target": document.clean(link.end, link.end, "id"),
        }
        weight = {} if link.weight is None else {"weight": str(link.weight)}
        document.open(3, "edge", {"id": link.id, **ends, "kind": link.type, **weight})
        owner = f"{link.start} → {link.end}"
        _write_values(document, keys["edge"], {TYPE_HEADER: link.type, **link.properties}, owner)
        document.close(3, "edge")
    document.close(2, "edges")
    document.close(1, "graph")
    document.close(0, "gexf")
    return Written({"": document.data()}, notes=document.notes())


def _write_attributes(document: Markup, part: str) -> dict[str, str]:
    """Write which attributes nodes or edges have, and return the id of each by its title."""
    types = outline.property_types(relationships=part == "edge")
    named = {LABEL_HEADER if part == "node" else TYPE_HEADER: "string"}
    named |= {
        name: _TYPES.get(kind, "string") for name, kind in types.items() if name not in ("id", "name", "strength")
    }
    keys = {name: f"{part[0]}{number}" for number, name in enumerate(named)}
    document.open(2, "attributes", {"class": part})
    for name, kind in named.items():
        document.empty(3, "attribute", {"id": keys[name], "title": name, "type": kind})
    document.close(2, "attributes")
    return keys


def _write_values(document: Markup, keys: Mapping[str, str], values: Mapping[str, object], owner: str) -> None:
    document.open(4, "attvalues", {})
    for name, value in values.items():
        cleaned = document.clean(outline.text(value), owner, name)
        document.empty(5, "attvalue", {"for": keys[name], "value": cleaned})
    document.close(4, "attvalues")


GEXF: Final = Gexf("gexf")
WRITER: Final = Writer("gexf", {".gexf": _write})
