"""The municipalities of Japan, from the reference that ships with the program."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import data

PREFIX = "JP-LGC-"

_CODE_LENGTH = 6
_MOST_LISTED = 10
_KINDS = {"市": "city", "区": "specialWard", "町": "town", "村": "village"}


@dataclass(frozen=True)
class Municipality:
    """One entry of the reference, with the properties that the schema gives a Municipality.

    Attributes
    ----------
    city
        Code of the city that a ward belongs to.
    district
        The 郡 that a town or village lies in.
    """

    code: str
    name: str
    nameKana: str  # noqa: N815 - the schema's name
    prefecture: str
    kind: str
    latitude: float
    longitude: float
    city: str | None = None
    district: str = ""

    @property
    def full_name(self) -> str:
        """Its name with prefecture and 郡, such as 神奈川県足柄上郡大井町."""
        return self.name if self.kind == "prefecture" else f"{self.prefecture}{self.district}{self.name}"

    @property
    def id(self) -> str:
        """Its id in the graph."""
        return PREFIX + self.code

    def record(self) -> dict[str, object]:
        """Return it as a record of the table of municipalities."""
        named = {key: value for key, value in vars(self).items() if key not in {"city", "district"}}
        return {"id": self.id, **named}


@dataclass(frozen=True)
class Change:
    """A municipality or ward that is no more.

    Attributes
    ----------
    code
        Its code, or nothing where that is not known.
    date
        The first day on which it was no more, or had another code.
    successors
        Codes of today; more than one where it was divided among them.
    """

    code: str
    prefecture: str
    district: str
    name: str
    date: str
    successors: tuple[str, ...]

    @property
    def full_name(self) -> str:
        """Its name with prefecture and 郡."""
        return f"{self.prefecture}{self.district}{self.name}"


@cache
def municipalities() -> Mapping[str, Municipality]:
    """Return every municipality, ward and prefecture of the reference by its six-digit code.

    Names of wards are written together (横浜市鶴見区), and readings are in hiragana as the reference gives them.
    """
    gone = {change.code for change in changes()}
    rows = [*_table("municipalities_japan.csv"), *_table("municipalities_added.csv")]
    entries = [_entry(row) for row in rows if row["lgcode"].zfill(_CODE_LENGTH) not in gone]
    cities = {(entry.prefecture, city): entry.code for entry, city, ward in entries if not ward}
    designated = {cities[entry.prefecture, city] for entry, city, ward in entries if ward}
    found = (_placed(entry, city, ward, cities, designated) for entry, city, ward in entries)
    return {place.code: place for place in (*_prefectures(), *found)}


@cache
def changes() -> Sequence[Change]:
    """Return the municipalities and wards that have been merged, divided or given another code."""
    return [
        Change(
            code=row["old_code"],
            prefecture=row["prefecture"],
            district=row["district"],
            name=row["old_name"],
            date=row["date"],
            successors=tuple(row["new_codes"].split(";")),
        )
        for row in _table("municipality_changes.csv")
    ]


def change_of(code: str) -> Change | None:
    """Return what became of the municipality that once had a code, or None when it still has it or never was."""
    return _changes_by_code().get(code)


def listed(places: Iterable[Municipality | Change]) -> str:
    """Return the full names and codes of municipalities, of many only the first."""
    found = list(places)
    return " / ".join(f"{place.full_name} {place.code}" for place in found[:_MOST_LISTED]) + (
        " …" if len(found) > _MOST_LISTED else ""
    )


@cache
def _changes_by_code() -> Mapping[str, Change]:
    return {change.code: change for change in changes() if change.code}


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
    code = row["lgcode"].zfill(_CODE_LENGTH)
    place = Municipality(
        code=code,
        name=city + ward,
        nameKana=row["citykana"].replace(" ", ""),
        prefecture=row["pref"],
        kind="ward" if ward else _KINDS[city[-1]],
        latitude=float(row["lat"]),
        longitude=float(row["lng"]),
        district=_districts().get(code, ""),
    )
    return place, city, ward


def _placed(
    place: Municipality, city: str, ward: str, cities: Mapping[tuple[str, str], str], designated: set[str]
) -> Municipality:
    if ward:
        return Municipality(**{**vars(place), "city": cities[place.prefecture, city]})
    return Municipality(**{**vars(place), "kind": "designatedCity"}) if place.code in designated else place


@cache
def _districts() -> Mapping[str, str]:
    return {row["code"]: row["district"] for row in _table("districts.csv")}


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
