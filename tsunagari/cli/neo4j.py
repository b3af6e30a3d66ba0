"""The commands that look after the managed Neo4j."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

from graph.errors import SettingsError
from graph.server import Server
from graph.settings import Settings, settings
from tsunagari.cli.messages import say
from tsunagari.cli.options import Form, Out
from tsunagari.cli.output import emit, write
from tsunagari.cli.progress import Steps

File = Annotated[Path, typer.Argument(metavar="FILE")]


class NotManaged(SettingsError):
    """NEO4J_URI names a server that is not ours to start, stop or dump."""

    package = "tsunagari"


def start() -> None:
    """Start the server."""
    server = _server()
    with Steps() as steps:
        server.start(steps)
    status = server.status()
    say("started", version=status.version, uri=status.uri)


def stop() -> None:
    """Stop the server."""
    server = _server()
    with Steps() as steps:
        steps.start("stop_neo4j")
        ran = server.stop()
    say("stopped" if ran else "not_running")


def status(form: Form = None, out: Out = None) -> None:
    """Show how the server stands."""
    emit(pd.DataFrame([asdict(_server().status())]), form, out)


def logs(lines: Annotated[int, typer.Option("--lines", "-n", min=1)] = 20) -> None:
    """Show the end of the log."""
    write("".join(f"{line}\n" for line in _server().log_lines(lines)), None)


def dump(file: File, overwrite: Annotated[bool, typer.Option("--overwrite")] = False) -> None:
    """Write the database to a file."""
    server = _server()
    with Steps() as steps:
        steps.start("dump")
        server.dump(file, overwrite)
    say("dumped", path=file.resolve(), size=f"{file.stat().st_size / 1_000_000:.1f}")


def restore(file: File) -> None:
    """Put a dump back."""
    server = _server()
    with Steps() as steps:
        steps.start("restore")
        server.restore(file)
    say("restored", path=file.resolve())


def _server() -> Server:
    found: Settings = settings()
    if found.uri:
        raise NotManaged("not_managed", uri=found.uri)
    return Server(found)
