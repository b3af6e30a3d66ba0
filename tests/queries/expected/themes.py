"""Rows of the queries about themes, from the sample's files."""

from collections import defaultdict
from itertools import combinations

from tests.queries.facts import Facts
from tests.queries.tables import Tables


def tree(tables: Tables) -> list[tuple]:
    facts = Facts(tables)
    parent = dict(facts.pairs("BROADER"))
    kinds = [
        [pair for pair in facts.pairs("WORKS_ON") if pair[0] in facts.members],
        [pair for pair in facts.pairs("ADDRESSES") if pair[0] in facts.running],
        [pair for pair in facts.pairs("ADDRESSES") if pair[0] in facts.open_needs],
    ]

    def way(topic):
        return [*(way(parent[topic]) if topic in parent else []), topic]

    rows = []
    for topic in sorted(facts.wider, key=way):
        counts = []
        for pairs in kinds:
            counts.append(len({node for node, own in pairs if own == topic}))
            counts.append(len({node for node, own in pairs if topic in facts.wider[own]}))
        rows.append((len(way(topic)) - 1, facts.name.get(parent.get(topic)), facts.name[topic], *counts))
    return rows


def _joined(facts):
    """The collaborations that address each pair of themes."""
    topics = facts.ends("ADDRESSES")
    found = defaultdict(set)
    for work in facts.tables["Collaboration"]["ID"]:
        for pair in combinations(sorted(topics[work]), 2):
            found[pair].add(work)
    return found


def co_occurring(tables: Tables, limit: int = 20) -> list[tuple]:
    facts = Facts(tables)
    joined = facts.ends("PARTICIPATES_IN", back=True)
    rows = []
    for pair, works in _joined(facts).items():
        members = set().union(*(joined[work] for work in works))
        rows.append((-len(works), -len(members), pair, len(works & facts.running)))
    return [
        (facts.name[one], facts.name[other], -works, running, -members)
        for works, members, (one, other), running in sorted(rows)[:limit]
    ]


def unjoined_pairs(tables: Tables, organisations: int = 3, limit: int = 20) -> list[tuple]:
    facts = Facts(tables)
    located, joined = facts.at(facts.members, "LOCATED_IN"), _joined(facts)
    both = defaultdict(set)
    for member, topics in facts.ends("WORKS_ON").items():
        for pair in combinations(sorted(topics), 2):
            both[pair] |= {member} & facts.members
    rows = [
        (-len(members), pair, len(set().union(*(located[member] for member in members))))
        for pair, members in both.items()
        if len(members) >= organisations and pair not in joined
    ]
    return [
        (facts.name[one], facts.name[other], -fewer, places) for fewer, (one, other), places in sorted(rows)[:limit]
    ]


def never_joint(tables: Tables, organisations: int = 3, limit: int = 20) -> list[tuple]:
    facts = Facts(tables)
    located, works = facts.at(facts.members, "LOCATED_IN"), facts.ends("PARTICIPATES_IN")
    topics, cells = facts.ends("ADDRESSES"), defaultdict(set)
    for member, topic in facts.pairs("WORKS_ON"):
        for place in located.get(member, ()):
            cells[place, topic].add(member)
    rows = []
    for (place, topic), members in cells.items():
        on_it = {w for w in facts.running if any(topic in facts.wider[own] for own in topics[w])}
        if len(members) < organisations or any(works[a] & works[b] & on_it for a, b in combinations(members, 2)):
            continue
        elsewhere = sum(bool(works[member] & on_it) for member in members)
        rows.append((-len(members), facts.code[place], topic, place, elsewhere, facts.called(members)))
    return [
        (code, facts.name[place], facts.name[topic], -fewer, elsewhere, names)
        for fewer, code, topic, place, elsewhere, names in sorted(rows)[:limit]
    ]


def sectors_by_theme(tables: Tables) -> list[tuple]:
    facts = Facts(tables)
    known = {facts.sector[member] for member in facts.members}
    rows = []
    for topic in facts.wider:
        members = {m for m, own in facts.pairs("WORKS_ON") if topic in facts.wider[own]} & facts.members
        present = {facts.sector[member] for member in members}
        rows.append((len(present), len(members), topic, sorted(known - present)))
    return [(facts.name[topic], members, sectors, missing) for sectors, members, topic, missing in sorted(rows)]
