"""How a mapping finds its columns: by other names, or not at all; and what makes it a format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from graph.language import Text
from graph.schema import schema
from loaders.mapping.model import Recognition, Template
from loaders.mapping.spot import Spot
from loaders.mapping.templates import read_templates
from loaders.names import fold

HEADING = ("aliases", "optional", "each", "recognise", "source")
RECOGNITION = ("key", "ja", "en", "description", "headers", "any", "none")


@dataclass(frozen=True)
class Headings:
    """These parts of a table; see `loaders.mapping.model.TableEntry`."""

    aliases: Mapping[str, tuple[str, ...]]
    optional: tuple[str, ...]
    each: Mapping[str, re.Pattern[str]]
    recognise: Recognition | None
    source: Mapping[str, tuple[Template, ...]]


def headings(spot: Spot) -> Headings:
    """Return the headings of the table here."""
    optional, recognise = spot.maybe("optional"), spot.maybe("recognise")
    return Headings(
        aliases=_aliases(spot.maybe("aliases")),
        optional=optional.texts() if optional else (),
        each={name: item.pattern() for name, item in _entries(spot.maybe("each")).items()},
        recognise=_recognition(recognise) if recognise else None,
        source=_source(spot.maybe("source")),
    )


def _aliases(spot: Spot | None) -> Mapping[str, tuple[str, ...]]:
    found = {name: item.texts() for name, item in _entries(spot).items()}
    owners: dict[str, str] = {}
    for name, others in found.items():
        for other in others:
            owner = owners.setdefault(fold(other), name)
            if spot is not None and owner != name:
                spot.at(name).fail("mapping_alias", value=other, other=owner)
    return found


def _recognition(spot: Spot) -> Recognition:
    spot.keyed(RECOGNITION)
    some, none, headers = spot.maybe("any"), spot.maybe("none"), spot.at("headers")
    return Recognition(
        key=spot.at("key").filled(),
        name=_text(spot),
        description=_text(spot.at("description").keyed(("ja", "en"))),
        headers=headers.texts() or headers.fail("mapping_kind", expected="[list]"),
        some=some.texts() if some else (),
        none=none.texts() if none else (),
    )


def _text(spot: Spot) -> Text:
    return Text(spot.at("ja").filled(), spot.at("en").filled())


def _source(spot: Spot | None) -> Mapping[str, tuple[Template, ...]]:
    if spot is None:
        return {}
    spot.keyed(schema().labels["Source"].columns)
    found = {key: read_templates(item) for key, item in spot.entries().items()}
    for key in ("id", "name"):
        spot.at(key)
    return found


def _entries(spot: Spot | None) -> Mapping[str, Spot]:
    return spot.entries() if spot else {}
