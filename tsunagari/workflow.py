"""What the commands do, without the command line: files to database, database to findings, findings to page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import data
from graph.analysis import Findings, analyse
from graph.dataset import Dataset
from graph.errors import DatasetError
from graph.progress import SILENT, Progress
from graph.server import connection
from graph.settings import Settings, settings
from graph.store import Store
from graph.writing import Changes
from loaders import Loaded, read


@contextmanager
def database(progress: Progress = SILENT, given: Settings | None = None) -> Iterator[Store]:
    """Open the database that the settings name, starting the managed one when it is not running."""
    with Store.open(connection(given or settings(), progress)) as store:
        yield store


def dataset(
    paths: Sequence[Path] = (), mapping: Path | None = None, progress: Progress = SILENT
) -> tuple[Dataset, Loaded | None]:
    """Return the Dataset of `paths`, or without any that of the database; with what reading the files said."""
    if paths:
        loaded = read(paths, mapping, progress)
        return loaded.dataset, loaded
    with database(progress) as store:
        return store.read(progress), None


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
            changes = store.write(made_up, progress=progress)
            return store.read(progress), changes


class IncompleteReplacement(DatasetError):
    """Files with refused rows would delete from the database what they were to replace."""

    package = "tsunagari"


class ForeignData(DatasetError):
    """The database holds what must not be mixed with the sample."""

    package = "tsunagari"


def findings(given: Dataset, progress: Progress = SILENT) -> Findings:
    """Analyse a Dataset."""
    return analyse(given, progress)
