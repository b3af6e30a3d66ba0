"""The tree of commands; their help stands in ``tsunagari/locale``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from tsunagari import __version__
from tsunagari.cli import (
    bridges,
    communities,
    cypher,
    exchange,
    files,
    gaps,
    library,
    loads,
    neo4j,
    neo4j_tools,
    pages,
    resolution,
    schema,
    shell,
    template,
    themes,
)
from tsunagari.cli.help import Command, Group
from tsunagari.cli.options import Lang

app = typer.Typer(
    cls=Group, no_args_is_help=True, pretty_exceptions_enable=False, context_settings={"max_content_width": 110}
)


@app.callback(invoke_without_command=True)
def root(
    lang: Lang = None,  # noqa: ARG001 - taken off the command line before it is parsed
    version: Annotated[bool, typer.Option("--version")] = False,
) -> None:
    """Show the version, or go on to the command."""
    if version:
        typer.echo(__version__)
        raise typer.Exit


_COMMANDS: Mapping[str, Callable[..., None]] = {
    "demo": pages.demo,
    "template": template.template,
    "check": files.check,
    "load": files.load,
    "resolve": resolution.resolve,
    "review": resolution.review_pairs,
    "explore": pages.explore,
    "gaps": gaps.gaps,
    "bridges": bridges.bridges,
    "communities": communities.communities,
    "themes": themes.themes,
    "export": exchange.export,
    "cypher": cypher.cypher,
    "schema": schema.schema,
    "shell": shell.shell,
}
_GROUPS: Mapping[str, Mapping[str, Callable[..., None]]] = {
    "loads": {"undo": loads.undo},
    "query": {
        "list": library.query_list,
        "show": library.query_show,
        "run": library.query_run,
        "new": library.query_new,
    },
    "neo4j": {
        "start": neo4j.start,
        "stop": neo4j.stop,
        "status": neo4j.status,
        "logs": neo4j.logs,
        "dump": neo4j.dump,
        "restore": neo4j.restore,
        "connect-info": neo4j_tools.connect_info,
        "style": neo4j_tools.style,
        "favourites": neo4j_tools.favourites,
        "roles": neo4j_tools.roles,
    },
}

for _name, _command in _COMMANDS.items():
    app.command(_name, cls=Command)(_command)
_ALONE: Mapping[str, Callable[..., None]] = {"loads": loads.loads}
"""What a group does when no command of it is named."""

for _name, _commands in _GROUPS.items():
    _group = typer.Typer(cls=Group, no_args_is_help=_name not in _ALONE)
    if _name in _ALONE:
        _group.callback(invoke_without_command=True)(_ALONE[_name])
    for _inner, _command in _commands.items():
        _group.command(_inner, cls=Command)(_command)
    app.add_typer(_group, name=_name)
