"""Asking a managed server over Bolt whether it is there."""

from __future__ import annotations

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph.errors import ServerError
from graph.server.configuration import USERNAME, uri
from graph.server.folder import Folder


def answers(port: int, password: str, folder: Folder) -> bool:
    """Tell whether the server answers.

    Raises
    ------
    ServerError
        When it refuses the password.
    """
    try:
        with neo4j.GraphDatabase.driver(uri(port), auth=(USERNAME, password), connection_timeout=5) as driver:
            driver.verify_connectivity()
    except AuthError as error:
        raise ServerError("server_password", file=folder.password) from error
    except (DriverError, Neo4jError, OSError):
        return False
    return True
