"""Titles of tables."""

from __future__ import annotations

from graph.language import Catalogue


def title(name: str) -> str:
    """Return what people read above the table `name`."""
    return str(Catalogue("tsunagari").text(f"tables.{name}"))
