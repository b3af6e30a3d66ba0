"""The report of issues as a page: one HTML file without any script."""

from __future__ import annotations

import datetime as dt

from graph.language import Catalogue, Language
from loaders import Loaded
from loaders.summary import Kind, kinds, place
from viz import blocks
from viz.page import environment

STYLES = ("page", "table", "issues", "print")
"""Styles of the page, of those under ``assets/css``."""
_SHOWN_OF_A_KIND = 500


def render(loaded: Loaded, *, language: Language = "ja", made_on: dt.date | None = None) -> str:
    """Return the report of what was read as HTML.

    Parameters
    ----------
    loaded
        What was read, with its issues.
    language
        Of the page.
    made_on
        The day it says it was made; by default today.
    """
    styles = blocks.styles(STYLES)
    words = {package: Catalogue(package) for package in ("loaders", "viz")}

    def say(key: str, /, **values: object) -> str:
        filled = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
        return words["viz"].text(key, **filled).to(language)

    html = (
        environment()
        .get_template("issues.html.j2")
        .render(
            policy=blocks.policy((), styles),
            styles=styles,
            language=language,
            say=say,
            column=lambda name: words["loaders"].text(f"columns.{name}").to(language),
            severity=lambda name: words["loaders"].text(f"severities.{name}").to(language),
            place=lambda issue: place(issue).to(language),
            same=lambda kind, name: _same(kind, name, language),
            kinds=kinds(loaded.issues),
            loaded=loaded,
            most=_SHOWN_OF_A_KIND,
            made_on=made_on or dt.datetime.now().astimezone().date(),
        )
    )
    # A lone surrogate in a value cannot be written; it shows as a question mark.
    return html.encode("utf-8", errors="replace").decode()


def _same(kind: Kind, name: str, language: Language) -> str | None:
    """Return what all issues of a kind say, so that it is said once; None when they differ."""
    said = {getattr(issue, name).to(language) for issue in kind.issues}
    return said.pop() if len(said) == 1 else None
