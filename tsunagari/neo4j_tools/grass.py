"""The schema's look as a style of Neo4j Browser (GRASS, a graph style sheet)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.schema import Label, Schema

_TIE = "#888888"
_DARK, _LIGHT = "#000000", "#FFFFFF"
_DIAMETER = {"dot": 50, "square": 60, "hexagon": 55, "star": 65}
_OTHER_DIAMETER = 45
_BORDER, _THICK_BORDER = 2, 5


def grass(schema: Schema) -> str:
    """Return the style: a colour, a size and a caption for each label, a caption for each relationship type.

    Browser draws every node as a circle. Of labels of one colour, which the program's pages tell apart by shape, those
    after the first have a thick border; shapes become sizes.
    """
    plain = {"color": "#A5ABB6", "border-color": "#9AA1AC", "border-width": "2px", "font-size": "10px"}
    rules: list[tuple[str, Mapping[str, str]]] = [("node", plain)]
    rules += _labels(schema)
    caption = {"font-size": "8px", "padding": "3px", "text-color-external": _DARK, "text-color-internal": _LIGHT}
    rules.append(("relationship", {"color": _TIE, "shaft-width": "1px", **caption, "caption": "'<type>'"}))
    rules += [(f"relationship.{key}", {"color": _TIE, "caption": "'<type>'"}) for key in schema.relationships]
    return "\n".join(_rule(name, values) for name, values in rules)


def _labels(schema: Schema) -> Iterator[tuple[str, Mapping[str, str]]]:
    taken: set[str] = set()
    for label in schema.labels.values():
        yield f"node.{label.key}", _look(label, _THICK_BORDER if label.colour in taken else _BORDER)
        taken.add(label.colour)


def _look(label: Label, border: int) -> dict[str, str]:
    return {
        "color": label.colour,
        "border-color": "#666666" if label.colour == _DARK else _DARK,
        "border-width": f"{border}px",
        "diameter": f"{_DIAMETER.get(label.shape, _OTHER_DIAMETER)}px",
        "text-color-internal": _readable_on(label.colour),
        "caption": "'{name}'" if "name" in label.properties else "'{id}'",
    }


def _readable_on(colour: str) -> str:
    """Return black or white, whichever contrasts more with `colour` (WCAG 2.2, relative luminance)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]  # noqa: PLR2004 - of sRGB
    luminance = sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return _DARK if (luminance + 0.05) ** 2 > 1.05 * 0.05 else _LIGHT


def _rule(name: str, values: Mapping[str, str]) -> str:
    return "\n".join([f"{name} {{", *(f"  {key}: {value};" for key, value in values.items()), "}", ""])
