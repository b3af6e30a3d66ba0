"""Rows of the queries about collaborations, from the sample's files."""

import datetime as dt
from collections import defaultdict
from itertools import combinations

import pandas as pd

from tests.queries.tables import Tables


def largest(tables: Tables, status: str | None = None, limit: int = 20) -> list[tuple]:
    works = _works(tables)
    if status is not None:
        works = works[works["status"] == status]
    found = works.sort_values(["organisations", "sectors", "ID"], ascending=[False, False, True]).head(limit)
    return _rows(found[["名称", "status", "organisations", "sectors"]])


def by_year(tables: Tables) -> list[tuple]:
    works = _works(tables).query("status != 'planned'")
    began, ceased = works["開始日"].map(_fiscal_year), works["終了日"].map(_fiscal_year)
    assert not ((works["status"] == "ended") & (works["終了日"] == "")).any()
    return [
        (
            year,
            int((began == year).sum()),
            int((ceased == year).sum()),
            int(((began <= year) & ~(ceased <= year)).sum()),
        )
        for year in range(int(began.min()), int(max(began.max(), ceased.max())) + 1)
    ]


def ongoing(tables: Tables, day: dt.date, kind: str | None = None, limit: int = 50) -> list[tuple]:
    works = _works(tables)
    that = day.isoformat()
    running = works[(works["開始日"] <= that) & ((works["終了日"] == "") | (works["終了日"] >= that))]
    running = running[(running["kind"] == kind) | (kind is None)].sort_values(["開始日", "ID"]).head(limit)
    return _rows(running[["名称", "kind", "開始日", "終了日", "leads", "organisations"]])


def sector_breadth(tables: Tables) -> list[tuple]:
    works = _works(tables).query("status != 'ended'")
    found = works.groupby("sectors").agg(works=("ID", "size"), mean=("organisations", "mean")).reset_index()
    return [(row.sectors, row.works, row.works / len(works), row.mean) for row in found.itertuples()]


def single_sector(tables: Tables, sector: str | None = None) -> list[tuple]:
    works = _works(tables).query("status != 'ended' and sectors == 1 and organisations > 1")
    members = _members(tables).drop_duplicates("終点").set_index("終点")["sector"]
    works["sector"] = works["ID"].map(members)
    works["themes"] = works["ID"].map(_themes(tables)).map(lambda found: found if isinstance(found, list) else [])
    works = works[(works["sector"] == sector) | (sector is None)]
    found = works.sort_values(["organisations", "ID"], ascending=[False, True])
    return _rows(found[["名称", "kind", "sector", "organisations", "themes"]])


def ended_without_case(tables: Tables, limit: int = 50) -> list[tuple]:
    works = _works(tables).query("status == 'ended'")
    works = works[~works["ID"].isin(tables["DESCRIBES"]["終点"])]
    found = works.sort_values(["終了日", "ID"], ascending=[False, True]).head(limit)
    return _rows(found[["名称", "kind", "開始日", "終了日", "leads", "organisations"]])


def same_theme_and_place(tables: Tables, theme: str | None = None, limit: int = 20) -> list[tuple]:
    works = _works(tables).query("status != 'ended'").set_index("ID")
    members = tables["PARTICIPATES_IN"].groupby("終点")["起点"].agg(set).to_dict()
    topics = tables["Theme"].set_index("ID")["名称"]
    places = tables["Municipality"].set_index("ID")
    where = tables["ADDRESSES"][["起点", "終点"]].merge(tables["TAKES_PLACE_IN"][["起点", "終点"]], on="起点")
    rows = []
    for (topic, place), group in where[where["起点"].isin(works.index)].groupby(["終点_x", "終点_y"]):
        found = sorted(group["起点"])
        if len(found) > 1 and theme in {None, topics[topic]}:
            several = set().union(*(members[one] & members[other] for one, other in combinations(found, 2)))
            everyone = set().union(*(members[one] for one in found))
            order = (-len(found), len(several), places.loc[place, "団体コード"], topic)
            names = [works.loc[one, "名称"] for one in found]
            rows.append((order, (places.loc[place, "名称"], topics[topic], names, len(everyone), len(several))))
    return [row for _, row in sorted(rows)[:limit]]


def _works(tables: Tables) -> pd.DataFrame:
    """The collaborations with their kind and status as the schema calls them, and who is in them."""
    works = tables["Collaboration"]
    works["kind"] = works["種別"].map(tables.codes("collaborationKind"))
    works["status"] = works["状態"].map(tables.codes("collaborationStatus"))
    members = _members(tables)
    works["organisations"] = works["ID"].map(members.groupby("終点")["起点"].nunique())
    works["sectors"] = works["ID"].map(members.groupby("終点")["sector"].nunique())
    leads = defaultdict(list)
    for one in members[members["役割"] == "主催・幹事"].sort_values("起点").itertuples():
        leads[one.終点].append(one.name)
    works["leads"] = works["ID"].map(lambda work: leads[work])
    return works


def _members(tables: Tables) -> pd.DataFrame:
    organisations = tables["Organisation"].set_index("ID")
    members = tables["PARTICIPATES_IN"]
    members["sector"] = members["起点"].map(organisations["分野"].map(tables.codes("sector")))
    members["name"] = members["起点"].map(organisations["名称"])
    return members


def _themes(tables: Tables) -> dict[str, list[str]]:
    names = tables["Theme"].set_index("ID")["名称"]
    addressed = tables["ADDRESSES"].sort_values("終点")
    return addressed["終点"].map(names).groupby(addressed["起点"]).agg(list).to_dict()


def _fiscal_year(day: str) -> float:
    return int(day[:4]) - (day[5:7] < "04") if day else float("nan")


def _rows(frame: pd.DataFrame) -> list[tuple]:
    return list(frame.itertuples(index=False, name=None))
