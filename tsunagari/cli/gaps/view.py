"""What a view of the gaps is asked, and what it answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tsunagari.cli.output import Frames

Sentence = tuple[str, Mapping[str, object]]
"""Key of the catalogue's ``messages``, and its values."""


@dataclass(frozen=True)
class Asked:
    """The options of the command that views look at."""

    wards: bool
    unknown: bool
    as_of: dt.date
    without: Sequence[str]
    without_governments: bool
    draws: int


@dataclass(frozen=True)
class View:
    """Tables, and sentences that say what they mean.

    Attributes
    ----------
    hidden, brief
        Columns that are left out, as `tsunagari.cli.output.emit` takes them.
    whole
        Tables of which every row is shown, however few are asked for.
    """

    tables: Frames
    hidden: Sequence[str]
    brief: Sequence[str]
    sentences: Sequence[Sentence]
    whole: Sequence[str] = ()
