"""Analysis: a graph in, frozen findings out; no file, no database, no page."""

from graph.analysis.brokerage import Brokerage, brokerage
from graph.analysis.communities import Communities, communities
from graph.analysis.coverage import Coverage, State, coverage
from graph.analysis.findings import DRAWN, Findings, analyse
from graph.analysis.study import Study

__all__ = [
    "DRAWN",
    "Brokerage",
    "Communities",
    "Coverage",
    "Findings",
    "State",
    "Study",
    "analyse",
    "brokerage",
    "communities",
    "coverage",
]
