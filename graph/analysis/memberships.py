"""Who takes part in what, as arrays from which networks are drawn anew."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from graph.analysis.kernels.betweenness import dependencies, shortest_path_shares
from graph.analysis.kernels.curveball import TRADES, curveballed
from graph.analysis.kernels.projection import projected, transposed
from graph.network import (
    Form,
    KnowledgeGraph,
    OrganisationNetwork,
    collaboration_members,
    organisation_network,
    organisations,
)

Ints = npt.NDArray[np.int64]
_Ends = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Memberships:
    """What a network of organisations is made of.

    In the declared form each tie is a collaboration of two.

    Attributes
    ----------
    organisations
        The n organisations, in the network's order.
    indptr, members
        Collaboration i has the members ``members[indptr[i]:indptr[i + 1]]``, positions of organisations.
    ties
        Shape (t, 2): declared ties beside the collaborations, each pair once.
    form
        What ties two organisations.
    """

    organisations: list[str]
    indptr: Ints
    members: _Ends
    ties: _Ends
    form: Form

    @classmethod
    def of(cls, graph: KnowledgeGraph, network: OrganisationNetwork) -> Memberships:
        """Return what `network`, a network of the organisations of `graph`, is made of."""
        nodes = organisations(network)
        position = {node: i for i, node in enumerate(nodes)}
        declared = [sorted((position[a], position[b])) for a, b in organisation_network(graph, Form.DECLARED).edges]
        form = network.graph["form"]
        if form is Form.DECLARED:
            return cls(nodes, *_grouped(declared), _pairs([]), form)
        groups = [[position[member] for member in members] for members in collaboration_members(graph).values()]
        return cls(nodes, *_grouped(groups), _pairs(declared), form)

    @property
    def held(self) -> Ints:
        """How many collaborations and declared ties each organisation has."""
        return np.bincount(np.concatenate([self.members, self.ties.ravel()]), minlength=len(self.organisations))

    def rows(self) -> tuple[Ints, _Ends]:
        """Return `indptr` and `indices` of the network (see `graph.analysis.csr.Csr`).

        In the bipartite form collaborations come after the organisations.
        """
        n = len(self.organisations)
        pairs, sizes = self.ties, np.diff(self.indptr)
        if self.form is Form.BIPARTITE:
            owner = np.repeat(np.arange(n, n + len(sizes), dtype=np.int32), sizes)
            members = np.concatenate([np.stack([self.members, owner], axis=1).ravel(), pairs.ravel()])
            indptr, n = np.arange(0, len(members) + 1, 2), n + len(sizes)
        else:
            members = np.concatenate([self.members, pairs.ravel()])
            indptr = np.concatenate([[0], np.cumsum(np.concatenate([sizes, np.full(len(pairs), 2)]))])
        found = projected(indptr, members, n)
        return found[0], found[1]

    def betweenness(self, sources: _Ends | None = None) -> npt.NDArray[np.float64]:
        """Return the betweenness centrality of each organisation in the network (see `graph.analysis.kernels`).

        Parameters
        ----------
        sources
            Positions of the organisations from which shortest paths are searched; from fewer than all, it is estimated.
        """
        indptr, indices = self.rows()
        n = len(indptr) - 1
        if sources is None:
            scores = shortest_path_shares(indptr, indices)
        else:
            scores = dependencies(indptr, indices, sources) * (n / len(sources) / 2)
        return scores[: len(self.organisations)] / max((n - 1) * (n - 2) / 2, 1)

    def rewired(self, generator: np.random.Generator) -> Memberships:
        """Return other memberships in which each organisation has as many, and each collaboration its size.

        Declared ties stay as they are. See `graph.analysis.kernels.curveball`.
        """
        dealt = curveballed(self.indptr, self.members, len(self.organisations), TRADES, generator)
        return replace(self, members=dealt)

    def unwired(self, generator: np.random.Generator) -> Memberships:
        """Return memberships from which `rewired` leads to these as likely as it leads to any.

        The trades of the two sides are made in the opposite order, which is the chain of `rewired` run backwards.
        """
        across, own = transposed(self.indptr, self.members, len(self.organisations))
        dealt = curveballed(across, own, len(self.indptr) - 1, TRADES, generator)
        return replace(self, members=transposed(across, dealt, len(self.indptr) - 1)[1])

    def resampled(self, generator: np.random.Generator) -> Memberships:
        """Return as many collaborations, and as many declared ties, drawn with replacement.

        What is drawn twice stands once: neither the length nor the number of shortest paths knows how many
        collaborations two share.
        """
        collaborations, ties = len(self.indptr) - 1, len(self.ties)
        kept = np.unique(generator.integers(0, max(collaborations, 1), collaborations))
        drawn = np.unique(generator.integers(0, max(ties, 1), ties))
        chosen = np.zeros(collaborations, bool)
        chosen[kept] = True
        sizes = np.diff(self.indptr)
        return replace(
            self,
            indptr=np.concatenate([[0], np.cumsum(sizes[chosen])]),
            members=self.members[np.repeat(chosen, sizes)],
            ties=self.ties[drawn],
        )

    def without(self, gone: npt.NDArray[np.bool_]) -> Memberships:
        """Return the memberships without those of the organisations that are `gone`, who are then isolated."""
        stays = ~gone[self.members]
        left = np.concatenate([[0], np.cumsum(stays)])
        return replace(
            self,
            indptr=left[self.indptr],
            members=self.members[stays],
            ties=self.ties[~gone[self.ties].any(axis=1)],
        )


def _grouped(groups: list[list[int]]) -> tuple[Ints, _Ends]:
    sizes = np.array([0, *map(len, groups)], np.int64)
    return sizes.cumsum(), np.array([member for group in groups for member in group], np.int32)


def _pairs(pairs: list[list[int]]) -> _Ends:
    return np.array(pairs, np.int32).reshape(-1, 2)
