"""Open Referral's Human Services Data Specification (HSDS) 3.0 in CSV files, a table each.

References
----------
Open Referral, HSDS 3.0, https://docs.openreferral.org/en/v3.0.1/hsds/schema_reference.html
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from loaders.formats.document import json_object
from loaders.formats.form import Content
from loaders.formats.listing import headers
from loaders.formats.mapped import cells, entries, mapped, with_column
from loaders.formats.named import Named
from loaders.issues import FileProblem
from loaders.ledger import Ledger
from loaders.names import fold
from loaders.places import find
from loaders.sheets import Grid, Sheet, grid
from loaders.statements import Stated

# Columns by which each table is known, and those of which it must have one; the first that fits counts.
_TABLES: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "organization_identifier": (("id", "organization_id", "identifier"), ()),
    "attribute": (("id", "link_id", "taxonomy_term_id"), ()),
    "taxonomy_term": (("id", "name", "parent_id"), ("taxonomy", "taxonomy_id", "term_uri")),
    "service_area": (("id", "service_id", "name"), ("extent", "extent_type", "uri")),
    "address": (("id", "location_id", "address_1", "city"), ()),
    "location": (("id", "location_type"), ()),
    "service": (("id", "organization_id", "name", "status"), ()),
    "organization": (("id", "name"), ("legal_status", "year_incorporated", "tax_status", "parent_organization_id")),
    # These tables are known and not read: the schema has no place for what they hold.
    "phone": (("id", "number", "extension"), ()),
    "contact": (("id", "title", "department"), ()),
    "schedule": (("id", "freq", "byday"), ()),
    "funding": (("id", "source", "organization_id"), ()),
    "required_document": (("id", "document"), ("uri", "service_id")),
    "language": (("id", "name", "code", "note"), ()),
    "accessibility": (("id", "location_id", "details"), ()),
    "cost_option": (("id", "option", "currency"), ()),
    "program": (("id", "organization_id", "name", "alternate_name", "description"), ()),
    "taxonomy": (("id", "name", "description", "version"), ()),
    "metadata": (("id", "resource_id", "resource_type"), ()),
    "meta_table_description": (("id", "character_set"), ()),
    "service_at_location": (("id", "service_id", "location_id", "description"), ()),
}
_ADDRESS = ("address_1", "address_2", "city", "region", "state_province", "postal_code", "country")
_JAPAN = ("JP", "JPN")
_LINKED = frozenset(("organization", "organizations", "service", "services"))


class HSDS(Named):
    """Tables of the specification."""

    def recognises(self, content: Content) -> bool:
        """Tell whether every filled sheet has the headers of a table, or it is the package's description."""
        sheets = [sheet for sheet in content.sheets if sheet.rows]
        return _is_description(content) or (bool(sheets) and all(_table(sheet) for sheet in sheets))

    def read(self, content: Content, ledger: Ledger) -> Stated:
        """Return what the tables state; those of which the schema has no counterpart are noted with their rows."""
        if not content.sheets and not _is_description(content):
            raise FileProblem("document_unknown")
        found = Stated()
        for sheet in content.sheets:
            key = _table(sheet)
            if key is None and sheet.rows:
                raise FileProblem("headers_unknown", expected="HSDS 3.0")
            if key in entries("hsds"):
                part = _read(str(key), grid(sheet), ledger)
                found.statements.extend(part.statements)
                found.joins.extend(part.joins)
            elif len(sheet.rows) > 1:
                ledger.tell("note", "table_unread", grid(sheet), value=key, count=len(sheet.rows) - 1)
        return found


def _is_description(content: Content) -> bool:
    resources = json_object(content).get("resources")
    names = {item.get("name") for item in resources if isinstance(item, dict)} if isinstance(resources, list) else set()
    return {"organization", "service"} <= names


def _table(sheet: Sheet) -> str | None:
    present = set(headers(sheet))
    for key, (every, some) in _TABLES.items():
        if {fold(name) for name in every} <= present and (not some or {fold(name) for name in some} & present):
            return key
    return None


def _read(key: str, given: Grid, ledger: Ledger) -> Stated:
    whole, used = given, ["id"]
    if key == "address":
        whole = with_column(given, "place", _places(given))
        used += _ADDRESS
    if key == "service_area":
        whole = with_column(given, "area", _areas(given))
        used += ["name"]
        _tell_areas(whole, ledger)
    if key == "attribute":
        others = sum(entity not in _LINKED for entity in cells(given, "link_entity"))
        if others:
            ledger.tell("note", "hsds_links_unread", given, "link_entity", count=others)
    return mapped(whole, entries("hsds")[key], ledger, used)


def _places(given: Grid) -> list[str]:
    """Return each address in one text, the Japanese way round where it is in Japan."""
    found = []
    for row in zip(*(cells(given, part) for part in _ADDRESS), strict=True):
        first, second, city, region, state, _, country = row
        japanese = f"{state}{region}{city}{first}{second}"
        found.append(japanese if country in _JAPAN else ", ".join(filter(None, row)))
    return found


def _areas(given: Grid) -> list[str]:
    """Return the names of areas that are municipalities."""
    return [name if name and find(name).municipality is not None else "" for name in cells(given, "name")]


def _tell_areas(given: Grid, ledger: Ledger) -> None:
    pairs = zip(cells(given, "name"), cells(given, "area"), strict=True)
    count = sum(bool(name and not code) for name, code in pairs)
    if count:
        ledger.tell("note", "hsds_areas_unread", given, "name", count=count)


FORMAT: Final = HSDS("hsds")
