"""Text in the two languages of the program, Japanese and English."""

from __future__ import annotations

import locale
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, Self, get_args

import yaml

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

_current: ContextVar[Language | None] = ContextVar("language", default=None)


@dataclass(frozen=True)
class Text:
    """One sentence or name in both languages; ``str()`` gives the current one.

    Examples
    --------
    >>> Text("組織", "Organisation").to("en")
    'Organisation'
    """

    ja: str
    en: str

    def to(self, language: Language) -> str:
        """Return the text in the given language."""
        return self.ja if language == "ja" else self.en

    def format(self, **values: object) -> Self:
        """Fill ``{name}`` fields; a value that is itself a Text is filled in its own language."""
        return type(self)(
            self.ja.format(**{k: _render(v, "ja") for k, v in values.items()}),
            self.en.format(**{k: _render(v, "en") for k, v in values.items()}),
        )

    def __str__(self) -> str:
        return self.to(language())


class Catalogue:
    """The sentences of one package, from its ``locale/ja.yaml`` and ``locale/en.yaml``.

    Parameters
    ----------
    package
        Import name of the package that holds the two files.
    """

    def __init__(self, package: str) -> None:
        self.package = package
        self._entries = {code: _load(package, code) for code in LANGUAGES}

    def keys(self) -> set[str]:
        """Return the keys that both languages have."""
        return set(self._entries["ja"]) & set(self._entries["en"])

    def has(self, key: str) -> bool:
        """Tell whether both languages have the sentence `key`."""
        return all(key in entries for entries in self._entries.values())

    def entries(self, code: Language) -> dict[str, str]:
        """Return every sentence of one language by its dotted key."""
        return dict(self._entries[code])

    def text(self, key: str, /, **values: object) -> Text:
        """Return the sentence `key`, its ``{name}`` fields filled from `values`.

        Raises
        ------
        KeyError
            When either language lacks the key.
        """
        return Text(self._entries["ja"][key], self._entries["en"][key]).format(**values)


def language() -> Language:
    """Return the current language: the one set, else the locale's, else English."""
    return _current.get() or _from_locale()


def set_language(code: Language | None) -> None:
    """Set the current language; None gives it back to the locale."""
    _current.set(code)


def _from_locale() -> Language:
    name = locale.setlocale(locale.LC_CTYPE) or ""
    return "ja" if name.lower().startswith("ja") else "en"


def _render(value: object, code: Language) -> object:
    return value.to(code) if isinstance(value, Text) else value


@cache
def _load(package: str, code: Language) -> dict[str, str]:
    file = resources.files(package) / "locale" / f"{code}.yaml"
    return _flatten(yaml.safe_load(file.read_text(encoding="utf-8")))


def _flatten(tree: dict[str, object], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in tree.items():
        path = f"{prefix}{key}"
        flat |= _flatten(value, f"{path}.") if isinstance(value, dict) else {path: str(value)}
    return flat
