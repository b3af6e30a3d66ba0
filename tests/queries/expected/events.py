"""Rows of the queries about events, from the sample's files."""

from itertools import combinations

from tests.queries.tables import Tables


def by_month(tables: Tables) -> list[tuple]:
    events, attended = tables["Event"], tables["ATTENDED"]
    events["month"] = events["開催日"].str[:7]
    attended["month"] = attended["終点"].map(events.set_index("ID")["month"])
    attended["sector"] = attended["起点"].map(tables["Organisation"].set_index("ID")["分野"])
    first = attended.groupby("起点")["month"].min()
    rows = []
    for month, held in events.groupby("month"):
        guests = attended[attended["month"] == month]
        rows.append(
            (month, len(held), guests["起点"].nunique(), guests["sector"].nunique(), int((first == month).sum()))
        )
    return rows


def not_collaborating(tables: Tables, limit: int = 50) -> list[tuple]:
    days = tables["Event"].set_index("ID")["開催日"]
    attended = tables["ATTENDED"]
    attended["day"] = attended["終点"].map(days)
    alone = attended[~attended["起点"].isin(tables["PARTICIPATES_IN"]["起点"])]
    found = alone.groupby("起点").agg(events=("終点", "nunique"), latest=("day", "max")).reset_index()
    organisations = tables["Organisation"].set_index("ID")
    places = tables["LOCATED_IN"].set_index("起点")["終点"].map(tables["Municipality"].set_index("ID")["名称"])
    themes = _themes(tables)
    names = tables["Theme"].set_index("ID")["名称"]
    return [
        (
            organisations.loc[row.起点, "名称"],
            tables.codes("sector")[organisations.loc[row.起点, "分野"]],
            places[row.起点],
            row.events,
            row.latest,
            [names[theme] for theme in sorted(themes.get(row.起点, ()))],
        )
        for row in found.sort_values(["events", "起点"], ascending=[False, True]).head(limit).itertuples()
    ]


def met_but_not_working(tables: Tables, events: int = 3, limit: int = 50) -> list[tuple]:
    organisations = tables["Organisation"].set_index("ID")
    sector = organisations["分野"].map(tables.codes("sector"))
    names, themes = tables["Theme"].set_index("ID")["名称"], _themes(tables)
    been = tables["ATTENDED"].groupby("起点")["終点"].agg(set).to_dict()
    works = tables["PARTICIPATES_IN"].groupby("起点")["終点"].agg(set).to_dict()
    tied = {frozenset(pair) for pair in tables["TIED_TO"][["起点", "終点"]].to_numpy().tolist()}
    rows = []
    for pair in combinations(sorted(been), 2):
        both = len(been[pair[0]] & been[pair[1]])
        shared = themes.get(pair[0], set()) & themes.get(pair[1], set())
        if (
            both < events
            or not shared
            or frozenset(pair) in tied
            or works.get(pair[0], set()) & works.get(pair[1], set())
        ):
            continue
        about = [text for one in pair for text in (organisations.loc[one, "名称"], sector[one])]
        rows.append((-both, pair, (*about, both, [names[theme] for theme in sorted(shared)])))
    return [row for *_, row in sorted(rows)[:limit]]


def _themes(tables: Tables) -> dict[str, set[str]]:
    return tables["WORKS_ON"].groupby("起点")["終点"].agg(set).to_dict()
