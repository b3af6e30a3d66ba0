"""Communities: groups of organisations with more ties inside than chance would give."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx
import numpy as np
import numpy.typing as npt
import pandas as pd

from graph.analysis.communities.consensus import certainty, connected, consensus
from graph.analysis.communities.leiden import Labels, Leiden
from graph.analysis.communities.naming import KINDS, typical
from graph.analysis.communities.sweep import STANDARD, Sweep, sweep
from graph.analysis.csr import csr
from graph.analysis.draws import SEED
from graph.analysis.engine import Engine, Partitioner
from graph.network import KnowledgeGraph, OrganisationNetwork, organisations
from graph.progress import SILENT, Progress

RUNS = 50

_MANY = 10_000
_FEWEST_RUNS = 10
_SWEEP = (6, 10)
_SHORT_SWEEP = (2, 3)

_Ints = npt.NDArray[np.int64]
_MEMBERS = ["organisation", "community", "certainty"]
_SWEPT = ["resolution", "communities", "agreement", "persistence", "trivial", "chosen"]
_GROUPS = ["community", "size", "ties", "outwardTies", *KINDS, "certainty"]


@dataclass(frozen=True)
class Communities:
    """The partition of organisations.

    Attributes
    ----------
    members
        A row an organisation: organisation, community (1 is the largest; 0 has no ties), certainty (0 to 1: mean share
        of the runs in which it is with another member of its community; missing without one).
    groups
        A row a community: community, size (organisations), ties (inside), outwardTies, what it is named by (themes,
        municipalities: ids; sectors: keys; tuples of up to three, the most typical first, empty where nothing is
        typical), and certainty (mean of its members).
    typical
        What is typical of each community, with counts and lift: see `naming.typical`.
    sweep
        How stable communities are at each resolution: see `sweep.Sweep`. Empty without ties.
    resolution
        The resolution taken.
    runs
        How many runs the partition is the consensus of.
    modularity
        Newman's modularity of the partition, by weight, at resolution 1; NaN without ties.
    collaborations
        In the bipartite form, the community of each collaboration: collaboration, community. Empty in others.
    """

    members: pd.DataFrame
    groups: pd.DataFrame
    typical: pd.DataFrame
    sweep: pd.DataFrame
    resolution: float
    runs: int
    modularity: float
    collaborations: pd.DataFrame

    def of(self) -> dict[str, int]:
        """Return the community of each node of the network: organisations, and collaborations where they are nodes."""
        nodes = [*self.members["organisation"], *self.collaborations["collaboration"]]
        return dict(zip(nodes, [*self.members["community"], *self.collaborations["community"]], strict=True))


def communities(
    graph: KnowledgeGraph,
    network: OrganisationNetwork,
    *,
    resolution: float | None = None,
    runs: int | None = None,
    seed: int = SEED,
    progress: Progress = SILENT,
    engine: Engine | None = None,
) -> Communities:
    """Return the communities of organisations by the Leiden method: the consensus of many runs.

    Weights count, and a tie of weight zero is none. Organisations without ties belong to none (community 0). No
    community is in pieces. In the bipartite form collaborations are divided along with organisations.

    Parameters
    ----------
    resolution
        By default the one chosen by a sweep (see `sweep.sweep`).
    runs
        By default 50; above 10,000 nodes with ties, so many fewer that the work stays the same, but at least 10.
    seed
        The same gives the same communities.
    engine
        Runs the Leiden method on the network instead of networkit; the consensus of its runs is found as ever.

    Raises
    ------
    graph.errors.NetworkError
        When a weight is negative or not a number.

    References
    ----------
    V. A. Traag, L. Waltman, N. J. van Eck (2019). From Louvain to Leiden: guaranteeing well-connected communities.
    Scientific Reports 9, 5233.
    A. Lancichinetti and S. Fortunato (2012). Consensus clustering in complex networks. Scientific Reports 2, 336.
    J. Reichardt and S. Bornholdt (2006). Statistical mechanics of community detection. Physical Review E 74, 016110
    (the resolution).
    """
    tied, ties, weights = _ties(network)
    if not tied:
        alone = dict.fromkeys(network, 0)
        return _described(graph, network, alone, {}, float("nan"), (resolution or STANDARD, 0, None))
    leiden: Partitioner = (engine.leiden if engine else Leiden)(*ties, weights, len(tied))
    pieces: nx.Graph[int] = nx.Graph(zip(*(end.tolist() for end in ties), strict=True))
    seeds = np.random.default_rng(seed).integers(2**31, size=runs or _runs(len(tied))).tolist()
    steps, each = _SWEEP if len(tied) <= _MANY else _SHORT_SWEEP
    swept = None if resolution else sweep(leiden, nx.number_connected_components(pieces), seeds[:each], steps, progress)
    chosen = resolution or (swept.resolution if swept else STANDARD)
    found = leiden.runs(chosen, seeds)
    labels = connected(consensus(found, ties, seeds), pieces)
    numbers = _numbered(network, tied, labels)
    certain = dict(zip(tied, certainty(found, labels).tolist(), strict=True))
    return _described(graph, network, numbers, certain, _modularity(ties, weights, labels), (chosen, len(seeds), swept))


def _ties(network: OrganisationNetwork) -> tuple[list[str], tuple[_Ints, _Ints], npt.NDArray[np.float64]]:
    """Return the nodes that have ties, and each tie once, by their positions."""
    rows = csr(network)
    starts = np.repeat(np.arange(len(rows)), np.diff(rows.indptr))
    once = (starts < rows.indices) & (rows.weights > 0)
    used, ends = np.unique(np.concatenate([starts[once], rows.indices[once]]), return_inverse=True)
    a, b = ends.reshape(2, -1)
    return [rows.nodes[i] for i in used], (a, b), rows.weights[once]


def _runs(nodes: int) -> int:
    return RUNS if nodes <= _MANY else max(_FEWEST_RUNS, RUNS * _MANY // nodes)


def _numbered(network: OrganisationNetwork, tied: list[str], labels: Labels) -> dict[str, int]:
    """Return the community of each node, 1 the one of most organisations, then of the smallest id."""
    parts: dict[int, list[str]] = {}
    for node, label in zip(tied, labels.tolist(), strict=True):
        parts.setdefault(label, []).append(node)
    is_organisation = set(organisations(network)).__contains__
    ordered = sorted(map(sorted, parts.values()), key=lambda part: (-sum(map(is_organisation, part)), part))
    return dict.fromkeys(network, 0) | {node: i for i, part in enumerate(ordered, start=1) for node in part}


def _modularity(ties: tuple[_Ints, _Ints], weights: npt.NDArray[np.float64], labels: Labels) -> float:
    total = weights.sum()
    strength = np.bincount(labels[ties[0]], weights, labels.max() + 1) + np.bincount(
        labels[ties[1]], weights, labels.max() + 1
    )
    return float(weights[labels[ties[0]] == labels[ties[1]]].sum() / total - ((strength / (2 * total)) ** 2).sum())


def _described(
    graph: KnowledgeGraph,
    network: OrganisationNetwork,
    numbers: dict[str, int],
    certain: dict[str, float],
    modularity: float,
    taken: tuple[float, int, Sweep | None],
) -> Communities:
    nodes = set(organisations(network))
    members = pd.DataFrame(
        [(node, numbers[node], certain.get(node, float("nan"))) for node in sorted(nodes)], columns=_MEMBERS
    )
    parts: dict[int, list[str]] = {}
    for node in sorted(nodes):
        if numbers[node]:
            parts.setdefault(numbers[node], []).append(node)
    found = typical(graph, parts, sorted(nodes))
    resolution, runs, swept = taken
    return Communities(
        members=members,
        groups=_groups(network, numbers, members, found),
        typical=found,
        sweep=swept.table if swept else pd.DataFrame(columns=_SWEPT),
        resolution=resolution,
        runs=runs,
        modularity=modularity,
        collaborations=pd.DataFrame(
            [(node, numbers[node]) for node in sorted(set(network) - nodes)], columns=["collaboration", "community"]
        ),
    )


def _groups(
    network: OrganisationNetwork, numbers: dict[str, int], members: pd.DataFrame, found: pd.DataFrame
) -> pd.DataFrame:
    last = max(numbers.values(), default=0)
    inside, outward = [0] * (last + 1), [0] * (last + 1)
    for a, b, weight in network.edges(data="weight", default=1.0):
        if numbers[a] == numbers[b] and a != b and weight > 0:
            inside[numbers[a]] += 1
        elif weight > 0 and a != b:
            outward[numbers[a]] += 1
            outward[numbers[b]] += 1
    by_community = members.groupby("community")
    sizes, certain = by_community.size(), by_community["certainty"].mean()
    named = found[found["named"].astype(bool)].groupby(["community", "kind"])["value"].agg(tuple).to_dict()
    rows = [
        (
            *(number, int(sizes.get(number, 0)), inside[number], outward[number]),
            *(named.get((number, kind), ()) for kind in KINDS),
            certain.get(number),
        )
        for number in range(1, last + 1)
    ]
    return pd.DataFrame(rows, columns=_GROUPS)
