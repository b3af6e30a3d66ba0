"""Sentences on standard error: what was done, and what is to be done."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from graph.language import Catalogue
from loaders import Issue, Loaded
from tsunagari.cli.issues import listing, summary


def say(key: str, /, **values: object) -> None:
    """Print a sentence of the catalogue's ``messages``."""
    text = Catalogue("tsunagari").text(f"messages.{key}", **values)
    Console(stderr=True, highlight=False, soft_wrap=True).print(str(text), markup=False)


def say_each(issues: Sequence[Issue], more: str) -> None:
    """Print issues with what is wrong and what to do; `more` says what to do about all of them."""
    if issues:
        Console(stderr=True, highlight=False, soft_wrap=True).print(listing(issues), markup=False, end="")
        say(more)


def say_issues(issues: Sequence[Issue]) -> None:
    """Print what kinds of issues there are, and where the whole list is to be had."""
    if issues:
        Console(stderr=True, highlight=False, soft_wrap=True).print(summary(issues), markup=False)
        say("more_issues")


def say_taken(loaded: Loaded) -> None:
    """Print which layout each file was taken for; the program's own needs no word."""
    for taken in loaded.taken:
        if taken.format is not None:
            say("taken", file=taken.file, format=taken.format.name, key=taken.format.key)
