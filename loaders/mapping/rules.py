"""Rules for values in a mapping file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from loaders.dates import Part, years_in
from loaders.issues import shown
from loaders.mapping.model import Rule, Year
from loaders.mapping.spot import Spot
from loaders.mapping.templates import read_template
from loaders.mapping.transforms import TRANSFORMS

RULE = (
    "column",
    "template",
    "constant",
    "transform",
    "replace",
    "values",
    "match",
    "default",
    "split",
    "format",
    "part",
    "year",
    "fill",
    "minimum",
    "maximum",
    "optional",
)
_ORIGINS = ("column", "template", "constant")
_PARTS_OF_RANGES: Mapping[str, Part] = {"start": "start", "end": "end"}
_ORIGINS_OF_YEARS: Mapping[str, Literal["file", "sheet"]] = {"file": "file", "sheet": "sheet"}


def read_rule(spot: Spot, kind: str | None) -> Rule:
    """Return the rule here, for a property of the type `kind`; None where it is not known."""
    if isinstance(spot.content, str):
        return Rule(columns=(spot.filled(),))
    spot.keyed(RULE)
    origins = [key for key in _ORIGINS if spot.has(key)]
    if len(origins) != 1:
        spot.fail("mapping_origin")
    column, template, constant, values = map(spot.maybe, ("column", "template", "constant", "values"))
    default, split, fill = map(spot.maybe, ("default", "split", "fill"))
    date_format, part, year = (_of_dates(spot.maybe(key), kind) for key in ("format", "part", "year"))
    optional = spot.maybe("optional")
    minimum, maximum = (_bound(spot.maybe(key), kind) for key in ("minimum", "maximum"))
    return Rule(
        columns=column.texts() if column else (),
        template=read_template(template) if template else None,
        constant=constant.text() if constant else None,
        transforms=_transforms(spot),
        replacements=_pairs(spot, "replace") or (),
        values=values.table() if values else None,
        matches=_pairs(spot, "match"),
        default=default.text() if default else None,
        split=split.filled() if split else None,
        date_format=date_format.filled() if date_format else None,
        part=_PARTS_OF_RANGES[part.choice(_PARTS_OF_RANGES)] if part else None,
        year=_year(year) if year else None,
        fill=fill.filled() if fill else None,
        minimum=minimum,
        maximum=maximum,
        optional=optional.truth() if optional else False,
    )


def _of_dates(spot: Spot | None, kind: str | None) -> Spot | None:
    if spot is not None and kind not in ("date", None):
        spot.fail("mapping_format", key=spot.place.rpartition(" › ")[2], type=kind)
    return spot


def _year(spot: Spot) -> Year:
    if isinstance(spot.content, str):
        text = spot.filled()
        return Year(column=text) if years_in(text) is None else Year(constant=text)
    return Year(origin=_ORIGINS_OF_YEARS[spot.keyed(("from",)).at("from").choice(_ORIGINS_OF_YEARS)])


def _bound(spot: Spot | None, kind: str | None) -> float | None:
    if spot is None:
        return None
    if kind not in ("integer", "float"):
        spot.fail("mapping_bound", type=kind or "text")
    try:
        return float(spot.text())
    except ValueError:
        return spot.fail("mapping_kind", expected="1, 2.5 …")


def _transforms(spot: Spot) -> tuple[str, ...]:
    found = spot.maybe("transform")
    return tuple(item.choice(TRANSFORMS) for item in found.items()) if found else ()


def _pairs(spot: Spot, key: str) -> tuple[tuple[re.Pattern[str], str], ...] | None:
    found = spot.maybe(key)
    if found is None:
        return None
    pairs = tuple((found.compiled(pattern), item.text()) for pattern, item in found.entries().items())
    if key == "replace":
        for pattern, text in pairs:
            _check_replacement(found, pattern, text)
    return pairs


def _check_replacement(spot: Spot, pattern: re.Pattern[str], text: str) -> None:
    try:
        # With an empty alternative there is a match, and so a look at the replacement's groups.
        re.compile(f"{pattern.pattern}|").sub(text, "")
    except (re.error, IndexError) as error:
        spot.fail("mapping_pattern", value=shown(text), reason=error)
