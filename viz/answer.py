"""The answer to a query as a page: tables and where they come from, without any script."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.language import Catalogue, Language
from viz import blocks
from viz.page import environment

STYLES = ("page", "table", "issues", "answer", "print")
"""Styles of the page, of those under ``assets/css``."""
_AT_ONCE = 500


@dataclass(frozen=True)
class Part:
    """A table with its title, if it has one; rows are read once, and `numeric` tells which columns hold numbers."""

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[object]]
    numeric: Sequence[bool]


def render(
    parts: Sequence[Part],
    about: Callable[[], Mapping[str, str]],
    *,
    language: Language = "ja",
    made_on: dt.date | None = None,
) -> Iterator[bytes]:
    """Yield the page in UTF-8, piece by piece, while the rows come.

    Parameters
    ----------
    about
        Tells where the tables come from, as names and texts; called when the last row has been read.
    language
        Of the page.
    made_on
        The day it says it was made; by default today.
    """
    styles, words = blocks.styles(STYLES), Catalogue("viz")
    page = (
        environment()
        .get_template("answer.html.j2")
        .stream(
            policy=blocks.policy((), styles),
            styles=styles,
            language=language,
            say=lambda key, **values: words.text(key, **values).to(language),
            parts=parts,
            about=about,
            made_on=made_on or dt.datetime.now().astimezone().date(),
        )
    )
    page.enable_buffering(_AT_ONCE)
    for text in page:
        # A lone surrogate in a value cannot be written; it shows as a question mark.
        yield text.encode("utf-8", errors="replace")
