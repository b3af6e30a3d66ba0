"""Commands with several views, of which one is shown at a time."""

from __future__ import annotations

from collections.abc import Mapping

import typer

from graph.language import Catalogue


def one_view(context: typer.Context, asked: Mapping[str, bool]) -> str:
    """Return the one option of `asked` that is given, or an empty text when none is."""
    chosen = [option for option, on in asked.items() if on]
    if len(chosen) > 1:
        raise misused(context, "one_view", options=", ".join(chosen))
    return chosen[0] if chosen else ""


def misused(context: typer.Context, key: str, **values: object) -> typer.BadParameter:
    """Return wrong usage, said by a sentence of the catalogue's ``usage``."""
    return typer.BadParameter(str(Catalogue("tsunagari").text(f"usage.{key}", **values)), ctx=context)
