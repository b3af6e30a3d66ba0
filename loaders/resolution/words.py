"""General words in names of organisations, from ``words.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def words(kind: str) -> Any:
    """Return the words of one kind, as they stand in ``words.yaml``."""
    return _file()[kind]


def choice(items: Iterable[str]) -> str:
    """Return a regular expression for any of `items`, the longest first."""
    return "|".join(re.escape(item) for item in sorted(items, key=lambda item: (-len(item), item)))


@cache
def _file() -> Mapping[str, Any]:
    text = (resources.files("loaders.resolution") / "words.yaml").read_text(encoding="utf-8")
    read: Mapping[str, Any] = yaml.safe_load(text)
    return read
