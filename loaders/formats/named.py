"""What people call a format, and what it is for, by its key in the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from graph.language import Catalogue, Text


@dataclass(frozen=True)
class Named:
    """A format's key, by which ``--as`` and ``export`` choose it."""

    key: str

    @property
    def name(self) -> Text:
        """What people call it."""
        return Catalogue("loaders").text(f"formats.{self.key}.name")

    @property
    def description(self) -> Text:
        """What it holds, in a sentence."""
        return Catalogue("loaders").text(f"formats.{self.key}.description")
