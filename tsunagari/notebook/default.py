"""The database that is asked where none is named."""

from __future__ import annotations

import atexit
from typing import Any

from pydantic import SecretStr

from graph.language import Language, set_language
from graph.settings import settings
from tsunagari.notebook.database import Database
from tsunagari.notebook.telling import told

_connected: list[Database] = []
"""The one connected last, if any."""


@told()
def connect(
    uri: str | None = None,
    *,
    username: str | None = None,
    password: str | None = None,
    database: str | None = None,
    lang: Language | None = None,
) -> Database:
    """Connect to Neo4j, and ask it from now on.

    `query`, `network`, `gaps` and the others ask the database connected last; without any they connect by themselves,
    as ``connect()`` does.

    Parameters
    ----------
    uri, username, password, database
        By default those of the settings, as for the command line: NEO4J_URI and its companions, or else the managed
        Neo4j, which is started when it is not running (and fetched the first time).
    lang
        ``ja`` or ``en``: the language of names and messages; by default TSUNAGARI_LANG, else the system's.

    Returns
    -------
    Database
        Which a ``with`` statement closes at its end.

    Raises
    ------
    DatabaseError
        When the server cannot be reached, refuses the user, or has no such database; in one sentence.

    Examples
    --------
    >>> with tsunagari.connect() as db:  # doctest: +SKIP
    ...     members = db.query("MATCH (o:Organisation) RETURN o.name AS name, o.memberSince AS since")
    """
    if lang is not None:
        set_language(lang)
    given: dict[str, Any] = {"uri": uri, "username": username, "database": database, "lang": lang}
    if password is not None:
        given["password"] = SecretStr(password)
    chosen = settings().model_copy(update={name: value for name, value in given.items() if value is not None})
    found = Database(chosen)
    with found.asked():
        disconnect()
        _connected.append(found)
    return found


def connected() -> Database:
    """Return the database connected last; connect where there is none."""
    return _connected[-1] if _connected else connect()


@atexit.register
def disconnect() -> None:
    """Close the database connected last; the next question connects by the settings."""
    while _connected:
        _connected.pop().close()
