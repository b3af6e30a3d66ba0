"""GraphML, as networkx, igraph, Gephi, Cytoscape and yEd write it.

References
----------
The GraphML File Format, http://graphml.graphdrawing.org/specification.html
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

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES: Mapping[str, str] = {"integer": "long", "float": "double", "boolean": "boolean"}
# What yEd writes as the text of a node or an edge.
_SHOWN = ("NodeLabel", "EdgeLabel", "Label.Text")
_NOT_READ = ("hyperedge", "port")
_EDGE = ("id", "source", "target", "directed")


class GraphML(Named):
    """GraphML files."""

    def recognises(self, content: Content) -> bool:
        """Tell whether it is XML whose root is a graphml element."""
        return xml_root(content) == "graphml"

    def read(self, content: Content, ledger: Ledger) -> Stated:
        """Return what the nodes and edges state, those of nested graphs included."""
        found = _Handler()
        parse_xml(content, found)
        nodes = gridded(content.file, "node", ["id"], found.nodes)
        edges = gridded(content.file, "edge", _EDGE, found.edges)
        for name, count in found.others.items():
            ledger.tell("note", "parts_unread", nodes, name, count=count)
        shown = next((index for index, header in enumerate(nodes.headers) if header == "label"), None)
        sheets = [Nodes(nodes, 0, shown)]
        links = [Edges(edges, 1, 2, direction=3, undirected=found.undirected, looks=frozenset({0}))]
        return stated(sheets, links, ledger)


class _Handler(ContentHandler):
    """Collects nodes and edges; attributes are named as their keys say."""

    def __init__(self) -> None:
        super().__init__()
        self.nodes: list[Part] = []
        self.edges: list[Part] = []
        self.others: Counter[str] = Counter()
        self.undirected = False
        self._names: dict[str, str] = {}
        self._defaults: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
        self._open: list[dict[str, str]] = []
        self._key = ("", "")
        self._data: str | None = None
        self._depth = 0
        self._drawn = False
        self._text: list[str] | None = None

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802 - the parser calls it so
        tag = name.rpartition(":")[2]
        if self._data is not None:
            # What holds elements is a drawing, of which the label alone is kept.
            self._depth, self._drawn = self._depth + 1, True
            self._text = [] if tag in _SHOWN else None
        elif tag == "data":
            self._data = self._names.get(attrs.get("key", ""), attrs.get("key", ""))
            self._depth, self._drawn, self._text = 0, False, []
        elif tag == "node":
            self._begin(tag, self.nodes, [attrs.get("id", "")])
        elif tag == "edge":
            self._begin(tag, self.edges, [attrs.get(key, "") for key in _EDGE])
        elif tag == "key":
            identifier = attrs.get("id", "")
            self._names[identifier] = attrs.get("attr.name", identifier)
            self._key = (attrs.get("for", "all"), self._names[identifier])
        elif tag == "graph" and not self._open:
            self.undirected = attrs.get("edgedefault") == "undirected"
        elif tag == "default":
            self._text = []
        elif tag in _NOT_READ:
            self.others[tag] += 1

    def characters(self, content: str) -> None:
        if self._text is not None:
            self._text.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802 - the parser calls it so
        tag = name.rpartition(":")[2]
        text = "".join(self._text or ()).strip("\n\r\t ")
        if self._data is not None:
            if self._depth and tag in _SHOWN and text and self._open:
                self._open[-1].setdefault("label", text)
            elif not self._depth:
                if self._open and text and not self._drawn:
                    self._open[-1][self._data] = text
                self._data = None
            self._depth -= 1
            self._text = None
        elif tag == "default":
            kind, key = self._key
            for part in ("node", "edge") if kind == "all" else (kind,):
                self._defaults.get(part, {})[key] = text
            self._text = None
        elif tag in ("node", "edge") and self._open:
            self._open.pop()

    def _begin(self, tag: str, parts: list[Part], fixed: list[str]) -> None:
        attributes = dict(self._defaults[tag])
        parts.append(Part(fixed, attributes))
        self._open.append(attributes)


def _write(dataset: Dataset) -> Written:
    """Return the document; every edge is directed, as networkx reads no graph with edges of both kinds."""
    document = Markup()
    document.open(0, "graphml", {"xmlns": _NAMESPACE})
    keys = {"node": _keys(document, "node"), "edge": _keys(document, "edge")}
    document.open(1, "graph", {"id": "G", "edgedefault": "directed"})
    for node in outline.nodes(dataset):
        document.open(2, "node", {"id": document.clean(node.id, node.id, "id")})
        values = {"label": node.name, LABEL_HEADER: node.label, **node.properties}
        _write_data(document, keys["node"], values, node.id)
        document.close(2, "node")
    for link in outline.links(dataset):
        ends = {
            "source": document.clean(link.start, link.start, "id"),
            "target": document.clean(link.end, link.end, "id"),
        }
        document.open(2, "edge", {"id": link.id, **ends})
        weight = {} if link.weight is None else {"weight": link.weight}
        values = {TYPE_HEADER: link.type, **weight, **link.properties}
        _write_data(document, keys["edge"], values, f"{link.start} → {link.end}")
        document.close(2, "edge")
    document.close(1, "graph")
    document.close(0, "graphml")
    return Written({"": document.data()}, notes=document.notes())


def _keys(document: Markup, part: str) -> dict[str, str]:
    """Write the keys of nodes or edges, and return the id of each by its name."""
    types = outline.property_types(relationships=part == "edge")
    texts = ("label", LABEL_HEADER) if part == "node" else (TYPE_HEADER,)
    first = dict.fromkeys(texts, "string") | ({} if part == "node" else {"weight": "double"})
    held = {name: kind for name, kind in types.items() if name not in ("id", "name", "strength")}
    named = first | {name: _TYPES.get(kind, "string") for name, kind in held.items()}
    keys = {name: f"{part[0]}{number}" for number, name in enumerate(named)}
    for name, kind in named.items():
        document.empty(1, "key", {"id": keys[name], "for": part, "attr.name": name, "attr.type": kind})
    return keys


def _write_data(document: Markup, keys: Mapping[str, str], values: Mapping[str, object], owner: str) -> None:
    for name, value in values.items():
        document.empty(3, "data", {"key": keys[name]}, document.clean(outline.text(value), owner, name))


GRAPHML: Final = GraphML("graphml")
WRITER: Final = Writer("graphml", {".graphml": _write, ".xml": _write})
