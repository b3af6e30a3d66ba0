"""The findings in a few lines: what the page says first, for a notebook and whoever else shows a piece of HTML."""

from __future__ import annotations

from graph.analysis import Findings
from graph.language import Language
from viz.credits import latest
from viz.page import environment
from viz.table import Nodes
from viz.views.summary import summary
from viz.words import Words


def render(findings: Findings, language: Language) -> str:
    """Return title, date and size of the data, and the answers to the page's four questions, as a piece of HTML.

    It stands by itself: no script, no style sheet, nothing that it refers to.
    """
    nodes = Nodes.of(findings.dataset)
    words = Words(language, nodes)
    return (
        environment()
        .get_template("card.html.j2")
        .render(
            t=words.plain,
            name=lambda number: nodes.names[number].to(language),
            language=language,
            latest=latest(findings.dataset),
            found=summary(findings, nodes),
        )
    )
