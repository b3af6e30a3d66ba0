"""Explore who works with whom: ask the database, analyse, and write one offline page.

What a notebook uses, most often as ``import tsunagari as tg``. It reads, and writes nothing but a saved page.
"""

from tsunagari.notebook import (
    Database,
    Findings,
    Page,
    bridges,
    connect,
    findings,
    gaps,
    issues,
    network,
    organisations_network,
    page,
    query,
    read,
    themes,
)

__all__ = [
    "Database",
    "Findings",
    "Page",
    "bridges",
    "connect",
    "findings",
    "gaps",
    "issues",
    "network",
    "organisations_network",
    "page",
    "query",
    "read",
    "themes",
]

__version__ = "0.1.0"
