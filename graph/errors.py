"""What can go wrong, as one tree.

::

    TsunagariError
    ├── SettingsError        a setting has a value that cannot be used
    ├── InputError           a file or folder cannot be read at all
    │   └── MappingError     a mapping file says something impossible
    ├── DatasetError         rows break the schema (holds the violations)
    ├── NetworkError         a network has ties that a measure cannot take
    ├── QueryError           a query is wrong or a parameter is
    ├── OutputError          a result cannot be written
    └── DatabaseError        Neo4j cannot be reached or refuses
        └── ServerError      the managed Neo4j cannot be fetched, started or stopped

Every message is one sentence in Japanese and English that says what is wrong, where, and what to do.
"""

from __future__ import annotations

from typing import ClassVar

from graph.language import Catalogue, Text


class TsunagariError(Exception):
    """Root of the tree; made from a key of its package's catalogue and the values to fill in.

    Parameters
    ----------
    key
        Key of the sentence, below ``errors`` in the catalogue.
    values
        What to fill in.
    """

    package: ClassVar[str] = "graph"

    def __init__(self, key: str, /, **values: object) -> None:
        self.key = key
        self.text: Text = Catalogue(self.package).text(f"errors.{key}", **values)
        super().__init__(key)

    def __str__(self) -> str:
        return str(self.text)

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows in place of a traceback."""
        return [str(self)]


class SettingsError(TsunagariError):
    """A setting has a value that cannot be used."""


class InputError(TsunagariError):
    """A file or folder cannot be read at all."""

    package = "loaders"


class MappingError(InputError):
    """A mapping file says something impossible."""


class DatasetError(TsunagariError):
    """Rows break the schema."""


class NetworkError(TsunagariError):
    """A network has ties that a measure cannot take."""


class QueryError(TsunagariError):
    """A query is wrong or a parameter is."""

    package = "queries"


class OutputError(TsunagariError):
    """A result cannot be written."""


class DatabaseError(TsunagariError):
    """Neo4j cannot be reached or refuses."""


class ServerError(DatabaseError):
    """The managed Neo4j cannot be fetched, started or stopped."""
