"""Sentences of the report, in one language."""

from __future__ import annotations

from graph.language import Catalogue, Language
from loaders.issues import Severity


def said(language: Language, key: str, /, **values: object) -> str:
    """Return a sentence of the report."""
    return Catalogue("loaders").text(f"report.{key}", **values).to(language)


def column(language: Language, name: str) -> str:
    """Return the heading of a column."""
    return Catalogue("loaders").text(f"columns.{name}").to(language)


def severity(language: Language, name: Severity) -> str:
    """Return what became of a row."""
    return Catalogue("loaders").text(f"severities.{name}").to(language)
