"""Rows of the queries about coverage, from the sample's files."""

from collections import defaultdict

from tests.queries.tables import Tables


def organisations_by_theme(tables: Tables) -> list[tuple]:
    organisations = tables["Organisation"]
    members = set(organisations[organisations["退会日"] == ""]["ID"])
    works = tables["WORKS_ON"]
    works = works[works["起点"].isin(members)]
    located = tables["LOCATED_IN"][["起点", "終点"]].rename(columns={"終点": "municipality"})
    places = works.merge(located, on="起点")
    rows = [
        (
            theme.名称,
            works[works["終点"] == theme.ID]["起点"].nunique(),
            places[places["終点"] == theme.ID]["municipality"].nunique(),
            theme.ID,
        )
        for theme in tables["Theme"].itertuples()
    ]
    return [row[:3] for row in sorted(rows, key=lambda row: (-row[1], row[3]))]


def empty_cells(tables: Tables, theme: str | None = None) -> list[tuple]:
    city = dict(tables["PART_OF"][["起点", "終点"]].to_numpy().tolist())
    wider = tables["BROADER"].groupby("起点")["終点"].agg(list).to_dict()
    organisations = tables["Organisation"]
    left = set(organisations[organisations["退会日"] != ""]["ID"])
    located = dict(tables["LOCATED_IN"][["起点", "終点"]].to_numpy().tolist())

    def upwards(topic):
        return {topic}.union(*(upwards(parent) for parent in wider.get(topic, [])))

    covered = {
        (city.get(located[organisation], located[organisation]), above)
        for organisation, topic in tables["WORKS_ON"][["起点", "終点"]].to_numpy().tolist()
        if organisation in located and organisation not in left
        for above in upwards(topic)
    }
    needs = tables["Need"]
    where = tables["ADDRESSES"][["起点", "終点"]].merge(tables["TAKES_PLACE_IN"][["起点", "終点"]], on="起点")
    cells = defaultdict(set)
    for need, topic, place in where.to_numpy().tolist():
        if need in set(needs[needs["終結日"] == ""]["ID"]):
            cells[city.get(place, place), topic].add(need)
    municipality = tables["Municipality"].set_index("ID")
    names = dict(tables["Theme"][["ID", "名称"]].to_numpy().tolist())
    rows = [
        (-len(found), municipality.loc[place, "団体コード"], topic, place, sorted(found))
        for (place, topic), found in cells.items()
        if (place, topic) not in covered and theme in {None, topic, names[topic]}
    ]
    return [
        (municipality.loc[place, "名称"], names[topic], -fewer, found) for fewer, _, topic, place, found in sorted(rows)
    ]
