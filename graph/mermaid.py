"""The schema as a diagram in Mermaid, which GitHub and documentation sites draw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Tie = tuple[str, str, str]
"""Label of the start, what the arrow says, label of the end."""


def flowchart(labels: Mapping[str, str], ties: Iterable[Tie]) -> str:
    """Return boxes and the arrows between them.

    Parameters
    ----------
    labels
        What stands in the box of each label.
    ties
        The arrows; those of labels without a box are left out.

    Examples
    --------
    >>> print(flowchart({"Theme": "Theme<br>テーマ"}, [("Theme", "BROADER", "Theme")]))
    flowchart LR
      Theme["Theme<br>テーマ"]
      Theme -->|BROADER| Theme
    """
    boxes = [f'  {label}["{text.replace(chr(34), "#quot;")}"]' for label, text in labels.items()]
    arrows = [f"  {start} -->|{name}| {end}" for start, name, end in ties if start in labels and end in labels]
    return "\n".join(["flowchart LR", *boxes, *arrows])
