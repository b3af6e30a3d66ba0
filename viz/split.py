"""A page for each municipality, and one that leads to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from graph.analysis import Findings
from graph.analysis.part import municipalities, part
from graph.errors import OutputError
from graph.frames import is_missing
from graph.language import LANGUAGES, Catalogue, Language
from graph.progress import SILENT, Progress
from viz import blocks, page
from viz.table import Nodes

INDEX, ALL = "index.html", "all.html"
STYLES = ("page", "split")


class SplitError(OutputError):
    """There is nothing to make pages of."""

    package = "viz"


@dataclass(frozen=True)
class Part:
    """A municipality's page.

    Attributes
    ----------
    file
        Name of the file: the municipality's code.
    organisations, gaps, needs
        Organisations located there or serving it, cells known to be empty, and the open needs of these.
    """

    municipality: str
    file: str
    organisations: int
    gaps: int
    needs: int


def write(findings: Findings, folder: Path, options: page.Options = page.USUAL, *, progress: Progress = SILENT) -> Path:
    """Write a page for each municipality, one of all, and one that leads to them; return the last.

    Parameters
    ----------
    folder
        Made when it is not there; files of these names in it are replaced.
    options
        Of each page.

    Raises
    ------
    SplitError
        When there is no municipality.
    PageError
        When a file cannot be written.
    """
    found = list(_parts(findings))
    if not found:
        raise SplitError("split_nothing")
    ready(folder)
    options = replace(options, made_on=options.day)
    progress.start("pages", len(found) + 1)
    page.write(findings, folder / ALL, options)
    progress.advance()
    for made in found:
        page.write(part(findings, made.municipality), folder / made.file, options)
        progress.advance()
    return page.replace(folder / INDEX, index(findings, found, options))


def ready(folder: Path) -> None:
    """Make the folder of the pages where it is not there, and check that they can be written to it.

    Raises
    ------
    PageError
        When they cannot.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise page.PageError("page_unwritable", path=folder, reason=error.strerror or error) from error
    page.ready(folder / INDEX)


def index(findings: Findings, parts: Sequence[Part], options: page.Options) -> str:
    """Return the page that leads to `parts` as HTML; it says everything in both languages, its own first."""
    nodes = Nodes.of(findings.dataset)
    styles, words = blocks.styles(STYLES), Catalogue("viz")
    languages: list[Language] = sorted(LANGUAGES, key=lambda code: code != options.language)
    return (
        page.environment()
        .get_template("split.html.j2")
        .render(
            policy=blocks.policy((), styles),
            styles=styles,
            title=options.title,
            language=options.language,
            said=[(code, _said(words, code)) for code in languages],
            names=nodes.names,
            number=nodes.number,
            parts=parts,
            all=ALL,
            made_on=options.day,
        )
    )


def _said(words: Catalogue, language: Language) -> Callable[..., str]:
    return lambda key, **values: words.text(key, **values).to(language)


def _parts(findings: Findings) -> Iterator[Part]:
    dataset = findings.dataset
    wards = dict(zip(dataset["PART_OF"]["start"], dataset["PART_OF"]["end"], strict=True))
    seats = pd.concat([dataset["LOCATED_IN"], dataset["SERVES"]])[["start", "end"]]
    organisations = seats.assign(end=seats["end"].map(lambda id_: wards.get(id_, id_))).drop_duplicates()["end"]
    gaps = findings.coverage.gaps()
    codes = dict(zip(dataset["Municipality"]["id"], dataset["Municipality"]["code"], strict=True))
    for i, municipality in enumerate(municipalities(dataset), start=1):
        here = gaps[gaps["municipality"] == municipality]
        code = codes[municipality]
        yield Part(
            municipality,
            f"{i if is_missing(code) else code}.html",
            int((organisations == municipality).sum()),
            len(here),
            int(here["openNeeds"].sum()),
        )
