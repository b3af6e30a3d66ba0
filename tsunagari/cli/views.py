"""Commands with several views, of which one is shown at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import typer

from graph.language import Catalogue

# Typer exports it only as an ancestor: BadParameter itself begins its message with words in English.
_Misuse: Any = typer.BadParameter.__mro__[1]


def one_view(context: typer.Context, asked: Mapping[str, bool]) -> str:
    """Return the one option of `asked` that is given, or an empty text when none is."""
    chosen = [option for option, on in asked.items() if on]
    if len(chosen) > 1:
        raise misused(context, "one_view", options=", ".join(chosen))
    return chosen[0] if chosen else ""


def misused(context: typer.Context, key: str, /, **values: object) -> Exception:
    """Return what to raise when a command is used in a way that a sentence of the catalogue's ``usage`` describes."""
    problem: Exception = _Misuse(str(Catalogue("tsunagari").text(f"usage.{key}", **values)), ctx=context)
    return problem
