"""The page's views, in the order of their tabs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Protocol

from graph.analysis import Findings
from viz.table import Nodes
from viz.views.cases import cases
from viz.views.coverage import heat_map
from viz.views.introductions import introductions
from viz.views.map import atlas
from viz.views.matching import matching
from viz.views.network import picture
from viz.views.ranking import ranking
from viz.views.summary import summary
from viz.views.themes import themes_view
from viz.views.timeline import timeline


class View(Protocol):
    """What a view's template shows."""

    @property
    def data(self) -> object:
        """What its scripts need, as JSON can say it, or None."""


def _no_more(_findings: Findings, _nodes: Nodes) -> None:
    """Say that a view shows what all views have."""


VIEWS: Mapping[str, Callable[[Findings, Nodes], View | None]] = {
    "summary": summary,
    "network": picture,
    "coverage": heat_map,
    "ranking": ranking,
    "themes": themes_view,
    "matching": matching,
    "introductions": introductions,
    "cases": cases,
    "map": atlas,
    "timeline": timeline,
    "table": _no_more,
}
"""The views in the order of their tabs, each with what makes it.

Its template is ``<name>.html.j2``, its part of the rail ``<name>-rail.html.j2``, and what its scripts need stands under
its name in the page's data.
"""

ALWAYS = ("network", "coverage", "table")
"""Views that no page is without."""


def tabs(findings: Findings, nodes: Nodes, without: Collection[str] = ()) -> dict[str, View | None]:
    """Return the views of `findings` by name, but those named in `without` that a page can do without.

    The ranking, of which the summary tells too, is worked out once.
    """
    ranked = ranking(findings, nodes)
    once: dict[str, View] = {"ranking": ranked, "summary": summary(findings, nodes, ranked)}
    asked = [name for name in VIEWS if name in ALWAYS or name not in without]
    return {name: once[name] if name in once else VIEWS[name](findings, nodes) for name in asked}
