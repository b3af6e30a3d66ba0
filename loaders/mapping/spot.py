"""A place in a mapping file, so that whatever is wrong there can be named."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from graph.errors import MappingError
from loaders.issues import shown
from loaders.names import hint

_TRUTH = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(frozen=True)
class Spot:
    """What stands at one place of a mapping file.

    Attributes
    ----------
    place
        The way to it, such as ``tables 1 › nodes 2 › id``.
    content
        A text, a list or a mapping; all scalars are texts.
    """

    file: str
    place: str
    content: Any

    def fail(self, kind: str, **values: object) -> NoReturn:
        """Raise what is wrong here."""
        raise MappingError(kind, file=self.file, place=self.place or "/", **values)

    def has(self, key: str) -> bool:
        """Tell whether the mapping here has `key`."""
        return key in self.content

    def at(self, key: str) -> Spot:
        """Return the spot below `key`, which has to be there."""
        if key not in self.content:
            self.fail("mapping_lacks", key=key)
        return Spot(self.file, f"{self.place} › {key}" if self.place else key, self.content[key])

    def maybe(self, key: str) -> Spot | None:
        """Return the spot below `key`, or None when there is none."""
        return self.at(key) if key in self.content else None

    def keyed(self, allowed: Collection[str]) -> Spot:
        """Return this spot, which has to be a mapping with no keys but those allowed."""
        if not isinstance(self.content, dict):
            self.fail("mapping_kind", expected="key: value")
        for key in self.content:
            if key not in allowed:
                self.fail("mapping_key", key=shown(key), hint=hint(str(key), allowed))
        return self

    def text(self) -> str:
        """Return the text here."""
        if not isinstance(self.content, str):
            self.fail("mapping_kind", expected="text")
        return self.content

    def filled(self) -> str:
        """Return the text here, which must not be empty."""
        return self.text() or self.fail("mapping_kind", expected="text")

    def truth(self) -> bool:
        """Return true or false."""
        found = _TRUTH.get(self.text().lower())
        return self.fail("mapping_kind", expected="true / false") if found is None else found

    def number(self) -> int:
        """Return a number from 1."""
        text = self.text()
        if not (text.isascii() and text.isdigit() and len(text) < len("1000000000") and int(text) > 0):
            self.fail("mapping_kind", expected="1, 2, 3 …")
        return int(text)

    def choice(self, allowed: Iterable[str]) -> str:
        """Return the text here, which has to be one of those allowed."""
        text, names = self.text(), list(allowed)
        if text not in names:
            self.fail("mapping_value", value=shown(text), hint=hint(text, names))
        return text

    def items(self) -> Iterator[Spot]:
        """Yield the spots of a list; a single text counts as a list of one."""
        if isinstance(self.content, str):
            yield self
            return
        if not isinstance(self.content, list):
            self.fail("mapping_kind", expected="[list]")
        for number, item in enumerate(self.content, start=1):
            yield Spot(self.file, f"{self.place} {number}", item)

    def entries(self) -> Mapping[str, Spot]:
        """Return the spots of a mapping by key."""
        if not isinstance(self.content, dict):
            self.fail("mapping_kind", expected="key: value")
        return {str(key): self.at(key) for key in self.content}

    def texts(self) -> tuple[str, ...]:
        """Return the texts of a list."""
        return tuple(item.text() for item in self.items())

    def table(self) -> dict[str, str]:
        """Return a mapping of texts to texts."""
        return {key: item.text() for key, item in self.entries().items()}

    def pattern(self) -> re.Pattern[str]:
        """Return the regular expression here."""
        return self.compiled(self.text())

    def compiled(self, text: str) -> re.Pattern[str]:
        """Return a regular expression that stands here, for instance as a key."""
        try:
            return re.compile(text)
        except (re.error, OverflowError, RecursionError) as error:
            return self.fail("mapping_pattern", value=shown(text), reason=error)
