"""Rows of the queries about coverage, from the sample's files."""

from collections import Counter, defaultdict

from tests.queries.facts import Facts
from tests.queries.tables import Tables


def _workers(facts, kind):
    """The members of each cell of city and theme: those located there, or those that serve it."""
    found = defaultdict(set)
    places = facts.at(facts.members, kind)
    for member, topic in facts.pairs("WORKS_ON"):
        for place in places.get(member, ()):
            found[place, topic].add(member)
    return found


def _addressing(facts, places):
    found = defaultdict(set)
    for node, topic in facts.pairs("ADDRESSES"):
        for place in places.get(node, ()):
            found[place, topic].add(node)
    return found


def _none_reported(facts):
    answers = facts.pairs("REPORTS_NONE")
    told = {(place, topic) for place, above in answers for topic in facts.wider if above in facts.wider[topic]}
    for whole, wards in facts.ends("PART_OF", back=True).items():
        told |= {(whole, topic) for topic in facts.wider if all((ward, topic) in told for ward in wards)}
    return told


def _cells(facts):
    """Each cell of city and narrow theme: state, and the five things it rests on."""
    local, serving = _workers(facts, "LOCATED_IN"), _workers(facts, "SERVES")
    running = _addressing(facts, facts.at(facts.running))
    needs, told = _addressing(facts, facts.needs_at), _none_reported(facts)
    for cell in [(place, topic) for place in facts.cities for topic in facts.narrowest]:
        helpers = {member for member in serving[cell] if cell[0] not in facts.at([member], "LOCATED_IN")[member]}
        counts = (len(local[cell]), len(helpers), len(running[cell]), len(needs[cell]), cell in told)
        state = "unknown"
        if local[cell] or running[cell]:
            state = "covered"
        elif helpers:
            state = "neighbour"
        elif needs[cell] or cell in told:
            state = "none"
        yield *cell, state, counts


def _under(facts, topic, theme):
    return theme is None or theme in {facts.name[above] for above in facts.wider[topic]}


def matrix(tables: Tables, municipality=None, theme=None, state=None) -> list[tuple]:
    facts = Facts(tables)
    return [
        (facts.code[place], facts.name[place], facts.name[topic], found, *counts)
        for place, topic, found, counts in _cells(facts)
        if municipality in {None, facts.name[place]} and _under(facts, topic, theme) and state in {None, found}
    ]


def by_municipality(tables: Tables) -> list[tuple]:
    facts = Facts(tables)
    counted = defaultdict(Counter)
    for place, _, state, _ in _cells(facts):
        counted[place][state] += 1
    rows = []
    for place, states in counted.items():
        numbers = [states[state] for state in ("covered", "neighbour", "none", "unknown")]
        share = round(100 * numbers[0] / sum(numbers), 1)
        rows.append((facts.code[place], facts.name[place], sum(numbers), *numbers, share))
    return sorted(rows, key=lambda row: (row[3], -row[6], row[0]))


def organisations_by_theme(tables: Tables) -> list[tuple]:
    facts = Facts(tables)
    located, serving = facts.at(facts.members, "LOCATED_IN"), facts.at(facts.members, "SERVES")
    rows = []
    for topic in facts.wider:
        members = {m for m, own in facts.pairs("WORKS_ON") if topic in facts.wider[own]} & facts.members
        seats = set().union(*(located[member] for member in members))
        reached = seats.union(*(serving[member] for member in members))
        share = round(100 * len(reached) / len(facts.cities), 1)
        rows.append((-len(members), topic, len(seats), len(reached), share))
    return [(facts.name[topic], -fewer, *rest) for fewer, topic, *rest in sorted(rows)]


def single_provider(tables: Tables, limit: int = 20) -> list[tuple]:
    facts = Facts(tables)
    local = _workers(facts, "LOCATED_IN")
    rows = []
    for place, topic, _, (_, serving, _, needs, _) in _cells(facts):
        if len(local[place, topic]) == 1:
            (only,) = local[place, topic]
            rows.append((-needs, serving, facts.code[place], topic, facts.name[place], only))
    return [
        (code, place, facts.name[topic], facts.name[only], facts.sector[only], serving, -fewer)
        for fewer, serving, code, topic, place, only in sorted(rows)[:limit]
    ]


def reported_none(tables: Tables) -> list[tuple]:
    facts = Facts(tables)
    beside = facts.ends("ADJACENT_TO")
    for place, others in facts.ends("ADJACENT_TO", back=True).items():
        beside[place] |= others
    local = _workers(facts, "LOCATED_IN")
    needs = _addressing(facts, facts.needs_at)
    rows = []
    for answer in tables["REPORTS_NONE"].itertuples():
        place, topic = answer.起点, answer.終点
        below = [own for own in facts.wider if topic in facts.wider[own]]
        there = {near: set().union(*(local[near, own] for own in below)) for near in beside[place]}
        waiting = set().union(*(needs[place, own] for own in below))
        near = facts.called([near for near in there if there[near]], facts.code)
        count = len(set().union(*there.values()))
        rows.append((-count, facts.code[place], topic, (answer.確認日, len(waiting), count, near), place))
    return [(code, facts.name[place], facts.name[topic], *rest) for _, code, topic, rest, place in sorted(rows)]


def empty_cells(tables: Tables, theme: str | None = None) -> list[tuple]:
    facts = Facts(tables)
    located = facts.at(facts.members, "LOCATED_IN")
    covered = {
        (place, above)
        for member, topic in facts.pairs("WORKS_ON")
        for place in located.get(member, ())
        for above in facts.wider[topic]
    }
    rows = [
        (-len(needs), facts.code[place], topic, facts.name[place], sorted(needs))
        for (place, topic), needs in _addressing(facts, facts.at(facts.open_needs)).items()
        if needs and (place, topic) not in covered and theme in {None, topic, facts.name[topic]}
    ]
    return [(place, facts.name[topic], -fewer, found) for fewer, _, topic, place, found in sorted(rows)]
