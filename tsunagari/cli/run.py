"""Where a command begins and ends: language, help, errors, exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer
from rich.console import Console

from graph.errors import SettingsError, TsunagariError
from graph.language import LANGUAGES, Catalogue, Language, set_language
from graph.settings import settings
from tsunagari.cli import help as localised_help
from tsunagari.cli.app import app
from tsunagari.cli.codes import DONE, FAILED, INTERRUPTED, MISUSED
from tsunagari.cli.usage import UsageProblem, sentence


class UnknownLanguage(SettingsError):
    """The language asked for is not one of the two."""

    package = "tsunagari"


def main() -> None:
    """Run the command that the shell gives."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    try:
        rest, chosen = _language(arguments)
        set_language(chosen or settings().lang)
        command = localised_help.translated(typer.main.get_command(app))
        code = command.main(rest or ["--help"], prog_name="tsunagari", standalone_mode=False)
    except UsageProblem as problem:
        console.print(sentence(problem), markup=False)
        return MISUSED
    except TsunagariError as error:
        console.print(str(error), style="red", markup=False)
        return MISUSED if isinstance(error, UnknownLanguage) else FAILED
    except (KeyboardInterrupt, typer.Abort):
        console.print(str(Catalogue("tsunagari").text("errors.interrupted")), markup=False)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python must not complain when it closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if settings().debug:
            raise
        text = Catalogue("tsunagari").text("errors.fault", kind=type(error).__name__, reason=error)
        console.print(str(text), style="red", markup=False)
        return FAILED
    return code if isinstance(code, int) else DONE


def _language(arguments: Sequence[str]) -> tuple[list[str], Language | None]:
    """Take ``--lang`` out of wherever it stands, because help must know it before anything is parsed."""
    rest: list[str] = []
    chosen: str | None = None
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--lang":
            chosen = next(waiting, "")
        elif argument.startswith("--lang="):
            chosen = argument.removeprefix("--lang=")
        else:
            rest.append(argument)
    if chosen is None:
        return rest, None
    if chosen not in LANGUAGES:
        raise UnknownLanguage("lang_invalid", value=chosen)
    return rest, chosen
