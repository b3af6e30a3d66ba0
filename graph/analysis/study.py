"""A study: one graph, and what several analyses of it start from, each worked out once, when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import pandas as pd

from graph.analysis.brokerage import Brokerage, brokerage
from graph.analysis.communities import Communities, communities
from graph.analysis.coverage import Coverage, coverage
from graph.analysis.draws import DRAWS, SEED
from graph.analysis.engine import Engine
from graph.analysis.gaps import Gaps, gaps
from graph.analysis.holes import Holes, holes
from graph.analysis.horizontal import Horizontal, horizontal, remaining, secretariat
from graph.analysis.introductions import Introductions, introductions
from graph.analysis.isolates import Isolates, isolates
from graph.analysis.mixing import Mixing, mixing, sectors
from graph.analysis.needs import Needs, needs
from graph.analysis.roles import BrokerageRoles, By, brokerage_roles
from graph.analysis.significance import Significance, significance
from graph.analysis.single_points import SinglePoints, single_points
from graph.analysis.stability import Stability, stability
from graph.analysis.themes import Themes, themes
from graph.dataset import Dataset
from graph.network import Form, KnowledgeGraph, OrganisationNetwork, knowledge_graph, organisation_network
from graph.progress import SILENT, Progress


class Study:
    """The analyses of a Dataset.

    Parameters
    ----------
    progress
        Told of each step when it begins: graph, coverage, communities, brokerage, gaps, single_points, mixing,
        significance, stability.
    form
        What ties two organisations.
    draws, seed
        Of what is worked out from random draws; without a number, as many as each analysis takes by itself.
    engine
        Works out betweenness, communities and how alike themes are, instead of the kernels.
    """

    def __init__(
        self,
        dataset: Dataset,
        progress: Progress = SILENT,
        form: Form = Form.PROJECTION,
        draws: int | None = None,
        seed: int = SEED,
        engine: Engine | None = None,
    ) -> None:
        self.dataset = dataset
        self.progress = progress
        self.form = form
        self.draws = draws
        self.seed = seed
        self.engine = engine

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
    def wards(self) -> pd.DataFrame:
        """Cells of the municipalities that are part of another; the coverage is of those that are not."""
        every = coverage(self.graph, wards=True).cells
        return every[~every["municipality"].isin(self.coverage.cells["municipality"])].reset_index(drop=True)

    @cached_property
    def communities(self) -> Communities:
        """The partition of organisations."""
        network = self.network
        self.progress.start("communities")
        return communities(self.graph, network, progress=self.progress, engine=self.engine)

    @cached_property
    def brokerage(self) -> Brokerage:
        """Measures of each organisation as a broker."""
        community = self.communities.of()
        self.progress.start("brokerage")
        return brokerage(self.graph, self.network, community, self.engine)

    @cached_property
    def gaps(self) -> Gaps:
        """Cells where nobody works, by their score, with resources of any day."""
        covered, network = self.coverage, self.network
        self.progress.start("gaps")
        return gaps(self.graph, network, covered)

    @cached_property
    def single_points(self) -> SinglePoints:
        """What hangs on one organisation or one tie."""
        community = self.communities.of()
        self.progress.start("single_points")
        return single_points(self.graph, self.network, community)

    @cached_property
    def isolates(self) -> Isolates:
        """Organisations with no partner or one."""
        return isolates(self.graph, self.network)

    @cached_property
    def horizontal(self) -> Horizontal | None:
        """What holds without the secretariat; None where nobody can be taken for it."""
        found = secretariat(self.graph)
        return None if found is None else horizontal(self.graph, self.network, {found})

    @cached_property
    def brokerage_without(self) -> Mapping[str, Brokerage]:
        """Measures of the others when the secretariat is out, by the columns of `Horizontal`; empty without one."""
        if self.horizontal is None:
            return {}
        community = self.communities.of()
        networks = remaining(self.graph, self.network, self.horizontal.removed)
        self.progress.start("brokerage")
        return {name: brokerage(self.graph, network, community) for name, network in networks.items()}

    @cached_property
    def roles(self) -> BrokerageRoles:
        """Brokerage roles between sectors."""
        return brokerage_roles(self.graph, self.network, By.SECTOR, self.communities.of())

    @cached_property
    def mixing(self) -> Mixing:
        """Ties between sectors, against chance."""
        network = self.network
        self.progress.start("mixing", DRAWS)
        return mixing(network, sectors(network), progress=self.progress)

    @cached_property
    def holes(self) -> Holes:
        """Structural holes between communities."""
        return holes(self.graph, self.network, self.communities.of(), progress=self.progress)

    @cached_property
    def introductions(self) -> Introductions:
        """Organisations whose meeting would close a structural hole or end an isolation."""
        return introductions(self.graph, self.network, self.holes, self.isolates, self.progress)

    @cached_property
    def needs(self) -> Needs:
        """Open needs, and the resources that fit them by theme and place."""
        return needs(self.graph)

    @cached_property
    def themes(self) -> Themes:
        """What members' themes say."""
        graph = self.graph
        self.progress.start("themes")
        return themes(graph, engine=self.engine)

    @cached_property
    def significance(self) -> Significance:
        """Whether each organisation bridges more than chance would give."""
        return significance(self.graph, self.network, self.draws, self.seed, self.progress)

    @cached_property
    def stability(self) -> Stability:
        """Between which ranks each organisation lies."""
        return stability(self.graph, self.network, self.draws, self.seed, self.progress)
