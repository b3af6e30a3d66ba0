"""The commands that serve Neo4j's own tools: how to connect, a style, favourites, a role that reads."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

import queries
from graph.connection import Connection
from graph.language import Catalogue
from graph.schema import schema
from graph.server import Server, connection
from graph.settings import settings
from tsunagari import neo4j_tools
from tsunagari.cli.messages import say
from tsunagari.cli.options import Form, Out
from tsunagari.cli.output import emit, write
from tsunagari.cli.progress import Steps

File = Annotated[Path, typer.Argument(metavar="FILE")]


def connect_info(
    show_password: Annotated[bool, typer.Option("--show-password")] = False, form: Form = None, out: Out = None
) -> None:
    """Show how other tools reach the database; the password itself only when asked for."""
    found = settings()
    with Steps() as steps:
        reached = connection(found, steps)
    where = "NEO4J_PASSWORD" if found.uri else str(Server(found).status().password_file)
    shown = {"uri": reached.uri, "username": reached.username, "database": reached.database, "passwordFile": where}
    if show_password:
        shown["password"] = reached.password
    if form is None and out is None:
        write(_told(reached, shown), None)
    else:
        emit(pd.DataFrame([shown]), form, out)


def style(file: File) -> None:
    """Write the schema's colours and captions as a style of Neo4j Browser."""
    write(neo4j_tools.grass(schema()), file)
    say("style_written", path=file)


def favourites(file: File) -> None:
    """Write the query library as a script for Neo4j Browser and cypher-shell."""
    library = queries.catalog().values()
    write(neo4j_tools.favourites(library), file)
    say("favourites_written", path=file, count=len(library))


def roles(file: File) -> None:
    """Write a script that makes a role which only reads, for Enterprise and Aura."""
    write(neo4j_tools.roles(schema(), settings().database), file)
    say("roles_written", path=file)


def _told(reached: Connection, shown: dict[str, str]) -> str:
    """Return what to type where, as text."""
    catalogue = Catalogue("tsunagari")
    scheme, _, address = reached.uri.partition("://")
    values = {"uri": reached.uri, "username": reached.username, "database": reached.database}
    lines = [f"{catalogue.text(f'columns.{key}')}: {value}" for key, value in shown.items()]
    told = catalogue.text("connect.tools", **values, scheme=f"{scheme}://", address=address)
    return "\n".join([*lines, "", str(told)])
