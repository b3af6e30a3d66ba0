"""The tree of commands; their help stands in ``tsunagari/locale``."""

from __future__ import annotations

import typer

from tsunagari import __version__
from tsunagari.cli import cypher, files, measures, neo4j, pages
from tsunagari.cli.help import Command, Group
from tsunagari.cli.options import Lang

app = typer.Typer(cls=Group, no_args_is_help=True, pretty_exceptions_enable=False, context_settings={"max_content_width": 110})


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context, lang: Lang = None, version: bool = typer.Option(False, "--version")  # noqa: ARG001, FBT001, FBT003
) -> None:
    """Show the version, or go on to the command."""
    if version:
        typer.echo(__version__)
        raise typer.Exit


for name, command in (
    ("demo", pages.demo),
    ("check", files.check),
    ("load", files.load),
    ("explore", pages.explore),
    ("gaps", measures.gaps),
    ("bridges", measures.bridges),
    ("communities", measures.communities),
    ("cypher", cypher.cypher),
):
    app.command(name, cls=Command)(command)

query_group = typer.Typer(cls=Group, no_args_is_help=True)
for name, command in (("list", cypher.query_list), ("show", cypher.query_show), ("run", cypher.query_run)):
    query_group.command(name, cls=Command)(command)
app.add_typer(query_group, name="query")

neo4j_group = typer.Typer(cls=Group, no_args_is_help=True)
for name, command in (
    ("start", neo4j.start),
    ("stop", neo4j.stop),
    ("status", neo4j.status),
    ("logs", neo4j.logs),
    ("dump", neo4j.dump),
    ("restore", neo4j.restore),
    ("uri", neo4j.uri),
):
    neo4j_group.command(name, cls=Command)(command)
app.add_typer(neo4j_group, name="neo4j")
