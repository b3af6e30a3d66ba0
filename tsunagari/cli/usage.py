"""Wrong usage, said in one sentence of the current language."""

from __future__ import annotations

import re
from typing import Any

import typer

from graph.language import Catalogue, Text

# typer exports the leaf of its tree of usage errors, not its root.
UsageProblem: Any = typer.BadParameter.__mro__[2]

_PATTERNS = {
    "no_command": re.compile(r"No such command '(?P<name>.*?)'"),
    "extra_argument": re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((?P<name>.*)\)"),
    "no_value": re.compile(r"Option '(?P<name>.*?)' requires"),
}


def sentence(problem: Any) -> str:
    """Return what is wrong with the command, and where its help is."""
    catalogue = Catalogue("tsunagari")
    context = getattr(problem, "ctx", None)
    command = context.command_path if context else "tsunagari"
    return str(_problem(problem, catalogue)) + str(catalogue.text("usage.see", command=command))


def _problem(problem: Any, catalogue: Catalogue) -> Text:
    kind = type(problem).__name__
    if kind == "MissingParameter":
        return catalogue.text("usage.missing", name=problem.param.get_error_hint() if problem.param else "")
    if kind == "NoSuchOption":
        near = ", ".join(problem.possibilities or ()) or "—"
        return catalogue.text("usage.no_option", name=problem.option_name, near=near)
    message = problem.format_message()
    for key, pattern in _PATTERNS.items():
        found = pattern.search(message)
        if found:
            return catalogue.text(f"usage.{key}", name=found["name"])
    return catalogue.text("usage.other", message=message)
