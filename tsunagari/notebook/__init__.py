"""What a notebook uses; `tsunagari` itself exports all of it."""

from tsunagari.notebook.answers import bridges, gaps, network, organisations_network, query, themes
from tsunagari.notebook.database import Database
from tsunagari.notebook.default import connect
from tsunagari.notebook.files import issues, read
from tsunagari.notebook.findings import Findings, findings
from tsunagari.notebook.page import Page, page

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
