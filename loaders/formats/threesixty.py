"""The 360Giving Data Standard 1.4: grants, in JSON or in spreadsheets headed by its titles.

References
----------
360Giving Data Standard, https://standard.threesixtygiving.org/en/latest/technical/reference/
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from loaders.formats.document import json_object, json_tree
from loaders.formats.form import Content
from loaders.formats.mapped import cells, entries, mapped, with_column
from loaders.formats.named import Named
from loaders.formats.node_link import Part, cell, gridded
from loaders.issues import FileProblem
from loaders.ledger import Ledger
from loaders.names import fold
from loaders.sheets import Grid, Sheet, grid
from loaders.statements import Stated

_YEN = "JPY"
_RECIPIENT = "Recipient Org"
_PERSON = "Recipient Ind"
# The titles that the standard gives to the keys of its JSON, as far as they are read; others keep their keys.
_TITLES = {
    "id": "Identifier",
    "title": "Title",
    "description": "Description",
    "name": "Name",
    "code": "Code",
    "url": "Web Address",
    "currency": "Currency",
    "amountAwarded": "Amount Awarded",
    "awardDate": "Award Date",
    "startDate": "Start Date",
    "endDate": "End Date",
    "plannedDates": "Planned Dates",
    "recipientOrganization": _RECIPIENT,
    "recipientIndividual": _PERSON,
    "fundingOrganization": "Funding Org",
    "grantProgramme": "Grant Programme",
    "beneficiaryLocation": "Beneficiary Location",
    "streetAddress": "Street Address",
    "addressLocality": "City",
    "addressRegion": "County",
    "addressCountry": "Country",
    "postalCode": "Postal Code",
}
_ADDRESS = tuple(f"{_RECIPIENT}:{part}" for part in ("Street Address", "City", "County", "Postal Code", "Country"))
_INDEX = re.compile(r"\d+")
_SIGNS = frozenset(map(fold, ("Identifier", "Award Date", "Funding Org:Identifier")))


class ThreeSixtyGiving(Named):
    """Grants of the standard."""

    def recognises(self, content: Content) -> bool:
        """Tell whether it is JSON with grants, or has a sheet whose headers are the standard's titles."""
        grants = json_object(content).get("grants")
        first = grants[0] if isinstance(grants, list) and grants else None
        return (isinstance(first, dict) and "fundingOrganization" in first) or any(map(_is_grants, content.sheets))

    def read(self, content: Content, ledger: Ledger) -> Stated:
        """Return each grant as a collaboration of its funder and its recipient; what hangs from it is noted."""
        if not content.sheets:
            return _read(_from_json(content), ledger)
        if not any(map(_is_grants, content.sheets)):
            raise FileProblem("headers_unknown", expected="Identifier, Award Date, Funding Org:Identifier")
        found = Stated()
        for sheet in content.sheets:
            if _is_grants(sheet):
                found.statements.extend(_read(_titled(grid(sheet)), ledger).statements)
            elif len(sheet.rows) > 1:
                ledger.tell("note", "table_unread", grid(sheet), value=sheet.name, count=len(sheet.rows) - 1)
        return found


def _is_grants(sheet: Sheet) -> bool:
    return bool(sheet.rows) and {fold(_title(header)) for header in sheet.rows[0]} >= _SIGNS


def _from_json(content: Content) -> Grid:
    tree = json_tree(content)
    grants = tree.get("grants") if isinstance(tree, dict) else None
    if not isinstance(grants, list):
        raise FileProblem("document_unknown")
    parts = [Part([], dict(_flat(grant, ()))) for grant in grants if isinstance(grant, dict)]
    return gridded(content.file, "grants", [], parts)


def _flat(value: object, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield every value in a grant under its title; of a list, the first item has no number in it."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _flat(inner, (*path, str(key)))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _flat(inner, (*path, str(number)))
    elif (text := cell(value)).strip():
        yield _title("/".join(path)), text


def _title(header: str) -> str:
    """Return a header as the standard's title: paths of keys become titles, and the number of a first item goes.

    Examples
    --------
    >>> _title("recipientOrganization/0/id"), _title("Funding Org:0:Name"), _title("Title")
    ('Recipient Org:Identifier', 'Funding Org:Name', 'Title')
    """
    parts = [part.strip() for part in re.split(r"[/:]", header)]
    return ":".join(_TITLES.get(part, part) for part in parts if not (_INDEX.fullmatch(part) and int(part) == 0))


def _titled(given: Grid) -> Grid:
    return Grid(
        given.file,
        given.sheet,
        [_title(header) for header in given.headers],
        given.header_line,
        given.rows,
        given.lines,
        given.misfits,
        given.broken,
    )


def _read(given: Grid, ledger: Ledger) -> Stated:
    _tell_persons(given, ledger)
    parts = [cells(given, header) for header in _ADDRESS]
    places = [", ".join(filter(None, row)) for row in zip(*parts, strict=True)]
    whole = with_column(with_column(given, "place", places), "amount in yen", _yen(given, ledger))
    used = [*_ADDRESS, "place", "Currency", "Amount Awarded", *(h for h in given.headers if h.startswith(_PERSON))]
    return mapped(whole, entries("threesixty")["grants"], ledger, used)


def _yen(given: Grid, ledger: Ledger) -> list[str]:
    """Return the amounts that are in yen; of others it is said how many there are."""
    currencies, amounts = cells(given, "Currency"), cells(given, "Amount Awarded")
    others = Counter(code for code, amount in zip(currencies, amounts, strict=True) if amount and code != _YEN)
    for code, count in others.items():
        ledger.tell("mended", "amount_foreign", given, "Amount Awarded", code, count=count)
    return [amount if code == _YEN else "" for code, amount in zip(currencies, amounts, strict=True)]


def _tell_persons(given: Grid, ledger: Ledger) -> None:
    organisations, persons = cells(given, f"{_RECIPIENT}:Identifier"), cells(given, f"{_PERSON}:Identifier")
    count = sum(bool(person and not own) for own, person in zip(organisations, persons, strict=True))
    if count:
        ledger.tell("mended", "recipient_person", given, f"{_PERSON}:Identifier", count=count)


THREESIXTY: Final = ThreeSixtyGiving("360giving")
