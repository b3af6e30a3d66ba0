"""Findings that a notebook shows, each worked out once."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, TypeAlias

import networkx as nx

from graph.analysis import Findings as AnyFindings
from graph.analysis import Study
from graph.analysis.findings import of_study
from graph.dataset import Dataset
from graph.language import language
from graph.network import dataset_of
from tsunagari.notebook.default import connected
from tsunagari.notebook.telling import told
from viz import card

Given: TypeAlias = "Dataset | nx.Graph[Any] | None"
"""What is analysed: a Dataset, any networkx graph, or the database without either."""


@dataclass(frozen=True, repr=False)
class Findings(AnyFindings):
    """All that an analysis says, which a notebook shows as a card where it is the last value of a cell."""

    def __repr__(self) -> str:
        return f"<tsunagari.Findings: {self.whole:,} organisations, {len(self.network):,} ties>"

    def _repr_html_(self) -> str:
        """Return title, date and size of the data, and the answers to the four questions of the page."""
        return card.render(self, language())


class Kept(Study):
    """A study that keeps its findings too."""

    @cached_property
    def findings(self) -> Findings:
        """All that is found."""
        found = of_study(self)
        return Findings(**{field.name: getattr(found, field.name) for field in fields(found)})


_kept: dict[int | None, Kept] = {}
"""The studies of the Dataset that was asked about last, by their numbers of draws."""


@told()
def findings(graph: Given = None, *, draws: int | None = None) -> Findings:
    """Return all that the analysis finds, with tables of each kind.

    Parameters
    ----------
    graph
        A Dataset or a networkx graph; by default the database.
    draws
        Random draws by which bridging is compared with chance and ranks are given as ranges; by default as many as
        the command line takes, which needs some time, and with 0 without both.

    Returns
    -------
    Findings
        Shown as a card; its tables are those that the page is made from: ``coverage.cells``, ``gaps.table``,
        ``brokerage.table``, ``introductions.table`` and others.

    Examples
    --------
    >>> import networkx as nx
    >>> found = findings(nx.path_graph(["a", "b", "c"]), draws=0)
    >>> found.brokerage.table[["organisation", "betweenness"]].to_numpy().tolist()
    [['b', 1.0], ['a', 0.0], ['c', 0.0]]
    """
    return drawn(graph, draws).findings


def studied(graph: Given) -> Kept:
    """Return the study of what is given, for what takes no draws; that of a Dataset is kept until another's."""
    dataset = _dataset(graph)
    return next(iter(_kept.values()), None) or _new(dataset, None)


def drawn(graph: Given, draws: int | None) -> Kept:
    """Return the study of what is given with so many draws; kept likewise."""
    dataset = _dataset(graph)
    return _kept.get(draws) or _new(dataset, draws)


def _dataset(graph: Given) -> Dataset:
    """Return the Dataset of what is given; studies of another are kept no longer."""
    dataset = connected().dataset() if graph is None else graph if isinstance(graph, Dataset) else dataset_of(graph)
    if any(study.dataset is not dataset for study in _kept.values()):
        _kept.clear()
    return dataset


def _new(dataset: Dataset, draws: int | None) -> Kept:
    _kept[draws] = Kept(dataset, draws=draws)
    return _kept[draws]
