"""Graphs in XML, written: elements, attributes and only the characters that XML allows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from xml.sax.saxutils import escape

from graph.language import Text
from loaders.formats.writing import noted

# Characters of XML 1.0 (fifth edition), production 2.
_NOT_ALLOWED = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Written as they are, a reader would make spaces or other line breaks of them.
_BLANKS = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;", '"': "&quot;"}
_MOST_SHOWN = 20


class Markup:
    """The lines of an XML document, and which characters had to be left out of it."""

    def __init__(self) -> None:
        self.lines = ["<?xml version='1.0' encoding='utf-8'?>"]
        self._cleaned: Counter[tuple[str, str]] = Counter()

    def open(self, depth: int, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element."""
        self.lines.append(f"{'  ' * depth}<{name}{_listed(attributes)}>")

    def close(self, depth: int, name: str) -> None:
        """End an element."""
        self.lines.append(f"{'  ' * depth}</{name}>")

    def empty(self, depth: int, name: str, attributes: Mapping[str, str], content: str | None = None) -> None:
        """Write an element that holds nothing but text."""
        if content is None:
            self.lines.append(f"{'  ' * depth}<{name}{_listed(attributes)}/>")
        else:
            inner = escape(content, {"\r": "&#13;"})
            self.lines.append(f"{'  ' * depth}<{name}{_listed(attributes)}>{inner}</{name}>")

    def clean(self, text: str, owner: str, column: str) -> str:
        """Return `text` without characters that no XML document can hold, and remember whose they were."""
        cleaned, count = _NOT_ALLOWED.subn("", text)
        if count:
            self._cleaned[_NOT_ALLOWED.sub("", owner), column] += count
        return cleaned

    def data(self) -> bytes:
        """Return the document."""
        return "\n".join([*self.lines, ""]).encode()

    def notes(self) -> list[Text]:
        """Return whose texts have lost characters, a sentence each."""
        told = [
            noted("cleaned", id=owner, column=column, count=count)
            for (owner, column), count in list(self._cleaned.items())[:_MOST_SHOWN]
        ]
        more = len(self._cleaned) - len(told)
        return [*told, *([noted("cleaned_more", count=more)] if more else [])]


def _listed(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value, _BLANKS)}"' for name, value in attributes.items())
