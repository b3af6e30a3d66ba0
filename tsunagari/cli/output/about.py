"""What a table says of itself, so that a figure in it can be traced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.language import Catalogue
from graph.store import State
from queries.plain import as_json


@dataclass(frozen=True)
class About:
    """Where an answer comes from.

    Attributes
    ----------
    title
        Name of a query of the library, or nothing.
    asked
        When the query was run.
    server
        Name and version of the server, and `database` its address and the database there.
    cut
        After how many rows the answer was cut, or None.
    """

    title: str
    cypher: str
    parameters: Mapping[str, object]
    asked: dt.datetime
    database: str
    server: str
    state: State
    cut: int | None = None

    def lines(self) -> dict[str, str]:
        """Return what there is to say, by its name in the current language."""
        catalogue = Catalogue("tsunagari")
        said = {
            "title": self.title,
            "asked": _minute(self.asked),
            "known_on": "" if self.state.known_on is None else self.state.known_on.isoformat(),
            "loaded": "" if self.state.loaded is None else _minute(self.state.loaded),
            "database": f"{self.database} ({self.server})",
            "parameters": "\n".join(f"{name} = {as_json(value)}" for name, value in self.parameters.items()),
            "cut": "" if self.cut is None else str(catalogue.text("about.first", count=f"{self.cut:,}")),
            "query": self.cypher,
        }
        names = {
            "title": catalogue.text("about.title"),
            "asked": catalogue.text("about.asked"),
            "known_on": catalogue.text("about.known_on"),
            "loaded": catalogue.text("about.loaded"),
            "database": catalogue.text("about.database"),
            "parameters": catalogue.text("about.parameters"),
            "cut": catalogue.text("about.cut"),
            "query": catalogue.text("about.query"),
        }
        return {str(names[key]): text for key, text in said.items() if text}


Told = Callable[[], About]
"""Tells where a table comes from, once its last row has been read."""


def _minute(time: dt.datetime) -> str:
    return time.astimezone().strftime("%Y-%m-%d %H:%M %z")
