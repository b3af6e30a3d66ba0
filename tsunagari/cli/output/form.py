"""The forms of a table."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path


class Format(StrEnum):
    """Form of a table."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    JSONL = "jsonl"
    XLSX = "xlsx"
    PARQUET = "parquet"
    MARKDOWN = "markdown"
    HTML = "html"
    GRAPHML = "graphml"


_ENDINGS = {"md": Format.MARKDOWN, "htm": Format.HTML, "ndjson": Format.JSONL}
BINARY = (Format.XLSX, Format.PARQUET)
"""Forms that a terminal cannot show."""
FOR_PEOPLE = (Format.TABLE, Format.XLSX, Format.MARKDOWN, Format.HTML)
"""Forms that people read, so that headings and fixed values are in their language; programs get the keys."""


def chosen(form: Format | None, out: Path | None) -> Format:
    """Return `form`, or else the one that the ending of `out` names, or else a table."""
    ending = out.suffix.lower().removeprefix(".") if out else ""
    named = Format(ending) if ending in set(Format) else _ENDINGS.get(ending, Format.TABLE)
    return form or named
