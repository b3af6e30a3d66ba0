"""The example rows of the template, and the municipalities that it begins with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from graph.language import Language
from graph.schema import END, START
from loaders.aids import EXAMPLE
from loaders.municipalities import PREFIX, municipalities

_MARK = "~"
_PREFECTURE = "神奈川県"


def example(key: str, language: Language) -> dict[str, object]:
    """Return the example row of the table `key`."""
    return {name: _in(value, language) for name, value in _examples()[key].items()}


def example_names(language: Language) -> dict[str, str]:
    """Return the names of the ids that example rows refer to."""
    named = [example(key, language) for key, row in _examples().items() if "name" in row]
    places = {place.id: place.name for place in municipalities().values()}
    return places | {str(row["id"]): str(row["name"]) for row in named}


def beginning() -> dict[str, list[dict[str, object]]]:
    """Return what an empty template holds: the municipalities and wards of Kanagawa."""
    places = [p for p in municipalities().values() if p.prefecture == _PREFECTURE and p.kind != "prefecture"]
    wards = [{START: place.id, END: PREFIX + place.city} for place in places if place.city]
    return {"Municipality": [place.record() for place in places], "PART_OF": [dict(ward) for ward in wards]}


def _in(value: object, language: Language) -> object:
    if isinstance(value, dict):
        return value[language]
    if isinstance(value, list):
        return [_in(item, language) for item in value]
    if isinstance(value, str) and value.startswith(_MARK):
        return EXAMPLE.to(language) + value.removeprefix(_MARK)
    return value


@cache
def _examples() -> Mapping[str, Mapping[str, Any]]:
    file = resources.files("loaders.template") / "examples.yaml"
    found: Mapping[str, Mapping[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found
