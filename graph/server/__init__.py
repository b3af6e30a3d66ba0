"""The managed local Neo4j, used when NEO4J_URI is not set.

`connection` is what the rest of the program asks for; `Server` is what ``tsunagari neo4j`` commands.
"""

from __future__ import annotations

from graph.connection import Connection
from graph.progress import SILENT, Progress
from graph.server.managed import Server, Status
from graph.settings import Settings

__all__ = ["Server", "Status", "connection"]


def connection(settings: Settings, progress: Progress = SILENT) -> Connection:
    """Return how to reach the Neo4j of the settings, the managed one started when needed.

    Parameters
    ----------
    settings
        Whose NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE are taken where the first is set.
    progress
        Told how far the download and the start of the managed server are.

    Raises
    ------
    ServerError
        When the managed server cannot be fetched or started.
    """
    if settings.uri is None:
        return Server(settings).start(progress)
    secret = settings.password.get_secret_value()
    return Connection(settings.uri, settings.username, secret, settings.database)
