"""Measures of networkx, computed by numba on compressed sparse rows.

Each takes an undirected networkx graph and returns what networkx returns. Compiled code is kept on disk, so that only
the first start after installation compiles.
"""

from graph.analysis.kernels.betweenness import betweenness
from graph.analysis.kernels.structural_holes import constraint

__all__ = ["betweenness", "constraint"]
