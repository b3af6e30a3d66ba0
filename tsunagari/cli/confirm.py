"""Asking before something is changed."""

from __future__ import annotations

import sys

from rich.console import Console

from graph.errors import QueryError
from graph.language import Catalogue
from graph.store import Store

_YES = {"y", "yes", "はい"}


class NotConfirmed(QueryError):
    """A query that may write was not to be run, or nobody could be asked."""

    package = "tsunagari"


def check_terminal() -> None:
    """Make sure that there is somebody to ask.

    Raises
    ------
    NotConfirmed
        When standard input is no terminal.
    """
    if not sys.stdin.isatty():
        raise NotConfirmed("nobody_to_ask")


def confirm(store: Store) -> None:
    """Ask whether the database may be changed.

    Raises
    ------
    NotConfirmed
        When the answer is not yes.
    """
    address = ":".join(map(str, store.driver.get_server_info().address[:2]))
    question = Catalogue("tsunagari").text("confirm.write", database=store.database, address=address)
    console = Console(stderr=True, highlight=False, markup=False)
    try:
        given = console.input(f"{question} ")
    except EOFError:
        given = ""
    if given.strip().lower() not in _YES:
        raise NotConfirmed("not_confirmed")
