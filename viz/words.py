"""Words of the page: sentences and the schema's names, in both languages, exchanged without reloading."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape

from graph.language import LANGUAGES, Catalogue, Language, Text
from graph.schema import Property, Schema, schema
from viz.table import Nodes

_ELSEWHERE = ("errors.", "issues.", "split.", "answer.")


class Words:
    """Every sentence and name the page can say, and the markup by which its script exchanges them.

    Parameters
    ----------
    language
        The language in which the page opens.
    nodes
        The nodes that sentences can name.
    """

    def __init__(self, language: Language, nodes: Nodes) -> None:
        self.language: Language = language
        self.nodes = nodes
        self.texts: dict[str, Text] = dict(_sentences()) | dict(_names(schema()))

    def entries(self) -> dict[str, list[str]]:
        """Return all texts as columns: their keys, and what each is in either language."""
        return {
            "keys": list(self.texts),
            **{code: [text.to(code) for text in self.texts.values()] for code in LANGUAGES},
        }

    def plain(self, key: str, /, **values: object) -> str:
        """Return the sentence `key` in the page's first language, its fields filled from `values`."""
        return self.texts[key].to(self.language).format(**{name: self._shown(v) for name, v in values.items()})

    def t(self, key: str, /, **values: object) -> Markup:
        """Return an element that shows the sentence `key` in whichever language is chosen."""
        return Markup('<span data-t="{}"{}>{}</span>').format(key, _values(values), self.plain(key, **values))

    def _shown(self, value: object) -> object:
        """Return a value as a sentence shows it; ``{"node": 3}`` is the name of that node."""
        if isinstance(value, dict):
            return self.nodes.names[value["node"]].to(self.language)
        return f"{value:,}" if isinstance(value, int) else value

    def attributes(self, **keys: str) -> Markup:
        """Return attributes (``aria_label="key"``) that the page's script exchanges too."""
        pairs = {name.replace("_", "-"): key for name, key in keys.items()}
        shown = Markup("").join(Markup(' {}="{}"').format(name, self.plain(key)) for name, key in pairs.items())
        return Markup(' data-attributes="{}"').format(json.dumps(pairs)) + shown

    def name(self, number: int) -> Markup:
        """Return an element that shows a node's name."""
        return Markup('<bdi data-node="{}">{}</bdi>').format(number, self.nodes.names[number].to(self.language))

    def link(self, number: int) -> Markup:
        """Return a button that chooses a node."""
        return Markup('<button type="button" class="link" data-choose="{}">{}</button>').format(
            number, self.name(number)
        )


def _values(values: Mapping[str, object]) -> Markup:
    if not values:
        return Markup("")
    return Markup(' data-values="{}"').format(escape(json.dumps(values, ensure_ascii=False)))


def _sentences() -> Iterator[tuple[str, Text]]:
    """Yield what the page says; what the program says of the page, or another page, stays out of it."""
    japanese, english = (Catalogue("viz").entries(code) for code in ("ja", "en"))
    for key, sentence in japanese.items():
        if not key.startswith(_ELSEWHERE):
            yield key, Text(sentence, english[key])


def _names(described: Schema) -> Iterator[tuple[str, Text]]:
    for label in described.labels.values():
        yield f"label.{label.key}", label.name
        yield from _properties(label.key, label.properties)
    for kind in described.relationships.values():
        yield f"type.{kind.key}", kind.name
        yield from _properties(kind.key, kind.properties)


def _properties(table: str, properties: Mapping[str, Property]) -> Iterator[tuple[str, Text]]:
    for described in properties.values():
        if described.internal:
            continue
        yield f"property.{table}.{described.key}", described.name
        for value, name in (described.choices or {}).items():
            yield f"value.{table}.{described.key}.{value}", name
