"""Which values a parameter may have: a few that are listed, or those of nodes in the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.language import Text
from graph.schema import Label, schema


@dataclass(frozen=True)
class Listed:
    """A fixed few, each with the name that people see: a list of the header, or an enumeration of the schema."""

    names: Mapping[str, Text]

    def key(self, text: str) -> str | None:
        """Return the value that `text` stands for: itself, or its name in either language; None for no value."""
        if text in self.names:
            return text
        return next((key for key, name in self.names.items() if text in {name.ja, name.en}), None)


@dataclass(frozen=True)
class Stored:
    """What a property of nodes in the database holds; people may as well give a node's id or name."""

    label: str
    key: str


Values = Listed | Stored


def values(entry: object) -> Values:
    """Read ``values`` of a header: a list, or ``Label.property`` of the schema.

    Raises
    ------
    ValueError
        When it is neither.

    Examples
    --------
    >>> values("Theme.name")
    Stored(label='Theme', key='name')
    >>> values("Collaboration.status").key("終了")
    'ended'
    """
    if isinstance(entry, list) and entry and all(isinstance(item, str) for item in entry):
        return Listed({item: Text(item, item) for item in entry})
    table_key, _, key = str(entry).partition(".")
    if not schema().has(table_key) or key not in schema().table(table_key).properties:
        raise ValueError(entry)
    table = schema().table(table_key)
    choices = table.properties[key].choices
    if choices is not None:
        return Listed(choices)
    if not isinstance(table, Label) or table.properties[key].type != "string":
        raise ValueError(entry)
    return Stored(table_key, key)
