"""What hangs on one organisation or one tie: connections, cells, communities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from graph.analysis.coverage import State, state
from graph.analysis.evidence import Cell, Evidence, Trees, current, evidence
from graph.analysis.kernels import removal_loss
from graph.analysis.pieces import Pieces
from graph.network import Form, KnowledgeGraph, OrganisationNetwork, collaboration_members, organisations

_NAMED = 50
_HELD = 0.5
_FEWEST = 3
_PAIR = 2

_ORGANISATIONS = ["organisation", "pairsLost", "separated", "cutOff", "cellsLost", "cellsEmptied", "communitiesHeld"]
_TIES = ["organisation", "partner", "pairsLost", "separated", "cutOff", "collaborations", "declared"]
_CELLS = ["municipality", "theme", "organisation", "before", "after", "openNeeds"]
_COMMUNITIES = ["community", "organisation", "hold", "size", "separated"]


@dataclass(frozen=True)
class SinglePoints:
    """What is lost when one organisation leaves, or one tie ends.

    Attributes
    ----------
    organisations
        A row an organisation on which something hangs, the one that costs most pairs first: organisation, pairsLost
        (pairs of others that no longer reach each other), separated (others that no longer reach the largest piece),
        cutOff (their ids, at most 50), cellsLost (cells whose state gets worse), cellsEmptied (of these, cells where
        nobody is left), communitiesHeld.
    ties
        A row a bridge tie: organisation, partner (of the bipartite form one of them is a collaboration), pairsLost,
        separated (organisations on the smaller side), cutOff (their ids), collaborations and declared (what the tie
        rests on).
    cells
        A row a cell of a narrow theme that hangs on one organisation, those with most open needs first: municipality,
        theme, organisation, before and after (states), openNeeds.
    communities
        A row a community that hangs on one organisation: community, organisation, hold (*door*: all ties of the
        others to the rest of the network lead over it; *hub*: without it at least half of the pairs of the others
        no longer reach each other inside), size, separated (members concerned).
    """

    organisations: pd.DataFrame
    ties: pd.DataFrame
    cells: pd.DataFrame
    communities: pd.DataFrame


def single_points(
    graph: KnowledgeGraph, network: OrganisationNetwork, community: Mapping[str, int], *, wards: bool = False
) -> SinglePoints:
    """Return what hangs on one organisation or one tie.

    Of organisations that have left already nothing is said, though ties that they left behind count as ties. A cell
    loses an organisation that is located there or serves it, and the collaborations of which fewer than two members
    would be left; those of which no member is known stay.

    Parameters
    ----------
    community
        Community of each organisation; 0 is none.
    wards
        Also the cells of wards.

    References
    ----------
    J. Hopcroft and R. Tarjan (1973). Efficient algorithms for graph manipulation. Communications of the ACM 16,
    372-378.
    """
    pieces = Pieces(network, organisations(network))
    community = {node: community.get(node, 0) for node in organisations(network)}
    cells = pd.DataFrame(list(_cells(graph, wards=wards)), columns=_CELLS)
    held = pd.DataFrame([*_doors(graph, network, community), *_hubs(network, community)], columns=_COMMUNITIES)
    held = held.sort_values(["community", "hold", "organisation"]).reset_index(drop=True)
    return SinglePoints(
        _costs(network, pieces, cells, held, set(current(graph))),
        _bridges(network, pieces),
        cells.sort_values(
            ["openNeeds", "municipality", "theme", "organisation"], ascending=[False, True, True, True]
        ).reset_index(drop=True),
        held,
    )


def _costs(
    network: OrganisationNetwork, pieces: Pieces, cells: pd.DataFrame, communities: pd.DataFrame, present: set[str]
) -> pd.DataFrame:
    loss = removal_loss(network, organisations(network))
    lost = cells["organisation"].value_counts()
    emptied = cells[cells["after"].isin([State.NONE, State.UNKNOWN])]["organisation"].value_counts()
    held = communities["organisation"].value_counts()
    points = {point for point in pieces.points if network.nodes[point]["label"] == "Organisation"}
    found = {point for point in points if loss.pairs[point]} | {*lost.index, *held.index}
    rows = [
        (
            organisation,
            loss.pairs[organisation],
            loss.separated[organisation],
            tuple(sorted(pieces.off(organisation, _NAMED))) if organisation in points else (),
            *(int(counts.get(organisation, 0)) for counts in (lost, emptied, held)),
        )
        for organisation in found & present
    ]
    table = pd.DataFrame(rows, columns=_ORGANISATIONS)
    return table.sort_values(
        ["pairsLost", "cellsEmptied", "cellsLost", "organisation"], ascending=[False, False, False, True]
    ).reset_index(drop=True)


def _bridges(network: OrganisationNetwork, pieces: Pieces) -> pd.DataFrame:
    rows = []
    for a, b in pieces.bridges:
        (near, first), (far, second) = sorted(zip(pieces.sides(a, b), (a, b), strict=True))
        if near:
            off = tuple(sorted(pieces.beyond(second, first, _NAMED)))
            tie = network[a][b]
            rows.append((first, second, near * far, near, off, tie["collaborations"], tie["declared"]))
    table = pd.DataFrame(rows, columns=_TIES)
    return table.sort_values(["pairsLost", "organisation", "partner"], ascending=[False, True, True]).reset_index(
        drop=True
    )


def _cells(graph: KnowledgeGraph, *, wards: bool) -> Iterator[tuple[object, ...]]:
    trees = Trees.of(graph)
    found = evidence(graph, trees)
    active = set(current(graph))
    members = {c: active & set(found_) for c, found_ in collaboration_members(graph).items()}
    for place in trees.wholes if wards else trees.tops():
        for theme in trees.narrowest():
            yield from _hanging((place, theme), found, members)


def _hanging(cell: Cell, found: Evidence, members: Mapping[str, set[str]]) -> Iterator[tuple[object, ...]]:
    """Yield the cell for each organisation whose leaving changes its state."""
    local, serving, running = (kind.get(cell, set()) for kind in (found.local, found.serving, found.running))
    needs = found.needs.get(cell, set())
    lacking = bool(needs or found.reports.get(cell))
    before = state(local=bool(local or running), serving=bool(serving), lacking=lacking)
    few = [members[c] for c in running if 0 < len(members.get(c, ())) <= _PAIR]
    for organisation in sorted(local.union(serving, *few)) if len(local) <= 1 else ():
        left = {c for c in running if organisation not in members.get(c, ()) or len(members[c]) > _PAIR}
        after = state(
            local=bool(local - {organisation} or left), serving=bool(serving - {organisation}), lacking=lacking
        )
        if after is not before:
            yield (*cell, organisation, str(before), str(after), len(needs))


def _crossings(
    graph: KnowledgeGraph, network: OrganisationNetwork, community: Mapping[str, int]
) -> Iterator[tuple[int, set[str]]]:
    """Yield for each tie or collaboration that leads out of a community who holds it alone, on either side."""
    labels = network.nodes(data="label")
    for a, b in network.edges:
        if labels[a] == labels[b] and community[a] != community[b]:
            yield community[a], {a, b}
            yield community[b], {a, b}
    for members in collaboration_members(graph).values() if network.graph["form"] is Form.BIPARTITE else ():
        groups: dict[int, list[str]] = {}
        for member in members:
            groups.setdefault(community[member], []).append(member)
        for number, inside in groups.items() if len(groups) > 1 else ():
            outside = [member for other, some in groups.items() if other != number for member in some]
            yield number, {side[0] for side in (inside, outside) if len(side) == 1}


def _doors(
    graph: KnowledgeGraph, network: OrganisationNetwork, community: Mapping[str, int]
) -> Iterator[tuple[object, ...]]:
    doors: dict[int, set[str]] = {}
    for number, alone in _crossings(graph, network, community):
        doors[number] = doors[number] & alone if number in doors else alone
    doors.pop(0, None)
    sizes = pd.Series(community).value_counts()
    for number, found in doors.items():
        for organisation in found:
            others = int(sizes[number]) - (community[organisation] == number)
            if others >= _FEWEST:
                yield number, organisation, "door", int(sizes[number]), others


def _hubs(network: OrganisationNetwork, community: Mapping[str, int]) -> Iterator[tuple[object, ...]]:
    groups: dict[int, list[str]] = {}
    for organisation, number in community.items():
        if number:
            groups.setdefault(number, []).append(organisation)
    for number, members in groups.items():
        others = len(members) - 1
        if others < _FEWEST:
            continue
        loss = removal_loss(network.subgraph([*members, *_shared(network, members)]), members)
        for organisation in members:
            if loss.pairs[organisation] >= _HELD * others * (others - 1) / 2:
                yield number, organisation, "hub", len(members), loss.separated[organisation]


def _shared(network: OrganisationNetwork, members: list[str]) -> set[str]:
    """Return the collaborations of `members` that are nodes of the network."""
    if network.graph["form"] is not Form.BIPARTITE:
        return set()
    return {near for member in members for near in network[member] if network.nodes[near]["label"] == "Collaboration"}
