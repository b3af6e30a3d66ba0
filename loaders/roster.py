"""The nodes that all files state, for what refers to them: ids, names and labels."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.schema import schema
from loaders.borrowed import Borrowed
from loaders.municipalities import by_id
from loaders.names import fold

if TYPE_CHECKING:  # statements themselves name what is known
    from loaders.statements import Statements

_MUNICIPALITY = "Municipality"


@dataclass(frozen=True)
class Roster:
    """The nodes that are stated so far.

    Attributes
    ----------
    labels
        Label of each id.
    named
        The ids that have a name, by the folded name.
    borrowed
        Where nodes are looked up that no file states.
    """

    labels: dict[str, str]
    named: dict[str, dict[str, None]]
    borrowed: Borrowed = field(default_factory=Borrowed)

    @classmethod
    def of(cls, parts: Iterable[Statements], refused: Collection[int], borrowed: Borrowed | None = None) -> Roster:
        """Return the nodes that the rows not in `refused` state."""
        labels: dict[str, str] = {}
        named: dict[str, dict[str, None]] = defaultdict(dict)
        for part in parts:
            if part.table not in schema().labels:
                continue
            ids = part.columns["id"]
            names = part.columns.get("name", [None] * len(ids))
            for row, identifier, name in zip(part.rows, ids, names, strict=True):
                if identifier is None or row in refused:
                    continue
                labels.setdefault(identifier, part.table)
                if name is not None:
                    named[fold(name)][identifier] = None
        return cls(labels, named, borrowed or Borrowed())

    def look_up(self, ids: Iterable[str]) -> None:
        """Add those of `ids` that no file states and that are known elsewhere."""
        missing = {identifier for identifier in ids if identifier and self.label(identifier) is None}
        for label, records in self.borrowed.records(missing).items():
            for record in records:
                self.labels[str(record["id"])] = label

    def label(self, identifier: str) -> str | None:
        """Return the label of an id, also of a municipality of the reference; None when nobody states it."""
        found = self.labels.get(identifier)
        return found or (_MUNICIPALITY if by_id(identifier) else None)

    def ids(self, text: str) -> Collection[str]:
        """Return the ids that a text stands for: itself when it is one, else those of that name."""
        return (text,) if self.label(text) else self.named.get(fold(text), ())
