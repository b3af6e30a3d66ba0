"""Which values a parameter may have: a few that are listed, or those of nodes in the database."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from graph.language import Catalogue, Text
from graph.schema import Label, schema
from loaders.names import fold
from queries.suggestion import either, near, row

_JOINED = re.compile(r"[・、/]|,? or |, ")


@dataclass(frozen=True)
class Listed:
    """A fixed few, each with the name that people see: a list of the header, or an enumeration of the schema."""

    names: Mapping[str, Text]

    def key(self, text: str) -> str | None:
        """Return the value that `text` stands for; None for no value.

        It may be the value itself, its name in either language, or a part of a name that has several (NPO of
        NPO・市民活動団体), whatever the width, case and blanks.
        """
        if text in self.names:
            return text
        for called in (_whole, _parts):
            found = [key for key, name in self.names.items() if fold(text) in called(key, name)]
            if len(found) == 1:
                return found[0]
        return None

    def shown(self) -> Text:
        """Return all names, in a row."""
        return row(self.names.values())

    def near(self, text: str) -> Text | None:
        """Return the names that are like `text`; None when none is."""
        both = {text: name for key, name in self.names.items() for text in (key, name.ja, name.en)}
        found = list(dict.fromkeys(both[text] for text in near(text, both)))
        return Text(either(n.ja for n in found).ja, either(n.en for n in found).en) if found else None


def _whole(key: str, name: Text) -> set[str]:
    return {fold(key), fold(name.ja), fold(name.en)}


def _parts(_: str, name: Text) -> set[str]:
    return {fold(part) for text in (name.ja, name.en) for part in _JOINED.split(text)}


@dataclass(frozen=True)
class Stored:
    """What a property of nodes in the database holds; people may as well give a node's id or name."""

    label: str
    key: str

    def shown(self) -> Text:
        """Return what goes, in words."""
        label = schema().labels[self.label]
        keys = dict.fromkeys(("name", self.key, "id"))
        called = Text(
            "・".join(label.properties[key].name.ja for key in keys),
            " or ".join(label.properties[key].name.en for key in keys),
        )
        return Catalogue("queries").text("values_stored", label=label.name, called=called)


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
