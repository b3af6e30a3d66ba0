"""One partition from many runs."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt

from graph.analysis.communities.leiden import Labels, Leiden, relabelled

_THRESHOLD = 0.5
_MOST_ATOMS = 3_000
_MOST_ROUNDS = 20

_Ints = npt.NDArray[np.int64]
_Floats = npt.NDArray[np.float64]


def consensus(runs: Labels, ties: tuple[_Ints, _Ints], seeds: Sequence[int]) -> Labels:
    """Return the partition that `runs` agree on.

    Two nodes are tied by the share of runs that put them together, where that is more than half; a node tied to none
    keeps its strongest one. The communities of this network are found as many times as there are `seeds`, and so on
    from those, until all runs are one.

    Nodes that every run puts together are one node of that network, which changes nothing but its size. When more than
    3,000 are left, only nodes tied in the first network are compared, as Tandon and others do.

    Parameters
    ----------
    runs
        Shape (runs, nodes).
    ties
        The nodes of each tie of the first network.

    References
    ----------
    A. Lancichinetti and S. Fortunato (2012). Consensus clustering in complex networks. Scientific Reports 2, 336.
    A. Tandon, A. Albeshri, V. Thayananthan, W. Alhalabi, F. Radicchi, S. Fortunato (2019). Fast consensus clustering
    in complex networks. Physical Review E 99, 042301.

    Examples
    --------
    >>> runs = np.array([[0, 0, 1, 1], [0, 0, 1, 1], [0, 0, 0, 1]])
    >>> consensus(runs, (np.array([0, 1, 2]), np.array([1, 2, 3])), seeds=[1, 2]).tolist()
    [0, 0, 1, 1]
    """
    for _ in range(_MOST_ROUNDS):
        kinds, atom = np.unique(runs.T, axis=0, return_inverse=True)
        atom = atom.ravel()
        if not np.ptp(runs, axis=0).any():
            break
        starts, ends = _compared(len(kinds), (atom[ties[0]], atom[ties[1]]))
        shares = _shares(kinds, starts, ends)
        sizes = np.bincount(atom).astype(np.float64)
        inside = np.flatnonzero(sizes > 1)
        kept = _kept(starts, ends, shares, sizes > 1)
        starts, ends = starts[kept], ends[kept]
        weights = shares[kept] * sizes[starts] * sizes[ends]
        leiden = Leiden(
            np.concatenate([starts, inside]),
            np.concatenate([ends, inside]),
            np.concatenate([weights, sizes[inside] * (sizes[inside] - 1) / 2]),
            len(kinds),
        )
        runs = leiden.runs(1.0, seeds)[:, atom]
    return relabelled(runs[0])


def certainty(runs: Labels, partition: Labels) -> _Floats:
    """Return for each node the mean share of `runs` in which it is together with another node of its community.

    Missing (NaN) for a node that is alone in its community.

    Examples
    --------
    >>> runs = np.array([[0, 0, 0, 1], [0, 0, 1, 1]])
    >>> certainty(runs, np.array([0, 0, 0, 1])).tolist()
    [0.75, 0.75, 0.5, nan]
    """
    others = np.bincount(partition)[partition] - 1
    together = np.zeros(partition.size)
    for labels in runs:
        both = np.unique(labels * (partition.max() + 1) + partition, return_inverse=True, return_counts=True)
        together += both[2][both[1].ravel()] - 1
    shares = np.full(partition.size, np.nan)
    np.divide(together, len(runs) * others, out=shares, where=others > 0)
    return shares


def connected(partition: Labels, network: nx.Graph[int]) -> Labels:
    """Return `partition` with each community parted that is in pieces in `network`, whose nodes are 0 to n - 1."""
    inside = nx.Graph((a, b) for a, b in network.edges if partition[a] == partition[b])
    inside.add_nodes_from(network)
    result = np.empty_like(partition)
    for number, piece in enumerate(nx.connected_components(inside)):
        result[list(piece)] = number
    return relabelled(result)


def _compared(atoms: int, tied: tuple[_Ints, _Ints]) -> tuple[_Ints, _Ints]:
    """Return the pairs of atoms to compare, the first the smaller."""
    if atoms <= _MOST_ATOMS:
        starts, ends = np.triu_indices(atoms, k=1)
        return starts, ends
    low, high = np.minimum(*tied), np.maximum(*tied)
    codes = np.unique((low * atoms + high)[low < high])
    return codes // atoms, codes % atoms


def _shares(kinds: Labels, starts: _Ints, ends: _Ints) -> _Floats:
    together: _Floats = np.zeros(starts.size)
    for labels in np.ascontiguousarray(kinds.T):
        together += labels[starts] == labels[ends]
    together /= kinds.shape[1]
    return together


def _kept(starts: _Ints, ends: _Ints, shares: _Floats, reached: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return which pairs are above the threshold, or the strongest of one that is not `reached` by any of them."""
    kept = shares > _THRESHOLD
    reached = reached.copy()
    reached[starts[kept]] = reached[ends[kept]] = True
    left = ~(reached[starts] & reached[ends]) & (shares > 0)
    candidates = np.flatnonzero(left)[np.argsort(-shares[left], kind="stable")]
    for pair in candidates:
        a, b = starts[pair], ends[pair]
        if not (reached[a] and reached[b]):
            kept[pair] = True
            reached[a] = reached[b] = True
    return kept
