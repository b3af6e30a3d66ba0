"""What the shell offers while somebody types: names of the live schema, of the library, and its own commands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

import queries
from graph.inventory import Names
from graph.language import Text
from graph.schema import schema

_COMMAND = re.compile(r"^:\w*$")
_QUERY = re.compile(r"^:run\s+(\S*)$")
_TYPE = re.compile(r"\[\s*\w*\s*:[^\]]*?(\w*)$")
_LABEL = re.compile(r"[:|&!]\s*(\w*)$")
_PROPERTY = re.compile(r"\w\.(\w*)$|\{[^}]*?(\w*)$")


class SchemaCompleter(Completer):
    """Completes by what stands before the cursor: a type in brackets, a label after a colon, a property after a dot."""

    def __init__(self, known: Names, commands: Iterable[str]) -> None:
        described = schema()
        self._labels = _described(known.labels, {key: label.name for key, label in described.labels.items()})
        self._types = _described(known.types, {key: kind.name for key, kind in described.relationships.items()})
        properties = {key: said.name for table in described.tables for key, said in table.properties.items()}
        self._properties = _described(known.properties, properties)
        self._queries = {query.name: str(query.title) for query in queries.catalog().values()}
        self._commands = dict.fromkeys(commands, "")

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:  # noqa: ARG002 - the interface's
        """Yield what may follow."""
        before = document.text_before_cursor
        if _COMMAND.match(before):
            yield from _offered(self._commands, before)
            return
        asked = _QUERY.match(before)
        if asked:
            yield from _offered(self._queries, asked[1])
            return
        for pattern, names in ((_TYPE, self._types), (_LABEL, self._labels), (_PROPERTY, self._properties)):
            found = pattern.search(before)
            if found:
                yield from _offered(names, found[1] or found[found.lastindex or 1] or "")
                return


def _described(names: Iterable[str], known: Mapping[str, Text]) -> dict[str, str]:
    return {name: str(known[name]) if name in known else "" for name in names}


def _offered(names: Mapping[str, str], begun: str) -> Iterator[Completion]:
    for name, meaning in names.items():
        short = name.split("/")[-1]
        if name.lower().startswith(begun.lower()) or short.lower().startswith(begun.lower()):
            yield Completion(name, start_position=-len(begun), display_meta=meaning)
