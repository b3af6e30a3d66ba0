"""Cases worth spreading: what came of them, what they teach, and who did them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from graph.analysis import Findings
from graph.schema import END, START
from viz.table import Nodes


@dataclass(frozen=True)
class Source:
    """Where a case is told; `url` is only such as one may follow."""

    title: str
    url: str | None


@dataclass(frozen=True)
class Case:
    """A case; nodes go by number.

    Attributes
    ----------
    themes, places
        Its own, or where it has none those of the collaborations that it describes.
    works
        Each collaboration that it describes, with the organisations that take part.
    """

    node: int
    year: int | None
    outcome: str | None
    lesson: str | None
    themes: list[int]
    places: list[int]
    works: list[tuple[int, list[int]]]
    sources: list[Source]


@dataclass(frozen=True)
class Cases:
    """All cases, the newest first."""

    cases: list[Case]
    data: dict[str, Any]


def cases(findings: Findings, nodes: Nodes) -> Cases:
    """Return the cases of `findings`."""
    dataset = findings.dataset
    themes, places, told, members = (
        _ends(findings, nodes, *of)
        for of in (
            ("ADDRESSES", START, END),
            ("TAKES_PLACE_IN", START, END),
            ("DESCRIBES", START, END),
            ("PARTICIPATES_IN", END, START),
        )
    )
    sources = _sources(findings)
    made = []
    for id_, named in zip(dataset["Case"]["id"], dataset["Case"]["sources"], strict=True):
        number = nodes.number[id_]
        works = told[id_]
        behind = [nodes.ids[work] for work in works]
        made.append(
            Case(
                node=number,
                year=nodes.value(number, "year"),
                outcome=nodes.value(number, "outcome"),
                lesson=nodes.value(number, "lesson"),
                themes=themes[id_] or _once(theme for work in behind for theme in themes[work]),
                places=places[id_] or _once(place for work in behind for place in places[work]),
                works=[(work, members[of]) for work, of in zip(works, behind, strict=True)],
                sources=[sources[source] for source in named or () if source in sources],
            )
        )
    made.sort(key=lambda case: (-(case.year or 0), case.node))
    data = {"node": [c.node for c in made], "themes": [c.themes for c in made], "places": [c.places for c in made]}
    return Cases(made, data)


def _once(nodes: Any) -> list[int]:
    return list(dict.fromkeys(nodes))


def _ends(findings: Findings, nodes: Nodes, kind: str, near: str, far: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    frame = findings.dataset[kind]
    for one, other in zip(frame[near], frame[far], strict=True):
        found[one].append(nodes.number[other])
    return found


def _sources(findings: Findings) -> dict[str, Source]:
    frame = findings.dataset["Source"].astype(object)
    frame = frame.where(frame.notna(), None)
    return {
        id_: Source(str(title or name), url if url and url.startswith(("http://", "https://")) else None)
        for id_, title, name, url in zip(frame["id"], frame["title"], frame["name"], frame["url"], strict=True)
    }
