"""The command that writes the secretariat's own workbook."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph.language import language
from loaders.template import workbook
from tsunagari import workflow
from tsunagari.cli.codes import REFUSED
from tsunagari.cli.messages import say, say_issues
from tsunagari.cli.options import As, From, Mapping
from tsunagari.cli.output import CannotWrite, write
from tsunagari.cli.progress import Steps

_SUFFIX = ".xlsx"


class Filling(StrEnum):
    """What a template is filled with."""

    DATA = "data"


def template(
    out: Annotated[Path, typer.Argument(metavar="OUT.xlsx")],
    filling: Annotated[Filling | None, typer.Option("--with", metavar="data")] = None,
    paths: From = None,
    mapping: Mapping = None,
    as_format: As = None,
    overwrite: Annotated[bool, typer.Option("--overwrite")] = False,
) -> None:
    """Write a workbook to fill in, empty or with what is known."""
    if out.suffix.lower() != _SUFFIX:
        raise CannotWrite("template_ending", path=out)
    if out.exists() and not overwrite:
        raise CannotWrite("template_exists", path=out)
    with Steps() as steps:
        dataset, loaded = None, None
        if filling is not None or paths:
            dataset, loaded = workflow.dataset(paths or [], mapping, steps, as_format=as_format)
        steps.start("template")
        content, lost = workbook(language(), dataset, out.name)
        write(content, out)
    say_issues([*(loaded.issues if loaded else ()), *lost])
    say("template", path=out.resolve())
    say("template_next", name=out.name)
    if loaded is not None and not loaded.whole:
        raise typer.Exit(REFUSED)
