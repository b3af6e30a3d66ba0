"""Rows of the queries about organisations that join others, from the sample's files."""

from collections import Counter, defaultdict
from itertools import combinations

from tests.queries.tables import Tables


def most_partners(tables: Tables, limit: int = 20) -> list[tuple]:
    joined = tables["PARTICIPATES_IN"][["起点", "終点"]]
    pairs = joined.merge(joined, on="終点").query("起点_x != 起点_y")
    organisations = tables["Organisation"].set_index("ID")
    sector = organisations["分野"].map(tables.codes("sector"))
    pairs["sector"] = pairs["起点_y"].map(sector)
    counted = pairs.groupby("起点_x").agg(partners=("起点_y", "nunique"), sectors=("sector", "nunique")).reset_index()
    counted = counted.sort_values(["partners", "起点_x"], ascending=[False, True]).head(limit)
    return [
        (organisations.loc[row.起点_x, "名称"], sector[row.起点_x], row.partners, row.sectors)
        for row in counted.itertuples()
    ]


def most_municipalities(tables: Tables, sector: str | None = None, limit: int = 20) -> list[tuple]:
    met = _partners(tables, declared=False)
    where = _cities(tables)
    names, sectors = _organisations(tables)
    rows = [
        (len({where[partner] for partner in partners}), len(partners), one)
        for one, partners in met.items()
        if sector in {None, sectors[one]}
    ]
    rows.sort(key=lambda row: (-row[0], -row[1], row[2]))
    return [(names[one], sectors[one], places, partners) for places, partners, one in rows[:limit]]


def sector_pairs(tables: Tables) -> list[tuple]:
    _, sectors = _organisations(tables)
    together = Counter()
    for members in _members(tables).values():
        together.update(combinations(sorted({sectors[one] for one in members}), 2))
    ends = tables["TIED_TO"][["起点", "終点"]].to_numpy().tolist()
    declared = Counter(tuple(sorted((sectors[one], sectors[other]))) for one, other in ends)
    rows = [(*pair, together[pair], declared[pair]) for pair in combinations(sorted(set(sectors.values())), 2)]
    return sorted(rows, key=lambda row: (row[2], row[3], row[0], row[1]))


def unconnected_partners(tables: Tables, sector: str | None = None, limit: int = 20) -> list[tuple]:
    met = _partners(tables)
    names, sectors = _organisations(tables)
    rows = []
    for one, partners in met.items():
        pairs = list(combinations(partners, 2))
        apart = sum(second not in met[first] for first, second in pairs)
        if pairs and sector in {None, sectors[one]}:
            rows.append((names[one], sectors[one], len(partners), apart, apart / len(pairs), one))
    return [row[:-1] for row in sorted(rows, key=lambda row: (-row[3], -row[4], row[5]))[:limit]]


def common_partners(tables: Tables, organisation: str, other: str) -> list[tuple]:
    names, sectors = _organisations(tables)
    ways = _ways(tables)
    met = _partners(tables)
    where = _located(tables)
    found = sorted(met[organisation] & met[other])
    found.sort(key=lambda one: -len(ways[organisation, one]) - len(ways[other, one]))
    return [
        (names[one], sectors[one], where[one], sorted(ways[organisation, one]), sorted(ways[other, one]))
        for one in found
    ]


def shortest_paths(tables: Tables, organisation: str, other: str, limit: int = 10) -> list[tuple]:
    """Breadth first, keeping every way of the same length, over lines with the name that people see."""
    names, _ = _organisations(tables)
    works = dict(tables["Collaboration"][["ID", "名称"]].to_numpy().tolist())
    lines = defaultdict(list)
    for start, end in tables["PARTICIPATES_IN"][["起点", "終点"]].to_numpy().tolist():
        lines[start].append((end, None))
        lines[end].append((start, works[end]))
    for start, end, kind in _declared(tables):
        lines[start].append((end, kind))
    layer, seen = [((organisation,), ())], {organisation}
    while not (reached := [way for way in layer if way[0][-1] == other]):
        layer = [
            ((*stops, end), (*through, name) if name else through)
            for stops, through in layer
            for end, name in lines[stops[-1]]
            if end not in seen
        ]
        seen |= {stops[-1] for stops, _ in layer}
    return [
        (len(stops) - 1, [names[stop] for stop in stops if stop in names], list(through))
        for stops, through in sorted(reached)[:limit]
    ]


def ego_network(tables: Tables, organisation: str) -> list[tuple]:
    names, sectors = _organisations(tables)
    where = _located(tables)
    works = dict(tables["Collaboration"][["ID", "名称"]].to_numpy().tolist())
    shared, declared = defaultdict(list), defaultdict(list)
    for work, members in _members(tables).items():
        for one in members - {organisation} if organisation in members else ():
            shared[one].append(works[work])
    for start, end, kind in _declared(tables):
        if start == organisation:
            declared[end].append(kind)
    found = sorted({*shared, *declared}, key=lambda one: (-len(shared[one]) - len(declared[one]), one))
    return [(names[one], sectors[one], where[one], sorted(shared[one]), sorted(declared[one])) for one in found]


def without_secretariat(tables: Tables, organisation: str, limit: int = 20) -> list[tuple]:
    names, sectors = _organisations(tables)
    members = _members(tables)
    beside = {work: some for work, some in members.items() if organisation not in some}
    every, independent = _partners(tables), defaultdict(set)
    for some in beside.values():
        for one in some:
            independent[one] |= some - {one}
    for start, end, _ in _declared(tables):
        independent[start].add(end)
    theirs = set().union(*(some for work, some in members.items() if work not in beside)) - {organisation}
    rows = [(len(independent[one] - {organisation}), len(every[one] - {organisation}), one) for one in theirs]
    return [(names[one], sectors[one], partners, alone) for alone, partners, one in sorted(rows)[:limit]]


def neighbours_apart(tables: Tables, limit: int = 20) -> list[tuple]:
    municipalities = tables["Municipality"].set_index("ID")
    whole = dict(tables["PART_OF"][["起点", "終点"]].to_numpy().tolist())
    code = municipalities["団体コード"]
    border = {
        tuple(sorted({whole.get(one, one), whole.get(other, other)}, key=code.get))
        for one, other in tables["ADJACENT_TO"][["起点", "終点"]].to_numpy().tolist()
    }
    where = _cities(tables)
    works = Counter()
    for members in _members(tables).values():
        works.update(combinations(sorted({where[one] for one in members}, key=code.get), 2))
    themes = defaultdict(set)
    for one, theme in tables["WORKS_ON"][["起点", "終点"]].to_numpy().tolist():
        themes[where[one]].add(theme)
    pairs = [pair for pair in border if len(pair) == 2]
    pairs.sort(key=lambda pair: (works[pair], code[pair[0]], code[pair[1]]))
    return [
        (
            *(municipalities.loc[place, "名称"] for place in pair),
            works[pair],
            len(themes[pair[0]] & themes[pair[1]]),
        )
        for pair in pairs[:limit]
    ]


def _organisations(tables: Tables) -> tuple[dict[str, str], dict[str, str]]:
    """The name and the sector of each organisation."""
    table = tables["Organisation"].set_index("ID")
    return table["名称"].to_dict(), table["分野"].map(tables.codes("sector")).to_dict()


def _members(tables: Tables) -> dict[str, set[str]]:
    return tables["PARTICIPATES_IN"].groupby("終点")["起点"].agg(set).to_dict()


def _declared(tables: Tables) -> list[tuple[str, str, str]]:
    """Each declared tie in both directions, with its kind."""
    kinds = tables.codes("tieKind")
    ties = [(one, other, kinds[kind]) for one, other, kind in tables["TIED_TO"][["起点", "終点", "種別"]].to_numpy()]
    return ties + [(other, one, kind) for one, other, kind in ties]


def _partners(tables: Tables, declared: bool = True) -> dict[str, set[str]]:
    met = defaultdict(set)
    for members in _members(tables).values():
        for one in members:
            met[one] |= members - {one}
    for one, other, _ in _declared(tables) if declared else ():
        met[one].add(other)
    return met


def _ways(tables: Tables) -> dict[tuple[str, str], set[str]]:
    """By what two organisations are connected: names of collaborations and kinds of ties."""
    works = dict(tables["Collaboration"][["ID", "名称"]].to_numpy().tolist())
    found = defaultdict(set)
    for work, members in _members(tables).items():
        for one in members:
            for other in members - {one}:
                found[one, other].add(works[work])
    for one, other, kind in _declared(tables):
        found[one, other].add(kind)
    return found


def _located(tables: Tables) -> dict[str, str]:
    names = dict(tables["Municipality"][["ID", "名称"]].to_numpy().tolist())
    return {one: names[place] for one, place in tables["LOCATED_IN"][["起点", "終点"]].to_numpy().tolist()}


def _cities(tables: Tables) -> dict[str, str]:
    """The municipality in which each organisation is located, the city in place of a ward."""
    whole = dict(tables["PART_OF"][["起点", "終点"]].to_numpy().tolist())
    located = tables["LOCATED_IN"][["起点", "終点"]].to_numpy().tolist()
    return {one: whole.get(place, place) for one, place in located}
