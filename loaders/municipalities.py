"""The municipalities of Japan, from the reference that ships with the program."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import data
from graph.formats import is_municipality_code, municipality_check_digit

PREFIX = "JP-LGC-"

_CODE_LENGTH = 6
_KINDS = {"市": "city", "区": "specialWard", "町": "town", "村": "village"}


@dataclass(frozen=True)
class Municipality:
    """One entry of the reference, with the properties that the schema gives a Municipality.

    Attributes
    ----------
    city
        Code of the city that a ward belongs to.
    """

    code: str
    name: str
    nameKana: str  # noqa: N815 - the schema's name
    prefecture: str
    kind: str
    latitude: float
    longitude: float
    city: str | None = None

    @property
    def id(self) -> str:
        """Its id in the graph."""
        return PREFIX + self.code

    def record(self) -> dict[str, object]:
        """Return it as a record of the table of municipalities."""
        named = {key: value for key, value in vars(self).items() if key != "city"}
        return {"id": self.id, **named}


def municipality_code(text: str) -> str | None:
    """Return the six-digit code that `text` gives with five or six digits, or None when it gives none.

    The check digit is computed for five digits and checked for six.

    Examples
    --------
    >>> municipality_code("14100"), municipality_code("141003"), municipality_code("141004")
    ('141003', '141003', None)
    """
    digits = unicodedata.normalize("NFKC", text).strip()
    if len(digits) == _CODE_LENGTH - 1 and digits.isascii() and digits.isdigit():
        return digits + municipality_check_digit(digits)
    return digits if is_municipality_code(digits) else None


@cache
def municipalities() -> Mapping[str, Municipality]:
    """Return every municipality, ward and prefecture of the reference by its six-digit code.

    Names of wards are written together (横浜市鶴見区), and readings are in hiragana as the reference gives them.
    """
    entries = [_entry(row) for row in _table("municipalities_japan.csv")]
    cities = {(entry.prefecture, city): entry.code for entry, city, ward in entries if not ward}
    designated = {cities[entry.prefecture, city] for entry, city, ward in entries if ward}
    found = (_placed(entry, city, ward, cities, designated) for entry, city, ward in entries)
    return {place.code: place for place in (*_prefectures(), *found)}


def by_id(identifier: str) -> Municipality | None:
    """Return the municipality with this id, such as ``JP-LGC-141003``, or None."""
    return municipalities().get(identifier.removeprefix(PREFIX)) if identifier.startswith(PREFIX) else None


def with_cities(ids: Iterable[str]) -> list[Municipality]:
    """Return the municipalities with these ids, and the city of each ward among them, in the order of codes."""
    wanted = [place for identifier in ids if (place := by_id(identifier))]
    cities = [municipalities()[place.city] for place in wanted if place.city]
    return sorted({place.code: place for place in (*wanted, *cities)}.values(), key=lambda place: place.code)


def _table(name: str) -> Iterator[dict[str, str]]:
    text = (data.folder("reference") / name).read_text(encoding="utf-8-sig")
    yield from csv.DictReader(io.StringIO(text, newline=""))


def _entry(row: dict[str, str]) -> tuple[Municipality, str, str]:
    city, _, ward = row["city"].partition(" ")
    place = Municipality(
        code=row["lgcode"].zfill(_CODE_LENGTH),
        name=city + ward,
        nameKana=row["citykana"].replace(" ", ""),
        prefecture=row["pref"],
        kind="ward" if ward else _KINDS[city[-1]],
        latitude=float(row["lat"]),
        longitude=float(row["lng"]),
    )
    return place, city, ward


def _placed(
    place: Municipality, city: str, ward: str, cities: Mapping[tuple[str, str], str], designated: set[str]
) -> Municipality:
    if ward:
        return Municipality(**{**vars(place), "city": cities[place.prefecture, city]})
    return Municipality(**{**vars(place), "kind": "designatedCity"}) if place.code in designated else place


def _prefectures() -> Iterator[Municipality]:
    for row in _table("prefectures_japan.csv"):
        yield Municipality(
            code=row["lgcode"].zfill(_CODE_LENGTH),
            name=row["pref"],
            nameKana=row["prefkana"],
            prefecture=row["pref"],
            kind="prefecture",
            latitude=float(row["lat"]),
            longitude=float(row["lng"]),
        )
