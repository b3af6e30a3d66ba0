"""A Dataset as an HSDS 3.0 tabular data package: organisations, services, locations and a taxonomy of themes."""

from __future__ import annotations

import json
import re
import uuid
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from graph.dataset import Dataset
from graph.frames import rows
from graph.schema import END, START, schema
from loaders.formats.listing import csv_bytes
from loaders.formats.writing import FOLDER, Writer, Written, noted

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:tsunagari")
_POSTAL_CODE = re.compile(r"〒?\s*(\d{3}-\d{4})\s*")
_TABLES: Mapping[str, tuple[str, Sequence[str]]] = {
    "organization": ("organizations.csv", ("id", "name", "description", "website", "legal_status")),
    "organization_identifier": (
        "organization_identifiers.csv",
        ("id", "organization_id", "identifier_scheme", "identifier_type", "identifier"),
    ),
    "service": ("services.csv", ("id", "organization_id", "name", "status")),
    "location": (
        "locations.csv",
        ("id", "location_type", "organization_id", "name", "description", "latitude", "longitude"),
    ),
    "address": (
        "addresses.csv",
        ("id", "location_id", "address_1", "city", "state_province", "postal_code", "country", "address_type"),
    ),
    "service_area": ("service_areas.csv", ("id", "service_id", "name", "uri")),
    "taxonomy": ("taxonomies.csv", ("id", "name", "description", "version")),
    "taxonomy_term": ("taxonomy_terms.csv", ("id", "name", "description", "parent_id", "taxonomy", "taxonomy_id")),
    "attribute": ("attributes.csv", ("id", "link_id", "taxonomy_term_id", "link_type", "link_entity")),
}
_REFERENCES = {
    "organization_id": "organization",
    "service_id": "service",
    "location_id": "location",
    "taxonomy_id": "taxonomy",
    "taxonomy_term_id": "taxonomy_term",
}
_NUMBERS = ("latitude", "longitude")
_TAXONOMY = "tsunagari"

_Record = dict[str, str]


class _Package:
    """The tables of the package, and how many rows of each table of the Dataset have gone into them."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.tables: dict[str, list[_Record]] = {key: [] for key in _TABLES}
        self.held: Counter[str] = Counter()
        self.changed = 0
        self.rows = {key: rows(frame) for key, frame in dataset.tables.items()}
        self.municipalities = {str(row["id"]): row for row in self.rows["Municipality"]}
        self.themes = {str(row["id"]) for row in self.rows["Theme"]}
        self._fill()

    def id(self, identifier: str) -> str:
        """Return an id as the specification wants it: itself when it is a UUID, else one made of it."""
        try:
            return str(uuid.UUID(identifier))
        except ValueError:
            return str(uuid.uuid5(_NAMESPACE, identifier))

    def _fill(self) -> None:
        for row in self.rows["Organisation"]:
            self._organisation(row)
        offered = self._first("OFFERS", END, START, {str(row["id"]) for row in self.rows["Organisation"]})
        for row in self.rows["Resource"]:
            if str(row["id"]) in offered:
                self._service(row, offered[str(row["id"])])
        services = {str(row["id"]) for row in self.rows["Resource"]} & set(offered)
        operated = self._first("OPERATES", END, START)
        in_municipality = self._first(
            "TAKES_PLACE_IN", START, END, starts={str(row["id"]) for row in self.rows["Place"]}
        )
        for row in self.rows["Place"]:
            self._location(row, operated.get(str(row["id"]), ""), in_municipality.get(str(row["id"])))
        self._areas(services)
        broader = self._first("BROADER", START, END)
        if self.themes:
            names = {"name": _TAXONOMY, "description": str(schema().labels["Theme"].description)}
            self._add("taxonomy", {"id": self.id(_TAXONOMY), **names, "version": "1"})
        for row in self.rows["Theme"]:
            self._theme(row, broader.get(str(row["id"])))
        self._attributes(services)

    def _add(self, table: str, record: Mapping[str, object]) -> None:
        self.tables[table].append({key: str(value) for key, value in record.items() if value is not None})

    def _first(
        self, key: str, by: str, other: str, among: set[str] | None = None, starts: set[str] | None = None
    ) -> dict[str, str]:
        """Return the first end that each id is tied to: the specification has room for one."""
        found: dict[str, str] = {}
        for row in self.rows[key]:
            one, another = str(row[by]), str(row[other])
            if (among is None or another in among) and (starts is None or one in starts):
                found.setdefault(one, another)
        return found

    def _organisation(self, row: Mapping[str, object]) -> None:
        identifier = self.id(str(row["id"]))
        self.held["Organisation"] += 1
        form = row.get("legalForm")
        sector = schema().enumerations["sector"].get(str(row.get("sector")))
        # A description is required; where nothing else is known, the name is one.
        description = " ".join(filter(None, (str(sector or ""), str(form or "")))) or row["name"]
        named = {"name": row["name"], "description": description, "website": row.get("url"), "legal_status": form}
        self._add("organization", {"id": identifier, **named})
        number = row.get("corporateNumber")
        if number is not None:
            scheme = {"identifier_scheme": "JP-JCN", "identifier_type": "corporate number", "identifier": number}
            self._add(
                "organization_identifier",
                {"id": self.id(f"{row['id']} JP-JCN"), "organization_id": identifier, **scheme},
            )

    def _service(self, row: Mapping[str, object], organisation: str) -> None:
        self.held["Resource"] += 1
        self.held["OFFERS"] += 1
        ids = {"id": self.id(str(row["id"])), "organization_id": self.id(organisation)}
        self._add("service", {**ids, "name": row["name"], "status": "active"})

    def _location(self, row: Mapping[str, object], organisation: str, municipality: str | None) -> None:
        identifier = self.id(str(row["id"]))
        self.held["Place"] += 1
        self.held["OPERATES"] += bool(organisation)
        address = str(row.get("address", ""))
        place = self.municipalities.get(municipality or "", {})
        code = _POSTAL_CODE.search(address)
        known = {"name": row["name"], "description": address or None}
        where = {key: row.get(key) for key in _NUMBERS}
        operator = self.id(organisation) if organisation else None
        self._add(
            "location", {"id": identifier, "location_type": "physical", "organization_id": operator, **known, **where}
        )
        if code is not None and place.get("prefecture"):
            # An address needs a postal code and a municipality; without them it stands in the description alone.
            self.held["TAKES_PLACE_IN"] += 1
            town, prefecture = str(place["name"]), str(place["prefecture"])
            line = _POSTAL_CODE.sub("", address).removeprefix(prefecture).removeprefix(town) or address
            parts = {"address_1": line, "city": town, "state_province": prefecture, "postal_code": code.group(1)}
            ids = {"id": self.id(f"{row['id']} address"), "location_id": identifier}
            self._add("address", {**ids, **parts, "country": "JP", "address_type": "physical"})

    def _areas(self, services: set[str]) -> None:
        for row in self.rows["TAKES_PLACE_IN"]:
            start, end = str(row[START]), str(row[END])
            if start in services and end in self.municipalities:
                self.held["TAKES_PLACE_IN"] += 1
                place = self.municipalities[end]
                prefecture = str(place.get("prefecture", ""))
                ids = {"id": self.id(f"{start} {end}"), "service_id": self.id(start)}
                self._add("service_area", {**ids, "name": f"{prefecture}{place['name']}"})

    def _theme(self, row: Mapping[str, object], broader: str | None) -> None:
        self.held["Theme"] += 1
        self.held["BROADER"] += broader is not None
        described = {"name": row["name"], "description": row.get("description", row["name"])}
        parent = None if broader is None else self.id(broader)
        taxonomy = {"taxonomy": _TAXONOMY, "taxonomy_id": self.id(_TAXONOMY)}
        self._add("taxonomy_term", {"id": self.id(str(row["id"])), **described, "parent_id": parent, **taxonomy})

    def _attributes(self, services: set[str]) -> None:
        pairs = [("WORKS_ON", "organization", row) for row in self.rows["WORKS_ON"]]
        pairs += [("ADDRESSES", "service", row) for row in self.rows["ADDRESSES"] if str(row[START]) in services]
        for key, entity, row in pairs:
            self.held[key] += 1
            ids = {"link_id": self.id(str(row[START])), "taxonomy_term_id": self.id(str(row[END]))}
            linked = {"link_type": "theme", "link_entity": entity}
            self._add("attribute", {"id": self.id(f"{row[START]} {row[END]}"), **ids, **linked})


def _write(dataset: Dataset) -> Written:
    package = _Package(dataset)
    files = {
        _TABLES[key][0]: csv_bytes(
            _TABLES[key][1], ([record.get(name, "") for name in _TABLES[key][1]] for record in table)
        )
        for key, table in package.tables.items()
        if table
    }
    present = [key for key, table in package.tables.items() if table]
    files["datapackage.json"] = json.dumps(_description(present), ensure_ascii=False, indent=1).encode()
    lost = {
        key: len(frame) - package.held[key] for key, frame in dataset.tables.items() if len(frame) > package.held[key]
    }
    return Written(files, lost, [noted("hsds")])


def _description(present: Sequence[str]) -> dict[str, object]:
    resources = [
        {
            "name": key,
            "path": _TABLES[key][0],
            "profile": "tabular-data-resource",
            "schema": {
                "fields": [
                    {"name": name, "type": "number" if name in _NUMBERS else "string"} for name in _TABLES[key][1]
                ],
                "primaryKey": "id",
                "foreignKeys": list(_foreign_keys(key, present)),
            },
        }
        for key in present
    ]
    return {"name": "human_services_data", "profile": "tabular-data-package", "resources": resources}


def _foreign_keys(key: str, present: Sequence[str]) -> Iterator[dict[str, object]]:
    for name in _TABLES[key][1]:
        target = _REFERENCES.get(name)
        if target in present:
            yield {"fields": name, "reference": {"resource": target, "fields": "id"}}


WRITER: Final = Writer("hsds", {FOLDER: _write})
