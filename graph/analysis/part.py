"""The part of Findings that concerns one municipality, its measures still those of the whole."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import pandas as pd

from graph.analysis.findings import Findings
from graph.dataset import Dataset
from graph.frames import is_missing
from graph.schema import END, START

_HERE = ("LOCATED_IN", "SERVES", "TAKES_PLACE_IN", "HAS_NEED", "OFFERS", "OPERATES")
_THEIRS = ("HAS_NEED", "OFFERS", "OPERATES", "HOSTED")


def municipalities(dataset: Dataset) -> list[str]:
    """Return the municipalities that are part of no other, by code: wards count for their city."""
    wards = set(dataset["PART_OF"][START])
    table = dataset["Municipality"]
    return [str(id_) for id_ in table.sort_values(["code", "id"])["id"] if id_ not in wards]


def part(findings: Findings, municipality: str) -> Findings:
    """Return what of `findings` concerns `municipality`, a city with its wards.

    It holds what is located there, serves it, takes place there, is needed or offered there; whatever the organisations
    there take part in, with all who do; who could help with its gaps; all themes; and its neighbours. Nothing is worked
    out anew: ranks, communities and chances are those among all organisations.

    Examples
    --------
    >>> from graph.analysis import analyse
    >>> from graph.dataset import Dataset
    >>> d = Dataset.of({
    ...     "Organisation": [{"id": i, "name": i} for i in "ab"],
    ...     "Municipality": [{"id": m, "name": m, "code": c} for m, c in (("M", "142042"), ("N", "142051"))],
    ...     "LOCATED_IN": [{"start": "a", "end": "M"}, {"start": "b", "end": "N"}],
    ... })
    >>> found = part(analyse(d), "M")
    >>> list(found.dataset["Organisation"]["id"]), list(found.dataset["Municipality"]["id"]), found.whole
    (['a'], ['M'], 2)
    """
    places = {municipality, *_starts(findings.dataset, "PART_OF", {municipality})}
    kept = _concerned(findings, places)
    known = {str(id_) for frame in findings.dataset.nodes.values() for id_ in frame["id"]}
    cut = _Cut(known, kept)
    made = {
        field.name: cut.of(getattr(findings, field.name))
        for field in dataclasses.fields(findings)
        if field.name not in {"dataset", "coverage", "whole", "municipality"}
    }
    cells = findings.coverage.cells
    coverage = dataclasses.replace(findings.coverage, cells=cut.frame(cells[cells["municipality"].isin(places)]))
    return dataclasses.replace(
        findings, dataset=cut.dataset(findings.dataset), coverage=coverage, municipality=municipality, **made
    )


def _concerned(findings: Findings, places: AbstractSet[str]) -> set[str]:
    dataset = findings.dataset
    here = {id_ for kind in _HERE for id_ in _starts(dataset, kind, places) | _ends(dataset, kind, places)}
    helpers = findings.gaps.helpers
    here |= set(helpers[helpers["municipality"].isin(places)]["organisation"])
    resources = findings.gaps.resources
    here |= set(resources[resources["municipality"].isin(places)]["resource"])
    fitting = findings.needs.resources
    here |= set(fitting[fitting["need"].isin(here)]["resource"])
    here |= _starts(dataset, "OFFERS", here)
    shared = _ends(dataset, "PARTICIPATES_IN", here) | (here & set(dataset["Collaboration"]["id"]))
    here |= shared | _starts(dataset, "PARTICIPATES_IN", shared)
    here |= _starts(dataset, "TIED_TO", here) | _ends(dataset, "TIED_TO", here)
    here |= {id_ for kind in _THEIRS for id_ in _ends(dataset, kind, here)} | _starts(dataset, "DESCRIBES", shared)
    pairs = findings.introductions.table
    both = pairs["organisation"].isin(here) & pairs["partner"].isin(here)
    here |= {id_ for way in pairs[both]["via"] for id_ in way}
    around = _ends(dataset, "ADJACENT_TO", places) | _starts(dataset, "ADJACENT_TO", places)
    seats = _ends(dataset, "LOCATED_IN", here)
    cities = _ends(dataset, "PART_OF", places | around | seats)
    themes = set(dataset["Theme"]["id"])
    nodes = here | places | around | seats | cities | themes
    return nodes | _sources(dataset, nodes)


def _sources(dataset: Dataset, nodes: AbstractSet[str]) -> set[str]:
    """Return the sources that the nodes, and the ties between them, name."""
    found: set[str] = set()
    for label, frame in dataset.tables.items():
        stays = frame["id"].isin(nodes) if label in dataset.nodes else _within(frame, nodes)
        found |= {id_ for ids in frame[stays]["sources"] if not is_missing(ids) for id_ in ids}
    return found & set(dataset["Source"]["id"])


def _within(frame: pd.DataFrame, nodes: AbstractSet[str]) -> pd.Series[bool]:
    return frame[START].isin(nodes) & frame[END].isin(nodes)


def _starts(dataset: Dataset, kind: str, ends: AbstractSet[str]) -> set[str]:
    frame = dataset[kind]
    return set(frame[frame[END].isin(ends)][START])


def _ends(dataset: Dataset, kind: str, starts: AbstractSet[str]) -> set[str]:
    frame = dataset[kind]
    return set(frame[frame[START].isin(starts)][END])


@dataclasses.dataclass(frozen=True)
class _Cut:
    """Cuts tables down to rows about some of the nodes.

    Attributes
    ----------
    known, kept
        Ids of all nodes, and of those that stay.
    """

    known: AbstractSet[str]
    kept: AbstractSet[str]

    def dataset(self, whole: Dataset) -> Dataset:
        nodes = {label: frame[frame["id"].isin(self.kept)] for label, frame in whole.nodes.items()}
        return Dataset.of(
            nodes | {kind: frame[_within(frame, self.kept)] for kind, frame in whole.relationships.items()}
        )

    def of(self, value: Any) -> Any:
        """Return `value` with its tables, and those of the analyses within it, cut down."""
        if isinstance(value, pd.DataFrame):
            return self.frame(value)
        if isinstance(value, Mapping):
            return {name: self.of(each) for name, each in value.items()}
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            frames = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
            return dataclasses.replace(
                value, **{name: self.frame(frame) for name, frame in frames.items() if isinstance(frame, pd.DataFrame)}
            )
        return value

    def frame(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Return the rows whose ids all stay; of lists of ids those that stay."""
        for name in [column for column in frame.columns if self._holds_ids(frame[column])]:
            if any(isinstance(value, tuple) for value in frame[name]):
                frame = frame.assign(**{name: frame[name].map(self._listed)})
            else:
                stays = [is_missing(value) or value in self.kept for value in frame[name]]
                frame = frame[pd.Series(stays, index=frame.index, dtype=bool)]
        return frame.reset_index(drop=True)

    def _holds_ids(self, column: pd.Series[Any]) -> bool:
        found = list(_texts(column))
        return bool(found) and all(text in self.known for text in found)

    def _listed(self, ids: Any) -> Any:
        return tuple(id_ for id_ in ids if id_ in self.kept) if isinstance(ids, tuple) else ids


def _texts(column: pd.Series[Any]) -> Iterator[str]:
    for value in column:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value
