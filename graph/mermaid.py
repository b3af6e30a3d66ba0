"""Labels and what ties them as a diagram in Mermaid, which GitHub and documentation sites draw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

Tie = tuple[str, str, str]
"""The box where the arrow starts, what it says, and the box where it ends."""


def flowchart(boxes: Mapping[str, Sequence[str]], ties: Iterable[Tie], colours: Mapping[str, str]) -> str:
    """Return boxes and the arrows between them.

    Parameters
    ----------
    boxes
        The lines that stand in each box, by a key.
    ties
        The arrows; those of keys without a box are left out.
    colours
        Of the outlines of boxes.

    Examples
    --------
    >>> print(flowchart({"Theme": ["テーマ", "Theme"]}, [("Theme", "BROADER", "Theme")], {"Theme": "#009E73"}))
    flowchart LR
      n0["テーマ<br/>Theme"]
      n0 -->|"BROADER"| n0
      style n0 stroke:#009E73,stroke-width:3px
    """
    return "\n".join(_lines(boxes, ties, colours))


def _lines(boxes: Mapping[str, Sequence[str]], ties: Iterable[Tie], colours: Mapping[str, str]) -> Iterator[str]:
    places = {key: f"n{i}" for i, key in enumerate(boxes)}
    yield "flowchart LR"
    for key, lines in boxes.items():
        yield f'  {places[key]}["{"<br/>".join(map(_text, lines))}"]'
    for start, says, end in ties:
        if start in places and end in places:
            yield f'  {places[start]} -->|"{_text(says)}"| {places[end]}'
    for key, place in places.items():
        if key in colours:
            yield f"  style {place} stroke:{colours[key]},stroke-width:3px"


def _text(text: str) -> str:
    """Return `text` for between quotes; what could end them or be a tag is written as a code."""
    return "".join(f"#{ord(c)};" if c in '"<>&#`\\' else c for c in text)
