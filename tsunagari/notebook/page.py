"""The page inside a notebook."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path

from graph.analysis import Findings as AnyFindings
from graph.language import Language, language
from tsunagari.notebook.findings import Given, drawn
from tsunagari.notebook.telling import told
from viz.page import Options, render, replace


@dataclass(frozen=True)
class Page:
    """A page that a notebook shows where it is the last value of a cell.

    Attributes
    ----------
    html
        The whole page.
    height
        How high it is shown, in pixels.
    """

    html: str
    height: int = 720

    def _repr_html_(self) -> str:
        """Return a frame that holds the page; it can do nothing to the notebook around it."""
        return (
            f'<iframe srcdoc="{html.escape(self.html)}" width="100%" height="{self.height}" '
            'sandbox="allow-scripts allow-downloads allow-modals allow-popups" title="tsunagari"></iframe>'
        )

    def save(self, path: str | Path) -> Path:
        """Write the page to `path` and return it."""
        return replace(Path(path), self.html)


@told()
def page(
    graph: Given | AnyFindings = None,
    *,
    title: str | None = None,
    lang: Language | None = None,
    height: int = 720,
    draws: int | None = None,
) -> Page:
    """Return the page of a graph, which a notebook shows inline.

    Parameters
    ----------
    graph
        A Dataset, the Findings of one, or a networkx graph: one that `network` made, or any other, whose nodes then
        are organisations and whose edges are ties; by default the database.
    title
        What the page is called.
    lang
        ``ja`` or ``en``; by default the program's language.
    height
        How high it is shown, in pixels.
    draws
        As in `findings`.

    Returns
    -------
    Page
        Shown in a frame where it is the last value of a cell; ``save("atlas.html")`` writes it to a file.

    Examples
    --------
    >>> import networkx as nx
    >>> shown = page(nx.path_graph(["a", "b", "c"]), lang="en", draws=0)
    >>> "<iframe" in shown._repr_html_()
    True
    """
    found = graph if isinstance(graph, AnyFindings) else drawn(graph, draws).findings
    return Page(render(found, Options(title=title, language=lang or language())), height)
