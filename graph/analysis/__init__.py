"""Analysis: a graph in, frozen findings out; no file, no database, no page."""

from graph.analysis.brokerage import Brokerage, brokerage
from graph.analysis.communities import Communities, communities
from graph.analysis.composite import Composite, composite
from graph.analysis.coverage import Coverage, State, coverage
from graph.analysis.findings import DRAWN, Findings, analyse
from graph.analysis.gaps import Gaps, gaps
from graph.analysis.horizontal import Horizontal, horizontal, secretariat
from graph.analysis.introductions import Closes, Introductions, introductions
from graph.analysis.isolates import Isolates, isolates
from graph.analysis.mixing import Mixing, mixing
from graph.analysis.needs import Lack, Needs, needs
from graph.analysis.roles import BrokerageRoles, By, brokerage_roles
from graph.analysis.significance import Significance, significance
from graph.analysis.single_points import SinglePoints, single_points
from graph.analysis.stability import Stability, stability
from graph.analysis.study import Study

__all__ = [
    "DRAWN",
    "Brokerage",
    "BrokerageRoles",
    "By",
    "Closes",
    "Communities",
    "Composite",
    "Coverage",
    "Findings",
    "Gaps",
    "Horizontal",
    "Introductions",
    "Isolates",
    "Lack",
    "Mixing",
    "Needs",
    "Significance",
    "SinglePoints",
    "Stability",
    "State",
    "Study",
    "analyse",
    "brokerage",
    "brokerage_roles",
    "communities",
    "composite",
    "coverage",
    "gaps",
    "horizontal",
    "introductions",
    "isolates",
    "mixing",
    "needs",
    "secretariat",
    "significance",
    "single_points",
    "stability",
]
