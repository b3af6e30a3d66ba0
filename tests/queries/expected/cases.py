"""Rows of the queries about cases, from the sample's files."""

from collections import defaultdict

from tests.queries.tables import Tables


def by_theme(tables: Tables) -> list[tuple]:
    names, wider, below = _themes(tables)
    years = tables["Case"].set_index("ID")["年"].astype(int)
    open_ones = set(tables["Need"].query("終結日 == ''")["ID"])
    addressed = tables["ADDRESSES"][["起点", "終点"]].to_numpy().tolist()
    rows = []
    for theme, name in names.items():
        about = {one for one, topic in addressed if topic in below[theme]}
        cases = about & set(years.index)
        latest = max((int(years[case]) for case in cases), default=None)
        rows.append((name, names.get(wider.get(theme)), len(cases), latest, len(about & open_ones), theme))
    return [row[:-1] for row in sorted(rows, key=lambda row: (row[2], -row[4], row[5]))]


def with_actors(tables: Tables, theme: str | None = None, limit: int = 50) -> list[tuple]:
    names, _, below = _themes(tables)
    wanted = set().union(*(found for topic, found in below.items() if theme in {None, topic, names[topic]}))
    works = tables["Collaboration"].set_index("ID")["名称"]
    organisations = tables["Organisation"].set_index("ID")["名称"]
    members = tables["PARTICIPATES_IN"].groupby("終点")["起点"].agg(set).to_dict()
    described, topics = (_ends(tables, kind) for kind in ("DESCRIBES", "ADDRESSES"))
    places, rows = _places(tables), []
    for case in tables["Case"].to_dict("records"):
        if wanted.isdisjoint(topics[case["ID"]]):
            continue
        theirs = set().union(*(members[work] for work in described[case["ID"]]))
        row = (
            case["名称"],
            int(case["年"]),
            [name for _, name in sorted(places[case["ID"]])],
            [names[topic] for topic in sorted(topics[case["ID"]])],
            [works[work] for work in sorted(described[case["ID"]])],
            [organisations[one] for one in sorted(theirs)],
            case["工夫・教訓"],
        )
        rows.append((-int(case["年"]), case["ID"], row))
    return [row for *_, row in sorted(rows)[:limit]]


def for_open_needs(tables: Tables, municipality: str | None = None, limit: int = 50) -> list[tuple]:
    names, _, _ = _themes(tables)
    whole = dict(tables["PART_OF"][["起点", "終点"]].to_numpy().tolist())
    municipalities = tables["Municipality"].set_index("ID")
    topics, held = _ends(tables, "ADDRESSES"), _ends(tables, "TAKES_PLACE_IN")
    needs = defaultdict(set)
    for need in tables["Need"].query("終結日 == ''")["ID"]:
        for place in held[need]:
            for topic in topics[need] if municipality in {None, place, whole.get(place)} else ():
                needs[whole.get(place, place), topic].add(need)
    places, rows = _places(tables), []
    for (place, topic), found in needs.items():
        for case in tables["Case"].to_dict("records"):
            there = {whole.get(one, one) for one in held[case["ID"]]}
            if topic in topics[case["ID"]] and place not in there:
                order = (-len(found), municipalities.loc[place, "団体コード"], topic, -int(case["年"]), case["ID"])
                where = [name for _, name in sorted(places[case["ID"]])]
                row = (municipalities.loc[place, "名称"], names[topic], len(found), case["名称"], where)
                rows.append((order, (*row, int(case["年"]), case["工夫・教訓"])))
    return [row for _, row in sorted(rows)[:limit]]


def _themes(tables: Tables) -> tuple[dict[str, str], dict[str, str], dict[str, set[str]]]:
    """The name of each theme, the broader one, and all that are below it with itself."""
    names = dict(tables["Theme"][["ID", "名称"]].to_numpy().tolist())
    wider = dict(tables["BROADER"][["起点", "終点"]].to_numpy().tolist())
    below = {theme: {theme} for theme in names}
    for theme in names:
        above = wider.get(theme)
        while above:
            below[above].add(theme)
            above = wider.get(above)
    return names, wider, below


def _ends(tables: Tables, kind: str) -> defaultdict[str, list[str]]:
    return defaultdict(list, tables[kind].groupby("起点")["終点"].agg(list).to_dict())


def _places(tables: Tables) -> defaultdict[str, list[tuple[str, str]]]:
    """Code and name of the municipalities in which something takes place."""
    municipalities = tables["Municipality"].set_index("ID")
    found = defaultdict(list)
    for one, place in tables["TAKES_PLACE_IN"][["起点", "終点"]].to_numpy().tolist():
        found[one].append((municipalities.loc[place, "団体コード"], municipalities.loc[place, "名称"]))
    return found
