"""Opening the shell: the database, the history, the prompt."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from graph.errors import QueryError, ServerError
from graph.server import connection
from graph.settings import settings
from graph.store import Store
from tsunagari.cli.progress import Steps


class NoTerminal(QueryError):
    """A prompt needs somebody who types."""

    package = "tsunagari"


def shell() -> None:
    """Ask the database at a prompt, in read access mode.

    Raises
    ------
    NoTerminal
        When standard input is no terminal.
    """
    if not sys.stdin.isatty():
        raise NoTerminal("shell_terminal")
    # Every command imports this module, and none but this one needs the prompt, which takes a while to load.
    from prompt_toolkit.history import FileHistory  # noqa: PLC0415

    from tsunagari.cli.shell.session import Shell  # noqa: PLC0415

    found = settings()
    with Steps() as steps:
        reached = connection(found, steps)
    with Store.open(reached) as store:
        Shell(store, reached, FileHistory(str(history_file(found.home)))).run()


def history_file(home: Path) -> Path:
    """Return the file of what was typed before, made for its owner alone where there is none.

    Raises
    ------
    ServerError
        When it cannot be written.
    """
    file = home / "shell_history"
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600))
        file.chmod(0o600)
    except OSError as error:
        raise ServerError("server_folder", folder=home, reason=error.strerror or error) from error
    return file
