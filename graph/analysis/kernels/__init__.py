"""Measures of networkx, computed by numba on compressed sparse rows.

Each takes a networkx graph or a `Csr` and returns what networkx returns. Compiled code is kept on disk, so that only
the first start after installation compiles.
"""

from graph.analysis.kernels.backbone import Backbone, backbone
from graph.analysis.kernels.betweenness import betweenness
from graph.analysis.kernels.connectivity import Articulation, RemovalLoss, articulation, removal_loss
from graph.analysis.kernels.cores import core_numbers
from graph.analysis.kernels.curveball import curveball, curveballed
from graph.analysis.kernels.local_efficiency import local_efficiency
from graph.analysis.kernels.pagerank import pagerank
from graph.analysis.kernels.participation import participation, within_module_z
from graph.analysis.kernels.projection import Projection, projected, projection
from graph.analysis.kernels.roles import ROLES, Roles, gould_fernandez
from graph.analysis.kernels.sampled_betweenness import SampledBetweenness, sampled_betweenness
from graph.analysis.kernels.steps import steps
from graph.analysis.kernels.structural_holes import (
    StructuralHoles,
    constraint,
    effective_size,
    efficiency,
    hierarchy,
    structural_holes,
)

__all__ = [
    "ROLES",
    "Articulation",
    "Backbone",
    "Projection",
    "RemovalLoss",
    "Roles",
    "SampledBetweenness",
    "StructuralHoles",
    "articulation",
    "backbone",
    "betweenness",
    "constraint",
    "core_numbers",
    "curveball",
    "curveballed",
    "effective_size",
    "efficiency",
    "gould_fernandez",
    "hierarchy",
    "local_efficiency",
    "pagerank",
    "participation",
    "projected",
    "projection",
    "removal_loss",
    "sampled_betweenness",
    "steps",
    "structural_holes",
    "within_module_z",
]
