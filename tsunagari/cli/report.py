"""The report of issues, in the form that the ending of its file names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from graph.language import Catalogue, language
from loaders import Loaded, issues_frame
from loaders.report import workbook
from loaders.summary import title
from tsunagari.cli.messages import say
from tsunagari.cli.output import CannotWrite, as_csv, write
from viz import issues


def checked(path: Path | None) -> Path | None:
    """Return the path of a report, whose ending must be one of those that can be written.

    Raises
    ------
    CannotWrite
        When it is another.
    """
    if path is not None and path.suffix.lower() not in _FORMS:
        raise CannotWrite("report_ending", path=path)
    return path


def write_report(loaded: Loaded | None, path: Path | None) -> None:
    """Write the report of what was read, if one was asked for, and say where it is."""
    if path is None:
        return
    if loaded is None:
        say("report_nothing")
        return
    write(_FORMS[path.suffix.lower()](loaded), path)
    say("report", path=path.resolve(), count=f"{len(loaded.issues):,}")


def _csv(loaded: Loaded) -> bytes:
    frame = issues_frame(loaded.issues, language())
    frame["kind"] = [str(title(issue)) for issue in loaded.issues]
    return as_csv(frame, {str(name): str(Catalogue("loaders").text(f"columns.{name}")) for name in frame})


_FORMS: Mapping[str, Callable[[Loaded], str | bytes]] = {
    ".xlsx": lambda loaded: workbook(loaded, language()),
    ".csv": _csv,
    ".html": lambda loaded: issues.render(loaded, language=language()),
}
