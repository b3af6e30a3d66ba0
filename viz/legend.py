"""The legend: kinds of nodes and ties with their look and numbers, and what to narrow them down by."""

from __future__ import annotations

from dataclasses import dataclass

from graph.analysis import DRAWN, Findings
from graph.schema import schema
from viz.table import Nodes
from viz.views.network import COLOURS, DASHES, HIDDEN_AT_FIRST, SHOWN_AT_FIRST, SIZES


@dataclass(frozen=True)
class Kind:
    """A node label of the picture."""

    key: str
    colour: str
    shape: str
    count: int
    shown: bool


@dataclass(frozen=True)
class TieKind:
    """A relationship type of the picture."""

    key: str
    count: int
    shown: bool


@dataclass(frozen=True)
class Legend:
    """What the legend lists.

    Attributes
    ----------
    municipalities, themes
        Depth in their tree and node number.
    dashes
        Kinds of declared ties that there are, and how their line is broken as SVG says it (empty for a whole line).
    sizes, colours
        What size and colour can say; only kinds where there are no organisations.
    """

    kinds: list[Kind]
    ties: list[TieKind]
    municipalities: list[tuple[int, int]]
    themes: list[tuple[int, int]]
    communities: list[tuple[int, int]]
    sectors: list[str]
    dashes: list[tuple[str, str]]
    sizes: tuple[str, ...]
    colours: tuple[str, ...]


def legend(findings: Findings, nodes: Nodes) -> Legend:
    """Return the legend of `findings`."""
    dataset = findings.dataset
    groups = findings.communities.groups
    return Legend(
        kinds=[
            Kind(label.key, label.colour, label.shape, len(dataset[label.key]), label.key in SHOWN_AT_FIRST)
            for label in schema().labels.values()
            if label.key in DRAWN and len(dataset[label.key])
        ],
        ties=[
            TieKind(kind.key, len(dataset[kind.key]), kind.key not in HIDDEN_AT_FIRST)
            for kind in schema().relationships.values()
            if len(dataset[kind.key]) and set(kind.starts) & set(DRAWN) and set(kind.ends) & set(DRAWN)
        ],
        municipalities=tree(findings, nodes, "Municipality", "PART_OF"),
        themes=tree(findings, nodes, "Theme", "BROADER"),
        communities=[(int(c), int(s)) for c, s in zip(groups["community"], groups["size"], strict=True)],
        sectors=[key for key in schema().enumerations["sector"] if key in set(dataset["Organisation"]["sector"])],
        dashes=[
            (key, " ".join(map(str, DASHES.get(key, []))))
            for key in schema().enumerations["tieKind"]
            if key in set(dataset["TIED_TO"]["kind"])
        ],
        sizes=SIZES if len(dataset["Organisation"]) else (),
        colours=COLOURS if len(dataset["Organisation"]) else (),
    )


def tree(findings: Findings, nodes: Nodes, label: str, kind: str) -> list[tuple[int, int]]:
    """Return the nodes of `label` as (depth, number), each after the wider one that `kind` leads to."""
    wider = findings.dataset[kind]
    parent = dict(zip(wider["start"], wider["end"], strict=True))
    children: dict[str | None, list[str]] = {}
    for id_ in findings.dataset[label]["id"]:
        children.setdefault(parent.get(id_), []).append(id_)
    found: list[tuple[int, int]] = []
    waiting = [(0, id_) for id_ in reversed(children.get(None, []))]
    while waiting:
        depth, id_ = waiting.pop()
        found.append((depth, nodes.number[id_]))
        waiting += [(depth + 1, child) for child in reversed(children.pop(id_, []))]
    return found
