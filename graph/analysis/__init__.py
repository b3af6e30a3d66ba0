"""Analysis: a graph in, frozen findings out; no file, no database, no page."""

from graph.analysis.brokerage import Brokerage, brokerage
from graph.analysis.communities import Communities, communities
from graph.analysis.coverage import Coverage, State, coverage
from graph.analysis.findings import DRAWN, Findings, analyse
from graph.analysis.gaps import Gaps, gaps
from graph.analysis.horizontal import Horizontal, horizontal, secretariat
from graph.analysis.isolates import Isolates, isolates
from graph.analysis.mixing import Mixing, mixing
from graph.analysis.single_points import SinglePoints, single_points
from graph.analysis.study import Study

__all__ = [
    "DRAWN",
    "Brokerage",
    "Communities",
    "Coverage",
    "Findings",
    "Gaps",
    "Horizontal",
    "Isolates",
    "Mixing",
    "SinglePoints",
    "State",
    "Study",
    "analyse",
    "brokerage",
    "communities",
    "coverage",
    "gaps",
    "horizontal",
    "isolates",
    "mixing",
    "secretariat",
    "single_points",
]
