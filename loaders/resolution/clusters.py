"""Sets of records that are one organisation, never joined against what must stay apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class Clusters:
    """Records by number, each at first alone.

    Two that were judged different, or that have different valid 法人番号, never come to be in one cluster, by whatever
    way. Joins are tried in the order in which they are asked for, so the caller puts them in order of authority.

    Parameters
    ----------
    numbers
        Valid 法人番号 of each record, or None.
    places
        Municipality of each record, or None.
    apart
        Pairs of records that were judged different.
    """

    def __init__(
        self, numbers: Sequence[str | None], places: Sequence[str | None], apart: Iterable[tuple[int, int]] = ()
    ) -> None:
        self._parents = list(range(len(numbers)))
        self._sizes = [1] * len(numbers)
        self._numbers = list(numbers)
        self._places = [frozenset([place]) if place else frozenset() for place in places]
        self._enemies: dict[int, set[int]] = {}
        for left, right in apart:
            self._enemies.setdefault(left, set()).add(right)
            self._enemies.setdefault(right, set()).add(left)

    def root(self, record: int) -> int:
        """Return the record that stands for the cluster of `record`."""
        parents = self._parents
        while parents[record] != record:
            parents[record] = parents[parents[record]]
            record = parents[record]
        return record

    def number(self, record: int) -> str | None:
        """Return the 法人番号 of the cluster of `record`."""
        return self._numbers[self.root(record)]

    def places(self, record: int) -> frozenset[str]:
        """Return the municipalities of the cluster of `record`."""
        return self._places[self.root(record)]

    def may_join(self, left: int, right: int) -> bool:
        """Tell whether nothing forbids that two records are one."""
        a, b = self.root(left), self.root(right)
        if a == b:
            return True
        first, second = self._numbers[a], self._numbers[b]
        return not (first and second and first != second) and not self.judged_apart(a, b)

    def judged_apart(self, left: int, right: int) -> bool:
        """Tell whether two records, or others that are one with them, were judged different."""
        a, b = self.root(left), self.root(right)
        small, large = sorted((a, b), key=lambda root: len(self._enemies.get(root, ())))
        return any(self.root(enemy) == large for enemy in self._enemies.get(small, ()))

    def join(self, left: int, right: int) -> bool:
        """Make two records one where nothing forbids it; tell whether they are one now."""
        if not self.may_join(left, right):
            return False
        # The first in the records' own order stands for all, so that nothing depends on the order of joins.
        a, b = sorted((self.root(left), self.root(right)))
        if a != b:
            self._parents[b] = a
            self._sizes[a] += self._sizes[b]
            self._numbers[a] = self._numbers[a] or self._numbers[b]
            self._places[a] |= self._places[b]
            if b in self._enemies:
                self._enemies.setdefault(a, set()).update(self._enemies.pop(b))
        return True

    def size(self, record: int) -> int:
        """Return how many records the cluster of `record` has."""
        return self._sizes[self.root(record)]
