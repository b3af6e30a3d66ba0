"""A study: one graph, and what several analyses of it start from, each worked out once, when first asked for."""

from __future__ import annotations

from functools import cached_property

from graph.analysis.brokerage import Brokerage, brokerage
from graph.analysis.communities import Communities, communities
from graph.analysis.coverage import Coverage, coverage
from graph.dataset import Dataset
from graph.network import Form, KnowledgeGraph, OrganisationNetwork, knowledge_graph, organisation_network
from graph.progress import SILENT, Progress


class Study:
    """The analyses of a Dataset.

    Parameters
    ----------
    progress
        Told of each step when it begins: graph, coverage, communities, brokerage.
    form
        What ties two organisations.
    """

    def __init__(self, dataset: Dataset, progress: Progress = SILENT, form: Form = Form.PROJECTION) -> None:
        self.dataset = dataset
        self.progress = progress
        self.form = form

    @cached_property
    def graph(self) -> KnowledgeGraph:
        """The whole graph."""
        self.progress.start("graph")
        return knowledge_graph(self.dataset)

    @cached_property
    def network(self) -> OrganisationNetwork:
        """The network of organisations, in the form asked for (see `graph.network.organisation_network`)."""
        return organisation_network(self.graph, self.form)

    @cached_property
    def coverage(self) -> Coverage:
        """Coverage of municipality by theme."""
        graph = self.graph
        self.progress.start("coverage")
        return coverage(graph)

    @cached_property
    def communities(self) -> Communities:
        """The partition of organisations."""
        network = self.network
        self.progress.start("communities")
        return communities(self.graph, network, progress=self.progress)

    @cached_property
    def brokerage(self) -> Brokerage:
        """Measures of each organisation as a broker."""
        community = self.communities.of()
        self.progress.start("brokerage")
        return brokerage(self.graph, self.network, community)
