"""What a format is: it knows its files by their content, and says what they state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from graph.language import Text
from loaders.ledger import Ledger
from loaders.sheets import Sheet
from loaders.statements import Stated


@dataclass(frozen=True)
class Content:
    """A file that has been opened.

    Attributes
    ----------
    file
        What it is called in issues.
    stem, suffix
        Its name without the ending, and the ending in small letters with its dot (``.csv``).
    data
        Its bytes, unpacked.
    sheets
        Its sheets when it is a table (a CSV file is one sheet); none when it is a document such as JSON or XML.
    """

    file: str
    stem: str
    suffix: str
    data: bytes
    sheets: Sequence[Sheet] = ()

    @property
    def name(self) -> str:
        """Its name, also in an archive."""
        return self.stem + self.suffix


class Format(Protocol):
    """A layout of files."""

    @property
    def key(self) -> str:
        """The name by which ``--as`` chooses it."""
        raise NotImplementedError

    @property
    def name(self) -> Text:
        """What people call it."""
        raise NotImplementedError

    @property
    def description(self) -> Text:
        """What it holds, and what becomes of it, in a sentence."""
        raise NotImplementedError

    def recognises(self, content: Content) -> bool:
        """Tell whether the file is of this layout, from its content and never from its name alone."""
        raise NotImplementedError

    def read(self, content: Content, ledger: Ledger) -> Stated:
        """Return what the file states; every row is entered into `ledger` and loaded or refused there.

        Raises
        ------
        FileProblem
            When the file cannot be of this layout.
        """
        raise NotImplementedError
