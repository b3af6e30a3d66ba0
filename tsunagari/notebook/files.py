"""Files as a notebook reads them, without a database."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from graph.language import language
from loaders import Loaded
from loaders import read as read_files
from loaders.issues import issues_frame
from tsunagari.notebook.telling import told
from tsunagari.resolving import resolved


@told()
def read(*paths: str | Path, mapping: str | Path | None = None) -> Loaded:
    """Read files of the secretariat, as ``tsunagari check`` does: workbooks, CSV files, or folders of them.

    Parameters
    ----------
    paths
        Where they are.
    mapping
        A mapping file, for spreadsheets of another layout.

    Returns
    -------
    Loaded
        ``dataset``, which all other functions take in place of the database, and ``issues`` (see `issues`).

    Raises
    ------
    InputError
        When a file or folder cannot be read at all; rows that cannot be are among the issues.

    Examples
    --------
    >>> loaded = read("members.xlsx")  # doctest: +SKIP
    >>> page(loaded.dataset)  # doctest: +SKIP
    """
    found = read_files([Path(path) for path in paths], None if mapping is None else Path(mapping))
    return resolved(found).loaded


@told()
def issues(loaded: Loaded) -> pd.DataFrame:
    """Return what became of rows that did not go in as they stand, and what to do.

    Returns
    -------
    pandas.DataFrame
        A row an issue: ``severity``, ``file``, ``sheet``, ``row``, ``column``, ``value``, ``problem``, ``done``,
        ``action`` and ``kind``, the sentences in the current language.

    Examples
    --------
    >>> issues(read("members.xlsx"))[["sheet", "row", "problem"]]  # doctest: +SKIP
    """
    return issues_frame(loaded.issues, language())
