"""What falls off a network when one node or one tie is taken out, by name: its block-cut tree."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection
from typing import Any

import networkx as nx

from graph.analysis.kernels import articulation

_Vertex = tuple[bool, Any]
"""A vertex of the tree: an articulation point (True, node) or a biconnected component (False, its number)."""


class Pieces:
    """The pieces that nodes and ties of a network hold together.

    Parameters
    ----------
    counted
        The nodes that count, of the bipartite form the organisations.

    References
    ----------
    F. Harary and G. Prins (1966). The block-cutpoint-tree of a graph. Publicationes Mathematicae Debrecen 13, 103-107.
    """

    def __init__(self, network: nx.Graph[Any], counted: Collection[Any]) -> None:
        found = articulation(network)
        self.points = found.points
        self.bridges = found.bridges
        self._counted = set(counted)
        self._blocks = [sorted(block) for block in found.components]
        self._blocks_of: dict[Any, list[int]] = {}
        for number, block in enumerate(self._blocks):
            for node in block:
                self._blocks_of.setdefault(node, []).append(number)
        self._above: dict[_Vertex, _Vertex | None] = {}
        self._size: dict[_Vertex, int] = {}
        self._root: dict[_Vertex, _Vertex] = {}
        for number in range(len(self._blocks)):
            if (False, number) not in self._above:
                self._hang(number)

    def off(self, point: Any, most: int) -> list[Any]:
        """Return which counted nodes are cut off when `point` leaves, at most `most`, the nearest of each piece first.

        Those are cut off that are not in the largest piece of what was one component.
        """
        largest_first = sorted(self._blocks_of[point], key=lambda block: (-self._piece(point, block), block))
        found: list[Any] = []
        for block in largest_first[1:]:
            found += self._nodes(point, block, most - len(found))
        return found

    def sides(self, a: Any, b: Any) -> tuple[int, int]:
        """Return how many counted nodes lie on the side of `a` and of `b` of their bridge tie."""
        block = self._block(a, b)
        whole = self._size[self._root[False, block]]
        other = self._piece(a, block) if a in self.points else whole - (a in self._counted)
        return whole - other, other

    def beyond(self, a: Any, b: Any, most: int) -> list[Any]:
        """Return counted nodes on the side of `b` of the bridge tie of `a` and `b`, at most `most`."""
        return self._nodes(a, self._block(a, b), most)

    def _block(self, a: Any, b: Any) -> int:
        return next(iter(set(self._blocks_of[a]) & set(self._blocks_of[b])))

    def _piece(self, point: Any, block: int) -> int:
        """Return how many counted nodes are in the piece that `block` leads to from `point`."""
        if self._above[False, block] == (True, point):
            return self._size[False, block]
        return self._size[self._root[False, block]] - self._size[True, point]

    def _nodes(self, point: Any, block: int, most: int) -> list[Any]:
        """Return counted nodes of the piece that `block` leads to from `point`."""
        found: list[Any] = []
        seen, waiting, left = {block}, deque([block]), {point}
        while waiting and len(found) < most:
            for node in self._blocks[waiting.popleft()]:
                if node in left:
                    continue
                left.add(node)
                if node in self._counted:
                    found.append(node)
                further = [other for other in self._blocks_of[node] if other not in seen]
                seen.update(further)
                waiting += further
        return found[:most]

    def _hang(self, first: int) -> None:
        """Hang the tree of one component on a block of it, and add up the counted nodes below each vertex."""
        root: _Vertex = (False, first)
        self._above[root] = None
        order: list[_Vertex] = []
        waiting: list[_Vertex] = [root]
        while waiting:
            vertex = waiting.pop()
            order.append(vertex)
            self._root[vertex] = root
            for below in self._below(vertex):
                if below not in self._above:
                    self._above[below] = vertex
                    waiting.append(below)
        for vertex in reversed(order):
            self._size[vertex] = self._size.get(vertex, 0) + self._own(vertex)
            above = self._above[vertex]
            if above is not None:
                self._size[above] = self._size.get(above, 0) + self._size[vertex]

    def _below(self, vertex: _Vertex) -> list[_Vertex]:
        is_point, which = vertex
        if is_point:
            return [(False, block) for block in self._blocks_of[which]]
        return [(True, node) for node in self._blocks[which] if node in self.points]

    def _own(self, vertex: _Vertex) -> int:
        is_point, which = vertex
        if is_point:
            return int(which in self._counted)
        return sum(node in self._counted and node not in self.points for node in self._blocks[which])
