"""Editions: the part of a Dataset that may be shown to a circle of readers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from graph.dataset import Dataset
from graph.frames import Records, is_missing
from graph.schema import END, START


class Edition(StrEnum):
    """Circles of readers, each wider than the next."""

    PUBLIC = "public"
    MEMBERS = "members"
    INTERNAL = "internal"


@dataclass(frozen=True)
class Cut:
    """A Dataset cut down to an edition.

    Attributes
    ----------
    nodes, relationships
        How many were left out.
    unsaid
        How many of these because nothing says who may see them.
    """

    dataset: Dataset
    nodes: int
    relationships: int
    unsaid: int


def cut(dataset: Dataset, edition: Edition) -> Cut:
    """Return what of `dataset` may be in `edition`.

    A node or relationship stays when its `visibility` names that circle or a wider one; one without a visibility is
    internal, for nobody has said that others may see it. Relationships to what is left out go with it, and its id is
    struck off the lists of sources.

    Examples
    --------
    >>> d = Dataset.of({"Theme": [{"id": "a", "name": "a", "visibility": "public"}, {"id": "b", "name": "b"}]})
    >>> found = cut(d, Edition.PUBLIC)
    >>> list(found.dataset["Theme"]["id"]), found.nodes, found.unsaid
    (['a'], 1, 1)
    """
    if edition is Edition.INTERNAL:
        return Cut(dataset, 0, 0, 0)
    kept = {key: frame[_seen(frame, edition)] for key, frame in dataset.tables.items()}
    ids = {id_ for label in dataset.nodes for id_ in kept[label]["id"]}
    for kind in dataset.relationships:
        frame = kept[kind]
        kept[kind] = frame[frame[START].isin(ids) & frame[END].isin(ids)]
    unsaid = sum(int(frame["visibility"].isna().sum()) for frame in dataset.tables.values())
    sources = set(kept["Source"]["id"])
    made: Mapping[str, Records] = {
        key: frame.assign(sources=frame["sources"].map(lambda ids: _known(ids, sources))) for key, frame in kept.items()
    }
    found = Dataset.of(made)
    return Cut(
        found,
        dataset.node_count - found.node_count,
        dataset.relationship_count - found.relationship_count,
        unsaid,
    )


def _seen(frame: pd.DataFrame, edition: Edition) -> pd.Series[bool]:
    circles = list(Edition)
    return frame["visibility"].isin([str(circle) for circle in circles[: circles.index(edition) + 1]])


def _known(ids: object, sources: set[str]) -> tuple[str, ...] | None:
    if is_missing(ids) or not isinstance(ids, tuple | list):
        return None
    return tuple(id_ for id_ in ids if id_ in sources) or None
