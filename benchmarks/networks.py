"""A made-up platform of organisations and collaborations, of any size, always the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

import networkx as nx
import numpy as np
import numpy.typing as npt
from scipy import sparse

from graph.analysis.csr import Csr

_AREA = 60
_ELSEWHERE = 0.15
_THEMES = 120
_SECTORS = (0.34, 0.2, 0.12, 0.1, 0.08, 0.06, 0.05, 0.03, 0.02)

Ints = npt.NDArray[np.int64]
Ends = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Platform:
    """Organisations and the collaborations that they take part in.

    Organisations live in areas of about 60. A collaboration has a home area and two members or more, mostly of that
    area and one in seven of anywhere, chosen by how active they are (a Pareto tail of exponent 1.6); who was not
    chosen joins one of the area. So degrees have a heavy tail, neighbours know each other, areas are joined by few.
    Sharing a collaboration ties two: about four ties an organisation.

    Attributes
    ----------
    member, collaboration
        An organisation and a collaboration that it takes part in, each pair once, by collaboration.
    sector
        Sector of each organisation, 0 to 8.
    themes
        The themes that each organisation works on, of 120, some far more common than others.
    area
        The area that each organisation lives in.
    """

    organisations: int
    collaborations: int
    member: Ints
    collaboration: Ints
    sector: Ints
    themes: list[list[int]]
    area: Ints

    @cached_property
    def participation(self) -> sparse.csr_array:
        """The matrix of organisations × collaborations, ones and zeros."""
        ones = np.ones(self.member.size)
        shape = (self.organisations, self.collaborations)
        return sparse.csr_array((ones, (self.member, self.collaboration)), shape=shape)

    @cached_property
    def by_collaboration(self) -> tuple[Ints, Ends]:
        """The members of each collaboration as compressed rows."""
        return np.searchsorted(self.collaboration, np.arange(self.collaborations + 1)), self.member.astype(np.int32)

    @cached_property
    def members(self) -> list[list[int]]:
        """The members of each collaboration."""
        return [part.tolist() for part in np.split(self.member, self.by_collaboration[0][1:-1])]

    @cached_property
    def by_member(self) -> tuple[Ints, Ends]:
        """The collaborations of each organisation as compressed rows."""
        order = np.lexsort((self.collaboration, self.member))
        firsts = np.searchsorted(self.member[order], np.arange(self.organisations + 1))
        return firsts, self.collaboration[order].astype(np.int32)

    @cached_property
    def ties(self) -> sparse.coo_array:
        """Each tie once, with Newman's weight: the sum over shared collaborations of 1 / (members - 1)."""
        members = self.participation.sum(axis=0)
        shared = self.participation[:, members > 1]
        weighted = shared @ sparse.diags_array(1 / (members[members > 1] - 1)) @ shared.T
        return sparse.coo_array(sparse.triu(weighted, k=1))

    @cached_property
    def rows(self) -> Csr:
        """The projection as the kernels read it."""
        both = (self.ties + self.ties.T).tocsr()
        both.sort_indices()
        indptr, indices = both.indptr.astype(np.int64), both.indices.astype(np.int32)
        return Csr(list(range(self.organisations)), indptr, indices, both.data)

    @cached_property
    def network(self) -> nx.Graph[int]:
        """The projection as a networkx graph, with `weight`."""
        graph: nx.Graph[int] = nx.empty_graph(self.organisations)
        graph.add_weighted_edges_from(
            zip(self.ties.row.tolist(), self.ties.col.tolist(), self.ties.data.tolist(), strict=True)
        )
        return graph

    @cached_property
    def bipartite(self) -> nx.Graph[int]:
        """Organisations 0 to n - 1 and collaborations from n on, as a networkx graph."""
        graph: nx.Graph[int] = nx.empty_graph(self.organisations + self.collaborations)
        graph.add_edges_from(zip(self.member.tolist(), (self.organisations + self.collaboration).tolist(), strict=True))
        return graph

    @property
    def forms(self) -> tuple[tuple[str, Csr], tuple[str, nx.Graph[int]]]:
        """The projection in both forms that kernels take, with what is said of it."""
        return ("", self.rows), (", from a NetworkX graph", self.network)

    @property
    def size(self) -> str:
        """How large the projection is, in words."""
        return f"{self.organisations:,} organisations, {self.ties.nnz:,} ties"


@cache
def platform(organisations: int) -> Platform:
    """Return the platform of that many organisations."""
    chosen = np.random.default_rng(20_261_124)
    area = np.sort(chosen.integers(0, max(organisations // _AREA, 1), organisations))
    active = np.concatenate([[0.0], np.cumsum(chosen.pareto(1.6, organisations) + 0.4)])
    count = round(organisations * 0.62)
    home = area[_between(chosen, active, np.zeros(count), np.full(count, organisations))]
    collaboration, member = _memberships(chosen, area, active, home)
    sector = chosen.choice(len(_SECTORS), organisations, p=_SECTORS)
    return Platform(organisations, count, member, collaboration, sector, _themes(chosen, organisations), area)


def _memberships(chosen: np.random.Generator, area: Ints, active: Floats, home: Ints) -> tuple[Ints, Ints]:
    """Return collaborations of those homes and their members, ascending, each pair once."""
    organisations, count = area.size, home.size
    collaboration = np.repeat(np.arange(count), 1 + chosen.geometric(0.4, count))
    first, last = (np.searchsorted(area, home[collaboration], side=side) for side in ("left", "right"))
    elsewhere = chosen.random(collaboration.size) < _ELSEWHERE
    first[elsewhere], last[elsewhere] = 0, organisations
    member = _between(chosen, active, first, last)
    left_out = np.setdiff1d(np.arange(organisations), member)
    joined = _of_area(chosen, area[left_out], home)
    pairs = np.column_stack([np.append(collaboration, joined), np.append(member, left_out)])
    return tuple(np.unique(pairs, axis=0).T.copy())


def _of_area(chosen: np.random.Generator, area: Ints, home: Ints) -> Ints:
    """Return for each of `area` a collaboration whose home it is, or that of the next."""
    by_home = np.argsort(home, kind="stable")
    low, high = (np.searchsorted(home[by_home], area, side=side) for side in ("left", "right"))
    place = (low + chosen.random(area.size) * (high - low)).astype(np.int64)
    return np.asarray(by_home[place.clip(max=home.size - 1)])


def _themes(chosen: np.random.Generator, organisations: int) -> list[list[int]]:
    common = 1 / np.arange(1, _THEMES + 1) ** 0.7
    sizes = chosen.geometric(0.35, organisations)
    drawn = chosen.choice(_THEMES, int(sizes.sum()), p=common / common.sum())
    return [sorted(set(part.tolist())) for part in np.split(drawn, sizes.cumsum()[:-1])]


def _between(
    chosen: np.random.Generator, active: Floats, first: npt.NDArray[np.number], last: npt.NDArray[np.number]
) -> Ints:
    """Return for each pair of bounds an organisation from first to before last, by how active it is."""
    low, high = active[first.astype(np.int64)], active[last.astype(np.int64)]
    drawn = np.searchsorted(active, low + chosen.random(low.size) * (high - low), side="right") - 1
    return drawn.clip(first, last - 1).astype(np.int64)
