"""Help in the current language: sentences of the catalogue put where typer looks for them."""

from __future__ import annotations

from typing import Any

import typer
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

from graph.language import Catalogue

_HELP_OPTION = "help"


class Command(TyperCommand):
    """A command whose usage line is in the current language."""

    def get_usage(self, ctx: typer.Context) -> str:
        """Return the usage line."""
        return _usage(super().get_usage(ctx))


class Group(TyperGroup):
    """A group of commands whose usage line is in the current language."""

    def get_usage(self, ctx: typer.Context) -> str:
        """Return the usage line."""
        return _usage(super().get_usage(ctx))


def translated(command: Any) -> Any:
    """Return `command` with the help of it and all below it in the current language."""
    catalogue = Catalogue("tsunagari")
    rich_utils.ARGUMENTS_PANEL_TITLE = str(catalogue.text("help.arguments"))
    rich_utils.OPTIONS_PANEL_TITLE = str(catalogue.text("help.options"))
    rich_utils.COMMANDS_PANEL_TITLE = str(catalogue.text("help.commands"))
    rich_utils.REQUIRED_LONG_STRING = str(catalogue.text("help.required"))
    rich_utils.DEFAULT_STRING = catalogue.text("help.default").to(_code()).replace("<>", "{}")
    _translate(command, catalogue, "commands")
    return command


def _translate(command: Any, catalogue: Catalogue, path: str) -> None:
    command.help = str(catalogue.text(f"{path}.help"))
    command.short_help = None
    for parameter in command.params:
        own = f"{path}.{parameter.name}"
        key = own if own in catalogue.keys() else f"options.{parameter.name}"  # noqa: SIM118 - no mapping
        parameter.help = str(catalogue.text(key))
    for name, inner in getattr(command, "commands", {}).items():
        _translate(inner, catalogue, f"{path}.{name}")
    _translate_help_option(command, catalogue)


def _translate_help_option(command: Any, catalogue: Catalogue) -> None:
    make = command.get_help_option

    def get_help_option(context: typer.Context) -> Any:
        option = make(context)
        if option is not None:
            option.help = str(catalogue.text("help.help"))
        return option

    command.get_help_option = get_help_option


def _usage(line: str) -> str:
    return line.replace("Usage: ", str(Catalogue("tsunagari").text("help.usage")) + " ", 1)


def _code() -> Any:
    from graph.language import language

    return language()
