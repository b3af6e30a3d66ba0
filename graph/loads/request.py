"""What a load brings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.keys import Row, Rows
from graph.loads.journal import ReadFile


@dataclass(frozen=True)
class Request:
    """What a load brings.

    Attributes
    ----------
    says
        What each source says, by its id.
    unsourced
        Rows that name no source. What stands in the database just so, and is nobody's, stays nobody's.
    default
        The record of the source that states the other unsourced rows.
    tables
        The tables that the files of a source have; None, or a source left out: all that it says.
    by
        Who loads.
    first
        Sources that come before all others where two say different things.
    everything
        Whether all that no row of these sources states is to go, whoever said it.
    partial
        Whether rows were refused, so that nothing is taken for gone: a row that could not be read is not in `says`.
    """

    says: Mapping[str, Rows]
    by: str
    unsourced: Rows = field(default_factory=dict)
    default: Row | None = None
    files: tuple[ReadFile, ...] = ()
    rows: int = 0
    loaded: int = 0
    refused: int = 0
    tables: Mapping[str, frozenset[str] | None] = field(default_factory=dict)
    first: frozenset[str] = frozenset()
    everything: bool = False
    partial: bool = False
    today: dt.date = field(default_factory=dt.date.today)

    @property
    def sources(self) -> list[str]:
        """The sources of which this is an edition."""
        default = [] if self.default is None else [str(self.default["id"])]
        return list(dict.fromkeys((*self.says, *default)))

    def properties(self) -> dict[str, object]:
        """Return what the journal says of it."""
        return {
            "by": self.by,
            "sources": self.sources,
            "files": [file.name for file in self.files],
            "sha256": [file.sha256 for file in self.files],
            "first": sorted(self.first),
            "rows": self.rows,
            "loaded": self.loaded,
            "refused": self.refused,
        }
