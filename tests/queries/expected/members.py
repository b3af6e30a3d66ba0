"""Rows of the queries about members, from the sample's files."""

import datetime as dt

import pandas as pd

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
    organisations = _members(tables).sort_values("ID")
    return [
        (row.名称, row.sector, row.municipality, row.入会日)
        for row in organisations[~organisations["ID"].isin(tied)].itertuples()
    ]


def by_year(tables: Tables) -> list[tuple]:
    organisations = tables["Organisation"]
    rows, members = [], 0
    joined, left = (organisations[name].map(_fiscal_year) for name in ("入会日", "退会日"))
    known = [year for year in (*joined, *left) if year]
    for year in range(min(known), max(known) + 1):
        members += int((joined == year).sum()) - int((left == year).sum())
        rows.append((year, int((joined == year).sum()), int((left == year).sum()), members))
    return rows


def newcomers(tables: Tables, day: dt.date, months: int = 12, limit: int = 50) -> list[tuple]:
    members = _members(tables)
    since = (pd.Timestamp(day) - pd.DateOffset(months=months)).date()
    lately = members[(members["入会日"] > since.isoformat()) & (members["入会日"] <= day.isoformat())]
    works, events = (lately["ID"].map(tables[kind]["起点"].value_counts()) for kind in ("PARTICIPATES_IN", "ATTENDED"))
    lately = lately.assign(works=works.fillna(0).astype(int), events=events.fillna(0).astype(int))
    lately["both"] = lately["works"] + lately["events"]
    topics = tables["WORKS_ON"].sort_values("終点")
    named = topics["終点"].map(tables["Theme"].set_index("ID")["名称"]).groupby(topics["起点"]).agg(list)
    return [
        (row.名称, row.sector, row.municipality, row.入会日, named.get(row.ID, []), row.works, row.events)
        for row in lately.sort_values(["both", "入会日", "ID"]).head(limit).itertuples()
    ]


def missing_details(tables: Tables, detail: str | None = None, limit: int = 50) -> list[tuple]:
    written = {
        "sector": "分野",
        "legalForm": "法人格",
        "corporateNumber": "法人番号",
        "nameKana": "名称カナ",
        "address": "所在地",
        "url": "ウェブサイト",
        "memberSince": "入会日",
    }
    working, located = (set(tables[kind]["起点"]) for kind in ("WORKS_ON", "LOCATED_IN"))
    rows = []
    for one in tables["Organisation"].to_dict("records"):
        missing = [] if one["ID"] in working else ["theme"]
        missing += [] if one["ID"] in located else ["municipality"]
        missing += [name for name, heading in written.items() if not one[heading]]
        if missing and detail in {None, *missing} and not one["退会日"]:
            rows.append((one["名称"], one["ID"], missing))
    return sorted(rows, key=lambda row: (-len(row[2]), row[1]))[:limit]


def _members(tables: Tables) -> pd.DataFrame:
    members = tables["Organisation"].query("退会日 == ''")
    places = tables["Municipality"].set_index("ID")["名称"]
    located = tables["LOCATED_IN"].set_index("起点")["終点"].map(places)
    return members.assign(
        sector=members["分野"].map(tables.codes("sector")), municipality=members["ID"].map(located).fillna("")
    )


def _fiscal_year(day: str) -> int:
    return int(day[:4]) - (day[5:7] < "04") if day else 0
