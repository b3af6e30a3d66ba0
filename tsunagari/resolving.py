"""Organisations of files made one with each other, and with those of the database, on their way in."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from graph.dataset import Dataset
from graph.frames import is_missing
from graph.judgement import Judgement, Judgements
from graph.judgements import add_judgements, read_judgements
from graph.loads.journal import now
from graph.progress import SILENT, Progress
from graph.store import Store
from loaders import Loaded
from loaders.resolution import resolve
from loaders.resolution.apply import applied
from loaders.resolution.organisations import ORGANISATION, name_history, organisations
from loaders.resolution.telling import told
from tsunagari.review import remembered

_NONE = Judgements()
_FILES = 3


@dataclass(frozen=True)
class Resolved:
    """What was read, with the organisations made one.

    Attributes
    ----------
    remembered
        What the rules made one, for the database to remember.
    known
        The id that stays, by each id of the database that goes.
    """

    loaded: Loaded
    remembered: tuple[Judgement, ...] = ()
    known: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def keep(self, store: Store, by: str, progress: Progress = SILENT) -> None:
        """Remember what was made one, and make those of the database one that turned out to be."""
        add_judgements(store, self.remembered)
        if self.known:
            store.merge(self.known, by, progress)


def resolved(loaded: Loaded, store: Store | None = None, progress: Progress = SILENT) -> Resolved:
    """Return what was read with each organisation once, however its rows write it.

    Parameters
    ----------
    store
        The database with the organisations that are known, and what was judged of them.
    """
    every = organisations(loaded.dataset)
    known = _known(store)
    there = set(known["id"]) if known is not None else set()
    records = every[~every["id"].isin(there | loaded.borrowed)].reset_index(drop=True)
    if records.empty:
        return Resolved(loaded)
    history = pd.concat([name_history(loaded.dataset), _history(known)], ignore_index=True)
    judgements = _NONE if store is None else read_judgements(store)
    found = resolve(records, known, judgements, history, progress)
    own = set(records["id"])
    entities = {old: entity for old, entity in found.entities().items() if old in own}
    moved = {old: entity for old, entity in found.entities().items() if old in there}
    met = {each.entity for each in found.decided}
    issues = told(found, records, _files(loaded))
    dataset = _named(applied(loaded.dataset, entities), entities, known) if entities else loaded.dataset
    return Resolved(
        dataclasses.replace(loaded, dataset=dataset, issues=(*loaded.issues, *issues)),
        tuple(remembered(found, records, now())),
        {old: entity for old, entity in moved.items() if entity in met},
    )


def _files(loaded: Loaded) -> str:
    """Return the names of the first files: a folder holds a file for each table."""
    names = [read.name for read in loaded.digests]
    return ", ".join(names[:_FILES]) + (" …" if len(names) > _FILES else "")


def _named(dataset: Dataset, entities: Mapping[str, str], known: pd.DataFrame | None) -> Dataset:
    """Leave the organisations of the database their names; how a row writes them is remembered as a judgement."""
    if known is None:
        return dataset
    names = dict(zip(known["id"], known["name"], strict=True))
    met = set(entities.values()) & names.keys()
    table = dataset[ORGANISATION].copy()
    table["name"] = [names[i] if i in met else name for i, name in zip(table["id"], table["name"], strict=True)]
    return Dataset.of({**dataset.tables, ORGANISATION: table})


def _known(store: Store | None) -> pd.DataFrame | None:
    return (
        None
        if store is None
        else pd.DataFrame(
            store.organisations(), columns=["id", "name", "corporateNumber", "municipality", "formerNames"]
        )
    )


def _history(known: pd.DataFrame | None) -> pd.DataFrame:
    """Return the names, present and former, of the organisations of the database of which former names are known."""
    rows = [] if known is None else known.itertuples(index=False)
    found = [
        (row.corporateNumber, name)
        for row in rows
        if not is_missing(row.formerNames) and not is_missing(row.corporateNumber)
        for name in [row.name, *row.formerNames]  # type: ignore[misc] # a list, where it is not missing
    ]
    return pd.DataFrame(found, columns=["corporateNumber", "name"])
