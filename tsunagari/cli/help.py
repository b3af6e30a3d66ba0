"""Help in the current language: sentences of the catalogue put where typer looks for them."""

from __future__ import annotations

from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

from graph.language import Catalogue


class Command(TyperCommand):
    """A command whose usage line is in the current language."""

    def get_usage(self, ctx: Any) -> str:
        """Return the usage line."""
        return _usage(super().get_usage(ctx))


class Group(TyperGroup):
    """A group of commands whose usage line is in the current language."""

    def get_usage(self, ctx: Any) -> str:
        """Return the usage line."""
        return _usage(super().get_usage(ctx))


class Folding(Table):
    """A table that folds long text; Japanese has no blanks to break at, and typer's would cut it off."""

    def add_row(self, *cells: RenderableType | None, **options: Any) -> None:
        """Add a row."""
        super().add_row(*cells, **options)
        for column in self.columns:
            column.overflow = "fold"


def _on_one_line(items: list[Text]) -> Text:
    return Text(" ").join(items)


def translated(command: Any) -> Any:
    """Return `command` with the help of it and all below it in the current language."""
    catalogue = Catalogue("tsunagari")
    rich_utils.Table = Folding  # type: ignore[attr-defined]
    rich_utils.Columns = _on_one_line  # type: ignore[assignment, attr-defined]
    rich_utils.ARGUMENTS_PANEL_TITLE = str(catalogue.text("help.arguments"))
    rich_utils.OPTIONS_PANEL_TITLE = str(catalogue.text("help.options"))
    rich_utils.COMMANDS_PANEL_TITLE = str(catalogue.text("help.commands"))
    rich_utils.REQUIRED_LONG_STRING = str(catalogue.text("help.required"))
    rich_utils.DEFAULT_STRING = str(catalogue.text("help.default")).replace("<>", "{}")
    _translate(command, catalogue, "commands")
    return command


def _translate(command: Any, catalogue: Catalogue, path: str) -> None:
    known = catalogue.keys()
    command.help = str(catalogue.text(f"{path}.help"))
    command.short_help = None
    for parameter in command.params:
        own = f"{path}.{parameter.name}"
        _describe(parameter, str(catalogue.text(own if own in known else f"options.{parameter.name}")))
    for name, inner in getattr(command, "commands", {}).items():
        _translate(inner, catalogue, f"{path}.{name}")
    make = command.get_help_option

    def get_help_option(context: Any) -> Any:
        option = make(context)
        if option is not None:
            _describe(option, str(catalogue.text("help.help")))
        return option

    command.get_help_option = get_help_option


def _describe(parameter: Any, sentence: str) -> None:
    """Give a parameter its sentence, and show its metavar but not Python's name of its type."""
    parameter.help = sentence
    shown = None if parameter.param_type_name == "argument" else parameter.metavar
    parameter.display_type_rich = lambda ctx: shown  # noqa: ARG005 - typer passes it by name


def _usage(line: str) -> str:
    catalogue = Catalogue("tsunagari")
    return line.replace("Usage: ", f"{catalogue.text('help.usage')} ", 1)
