"""What the commands do, without the command line: files to database, database to findings, findings to page."""

from __future__ import annotations

import getpass
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import data
from graph.analysis.engine import Engine
from graph.dataset import Dataset
from graph.errors import DatasetError
from graph.gds import Gds
from graph.loads import Load
from graph.progress import SILENT, Progress
from graph.server import connection
from graph.settings import Settings, settings
from graph.store import Store
from graph.writing import Changes, Difference
from loaders import Loaded, read
from loaders.sources import edition
from tsunagari.resolving import resolved


class EngineName(StrEnum):
    """What works out betweenness, communities and how alike themes are."""

    OWN = "own"
    GDS = "gds"


@contextmanager
def database(progress: Progress = SILENT, given: Settings | None = None) -> Iterator[Store]:
    """Open the database that the settings name, starting the managed one when it is not running."""
    with Store.open(connection(given or settings(), progress)) as store:
        yield store


@contextmanager
def engine(name: EngineName, progress: Progress = SILENT) -> Iterator[Engine | None]:
    """Open what works out measures: GDS in the database that the settings name, or None for the kernels."""
    if name is EngineName.OWN:
        yield None
        return
    with database(progress) as store:
        yield Gds(store)


def dataset(
    paths: Sequence[Path] = (),
    mapping: Path | None = None,
    progress: Progress = SILENT,
    *,
    as_format: str | None = None,
    encoding: str | None = None,
) -> tuple[Dataset, Loaded | None]:
    """Return the Dataset of `paths`, or without any that of the database; with what reading the files said."""
    if paths:
        as_read = read(paths, mapping, progress, as_format=as_format, encoding=encoding)
        loaded = resolved(as_read, progress=progress).loaded
        return loaded.dataset, loaded
    with database(progress) as store:
        return store.read(progress), None


@dataclass(frozen=True)
class Outcome:
    """What a load read, how the journal keeps it, and what it changed (or, in a dry run, would change)."""

    loaded: Loaded
    load: Load
    difference: Difference


def load(  # noqa: PLR0913 - one for each option of the command
    paths: Sequence[Path],
    mapping: Path | None = None,
    progress: Progress = SILENT,
    *,
    as_format: str | None = None,
    encoding: str | None = None,
    source: str | None = None,
    by: str | None = None,
    replace: bool = False,
    dry_run: bool = False,
) -> Outcome:
    """Read files and take them in as the next edition of their sources.

    Parameters
    ----------
    as_format, encoding
        Of the files; by default found out.
    source
        Id of the source of rows that name none; by default after the files.
    by
        Who loads; by default the name of the user.
    replace
        Remove all that the files do not hold, whoever said it.
    dry_run
        Work out the difference and write nothing.

    Raises
    ------
    IncompleteReplacement
        When rows were refused that `replace` would delete.
    """
    with ExitStack() as stack:
        opened: list[Store] = []

        def store() -> Store:
            if not opened:
                opened.append(stack.enter_context(database(progress)))
            return opened[0]

        loaded = read(
            paths,
            mapping,
            progress,
            as_format=as_format,
            encoding=encoding,
            known=lambda ids: store().nodes(ids),
        )
        if replace and not loaded.whole:
            raise IncompleteReplacement(loaded)
        person = by or getpass.getuser()
        found = resolved(loaded, store(), progress)
        request = edition(found.loaded, person, source, everything=replace)
        done, difference = store().load(request, progress, dry_run=dry_run)
        if not dry_run:
            found.keep(store(), person, progress)
        return Outcome(found.loaded, done, difference)


def sample() -> Path:
    """Return the folder of the Kanagawa sample."""
    return Path(str(data.folder("kanagawa"))) / "csv"


def load_sample(progress: Progress = SILENT) -> tuple[Dataset, Changes]:
    """Write the sample into a database that holds nothing, or nothing but the sample; return what is then there.

    The files are read while the server starts.

    Raises
    ------
    ForeignData
        When the database holds anything else, which the fictional sample must not be mixed with.
    """
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(read, [sample()])
        with database(progress) as store:
            made_up = reading.result().dataset
            others = store.count_others(made_up)
            if others:
                raise ForeignData("demo_foreign", count=others)
            _, difference = store.load(edition(reading.result(), getpass.getuser()), progress)
            return store.read(progress), difference.counts()


class IncompleteReplacement(DatasetError):
    """Files with refused rows would delete from the database what they were to replace."""

    package = "tsunagari"

    def __init__(self, loaded: Loaded) -> None:
        super().__init__("replace_incomplete", refused=loaded.refused)
        self.loaded = loaded


class ForeignData(DatasetError):
    """The database holds what must not be mixed with the sample."""

    package = "tsunagari"
