"""Rows of the queries about municipalities, from the sample's files."""

from collections import Counter, defaultdict
from itertools import combinations

from tests.queries.facts import Facts
from tests.queries.tables import Tables


def _by_place(places):
    """What is at each place, of the places of each."""
    found = defaultdict(set)
    for node, spots in places.items():
        for spot in spots:
            found[spot].add(node)
    return found


def profile(tables: Tables, day: str) -> list[tuple]:
    facts = Facts(tables)
    kind = dict(tables["Municipality"][["ID", "種別"]].to_numpy().tolist())
    located = facts.at(facts.members, "LOCATED_IN")
    away = {member: places - located[member] for member, places in facts.at(facts.members, "SERVES").items()}
    known = [
        located,
        away,
        facts.at(facts.running),
        facts.needs_at,
        facts.at(facts.usable(str(day))["ID"]),
        facts.at(tables["Place"]["ID"]),
    ]
    counted = [_by_place(places) for places in known]
    return [
        (
            facts.code[place],
            facts.name[place],
            tables.codes("municipalityKind")[kind[place]],
            *(len(found[place]) for found in counted),
        )
        for place in facts.cities
    ]


def without_collaboration(tables: Tables, wards: bool = False) -> list[tuple]:
    facts = Facts(tables)
    spots, seats, joined = facts.ends("TAKES_PLACE_IN"), facts.ends("LOCATED_IN"), facts.ends("PARTICIPATES_IN")
    somewhere = {work for work in facts.running if spots[work]}
    ended = {*tables["Collaboration"]["ID"]} - facts.running
    rows = []
    for place in facts.code if wards else facts.cities:
        parts = {part for part in facts.code if place in {part, facts.city[part]}}
        if any(spots[work] & parts for work in facts.running):
            continue
        members = {member for member in facts.members if seats[member] & parts}
        counts = (
            sum(bool(joined[member] & somewhere) for member in members),
            sum(bool(spots[work] & parts) for work in ended),
        )
        needs = sum(place in places for places in facts.needs_at.values())
        rows.append((-needs, -len(members), facts.code[place], place, counts))
    return [(code, facts.name[place], -fewer, *counts, -open_) for open_, fewer, code, place, counts in sorted(rows)]


def sectors_by_municipality(tables: Tables) -> list[tuple]:
    facts = Facts(tables)
    known = {facts.sector[member] for member in facts.members}
    at = _by_place(facts.at(facts.members, "LOCATED_IN"))
    rows = []
    for place in facts.cities:
        present = {facts.sector[member] for member in at[place]}
        rows.append((len(present), len(at[place]), facts.code[place], place, sorted(known - present)))
    return [(code, facts.name[place], members, n, missing) for n, members, code, place, missing in sorted(rows)]


def _borders(facts):
    return {tuple(sorted(pair, key=facts.code.get)) for pair in facts.pairs("ADJACENT_TO")}


def _shared(facts):
    """The running collaborations that organisations of each pair of cities share."""
    located = facts.at(facts.sector, "LOCATED_IN")
    shared = defaultdict(set)
    for work, members in facts.ends("PARTICIPATES_IN", back=True).items():
        places = set().union(*(located[member] for member in members))
        for pair in combinations(sorted(places, key=facts.code.get), 2):
            shared[pair] |= {work} & facts.running
    return shared


def borders_without_collaboration(tables: Tables, limit: int = 20) -> list[tuple]:
    facts = Facts(tables)
    shared, at = _shared(facts), facts.at(facts.running)
    themes = defaultdict(set)
    works = facts.ends("WORKS_ON")
    for member, places in facts.at(facts.members, "LOCATED_IN").items():
        for place in places:
            themes[place] |= works[member]
    rows = []
    for one, other in _borders(facts):
        together = any({one, other} <= places for places in at.values())
        if {one, other} <= {*facts.cities} and not shared[one, other] and not together:
            common = themes[one] & themes[other]
            rows.append((-len(common), facts.code[one], facts.code[other], one, other, facts.called(common)))
    return [
        (code, facts.name[one], second, facts.name[other], -fewer, names)
        for fewer, code, second, one, other, names in sorted(rows)[:limit]
    ]


def wards(tables: Tables, city: str | None = None) -> list[tuple]:
    facts = Facts(tables)
    seats, spots, works = facts.ends("LOCATED_IN"), facts.ends("TAKES_PLACE_IN"), facts.ends("WORKS_ON")
    rows = []
    for ward, whole in facts.pairs("PART_OF"):
        if city not in {None, facts.name[whole]}:
            continue
        members = {member for member in facts.members if ward in seats[member]}
        counts = (
            len(members),
            len(set().union(*(works[member] for member in members))),
            sum(ward in spots[work] for work in facts.running),
            sum(ward in places for places in facts.needs_at.values()),
            sum(ward in spots[venue] for venue in tables["Place"]["ID"]),
        )
        rows.append((facts.code[whole], facts.code[ward], facts.name[whole], facts.name[ward], counts))
    return [(whole, code, ward, *counts) for _, code, whole, ward, counts in sorted(rows)]


def ties(tables: Tables, limit: int = 20) -> list[tuple]:
    facts = Facts(tables)
    located = facts.at(facts.sector, "LOCATED_IN")
    declared = Counter(
        tuple(sorted((a, b), key=facts.code.get))
        for one, other in facts.pairs("TIED_TO")
        for a in located[one]
        for b in located[other]
        if a != b
    )
    shared, borders = _shared(facts), _borders(facts)
    rows = [
        (-len(shared[pair]), -declared[pair], *map(facts.code.get, pair), pair)
        for pair in {*shared, *declared}
        if shared[pair] or declared[pair]
    ]
    return [
        (code, facts.name[pair[0]], second, facts.name[pair[1]], -works, -told, pair in borders)
        for works, told, code, second, pair in sorted(rows)[:limit]
    ]


def served_by(tables: Tables, limit: int = 20) -> list[tuple]:
    facts = Facts(tables)
    located, works = facts.at(facts.members, "LOCATED_IN"), facts.ends("WORKS_ON")
    own, flows = defaultdict(set), defaultdict(set)
    for member, homes in located.items():
        for home in homes:
            own[home] |= works[member]
            for place in facts.at([member], "SERVES")[member] - {home}:
                flows[place, home].add(member)
    rows = []
    for (place, home), members in flows.items():
        brought = set().union(*(works[member] for member in members)) - own[place]
        rows.append((-len(members), -len(brought), facts.code[place], facts.code[home], place, home))
    return [
        (code, facts.name[place], second, facts.name[home], -fewer, -brought)
        for fewer, brought, code, second, place, home in sorted(rows)[:limit]
    ]
