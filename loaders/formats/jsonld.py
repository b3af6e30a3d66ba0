"""JSON-LD with the vocabularies of schema.org and W3C ORG; its context stands in the document.

References
----------
W3C, JSON-LD 1.1, https://www.w3.org/TR/json-ld11/
W3C, The Organization Ontology, https://www.w3.org/TR/vocab-org/
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from graph.dataset import Dataset
from graph.dates import as_written
from graph.frames import rows
from graph.schema import END, START, schema
from loaders.formats.writing import Writer, Written, noted

_CONTEXT: Mapping[str, object] = {
    "schema": "https://schema.org/",
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TYPES: Mapping[str, tuple[str, ...]] = {
    "Organisation": ("schema:Organization", "org:Organization"),
    "Municipality": ("schema:AdministrativeArea",),
    "Theme": ("skos:Concept",),
    "Collaboration": ("schema:Project", "org:OrganizationalCollaboration"),
    "Case": ("schema:CreativeWork",),
    "Event": ("schema:Event",),
    "Need": ("schema:Demand",),
    "Resource": ("schema:Offer",),
    "Place": ("schema:Place", "org:Site"),
    "Indicator": ("schema:StatisticalVariable",),
    "Observation": ("schema:Observation",),
    "Source": ("schema:CreativeWork",),
}
_PROPERTIES: Mapping[str, str] = {
    "address": "schema:address",
    "formerNames": "schema:alternateName",
    "dissolvedOn": "schema:dissolutionDate",
    "code": "schema:identifier",
    "latitude": "schema:latitude",
    "longitude": "schema:longitude",
    "description": "schema:description",
    "summary": "schema:description",
    "startDate": "schema:startDate",
    "date": "schema:startDate",
    "endDate": "schema:endDate",
    "availableFrom": "schema:availabilityStarts",
    "availableUntil": "schema:availabilityEnds",
    "openedOn": "schema:availabilityStarts",
    "closedOn": "schema:availabilityEnds",
    "unit": "schema:unitText",
    "value": "schema:value",
    "period": "schema:temporalCoverage",
    "publisher": "schema:publisher",
    "licence": "schema:license",
}
_IRIS: Mapping[str, str] = {"url": "schema:url"}
# The predicate of each relationship, and whether it leads from the end to the start.
_LINKS: Mapping[str, tuple[str, bool]] = {
    "LOCATED_IN": ("schema:location", False),
    "SERVES": ("schema:areaServed", False),
    "PART_OF": ("schema:containedInPlace", False),
    "ADJACENT_TO": ("schema:geoTouches", False),
    "WORKS_ON": ("org:purpose", False),
    "BROADER": ("skos:broader", False),
    "ADDRESSES": ("schema:about", False),
    "TAKES_PLACE_IN": ("schema:location", False),
    "TIED_TO": ("org:linkedTo", False),
    "HAS_NEED": ("schema:seeks", False),
    "OFFERS": ("schema:makesOffer", False),
    "DESCRIBES": ("schema:about", False),
    "ATTENDED": ("schema:attendee", True),
    "HOSTED": ("schema:organizer", True),
    "OBSERVED": ("schema:variableMeasured", True),
    "OF": ("schema:observationAbout", False),
    "OPERATES": ("org:hasSite", False),
}
_MEMBERSHIP = "PARTICIPATES_IN"
_SUCCESSION = "SUCCEEDED_BY"
_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_PARTS_OF_DATES = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), "xsd:date"),
    (re.compile(r"\d{4}-\d{2}"), "xsd:gYearMonth"),
    (re.compile(r"\d{4}"), "xsd:gYear"),
)
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")

_Node = dict[str, Any]


def iri(identifier: str) -> str:
    """Return the IRI of an id.

    Examples
    --------
    >>> iri("JP-LGC-141003"), iri("a b")
    ('urn:tsunagari:JP-LGC-141003', 'urn:tsunagari:a%20b')
    """
    return f"urn:tsunagari:{quote(identifier, safe='')}"


def _write(dataset: Dataset) -> Written:
    nodes = {str(row["id"]): _node(label, row) for label in dataset.nodes for row in _rows(dataset, label)}
    events: list[_Node] = []
    lost = {}
    for key, frame in dataset.relationships.items():
        if key in _LINKS:
            predicate, back = _LINKS[key]
            for row in rows(frame):
                start, end = (END, START) if back else (START, END)
                _append(nodes[str(row[start])], predicate, {"@id": iri(str(row[end]))})
        elif key == _MEMBERSHIP:
            for row in _rows(dataset, key):
                _append(nodes[str(row[START])], "org:memberOf", {"@id": iri(str(row[END]))})
                events.append(_membership(row))
        elif key == _SUCCESSION:
            events += [_succession(row) for row in _rows(dataset, key)]
        elif len(frame):
            lost[key] = len(frame)
    tree = {"@context": _CONTEXT, "@graph": [*nodes.values(), *events]}
    data = json.dumps(tree, ensure_ascii=False, indent=1).encode()
    return Written({"": data}, lost, [noted("jsonld")])


def _rows(dataset: Dataset, key: str) -> list[dict[str, object]]:
    """Return the rows of a table as people write them; a date of which only month or year is known is a text."""
    return rows(as_written(dataset[key], schema().table(key)))


def _node(label: str, row: Mapping[str, object]) -> _Node:
    node: _Node = {"@id": iri(str(row["id"])), "@type": list(_TYPES[label])}
    # A concept is named by its own vocabulary.
    name = "skos:prefLabel" if label == "Theme" else "schema:name"
    node[name] = [_text(str(row["name"]))]
    if row.get("nameEn"):
        node[name].append({"@value": row["nameEn"], "@language": "en"})
    if row.get("corporateNumber"):
        number = {"schema:propertyID": "JP-JCN", "schema:value": row["corporateNumber"]}
        node["schema:identifier"] = {"@type": "schema:PropertyValue", **number}
    for key, value in row.items():
        if key in _PROPERTIES:
            dated = schema().labels[label].properties[key].type == "date"
            _append(node, _PROPERTIES[key], _when(value) if dated else _value(value))
        elif key in _IRIS:
            address = str(value)
            _append(node, _IRIS[key], {"@id": address} if _ADDRESS.fullmatch(address) else address)
        elif key == "sources":
            node["dcterms:source"] = [{"@id": iri(source)} for source in _items(value)]
    return node


def _membership(row: Mapping[str, object]) -> _Node:
    ends = {"org:member": {"@id": iri(str(row[START]))}, "org:organization": {"@id": iri(str(row[END]))}}
    node: _Node = {"@type": "org:Membership", **ends}
    if row.get("role"):
        node["org:role"] = {"@id": f"urn:tsunagari:role:{row['role']}"}
    for key, predicate in (("since", "schema:startDate"), ("until", "schema:endDate")):
        if row.get(key):
            node[predicate] = _when(row[key])
    if row.get("amount") is not None:
        money = {"schema:currency": "JPY", "schema:value": _value(row["amount"])}
        node["schema:amount"] = {"@type": "schema:MonetaryAmount", **money}
    return node


def _succession(row: Mapping[str, object]) -> _Node:
    ends = {
        "org:originalOrganization": {"@id": iri(str(row[START]))},
        "org:resultingOrganization": {"@id": iri(str(row[END]))},
    }
    when = {"dcterms:date": _when(row["since"])} if row.get("since") else {}
    return {"@type": "org:ChangeEvent", **ends, **when}


def _append(node: _Node, predicate: str, value: object) -> None:
    present = node.setdefault(predicate, [])
    if not isinstance(present, list):
        present = node[predicate] = [present]
    present.extend(value if isinstance(value, list) else [value])


def _value(value: object) -> object:
    if isinstance(value, float):
        return {"@value": repr(value), "@type": "xsd:double"}
    if isinstance(value, list | tuple):
        return [_text(str(item)) for item in value]
    return _text(value) if isinstance(value, str) else value


def _when(value: object) -> object:
    """Return a date with the type that says how much of it is known."""
    kind = next((kind for pattern, kind in _PARTS_OF_DATES if pattern.fullmatch(str(value))), None)
    return _text(str(value)) if kind is None else {"@value": str(value), "@type": kind}


def _text(value: str) -> object:
    return {"@value": value, "@language": "ja"} if _JAPANESE.search(value) else value


def _items(value: object) -> list[str]:
    return list(map(str, value)) if isinstance(value, list | tuple) else []


WRITER: Final = Writer("jsonld", {".jsonld": _write, ".json": _write})
