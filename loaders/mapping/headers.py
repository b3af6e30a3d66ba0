"""The headers of a table, by the names that a mapping gives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase

from loaders.names import fold


class Headers:
    """Where columns stand: each under its own name, else under the first of its aliases that is there.

    Parameters
    ----------
    written
        The headers of the file.
    aliases
        Further headers of a column, by its name.
    optional
        Patterns of columns that may be missing.
    others
        Positions by further folded names that the file itself gives.
    """

    def __init__(
        self,
        written: Sequence[str],
        aliases: Mapping[str, Sequence[str]] | None = None,
        optional: Sequence[str] = (),
        others: Mapping[str, int] | None = None,
    ) -> None:
        folded = [fold(header) for header in written]
        own = {name: position for position, name in reversed(list(enumerate(folded)))}
        self._positions = {**(others or {}), **own}
        self._counts = Counter(folded)
        self._aliases = {fold(name): tuple(map(fold, others)) for name, others in (aliases or {}).items()}
        self._optional = tuple(map(fold, optional))

    def position(self, name: str) -> int | None:
        """Return the position of a column, or None when it is not there."""
        return self._positions.get(self._written(name))

    def is_twice(self, name: str) -> bool:
        """Tell whether the header of a column stands more than once."""
        return self._counts[self._written(name)] > 1

    def may_lack(self, name: str) -> bool:
        """Tell whether a column may be missing."""
        return is_matched(name, self._optional)

    def _written(self, name: str) -> str:
        own = fold(name)
        return next((each for each in (own, *self._aliases.get(own, ())) if each in self._positions), own)


def is_matched(header: str, patterns: Sequence[str]) -> bool:
    """Tell whether a header is one of the patterns."""
    return any(fnmatchcase(fold(header), fold(pattern)) for pattern in patterns)
