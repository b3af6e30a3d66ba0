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
from graph.schema import PropertyType
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
_TYPES: Mapping[PropertyType, str] = {"integer": "long", "float": "double", "boolean": "boolean"}
# What yEd writes as the text of a node or an edge.
_SHOWN = ("NodeLabel", "EdgeLabel")
_NOT_READ = ("hyperedge", "port")


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
        edges = gridded(content.file, "edge", ["id", "source", "target", "directed"], found.edges)
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
        self._open: list[Part] = []
        self._key: tuple[str, str] | None = None
        self._data: str | None = None
        self._inner = 0
        self._text: list[str] = []

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802 - the parser calls it so
        tag = name.rpartition(":")[2]
        if self._data is not None:
            self._inner += 1
            if tag in _SHOWN:
                self._text = []
        elif tag == "data":
            self._data, self._inner, self._text = self._names.get(attrs.get("key", ""), attrs.get("key", "")), 0, []
        elif tag == "node":
            self._begin(self.nodes, Part([attrs.get("id", "")], dict(self._defaults["node"])))
        elif tag == "edge":
            fixed = [attrs.get(key, "") for key in ("id", "source", "target", "directed")]
            self._begin(self.edges, Part(fixed, dict(self._defaults["edge"])))
        elif tag == "key":
            self._begin_key(attrs)
        elif tag == "graph" and not self._open:
            self.undirected = attrs.get("edgedefault") == "undirected"
        elif tag == "default":
            self._text = []
        elif tag in _NOT_READ:
            self.others[tag] += 1

    def characters(self, content: str) -> None:
        self._text.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802 - the parser calls it so
        tag = name.rpartition(":")[2]
        if self._data is not None and (tag != "data" or self._inner):
            self._inner -= 1
            if tag in _SHOWN:
                self._put("label", "".join(self._text))
        elif tag == "data":
            # What holds elements is a drawing, of which the label alone is kept.
            if self._open and self._data:
                self._put(self._data, "".join(self._text))
            self._data = None
        elif tag == "default" and self._key is not None:
            kind, key = self._key
            for part in ("node", "edge") if kind == "all" else (kind,):
                self._defaults.get(part, {})[key] = "".join(self._text).strip()
        elif tag in ("node", "edge") and self._open:
            self._open.pop()

    def _begin(self, parts: list[Part], part: Part) -> None:
        parts.append(part)
        self._open.append(part)

    def _begin_key(self, attrs: Any) -> None:
        identifier = attrs.get("id", "")
        drawn = "yfiles.type" in attrs
        self._names[identifier] = "" if drawn else attrs.get("attr.name", identifier)
        self._key = None if drawn else (attrs.get("for", "all"), self._names[identifier])

    def _put(self, name: str, text: str) -> None:
        attributes = self._open[-1].attributes if self._open else {}
        if text.strip() and isinstance(attributes, dict):
            attributes.setdefault(name, text)


def _write(dataset: Dataset) -> Written:
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
        document.open(2, "edge", {"id": link.id, **ends, **({"directed": "false"} if link.symmetric else {})})
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
