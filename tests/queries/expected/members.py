"""Rows of the queries about members, from the sample's files."""

from tests.queries.tables import Tables


def by_sector(tables: Tables) -> list[tuple]:
    organisations = tables["Organisation"]
    members = organisations[organisations["退会日"] == ""]
    joined = tables["PARTICIPATES_IN"]["起点"].value_counts()
    rows = [
        (tables.codes("sector")[sector], len(group), int(group["ID"].map(joined).sum()))
        for sector, group in members.groupby("分野")
    ]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def isolated(tables: Tables) -> list[tuple]:
    joined = tables["PARTICIPATES_IN"]
    shared = joined[joined.groupby("終点")["起点"].transform("nunique") > 1]
    tied = {*shared["起点"], *tables["TIED_TO"]["起点"], *tables["TIED_TO"]["終点"]}
    located = tables["LOCATED_IN"].set_index("起点")["終点"]
    places = tables["Municipality"].set_index("ID")["名称"]
    organisations = tables["Organisation"].sort_values("ID")
    return [
        (row.名称, tables.codes("sector")[row.分野], places[located[row.ID]] if row.ID in located else None)
        for row in organisations[~organisations["ID"].isin(tied)].itertuples()
    ]
