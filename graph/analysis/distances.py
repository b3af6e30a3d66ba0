"""How far municipalities lie from each other: in kilometres, and in borders to cross."""

from __future__ import annotations

from functools import cached_property

import networkx as nx
import numpy as np
import numpy.typing as npt

from graph.network import KnowledgeGraph, targets, with_label

_RADIUS_KM = 6371.0088


def haversine(
    latitude: npt.ArrayLike, longitude: npt.ArrayLike, other_latitude: npt.ArrayLike, other_longitude: npt.ArrayLike
) -> npt.NDArray[np.float64]:
    """Return the great-circle distance in kilometres between positions in degrees, on a sphere of radius 6,371.0088 km.

    The Earth is no sphere: the error is below 0.6 %.

    References
    ----------
    R. W. Sinnott (1984). Virtues of the haversine. Sky and Telescope 68(2), 159.

    Examples
    --------
    Tokyo station to Yokohama station:

    >>> round(float(haversine(35.681, 139.767, 35.466, 139.622)), 1)
    27.3
    """
    phi, theta, other_phi, other_theta = (
        np.radians(np.asarray(degrees, dtype=np.float64))
        for degrees in (latitude, longitude, other_latitude, other_longitude)
    )
    half = np.sin((other_phi - phi) / 2) ** 2 + np.cos(phi) * np.cos(other_phi) * np.sin((other_theta - theta) / 2) ** 2
    return np.asarray(2 * _RADIUS_KM * np.arcsin(np.sqrt(np.minimum(half, 1.0))), dtype=np.float64)


class Distances:
    """Distances between the municipalities of a graph; NaN and None where they are not known.

    A ward without a position is taken to lie where its city does.
    """

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._graph = graph
        self.places = with_label(graph, "Municipality")
        self._position = {place: i for i, place in enumerate(self.places)}
        self._borders: dict[str, dict[str, int]] = {}

    def km(self, place: str, other: str) -> float:
        """Return the kilometres between the positions of two municipalities, NaN when one has none."""
        return float(self._km[self._position[place], self._position[other]])

    def borders(self, place: str, other: str) -> int | None:
        """Return how many borders lie between two municipalities over `ADJACENT_TO`, None when no way is known.

        Wards share borders with wards: between a ward and what is no ward, the ward's city stands for it.
        """
        for start in (place, *sorted(targets(self._graph, place, "PART_OF"))):
            for end in (other, *sorted(targets(self._graph, other, "PART_OF"))):
                found = self._around(start).get(end)
                if found is not None:
                    return found
        return None

    @cached_property
    def _km(self) -> npt.NDArray[np.float64]:
        where = np.array([self._where(place) for place in self.places], dtype=np.float64).reshape(-1, 2)
        latitude, longitude = where[:, 0], where[:, 1]
        return haversine(latitude[:, None], longitude[:, None], latitude, longitude)

    @cached_property
    def _map(self) -> nx.Graph[str]:
        drawn: nx.Graph[str] = nx.Graph()
        drawn.add_nodes_from(self.places)
        drawn.add_edges_from((a, b) for a, b, data in self._graph.edges(data=True) if data["type"] == "ADJACENT_TO")
        return drawn

    def _where(self, place: str) -> tuple[float, float]:
        for candidate in (place, *sorted(targets(self._graph, place, "PART_OF"))):
            data = self._graph.nodes[candidate]
            if "latitude" in data and "longitude" in data:
                return data["latitude"], data["longitude"]
        return float("nan"), float("nan")

    def _around(self, place: str) -> dict[str, int]:
        if place not in self._borders:
            self._borders[place] = dict(nx.single_source_shortest_path_length(self._map, place))
        return self._borders[place]
