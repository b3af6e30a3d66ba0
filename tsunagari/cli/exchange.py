"""The command that hands data to other tools: export."""

from __future__ import annotations

from collections.abc import Mapping as Files
from pathlib import Path
from typing import Annotated

import typer

from loaders.formats import FOLDER, Writer, archive, writer_named
from tsunagari import workflow
from tsunagari.cli.codes import REFUSED
from tsunagari.cli.messages import say, say_issues
from tsunagari.cli.options import Encoding, From, Mapping, MorePaths
from tsunagari.cli.output import CannotWrite
from tsunagari.cli.progress import Steps

_ARCHIVE = ".zip"


def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT")],
    out: Annotated[Path, typer.Argument(metavar="OUT")],
    more: MorePaths = None,
    paths: From = None,
    mapping: Mapping = None,
    encoding: Encoding = None,
) -> None:
    """Write what is in the database, or files, in the format of another tool."""
    writer = writer_named(form)
    ending = _ending(writer, out)
    with Steps() as steps:
        dataset, loaded = workflow.dataset([*(paths or []), *(more or [])], mapping, steps, encoding=encoding)
        steps.start("export")
        written = writer.forms[ending](dataset)
        _save(written.files, out)
    if loaded is not None:
        say_issues(loaded.issues)
    for note in (written.losses(), *written.notes):
        if note is not None:
            say("exported_note", note=note)
    lost = sum(written.lost.values())
    rows = dataset.node_count + dataset.relationship_count
    key = "exported_part" if lost else "exported"
    say(key, path=out, format=writer.name, rows=f"{rows - lost:,}", lost=f"{lost:,}")
    if loaded is not None and not loaded.whole:
        raise typer.Exit(REFUSED)


def _ending(writer: Writer, out: Path) -> str:
    """Return the form that OUT asks for by its ending; a folder and an archive hold the same files."""
    ending = out.suffix.lower()
    if ending in writer.forms:
        return ending
    if FOLDER in writer.forms and (ending in (FOLDER, _ARCHIVE) or out.is_dir()):
        return FOLDER
    known = ", ".join(writer.endings)
    key = "export_folder" if FOLDER in writer.forms else "export_ending"
    raise CannotWrite(key, path=out, format=writer.name, endings=known)


def _save(files: Files[str, bytes], out: Path) -> None:
    """Write one file, an archive, or files into a folder."""
    try:
        if "" in files:
            out.write_bytes(files[""])
        elif out.suffix.lower() == _ARCHIVE and not out.is_dir():
            out.write_bytes(archive(files))
        else:
            out.mkdir(parents=True, exist_ok=True)
            for name, data in files.items():
                (out / name).write_bytes(data)
    except OSError as error:
        raise CannotWrite("export_failed", path=out, reason=error.strerror) from error
