"""Layout: where each node stands in the picture, and how well ties can be read from it."""

from graph.analysis.layout.packing import Place, Places
from graph.analysis.layout.positions import positions
from graph.analysis.layout.quality import crossing_rate, neighbourhood_preservation

__all__ = ["Place", "Places", "crossing_rate", "neighbourhood_preservation", "positions"]
