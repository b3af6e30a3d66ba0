"""Templates in a mapping file: text with columns in braces."""

from __future__ import annotations

import re

from loaders.issues import shown
from loaders.mapping.model import Field, Template
from loaders.mapping.spot import Spot
from loaders.mapping.transforms import TRANSFORMS
from loaders.names import hint

_PARTS = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|([{}])")


def read_templates(spot: Spot) -> tuple[Template, ...]:
    """Return the templates of a list, of which the first that gives anything counts."""
    found = tuple(read_template(item) for item in spot.items())
    return found or spot.fail("mapping_kind", expected="text")


def read_template(spot: Spot) -> Template:
    """Return the template here."""
    text = spot.filled()
    parts: list[str | Field] = []
    end = 0
    for found in _PARTS.finditer(text):
        parts.append(text[end : found.start()])
        end = found.end()
        if found[2] or found[1] == "":
            spot.fail("mapping_template", value=shown(text))
        parts.append(_field(spot, found[1]) if found[1] else found[0][0])
    parts.append(text[end:])
    return Template(tuple(part for part in parts if part))


def _field(spot: Spot, text: str) -> Field:
    column, *transforms = (part.strip() for part in text.split("|"))
    for name in transforms:
        if name not in TRANSFORMS:
            spot.fail("mapping_value", value=shown(name), hint=hint(name, TRANSFORMS))
    return Field(column, tuple(transforms))
